"""A due date that the promisor moved: the first one is never lost."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.alert import Said, Stage, StageKind
from tracker.core.occurrence import Amendment
from tracker.core.timing import standing_of
from tracker.errors import UsageError
from tracker.services.planning import save, with_occurrence
from tracker.services.reference import check_tracked, check_unsettled, load_to_change
from tracker.services.tell import tell
from tracker.store import amendments

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.reference import Reference
    from tracker.store.change import Change
    from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Move:
    """What the promisor announced: the new due date, where it was said (`source`), and why."""

    due: date
    source: str
    reason: str


def move(store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, moved: Move) -> Standing:
    """Record that the promisor moved an occurrence's due date, arm it anew, and tell of it at once.

    Raises NotFoundError, UsageError where the move says nothing new or lacks its source, ConflictError.
    """
    with store.writing("move", occasion.by, occasion.now) as change:
        return move_in(change, followup, occasion, reference, moved)


def move_in(change: Change, followup: FollowupRules, occasion: Occasion, reference: Reference, moved: Move) -> Standing:
    """The same as a part of a change, which it gives its summary. Raises as `move` does."""
    commitment, occurrence = load_to_change(change.conn, reference)
    _check_move(commitment, occurrence, moved)
    change.summary = f"moved from {occurrence.due or 'no due date'} to {moved.due}: {moved.reason}"
    return amend(change, followup, occasion, (commitment, occurrence), moved)


def amend(
    change: Change,
    followup: FollowupRules,
    occasion: Occasion,
    place: tuple[StoredCommitment, Occurrence],
    moved: Move,
) -> Standing:
    """Write one occurrence's move as a part of a change: the new date, the amendment, and what is told of it."""
    commitment, occurrence = place
    after = replace(
        occurrence,
        due=moved.due,
        first_due=occurrence.first_due or moved.due,
        strict_due=None,
        arming=occurrence.arming + 1,
    )
    saved = save(change, followup, commitment, with_occurrence(commitment, after))
    amendments.add(change, _amendment(occurrence, moved, occasion))
    standing = standing_of(saved, saved.occurrences[occurrence.number - 1], occasion.today)
    said = Said(standing, Stage(StageKind.DUE_CHANGED, 0, occasion.today))
    tell(change, followup, occasion, [said], occurrence.due)
    return standing


def _check_move(commitment: StoredCommitment, occurrence: Occurrence, moved: Move) -> None:
    number = commitment.number
    check_tracked(commitment)
    check_unsettled(commitment, occurrence)
    if occurrence.due == moved.due:
        raise UsageError(f"commitment {number} is due on {moved.due} already", "give another date with --to")
    if moved.due < commitment.announced_on:
        raise UsageError(
            f"{moved.due} lies before the announcement of {commitment.announced_on}", "give a later date with --to"
        )
    needed = (
        (moved.source, "where it was announced", "a page's address or what else shows it with --source"),
        (moved.reason, "the promisor's reason", 'it with --why, "no reason given" where there is none'),
    )
    for given, what, how in needed:
        if not given.strip():
            raise UsageError(f"a move needs {what}", f"give {how}")


def _amendment(occurrence: Occurrence, moved: Move, occasion: Occasion) -> Amendment:
    return Amendment(
        occurrence=occurrence.id,
        old_due=occurrence.due,
        new_due=moved.due,
        source=moved.source.strip(),
        reason=moved.reason.strip(),
        by=occasion.by,
        at=occasion.now,
    )
