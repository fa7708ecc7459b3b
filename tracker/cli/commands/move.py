"""`tracker move`: the promisor announced another due date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from tracker.cli.options import DAY, as_json, by, examples, pass_app, reference
from tracker.cli.output import show_outcome
from tracker.errors import UsageError

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.services.reference import Reference


@click.command(
    epilog=examples('tracker move 12 --to 2026-03-31 --source https://example.org/delay --why "awaiting the audit"')
)
@reference
@click.option("--to", "due", type=DAY, metavar="DAY", help="The new due date.")
@click.option("--source", metavar="URL", default="", help="Where the promisor announced it.")
@click.option("--why", "reason", metavar="TEXT", default="", help="The promisor's reason, in words.")
@by
@as_json
@pass_app
def move(
    app: App, reference: Reference, due: date | None, source: str, reason: str, by: str | None, as_json: bool
) -> None:
    """Record that the promisor moved the due date.

    The first due date is kept; the days between it and the latest are the slippage. Where it was we who read the
    date wrongly, use `tracker edit ID --due` instead.
    """
    from tracker.reports.wording import count
    from tracker.services.amend import Move, move

    if due is None:
        raise UsageError("a move needs the new due date", "give it with --to YYYY-MM-DD")
    standing = move(app.store, app.followup, app.occasion(by), reference, Move(due, source, reason))
    occurrence = standing.occurrence
    slippage = f", {count(occurrence.slippage, 'day')} after the first date" if occurrence.slippage > 0 else ""
    line = f"{standing.commitment.number} is now due on {occurrence.due}{slippage}: {standing.commitment.found.deed}"
    show_outcome(standing, app.today, line, as_json=as_json)
