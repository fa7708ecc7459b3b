"""The days on which an occurrence has something to say, worked out from its dates and the policy."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.core.alert import Stage, StageKind
from tracker.core.deadline import Sense

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.followup.policy import Policy

YEAR = 365


def stages_until(commitment: StoredCommitment, occurrence: Occurrence, policy: Policy, last: date) -> tuple[Stage, ...]:
    """Every stage of an occurrence up to and including a day, in the order of their days."""
    stages = [
        *_days_of_its_own(commitment, occurrence),
        *_up_to(last, _repeated(commitment, occurrence, policy)),
    ]
    return tuple(sorted((stage for stage in stages if stage.on <= last), key=lambda stage: stage.on))


def first_stage_after(
    commitment: StoredCommitment, occurrence: Occurrence, policy: Policy, after: date | None
) -> Stage | None:
    """The earliest stage later than a day (the earliest of all where that is None); None: there is none."""
    candidates = [stage for stage in _days_of_its_own(commitment, occurrence) if after is None or stage.on > after]
    for stage in _repeated(commitment, occurrence, policy):
        if after is None or stage.on > after:
            candidates.append(stage)
            break
    return min(candidates, key=lambda stage: stage.on, default=None)


def _until_the_calendar_ends(stages: Iterator[Stage]) -> Iterator[Stage]:
    """The same stages; the ladder of a due date near the year 9999 has a last one."""
    try:
        yield from stages
    except OverflowError:
        return


def _up_to(last: date, stages: Iterator[Stage]) -> Iterator[Stage]:
    for stage in stages:
        if stage.on > last:
            return
        yield stage


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
        yield from _until_the_calendar_ends(_ladder(commitment.announced_on, occurrence.due, policy))


def _questions(kind: StageKind, start: date, policy: Policy, first: int = 0) -> Iterator[Stage]:
    offset = first
    while True:
        yield Stage(kind, offset, start + timedelta(days=offset))
        offset += policy.review_after


def _ladder(announced_on: date, due: date, policy: Policy) -> Iterator[Stage]:
    """The steps of the ladder; one whose lead exceeds half of the promise's own length is dropped."""
    length = (due - announced_on).days
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
