"""`tracker show`: one commitment whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import as_json, examples, pass_app, reference
from tracker.cli.output import show as show_report

if TYPE_CHECKING:
    from tracker.app import App
    from tracker.services.reference import Reference


@click.command(epilog=examples("tracker show 12", "tracker show 12 --json"))
@reference
@as_json
@pass_app
def show(app: App, reference: Reference, as_json: bool) -> None:
    """Show one commitment: the quote, why this date, what became of it, the evidence and the story."""
    from tracker.reports.commitment import report_commitment
    from tracker.services.snapshot import one_commitment

    show_report(report_commitment(one_commitment(app.store, reference, app.today, app.zone)), as_json=as_json)
