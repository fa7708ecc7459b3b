"""`tracker dashboard`: what needs attention today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app
from tracker.cli.output import show

if TYPE_CHECKING:
    from tracker.app import App


@click.command(epilog=examples("tracker", "tracker dashboard --json"))
@as_json
@pass_app
def dashboard(app: App, as_json: bool = False) -> None:
    """Show what needs attention today: counts, overdue, due soon, waiting for review, the latest events."""
    from tracker.reports.dashboard import report_dashboard
    from tracker.services.snapshot import dashboard

    show(report_dashboard(dashboard(app.store, app.today, app.zone)), as_json=as_json)
