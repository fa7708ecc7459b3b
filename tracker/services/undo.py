"""Taking a change back: the inverse is appended, nothing is erased, and what was sent stays sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.errors import NotFoundError
from tracker.services.planning import rearmed, save
from tracker.store import commitments, history

if TYPE_CHECKING:
    from tracker.core.record import ChangeSet, StoredCommitment
    from tracker.followup.policy import Policy
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, and the commitments that it had touched and that are still there."""

    change: ChangeSet
    commitments: tuple[StoredCommitment, ...]


def undo(store: Store, policy: Policy, occasion: Occasion, number: int | None = None) -> Undone:
    """Take back a change set, or this person's last one, and arm anew what it touched.

    Raises NotFoundError, UsageError where it is none that can be taken back, ConflictError where a later change
    touched the same.
    """
    with store.writing("undo", occasion.by, occasion.now) as change:
        taken = history.get(change.conn, number) if number is not None else history.last_of(change.conn, occasion.by)
        if taken is None:
            raise NotFoundError(
                "change to take back by", occasion.by, "`tracker log` shows what was changed, and by whom"
            )
        touched = history.take_back(change, taken)
        left = tuple(commitments.get(change.conn, one) for one in touched if commitments.is_there(change.conn, one))
        after = tuple(save(change, policy, one, rearmed(one)) for one in left)
        change.summary = f"took back change {taken.number} ({taken.action}: {taken.summary})"
    return Undone(taken, after)
