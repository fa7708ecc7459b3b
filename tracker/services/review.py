"""Is it a commitment? Extraction proposed; here a person decides."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.status import Review
from tracker.errors import UsageError
from tracker.services.edit import corrected
from tracker.services.planning import save
from tracker.services.reference import Reference, load
from tracker.store import commitments

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.core.record import StoredCommitment
    from tracker.followup.policy import Policy
    from tracker.services.edit import Correction
    from tracker.services.occasion import Occasion
    from tracker.store.store import Store


def accept(
    store: Store, policy: Policy, occasion: Occasion, numbers: Iterable[int], correction: Correction | None = None
) -> tuple[StoredCommitment, ...]:
    """Track proposed commitments, corrected first where a person read one otherwise; all of them or none.

    Raises NotFoundError, UsageError where one is not proposed, ConflictError.
    """
    with store.writing("accept", occasion.by, occasion.now) as change:
        accepted = []
        for number in numbers:
            commitment, occurrence = load(change.conn, Reference(number))
            _check_review(commitment, Review.PROPOSED)
            after = corrected(commitment, occurrence, correction, policy) if correction else commitment
            after = replace(_reviewed(after, Review.TRACKED, occasion), tracked_on=occasion.today)
            accepted.append(save(change, policy, commitment, after))
        change.summary = "taken as a commitment" + (" with corrections" if correction else "")
    return tuple(accepted)


def dismiss(store: Store, policy: Policy, occasion: Occasion, number: int, reason: str) -> StoredCommitment:
    """Say that a proposed or tracked one is no commitment; it is kept, so as to be known again.

    Raises NotFoundError, UsageError, ConflictError.
    """
    with store.writing("dismiss", occasion.by, occasion.now) as change:
        commitment, _ = load(change.conn, Reference(number))
        if commitment.review is Review.DISMISSED:
            raise UsageError(
                f"commitment {number} is dismissed already", f"tracker review {number} --restore takes it back"
            )
        change.summary = f"no commitment: {reason}" if reason else "no commitment"
        after = replace(_reviewed(commitment, Review.DISMISSED, occasion), dismissed_for=reason)
        return save(change, policy, commitment, after)


def restore(store: Store, policy: Policy, occasion: Occasion, number: int) -> StoredCommitment:
    """Propose a dismissed one again. Raises NotFoundError, UsageError where it is not dismissed, ConflictError."""
    with store.writing("restore", occasion.by, occasion.now) as change:
        commitment, _ = load(change.conn, Reference(number))
        _check_review(commitment, Review.DISMISSED)
        change.summary = "proposed again"
        after = replace(_reviewed(commitment, Review.PROPOSED, occasion), dismissed_for="", tracked_on=None)
        return save(change, policy, commitment, after)


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
    from tracker.core.query import parse_query

    with store.reading() as conn:
        return commitments.find(conn, parse_query("review:proposed", occasion.today), occasion.today)
