"""The days on which an occurrence has something to say, worked out from its dates, the policy and people's wishes."""

from __future__ import annotations

from datetime import timedelta
from heapq import merge
from itertools import takewhile
from typing import TYPE_CHECKING

from tracker.core.alert import Stage, StageKind
from tracker.core.calendar import near
from tracker.core.deadline import Sense
from tracker.core.timing import Timing, timing_of
from tracker.core.wish import Wishes
from tracker.followup.recurrence import scheduled_on

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.core.wish import Wish
    from tracker.followup.policy import Policy

YEAR = 365
NONE_WISHED = Wishes()
REMINDER_REACH = 2
"""A reminder takes the place of a ladder step within so many days of it."""

_RANKS = {StageKind.AGAIN: 0, StageKind.OPENS: 1, StageKind.STRICT: 1, StageKind.REMINDER: 3}
_COURSE = (
    *(Timing.UNDATED, Timing.UPCOMING, Timing.DUE_SOON, Timing.DUE_TODAY, Timing.OVERDUE, Timing.LONG_OVERDUE),
    Timing.REVIEW_DUE,
)
"""The timing words that an unsettled occurrence goes through, in that order; some are left out, none comes back."""


def stages_until(
    commitment: StoredCommitment,
    occurrence: Occurrence,
    policy: Policy,
    last: date,
    wishes: Wishes = NONE_WISHED,
) -> tuple[Stage, ...]:
    """Every stage of an occurrence up to and including a day, in the order of their days; of two on one day the one
    that says more comes later."""
    coming = _stages(commitment, occurrence, policy, wishes)
    return tuple(takewhile(lambda stage: stage.on <= last, coming))


def first_stage_after(
    commitment: StoredCommitment,
    occurrence: Occurrence,
    policy: Policy,
    after: date | None,
    wishes: Wishes = NONE_WISHED,
) -> Stage | None:
    """The earliest stage later than a day (the earliest of all where that is None); None: there is none."""
    coming = _stages(commitment, occurrence, policy, wishes)
    return next((stage for stage in coming if after is None or stage.on > after), None)


def order(stage: Stage) -> tuple[date, int]:
    """What stages are sorted by."""
    return stage.on, _RANKS.get(stage.kind, 2)


def _stages(commitment: StoredCommitment, occurrence: Occurrence, policy: Policy, wishes: Wishes) -> Iterator[Stage]:
    """All of them in order, without end, as people wish them."""
    acknowledged = _in_force(wishes.acknowledged, occurrence)
    snoozed = _in_force(wishes.snoozed, occurrence)
    own = [
        *_days_of_its_own(commitment, occurrence),
        *(Stage(StageKind.REMINDER, 0, day) for day in wishes.reminders if day not in wishes.reminded),
        *_said_again(commitment, occurrence, acknowledged, snoozed),
    ]
    steps = () if _is_for_good(acknowledged) else _repeated(commitment, occurrence, policy)
    for stage in merge(sorted(own, key=order), steps, key=order):
        is_step = stage.kind not in _RANKS
        if snoozed is not None and snoozed.day is not None and stage.on < snoozed.day:
            continue
        if is_step and _is_replaced(stage, wishes):
            continue
        if is_step and acknowledged is not None and _is_acknowledged(commitment, occurrence, acknowledged, stage.on):
            continue
        yield stage


def _in_force(wish: Wish | None, occurrence: Occurrence) -> Wish | None:
    return wish if wish is not None and wish.arming == occurrence.arming else None


def _is_replaced(stage: Stage, wishes: Wishes) -> bool:
    """True where a person's own reminder stands close by."""
    return any(abs((stage.on - day).days) <= REMINDER_REACH for day in wishes.reminders)


def _is_acknowledged(commitment: StoredCommitment, occurrence: Occurrence, wish: Wish, day: date) -> bool:
    """True up to the last day on which it stands as it stood when it was acknowledged; false from that wish's end on.

    What it reached before, and nobody had said yet, the person knew as well.
    """
    word = timing_of(occurrence, commitment.found.sense, day)
    is_before_its_end = wish.day is None or day < wish.day
    return is_before_its_end and wish.timing is not None and _COURSE.index(word) <= _COURSE.index(wish.timing)


def _is_for_good(acknowledged: Wish | None) -> bool:
    """True where no step is ever said: without an end, and of a word that no other takes the place of."""
    lasting = (Timing.LONG_OVERDUE, Timing.REVIEW_DUE)
    return acknowledged is not None and acknowledged.day is None and acknowledged.timing in lasting


def _said_again(
    commitment: StoredCommitment, occurrence: Occurrence, acknowledged: Wish | None, snoozed: Wish | None
) -> Iterator[Stage]:
    """The day that ends a snooze, unless it was acknowledged since, and the one that ends an acknowledgement which held
    until then."""
    if snoozed is not None and snoozed.day is not None:
        since = acknowledged if acknowledged is not None and acknowledged.at > snoozed.at else None
        if since is None or not _is_acknowledged(commitment, occurrence, since, snoozed.day):
            yield Stage(StageKind.AGAIN, 0, snoozed.day)
    if acknowledged is not None and acknowledged.day is not None:
        eve = near(acknowledged.day, -1)
        if _is_acknowledged(commitment, occurrence, acknowledged, eve):
            yield Stage(StageKind.AGAIN, 0, acknowledged.day)


def _until_the_calendar_ends(stages: Iterator[Stage]) -> Iterator[Stage]:
    """The same stages; the ladder of a due date near the year 9999 has a last one."""
    try:
        yield from stages
    except OverflowError:
        return


def _days_of_its_own(commitment: StoredCommitment, occurrence: Occurrence) -> Iterator[Stage]:
    """A window's opening and the strict reading, each said on its day."""
    if occurrence.opens is not None and occurrence.opens > commitment.announced_on:
        yield Stage(StageKind.OPENS, 0, occurrence.opens)
    if occurrence.strict_due is not None and occurrence.strict_due >= commitment.announced_on:
        yield Stage(StageKind.STRICT, 0, occurrence.strict_due)


def _repeated(commitment: StoredCommitment, occurrence: Occurrence, policy: Policy) -> Iterator[Stage]:
    """The ladder of a due date, or the questions about what has none or was to be kept; in order, without end."""
    if occurrence.due is None:
        if occurrence.review_on is not None:
            yield from _until_the_calendar_ends(_questions(StageKind.REVIEW, occurrence.review_on, policy))
    elif commitment.found.sense is Sense.KEEP:
        yield from _until_the_calendar_ends(_questions(StageKind.KEPT, occurrence.due, policy, first=1))
    else:
        length = (occurrence.due - _begins_on(commitment, occurrence)).days
        yield from _until_the_calendar_ends(_ladder(occurrence.due, length, policy))


def _begins_on(commitment: StoredCommitment, occurrence: Occurrence) -> date:
    """Where the promise's own length begins: its announcement, or the due date of the occurrence ahead of it."""
    before = commitment.occurrences[occurrence.number - 2] if occurrence.number > 1 else None
    return (scheduled_on(before) if before else None) or commitment.announced_on


def _questions(kind: StageKind, start: date, policy: Policy, first: int = 0) -> Iterator[Stage]:
    offset = first
    while True:
        yield Stage(kind, offset, start + timedelta(days=offset))
        offset += policy.review_after


def _ladder(due: date, length: int, policy: Policy) -> Iterator[Stage]:
    """The steps of the ladder; one whose lead exceeds half of the promise's own length is dropped."""
    for offset in policy.ladder:
        if -offset * 2 <= length or offset >= 0:
            yield _step(due, offset)
    offset = max((*policy.ladder, 0))
    while True:
        offset += YEAR
        yield _step(due, offset)


def _step(due: date, offset: int) -> Stage:
    kind = StageKind.AHEAD if offset < 0 else StageKind.PAST if offset else StageKind.DUE
    return Stage(kind, offset, due + timedelta(days=offset))
