"""What is to be said of an occurrence on a day, and on which day there is something to say next."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from tracker.core.alert import Stage, StageKind
from tracker.core.calendar import near
from tracker.core.deadline import Sense
from tracker.core.status import Review
from tracker.core.wish import Wishes
from tracker.followup.recurrence import next_to_make
from tracker.followup.stages import first_stage_after, order, stages_until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.core.alert import Alert
    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.followup.policy import Policy


@dataclass(frozen=True, slots=True)
class Known:
    """What was said and wished of an occurrence so far.

    last             the latest stage that was said of it: a step, a day of its own, or a move
    silenced_until   the day that ends the silence which kept back what was said last; None: nothing was kept back
    verdict          the verdict that was told: the last that is said of a settled one
    """

    last: Alert | None = None
    silenced_until: date | None = None
    wishes: Wishes = field(default_factory=Wishes)
    verdict: Alert | None = None


NOTHING = Known()


@dataclass(frozen=True, slots=True)
class Step:
    """What to say of an occurrence today (None: nothing new), and the day to look at it again (None: never)."""

    stage: Stage | None
    next_on: date | None


def next_stage_on(
    commitment: StoredCommitment, occurrence: Occurrence, policy: Policy, known: Known = NOTHING
) -> date | None:
    """The earliest day with something to say after what was last said under the present arming; of a series' last
    occurrence also the day on which the next one is to be made."""
    if commitment.review is not Review.TRACKED:
        return None
    days = [_next_to_make_on(commitment, occurrence, policy)]
    again = _again(occurrence, known)
    if occurrence.status.is_settled:
        days.append(again.on if again else None)
    else:
        last = known.last if known.last and known.last.arming == occurrence.arming else None
        stage = first_stage_after(commitment, occurrence, policy, _told_until(last, known), known.wishes)
        days += [again.on if again else None, stage.on if stage else None]
    return min((day for day in days if day is not None), default=None)


def plan(commitment: StoredCommitment, policy: Policy, known: Mapping[int, Known]) -> StoredCommitment:
    """A commitment whose every occurrence knows the next day on which it has something to say.

    `known` holds what was said and wished of each occurrence that has something of the kind, by the occurrence's id.
    """
    return replace(
        commitment,
        occurrences=tuple(
            replace(one, next_stage_on=next_stage_on(commitment, one, policy, known.get(one.id, NOTHING)))
            for one in commitment.occurrences
        ),
    )


def step_on(commitment: StoredCommitment, occurrence: Occurrence, policy: Policy, known: Known, today: date) -> Step:
    """What to say of a tracked occurrence on a day: the latest stage reached, once, however many were missed.

    One that was past due before anybody tracked it is not run through the ladder that it missed: it is told
    as a backfill and joins the ladder at its next step. So is one of a series whose successor has fallen due as well
    before a check came to it. A settled one has nothing to say but a verdict that a silence kept back.
    """
    make_on = _next_to_make_on(commitment, occurrence, policy)
    again = _again(occurrence, known)
    if occurrence.status.is_settled:
        return _verdict_on(today, again, make_on)
    last = known.last
    last = last if last and last.arming == occurrence.arming and last.said_on <= today else None
    following = first_stage_after(commitment, occurrence, policy, today, known.wishes)
    later = [following.on if following else None, make_on, again.on if again and again.on > today else None]
    next_on = min((day for day in later if day is not None), default=None)
    told_until = _told_until(last, known)
    reached = [
        stage
        for stage in stages_until(commitment, occurrence, policy, today, known.wishes)
        if told_until is None or stage.on > told_until
    ]
    if again and again.on <= today:
        reached = sorted([again, *reached], key=order)
    if not reached:
        return Step(None, next_on)
    if last is None and _is_of_the_ladder(reached[-1]) and _is_backfill(commitment, occurrence, today):
        return Step(Stage(StageKind.BACKFILL, 0, occurrence.due or today), next_on)
    return Step(reached[-1], next_on)


def _told_until(last: Alert | None, known: Known) -> date | None:
    """The day up to which all stages are told; a move does not tell what a person wished to hear on its day."""
    if last is None:
        return None
    is_move = last.stage == str(StageKind.DUE_CHANGED)
    is_wished = last.said_on in known.wishes.reminders and last.said_on not in known.wishes.reminded
    return near(last.said_on, -1) if is_move and is_wished else last.said_on


def _next_to_make_on(commitment: StoredCommitment, occurrence: Occurrence, policy: Policy) -> date | None:
    """When the occurrence that follows a series' last one is to be made."""
    if occurrence.number != len(commitment.occurrences):
        return None
    following = next_to_make(commitment, policy)
    return following.next_stage_on if following else None


def _verdict_on(today: date, again: Stage | None, make_on: date | None) -> Step:
    """A verdict that a silence kept back is told once that ends, or looked at again then."""
    if again is None:
        return Step(None, make_on)
    if again.on <= today:
        return Step(again, make_on)
    return Step(None, min(again.on, make_on or again.on))


def _again(occurrence: Occurrence, known: Known) -> Stage | None:
    """The day that ends a silence, where that kept back what was said last; of a settled one, where that was the
    verdict."""
    is_settled = occurrence.status.is_settled
    kind, last = (StageKind.STATUS_CHANGED, known.verdict) if is_settled else (StageKind.AGAIN, known.last)
    day = known.silenced_until
    if day is None or (is_settled and last is None):
        return None
    is_on_it = last is not None and (last.stage, last.stage_on) == (str(kind), day)
    return Stage(kind, 0, near(day, 1) if is_on_it else day)


def _is_of_the_ladder(stage: Stage) -> bool:
    return stage.kind not in (StageKind.AGAIN, StageKind.REMINDER)


def _is_backfill(commitment: StoredCommitment, occurrence: Occurrence, today: date) -> bool:
    due, tracked_on = occurrence.due, commitment.tracked_on
    if occurrence.arming > 0 or due is None or tracked_on is None:
        return False
    successors = commitment.occurrences[occurrence.number : occurrence.number + 1]
    if any(one.due is not None and one.due <= today for one in successors):
        return True
    return commitment.found.sense is Sense.ACHIEVE and due < tracked_on <= today
