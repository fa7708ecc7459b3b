"""A recurring commitment's next occurrences, by its RFC 5545 rule."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from tracker.core.occurrence import Occurrence
from tracker.core.status import Review
from tracker.core.timing import DUE_SOON_DAYS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.core.record import StoredCommitment
    from tracker.followup.policy import Policy

MOST_AT_ONCE = 100
"""How many occurrences of one commitment a check makes; after a long time without one, the next checks go on."""


def next_to_make(commitment: StoredCommitment, policy: Policy) -> Occurrence | None:
    """The occurrence after the last one; None where none follows, or nobody tracks the commitment.

    `next_stage_on` is the day on which it is to be made: that of its first stage, 7 days ahead of its due date at the
    latest, but not before the one ahead of it is due.
    """
    return next(_to_come(commitment, policy), None)


def made_by(commitment: StoredCommitment, policy: Policy, today: date) -> tuple[Occurrence, ...]:
    """The occurrences that are to be made by a day and are not there yet, at most `MOST_AT_ONCE`, in order."""
    made: list[Occurrence] = []
    for occurrence in _to_come(commitment, policy):
        if len(made) == MOST_AT_ONCE or (occurrence.next_stage_on or today) > today:
            break
        made.append(occurrence)
    return tuple(made)


def scheduled_on(occurrence: Occurrence) -> date | None:
    """The day that the rule gave it, whatever it was moved to since."""
    return occurrence.first_due or occurrence.due


def _to_come(commitment: StoredCommitment, policy: Policy) -> Iterator[Occurrence]:
    """Without end, where the rule has none and the calendar allows it."""
    deadline, last = commitment.found.deadline, commitment.occurrences[-1]
    start = scheduled_on(last)
    if commitment.review is not Review.TRACKED or deadline is None or not deadline.rrule or start is None:
        return
    number = last.number
    for due in _days_after(deadline.rrule, deadline.due or start, start):
        if commitment.ends_on is not None and due > commitment.ends_on:
            return
        number += 1
        yield Occurrence(
            commitment=commitment.number,
            number=number,
            due=due,
            first_due=due,
            next_stage_on=_to_be_made_on(start, due, policy),
        )
        start = due


def _days_after(rule: str, first: date, start: date) -> Iterator[date]:
    """The rule's days later than one of them; a rule that dateutil cannot read has none."""
    from dateutil.rrule import rrulestr

    try:
        days = rrulestr(rule, dtstart=datetime.combine(first, time()))
    except ValueError:
        return
    for at in days.xafter(datetime.combine(start, time())):
        yield at.date()


def _to_be_made_on(start: date, due: date, policy: Policy) -> date:
    interval = (due - start).days
    leads = [-offset for offset in policy.ladder if 0 < -offset * 2 <= interval]
    return max(start, due - timedelta(days=max([DUE_SOON_DAYS, *leads])))
