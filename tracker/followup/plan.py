"""What is to be said of an occurrence on a day, and on which day there is something to say next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.alert import Stage, StageKind
from tracker.core.deadline import Sense
from tracker.core.status import Review
from tracker.followup.stages import first_stage_after, stages_until

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.core.alert import Alert
    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.followup.policy import Policy


@dataclass(frozen=True, slots=True)
class Step:
    """What to say of an occurrence today (None: nothing new), and the day to look at it again (None: never)."""

    stage: Stage | None
    next_on: date | None


def next_stage_on(
    commitment: StoredCommitment, occurrence: Occurrence, policy: Policy, last_said: Alert | None
) -> date | None:
    """The earliest day with something to say after what was last said under the present arming."""
    if commitment.review is not Review.TRACKED or occurrence.status.is_settled:
        return None
    said_on = last_said.said_on if last_said and last_said.arming == occurrence.arming else None
    stage = first_stage_after(commitment, occurrence, policy, said_on)
    return stage.on if stage else None


def plan(commitment: StoredCommitment, policy: Policy, said: Mapping[int, Alert]) -> StoredCommitment:
    """A commitment whose every occurrence knows the next day on which it has something to say.

    `said` holds the latest alert of each occurrence that has one, by the occurrence's id.
    """
    return replace(
        commitment,
        occurrences=tuple(
            replace(occurrence, next_stage_on=next_stage_on(commitment, occurrence, policy, said.get(occurrence.id)))
            for occurrence in commitment.occurrences
        ),
    )


def step_on(
    commitment: StoredCommitment, occurrence: Occurrence, policy: Policy, last_said: Alert | None, today: date
) -> Step:
    """What to say of an unsettled occurrence on a day: the latest stage reached, once, however many were missed.

    One that was past due before anybody tracked it is not run through the ladder that it missed: it is told
    as a backfill and joins the ladder at its next step.
    """
    last = last_said if last_said and last_said.arming == occurrence.arming and last_said.said_on <= today else None
    reached = [
        stage
        for stage in stages_until(commitment, occurrence, policy, today)
        if last is None or stage.on > last.said_on
    ]
    following = first_stage_after(commitment, occurrence, policy, today)
    next_on = following.on if following else None
    if not reached:
        return Step(None, next_on)
    if last is None and _is_backfill(commitment, occurrence, today):
        return Step(Stage(StageKind.BACKFILL, 0, occurrence.due or today), next_on)
    return Step(reached[-1], next_on)


def _is_backfill(commitment: StoredCommitment, occurrence: Occurrence, today: date) -> bool:
    tracked_on = commitment.tracked_on
    return (
        occurrence.arming == 0
        and commitment.found.sense is Sense.ACHIEVE
        and occurrence.due is not None
        and tracked_on is not None
        and occurrence.due < tracked_on <= today
    )
