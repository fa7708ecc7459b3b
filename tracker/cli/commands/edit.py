"""`tracker edit`: our own reading put right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from tracker.cli.options import as_json, by, corrections, examples, pass_app, reference, why
from tracker.cli.output import show_outcome
from tracker.core.wording import count

if TYPE_CHECKING:
    from datetime import date

    from tracker.app import App
    from tracker.core.record import StoredCommitment
    from tracker.services.edit import Correction
    from tracker.services.reference import Reference


def _said_on(app: App, given: dict[str, Any]) -> date:
    from tracker.services.edit import announced_on

    return announced_on(app.store, given["reference"])


@click.command(
    epilog=examples(
        'tracker edit 12 --due "17 Oct 2026" --why "the annex names the day"',
        'tracker edit 12 --promisor "Ministry of Health" --no-due',
        'tracker edit 12 --publisher "Central Bank of Verania"',
    )
)
@reference
@corrections(_said_on)
@click.option("--publisher", metavar="NAME", help="Who published its announcement; goes without other corrections.")
@why
@by
@as_json
@pass_app
def edit(
    app: App,
    reference: Reference,
    correction: Correction,
    publisher: str | None,
    reason: str,
    by: str | None,
    as_json: bool,
) -> None:
    """Correct how we read a commitment; this is no slippage.

    Where the promisor announced another date, use `tracker move` instead. --publisher is of the whole announcement:
    where a promisor hangs on it, that is read anew.
    """
    from tracker.services.edit import edit
    from tracker.services.publishers import name_publisher

    occasion = app.occasion(by)
    if publisher is None:
        commitment = edit(app.store, app.followup, occasion, reference, correction, reason)
        _tell(app, commitment, as_json=as_json)
        return
    if not correction.is_empty:
        raise click.UsageError("--publisher goes without other corrections: it is of the whole announcement.")
    named = name_publisher(app.store, app.followup, occasion, app.rules, reference, publisher, reason)
    others = len([one for one in named.changed if one != named.commitment.number])
    published = f"; its announcement is published by {' '.join(publisher.split())}"
    also = (
        f", by whom {count(others, 'other promise')} of it {'is' if others == 1 else 'are'} read anew" if others else ""
    )
    _tell(app, named.commitment, published + also, as_json=as_json)


def _tell(app: App, commitment: StoredCommitment, more: str = "", *, as_json: bool) -> None:
    from tracker.core.timing import standing_of

    standing = standing_of(commitment, commitment.current, app.today)
    due = commitment.current.due
    line = f"{commitment.number} now reads: {commitment.found.promisor.name or 'unknown'} — {commitment.found.deed}, "
    show_outcome(standing, app.today, line + (f"due {due}" if due else "no due date") + more, as_json=as_json)
