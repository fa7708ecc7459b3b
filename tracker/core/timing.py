"""Where an occurrence stands in time: arithmetic on reading, never stored."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from tracker.core.deadline import Sense

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.core.status import Review

DUE_SOON_DAYS = 7
LONG_OVERDUE_DAYS = 30


class Timing(StrEnum):
    """Where an occurrence stands in time, most urgent first; the last three only once it is settled."""

    LONG_OVERDUE = "long_overdue"
    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    DUE_SOON = "due_soon"
    REVIEW_DUE = "review_due"
    UPCOMING = "upcoming"
    UNDATED = "undated"
    ON_TIME = "on_time"
    LATE = "late"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Standing:
    """An occurrence of a commitment seen on one day.

    days   until it is due (negative: past it) while unsettled; late by, once settled with a day of the deed;
           None where there is nothing to count
    """

    commitment: StoredCommitment
    occurrence: Occurrence
    timing: Timing
    days: int | None


@dataclass(frozen=True, slots=True)
class Counts:
    """How many there are on one day; a word that nothing has is missing.

    by_timing           tracked commitments by the timing word of their current occurrence
    by_review           all commitments
    evidence_proposed   pieces of evidence that nobody has accepted or rejected
    review_urgent       proposed commitments that are past due, or due within 7 days
    """

    by_timing: Mapping[Timing, int]
    by_review: Mapping[Review, int]
    evidence_proposed: int
    review_urgent: int


def timing_of(occurrence: Occurrence, sense: Sense, today: date) -> Timing:
    """The timing word of an occurrence on a day.

    It is overdue from the day after its due date, long overdue when more than 30 days have passed, due soon
    within 7 days. What is kept until a day is never overdue: after it, somebody is to ask whether it was kept;
    and once settled it was neither on time nor late.
    """
    if occurrence.status.is_settled:
        return Timing.CLOSED if sense is Sense.KEEP else _timing_once_settled(occurrence)
    if occurrence.due is None or (sense is Sense.KEEP and today > occurrence.due):
        is_review_due = occurrence.review_on is not None and today >= occurrence.review_on
        return Timing.REVIEW_DUE if is_review_due or occurrence.due is not None else Timing.UNDATED
    left = (occurrence.due - today).days
    if left < -LONG_OVERDUE_DAYS:
        return Timing.LONG_OVERDUE
    if left < 0:
        return Timing.OVERDUE
    if left == 0:
        return Timing.DUE_TODAY
    return Timing.DUE_SOON if left <= DUE_SOON_DAYS else Timing.UPCOMING


def _timing_once_settled(occurrence: Occurrence) -> Timing:
    if occurrence.done_on is None or occurrence.due is None:
        return Timing.CLOSED
    return Timing.ON_TIME if occurrence.done_on <= occurrence.due else Timing.LATE


def days_of(occurrence: Occurrence, sense: Sense, today: date) -> int | None:
    """Days until the due date while unsettled, days late once settled with a day of the deed, else None."""
    if occurrence.due is None:
        return None
    if not occurrence.status.is_settled:
        return (occurrence.due - today).days
    if sense is Sense.KEEP or occurrence.done_on is None:
        return None
    return max(0, (occurrence.done_on - occurrence.due).days)


def standing_of(commitment: StoredCommitment, occurrence: Occurrence, today: date) -> Standing:
    """An occurrence of a commitment as it stands on a day."""
    sense = commitment.found.sense
    return Standing(commitment, occurrence, timing_of(occurrence, sense, today), days_of(occurrence, sense, today))
