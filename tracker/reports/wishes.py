"""How one commitment is spoken of: when next, by which policy, and what people wished."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.status import Review
from tracker.reports.table import Cell, Fact
from tracker.reports.wording import spell

if TYPE_CHECKING:
    from tracker.core.occurrence import Occurrence
    from tracker.core.wish import Wish
    from tracker.reports.snapshot import CommitmentSnapshot


def wish_facts(snapshot: CommitmentSnapshot, occurrence: Occurrence) -> tuple[Fact, ...]:
    """When there is something to say of an occurrence next, and the wishes in force."""
    commitment, wishes = snapshot.commitment, snapshot.wishes
    is_followed = commitment.review is Review.TRACKED and not occurrence.status.is_settled
    next_on = occurrence.next_stage_on if is_followed else None
    return (
        Fact("next_stage_on", "next reminder", Cell(next_on)),
        Fact("policy", "policy", Cell(commitment.policy)),
        Fact("series_ends_on", "series ends on", Cell(commitment.ends_on)),
        Fact("acknowledged_by", "acknowledged", _acknowledged_cell(wishes.acknowledged)),
        Fact("acknowledged_until", "", Cell(wishes.acknowledged.day if wishes.acknowledged else None)),
        Fact("snoozed_until", "snoozed", _snoozed_cell(wishes.snoozed)),
        Fact("reminders", "reminders", Cell(tuple(day.isoformat() for day in wishes.reminders))),
        Fact("silenced_until", "silenced until", Cell(snapshot.silenced_until if is_followed else None)),
    )


def _acknowledged_cell(wish: Wish | None) -> Cell:
    if wish is None:
        return Cell(None)
    word = f" while it is {spell(wish.timing)}" if wish.timing else ""
    until = f", until {wish.day}" if wish.day else ""
    return Cell(wish.by, f"by {wish.by}: no repeats{word}{until}{_why(wish)}")


def _snoozed_cell(wish: Wish | None) -> Cell:
    return Cell(wish.day, f"until {wish.day}, by {wish.by}{_why(wish)}") if wish else Cell(None)


def _why(wish: Wish) -> str:
    return f" ({wish.reason})" if wish.reason else ""
