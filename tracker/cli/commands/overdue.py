"""`tracker overdue`: what is past its due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app
from tracker.cli.output import show

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples("tracker overdue", "tracker overdue --json"))
@as_json
@pass_app
def overdue(app: App, as_json: bool) -> None:
    """List what is past its due date and not settled, the longest overdue first."""
    from tracker.core.query import parse_query
    from tracker.reports.commitments import report_commitments
    from tracker.services.snapshot import list_standings

    query = parse_query("review:tracked +OVERDUE", app.today)
    show(report_commitments(list_standings(app.store, query, app.today), app.today), as_json=as_json)
