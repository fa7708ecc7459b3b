"""`tracker edit`: our own reading put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import as_json, by, corrections, examples, pass_app, reference, why
from tracker.cli.output import show_outcome

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.services.edit import Correction
    from tracker.services.reference import Reference


def _said_on(app: App, given: dict[str, Any]) -> date:
    from tracker.services.edit import announced_on

    return announced_on(app.store, given["reference"])


@click.command(
    epilog=examples(
        'tracker edit 12 --due "17 Oct 2026" --why "the annex names the day"',
        'tracker edit 12 --promisor "Ministry of Health" --no-due',
    )
)
@reference
@corrections(_said_on)
@why
@by
@as_json
@pass_app
def edit(app: App, reference: Reference, correction: Correction, reason: str, by: str | None, as_json: bool) -> None:
    """Correct how we read a commitment; this is no slippage.

    Where the promisor announced another date, use `tracker move` instead.
    """
    from tracker.core.timing import standing_of
    from tracker.services.edit import edit

    commitment = edit(app.store, app.followup, app.occasion(by), reference, correction, reason)
    standing = standing_of(commitment, commitment.current, app.today)
    due = commitment.current.due
    line = f"{commitment.number} now reads: {commitment.found.promisor.name or 'unknown'} — {commitment.found.deed}, "
    show_outcome(standing, app.today, line + (f"due {due}" if due else "no due date"), as_json=as_json)
