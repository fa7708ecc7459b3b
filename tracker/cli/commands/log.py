"""`tracker log`: what was changed, when and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import Number, as_json, examples, pass_app
from tracker.cli.output import show

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.reference import Reference


@click.command(epilog=examples("tracker log", "tracker log 12", "tracker log --last 100"))
@click.argument("reference", metavar="[ID]", type=Number(), required=False)
@click.option(
    "--last", "limit", type=click.IntRange(min=1), default=20, show_default=True, help="How many, without ID."
)
@as_json
@pass_app
def log(app: App, reference: Reference | None, limit: int, as_json: bool) -> None:
    """Tell the latest changes, or all of one commitment's, newest first."""
    from tracker.reports.history import report_history
    from tracker.services.snapshot import events

    number = reference.commitment if reference else None
    show(report_history(events(app.store, number, None if reference else limit), app.today, app.zone), as_json=as_json)
