"""`tracker log`: what was changed, when and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import WHOLE, Number, as_json, examples, pass_app
from tracker.cli.output import show

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.reference import Reference

USUAL = 20


@click.command(epilog=examples("tracker log", "tracker log 12", "tracker log 12 --last 1", "tracker log --last 100"))
@click.argument("reference", metavar="[ID]", type=Number(), required=False)
@click.option("--last", "limit", type=WHOLE, help=f"How many; {USUAL} where neither it nor ID is given.")
@as_json
@pass_app
def log(app: App, reference: Reference | None, limit: int | None, as_json: bool) -> None:
    """Tell the latest changes, or all of one commitment's, newest first."""
    from tracker.reports.history import report_history
    from tracker.services.snapshot import events

    found = events(app.store, reference.commitment, limit) if reference else events(app.store, None, limit or USUAL)
    show(report_history(found, app.today, app.zone), as_json=as_json)
