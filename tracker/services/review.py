"""Is it a commitment? Extraction proposed; here a person decides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.query import parse_query
from tracker.core.status import Review
from tracker.errors import ConflictError, UsageError
from tracker.services.edit import corrected, tell_differences
from tracker.services.planning import rearmed, save
from tracker.services.reference import Reference, check_unsettled, load_to_change
from tracker.store import commitments, history

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from tracker.core.record import StoredCommitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.edit import Correction
    from tracker.services.occasion import Occasion
    from tracker.store.change import Change
    from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Reviewed:
    """What one decision did: the number of its change set, and the commitments as they stand now."""

    change: int
    commitments: tuple[StoredCommitment, ...]


def accept(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    numbers: Sequence[int],
    correction: Correction | None = None,
    *,
    seen: Iterable[StoredCommitment] = (),
) -> Reviewed:
    """Track proposed commitments, corrected first where a person read one otherwise; all of them or none.

    `seen` are the commitments as they were shown to the person. Raises NotFoundError, UsageError where one is not
    proposed or has no deed, ConflictError where somebody changed one since it was shown.
    """
    with store.writing("accept", occasion.by, occasion.now) as change:
        accepted, told = [], ["taken as a commitment"]
        for commitment in _load(change, numbers, seen):
            _check_review(commitment, Review.PROPOSED)
            after = commitment
            if correction is not None and not correction.is_empty:
                after = corrected(commitment, commitment.current, correction, followup.policies.of(commitment))
                told.append(tell_differences(commitment, after, commitment.current))
            if not after.found.deed:
                raise UsageError(
                    f"nobody read what is to be done in commitment {commitment.number}",
                    f'say it: tracker review {commitment.number} --accept --deed "…"',
                )
            after = replace(_reviewed(after, Review.TRACKED, occasion), tracked_on=occasion.today)
            accepted.append(save(change, followup, commitment, after))
        change.summary = "; ".join(told)
        return Reviewed(change.number, tuple(accepted))


def dismiss(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    numbers: Sequence[int],
    reason: str,
    *,
    seen: Iterable[StoredCommitment] = (),
) -> Reviewed:
    """Say that proposed or tracked ones are no commitments; they are kept, so as to be known again.

    Raises NotFoundError, UsageError where one is dismissed or settled, ConflictError as `accept` does.
    """
    reason = reason.strip()
    with store.writing("dismiss", occasion.by, occasion.now) as change:
        dismissed = []
        for commitment in _load(change, numbers, seen):
            if commitment.review is Review.DISMISSED:
                number = commitment.number
                raise UsageError(
                    f"commitment {number} is dismissed already", f"tracker review {number} --restore takes it back"
                )
            check_unsettled(commitment, commitment.current)
            after = replace(_reviewed(commitment, Review.DISMISSED, occasion), dismissed_for=reason)
            dismissed.append(save(change, followup, commitment, after))
        change.summary = f"no commitment: {reason}" if reason else "no commitment"
        return Reviewed(change.number, tuple(dismissed))


def restore(store: Store, followup: FollowupRules, occasion: Occasion, numbers: Sequence[int]) -> Reviewed:
    """Propose dismissed ones again; what was tracked before is armed anew, since what waited to be sent was withdrawn.

    Raises NotFoundError, UsageError where one is not dismissed, ConflictError.
    """
    with store.writing("restore", occasion.by, occasion.now) as change:
        restored = []
        for commitment in _load(change, numbers, ()):
            _check_review(commitment, Review.DISMISSED)
            after = replace(_reviewed(commitment, Review.PROPOSED, occasion), dismissed_for="", tracked_on=None)
            if commitment.tracked_on is not None:
                after = rearmed(after, {one.id for one in after.occurrences})
            restored.append(save(change, followup, commitment, after))
        change.summary = "proposed again"
        return Reviewed(change.number, tuple(restored))


def _load(change: Change, numbers: Iterable[int], seen: Iterable[StoredCommitment]) -> list[StoredCommitment]:
    """The commitments as they stand. Raises ConflictError where one is not as it was shown any more."""
    shown = {commitment.number: commitment for commitment in seen}
    loaded = [load_to_change(change.conn, Reference(number))[0] for number in numbers]
    for commitment in loaded:
        if shown.get(commitment.number, commitment) != commitment:
            last = history.recent(change.conn, 1, commitment.number)
            raise ConflictError(f"commitment {commitment.number}", last[0].by if last else "somebody")
    return loaded


def _check_review(commitment: StoredCommitment, wanted: Review) -> None:
    if commitment.review is not wanted:
        raise UsageError(
            f"commitment {commitment.number} is {commitment.review}, not {wanted}",
            f"tracker show {commitment.number} tells since when",
        )


def _reviewed(commitment: StoredCommitment, review: Review, occasion: Occasion) -> StoredCommitment:
    return replace(commitment, review=review, reviewed_by=occasion.by, reviewed_at=occasion.now)


def proposed(store: Store, occasion: Occasion) -> tuple[StoredCommitment, ...]:
    """What waits for review, the nearest due date first."""
    with store.reading() as conn:
        return commitments.find(conn, parse_query("review:proposed", occasion.today), occasion.today)
