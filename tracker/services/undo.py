"""Taking a change back: the inverse is appended, nothing is erased, and what was sent stays sent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.outbox import Withdrawal
from tracker.errors import NotFoundError
from tracker.services.planning import rearmed, save
from tracker.store import commitments, deliveries, history, silences

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.core.record import ChangeSet, StoredCommitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.store.store import Connection, Store


@dataclass(frozen=True, slots=True)
class Undone:
    """What was taken back, the commitments that it had touched, and the numbers of those that are gone with it.

    put_back   the numbers of the commitments of which the review or the status is another by it
    due_again  the numbers of those of which a due date is
    """

    change: ChangeSet
    commitments: tuple[StoredCommitment, ...]
    removed: tuple[int, ...] = ()
    put_back: frozenset[int] = frozenset()
    due_again: frozenset[int] = frozenset()


def undo(store: Store, followup: FollowupRules, occasion: Occasion, number: int | None = None) -> Undone:
    """Take back a change set, or this person's last one, and arm anew the occurrences that it changed.

    What it kept from being sent, without arming anything anew (a snooze, an acknowledgement), is planned again.

    Raises NotFoundError, UsageError where it is none that can be taken back, ConflictError where a later change
    touched the same.
    """
    with store.writing("undo", occasion.by, occasion.now) as change:
        taken = history.get(change.conn, number) if number is not None else history.last_of(change.conn, occasion.by)
        if taken is None:
            raise NotFoundError(
                "change to take back by", occasion.by, "`tracker log` shows what was changed, and by whom"
            )
        touched = {*history.take_back(change, taken), *_silenced_by(change.conn, taken)}
        there = tuple(sorted(one for one in touched if commitments.is_there(change.conn, one)))
        occurrences = {int(row.key) for row in taken.rows if row.table == "occurrence"}
        left = [commitments.get(change.conn, one) for one in there]
        after = tuple(save(change, followup, one, rearmed(one, occurrences)) for one in left)
        told = [int(row.key) for row in taken.rows if row.table == "alert"]
        deliveries.withdraw_alerts(change.conn, occasion.now, Withdrawal.UNDONE, told)
        deliveries.revive(change.conn, taken.at, there)
        change.summary = f"took back change {taken.number} ({taken.action}: {taken.summary})"
    settled, dated = _changed(taken, "occurrence", "status"), _changed(taken, "occurrence", "due")
    reviewed = _changed(taken, "commitment", "review").intersection(one.number for one in after)
    gone = tuple(sorted(touched - set(there)))
    return Undone(taken, after, gone, reviewed | _having(after, settled), _having(after, dated))


def _changed(taken: ChangeSet, table: str, column: str) -> frozenset[int]:
    """The keys of the rows in which the change had given a column another value."""
    rows = [(row.key, row.before or {}, row.after or {}) for row in taken.rows if row.table == table]
    return frozenset(int(key) for key, before, after in rows if before.get(column) != after.get(column))


def _having(commitments: Iterable[StoredCommitment], occurrences: frozenset[int]) -> frozenset[int]:
    """The numbers of those that have one of these occurrences."""
    return frozenset(one.number for one in commitments if not occurrences.isdisjoint(_ids(one)))


def _ids(commitment: StoredCommitment) -> set[int]:
    return {one.id for one in commitment.occurrences}


def _silenced_by(conn: Connection, taken: ChangeSet) -> set[int]:
    """The numbers of the commitments of which a silence in the change kept an alert back."""
    changed = [int(row.key) for row in taken.rows if row.table == "silence"]
    return {commitment for silence in changed for commitment in silences.commitments_of(conn, silence)}
