"""`tracker check`: what is newly due, overdue or to be asked about."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from tracker.cli.options import DAY, as_json, examples, pass_app
from tracker.cli.output import show
from tracker.errors import FINDINGS

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App


@click.command(
    epilog=examples(
        "tracker check",
        "tracker check --send",
        "tracker check --dry-run",
        "tracker check --as-of 2026-01-31",
        "tracker check --fail-on overdue || echo somebody is late",
    )
)
@click.option("--as-of", type=DAY, metavar="DAY", help="Preview the check of a day, today's too; nothing is written.")
@click.option("--dry-run", is_flag=True, help="Preview today's check; nothing is written.")
@click.option("--send", "is_sending", is_flag=True, help="Then send what is due, as `tracker alerts send` does.")
@click.option("--fail-on", type=click.Choice(["overdue"]), help="End with exit code 1 where anything is overdue.")
@as_json
@pass_app
def check(app: App, as_of: date | None, dry_run: bool, is_sending: bool, fail_on: str | None, as_json: bool) -> int:
    """Look at all that is tracked and say, once each, what is newly due soon, due, overdue or to be asked about.

    Run it daily. What it said is recorded, so that a second check on the same day says only what is new since; after
    days without one it says the latest stage of each. It never changes a status: overdue is a fact, a verdict is yours.

    Newly due soon is what has reached a step of its reminder ladder, by default 30, 7 days and one day ahead, without
    those in the first half of its time. `tracker due` lists all that is due within 7 days.

    Where channels are configured it plans whom to tell; with --send they are told at once, and the exit code is 7
    where something could not be sent.
    """
    from tracker.reports.check import report_check
    from tracker.services.daily_check import check, preview

    is_preview = dry_run or as_of is not None
    if is_preview and is_sending:
        raise click.UsageError("--send sends, and a preview does not: give one of them.")
    if is_preview:
        result = preview(app.store, app.followup, replace(app.occasion(), today=as_of or app.today))
    else:
        result = check(app.store, app.followup, app.occasion())
    show(report_check(result), as_json=as_json)
    if is_sending and (failed := _send(app, as_json=as_json)):
        return failed
    return FINDINGS if fail_on == "overdue" and result.overdue else 0


def _send(app: App, *, as_json: bool) -> int:
    """Send what is due; as JSON the check has been written already, and only what went wrong is told."""
    from tracker.cli.commands.alerts import send_due, tell, tell_troubles

    sent = send_due(app)
    return tell_troubles(app, sent) if as_json else tell(app, sent, as_json=False)
