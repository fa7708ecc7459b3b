"""Our reading put right; that is no slippage."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.commitment import Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span
from tracker.core.status import Review
from tracker.errors import UsageError
from tracker.services.planning import review_day, save, with_occurrence
from tracker.services.reference import load, load_to_change
from tracker.store import amendments

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.commitment import Commitment
    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.followup.policy import Policy
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.reference import Reference
    from tracker.store.change import Change
    from tracker.store.store import Store


@dataclass(frozen=True, slots=True)
class Correction:
    """What was read wrongly; None leaves a field as it is. `due` and `is_undated` exclude each other."""

    promisor: str | None = None
    deed: str | None = None
    due: date | None = None
    is_undated: bool = False
    sense: Sense | None = None
    review_on: date | None = None

    @property
    def is_dating(self) -> bool:
        """True where the due date is corrected, or denied."""
        return self.due is not None or self.is_undated

    @property
    def is_empty(self) -> bool:
        """True where nothing is corrected."""
        return self == Correction()


def announced_on(store: Store, reference: Reference) -> date:
    """The day of a commitment's announcement. Raises NotFoundError."""
    with store.reading() as conn:
        return load(conn, reference)[0].announced_on


def edit(
    store: Store,
    followup: FollowupRules,
    occasion: Occasion,
    reference: Reference,
    correction: Correction,
    reason: str = "",
) -> StoredCommitment:
    """Correct what was read from the announcement; the reason, in words, stands in its history.

    Raises NotFoundError, UsageError, ConflictError.
    """
    with store.writing("edit", occasion.by, occasion.now) as change:
        commitment, occurrence = load_to_change(change.conn, reference)
        if correction.is_dating:
            _refuse_where_moved(change, commitment, occurrence)
        after = corrected(commitment, occurrence, correction, followup.policies.of(commitment))
        if after == commitment:
            raise UsageError(
                "nothing to correct", "give --promisor, --deed, --due, --no-due, --sense, --review-on or --publisher"
            )
        told, why = tell_differences(commitment, after, occurrence), " ".join(reason.split())
        change.summary = f"{told}; because: {why}" if why else told
        return save(change, followup, commitment, after)


def _refuse_where_moved(change: Change, commitment: StoredCommitment, occurrence: Occurrence) -> None:
    """Raises UsageError where the date is one that the promisor moved: the first date must not be lost."""
    if any(one.occurrence == occurrence.id for one in amendments.of_commitment(change.conn, commitment.number)):
        raise UsageError(
            f"commitment {commitment.number} was moved by its promisor, and a corrected date would hide that",
            f"take the move back with tracker undo, or record another: tracker move {commitment.number} --to …",
        )


def corrected(
    commitment: StoredCommitment, occurrence: Occurrence, correction: Correction, policy: Policy
) -> StoredCommitment:
    """The commitment as a person reads it; a date corrected here is the first one too.

    What is tracked already is armed anew where its days changed, so that what was said can be said again.
    Raises UsageError where a day lies before the announcement, a name is empty, or a review day has no use.
    """
    found = correct_reading(commitment.found, commitment.announced_on, correction)
    after = occurrence
    if correction.is_dating:
        after = _redated(commitment, after, correction, policy)
    if correction.review_on is not None:
        after = _with_review_day(commitment, after, correction.review_on)
    is_told_otherwise = after != occurrence or found.sense is not commitment.found.sense
    if is_told_otherwise and commitment.review is Review.TRACKED:
        after = replace(after, arming=after.arming + 1)
    return with_occurrence(replace(commitment, found=found), after)


def _with_review_day(commitment: StoredCommitment, occurrence: Occurrence, review_on: date) -> Occurrence:
    if occurrence.due is not None:
        raise UsageError(f"commitment {commitment.number} has a due date", "--review-on is for one without: --no-due")
    if review_on < commitment.announced_on:
        raise UsageError(
            f"{review_on} lies before the announcement of {commitment.announced_on}",
            "give a later day with --review-on",
        )
    return replace(occurrence, review_on=review_on)


def correct_reading(found: Commitment, announced_on: date, correction: Correction) -> Commitment:
    """What was found, with a person's word over it. Raises UsageError as `corrected` does."""
    if correction.promisor is not None:
        found = replace(found, promisor=Promisor(_filled(correction.promisor, "--promisor"), PromisorSource.PERSON))
    if correction.deed is not None:
        found = replace(found, deed=_filled(correction.deed, "--deed"))
    if correction.due is not None and correction.due < announced_on:
        raise UsageError(
            f"{correction.due} lies before the announcement of {announced_on}", "give a later date with --due"
        )
    if correction.due or correction.is_undated or correction.sense:
        found = replace(found, deadline=_correct_deadline(found.deadline, announced_on, correction))
    return found


def _filled(text: str, flag: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise UsageError(f"{flag} is empty", "give some words")
    return text


def _correct_deadline(read: Deadline | None, announced_on: date, correction: Correction) -> Deadline:
    """The deadline with the person's date in the place of the one that was read; its words stay."""
    old = read or Deadline("", Span(0, 0), DeadlineKind.OPEN, (), Anchor(announced_on), "")
    new = replace(old, sense=correction.sense or old.sense)
    if correction.due is not None and correction.due != old.due:
        return replace(_set_by_a_person(new, f"{correction.due} was set by a person"), due=correction.due)
    if correction.is_undated:
        undated = _set_by_a_person(new, "a person read no due date in it")
        return replace(undated, kind=DeadlineKind.OPEN, due=None)
    return new


def _set_by_a_person(deadline: Deadline, explanation: str) -> Deadline:
    return replace(
        deadline,
        kind=DeadlineKind.DATED,
        strict_due=None,
        rrule=None,
        condition=None,
        rules=("set by a person",),
        steps=(),
        explanation=explanation,
        is_past=False,
    )


def _redated(
    commitment: StoredCommitment, occurrence: Occurrence, correction: Correction, policy: Policy
) -> Occurrence:
    if correction.is_undated:
        review_on = occurrence.review_on or review_day(commitment.announced_on, policy)
        return replace(occurrence, due=None, first_due=None, strict_due=None, review_on=review_on)
    if correction.due == occurrence.due:
        return occurrence
    return replace(occurrence, due=correction.due, first_due=correction.due, strict_due=None, review_on=None)


def tell_differences(before: StoredCommitment, after: StoredCommitment, occurrence: Occurrence) -> str:
    """What a correction of an occurrence changed, in words."""
    old, new = before.occurrences[occurrence.number - 1], after.occurrences[occurrence.number - 1]
    pairs = (
        ("promisor", before.found.promisor.name, after.found.promisor.name),
        ("deed", before.found.deed, after.found.deed),
        ("due", old.due, new.due),
        ("sense", before.found.sense.value, after.found.sense.value),
        ("review", old.review_on, new.review_on),
    )
    told = [f"{name} {was or 'none'} → {now or 'none'}" for name, was, now in pairs if was != now]
    return "our reading corrected: " + "; ".join(told) if told else "our reading confirmed"
