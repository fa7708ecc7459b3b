"""`tracker due`: what is due within some days."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app
from tracker.cli.output import show

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples("tracker due", "tracker due 30"))
@click.argument("days", type=click.IntRange(min=0, max=36525), default=7)
@as_json
@pass_app
def due(app: App, days: int, as_json: bool) -> None:
    """List what is due today or within DAYS days (7)."""
    from tracker.core.query import parse_query
    from tracker.reports.commitments import report_commitments
    from tracker.services.snapshot import list_standings

    last = app.today + timedelta(days=days + 1)
    query = parse_query(f"review:tracked +UNSETTLED due.after:yesterday due.before:{last}", app.today)
    show(report_commitments(list_standings(app.store, query, app.today), app.today), as_json=as_json)
