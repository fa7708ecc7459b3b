"""`tracker next`: what falls due next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import WHOLE, as_json, examples, pass_app
from tracker.cli.output import show

if TYPE_CHECKING:
    from tracker.app import App


@click.command("next", epilog=examples("tracker next", "tracker next 3"))
@click.argument("number", type=WHOLE, default=10)
@as_json
@pass_app
def next_due(app: App, number: int, as_json: bool) -> None:
    """List the next commitments to fall due, NUMBER of them (10)."""
    from tracker.core.query import parse_query
    from tracker.reports.commitments import report_commitments
    from tracker.services.snapshot import list_standings

    query = parse_query("review:tracked +UNSETTLED due.after:yesterday", app.today)
    standings = list_standings(app.store, query, app.today, number)
    show(report_commitments(standings, app.today), as_json=as_json)
