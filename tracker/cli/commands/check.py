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
        "tracker check --dry-run",
        "tracker check --as-of 2026-01-31",
        "tracker check --fail-on overdue || echo somebody is late",
    )
)
@click.option("--as-of", type=DAY, metavar="DAY", help="Preview the check of a day, today's too; nothing is written.")
@click.option("--dry-run", is_flag=True, help="Preview today's check; nothing is written.")
@click.option("--fail-on", type=click.Choice(["overdue"]), help="End with exit code 1 where anything is overdue.")
@as_json
@pass_app
def check(app: App, as_of: date | None, dry_run: bool, fail_on: str | None, as_json: bool) -> int:
    """Look at all that is tracked and say, once each, what is newly due soon, due, overdue or to be asked about.

    Run it daily. What it said is recorded, so that a second check on the same day says only what is new since; after
    days without one it says the latest stage of each. It never changes a status: overdue is a fact, a verdict is yours.
    """
    from tracker.reports.check import report_check
    from tracker.services.daily_check import check, preview

    if dry_run or as_of is not None:
        result = preview(app.store, app.followup, replace(app.occasion(), today=as_of or app.today))
    else:
        result = check(app.store, app.followup, app.occasion())
    show(report_check(result), as_json=as_json)
    return FINDINGS if fail_on == "overdue" and result.overdue else 0
