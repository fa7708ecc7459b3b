"""Saving a commitment so that it knows the next day on which it has something to say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.alert import StageKind
from tracker.core.calendar import near
from tracker.core.occurrence import Occurrence
from tracker.core.outbox import Withdrawal
from tracker.core.status import Review
from tracker.followup.plan import NOTHING, next_stage_on, plan
from tracker.store import checks, commitments, deliveries
from tracker.store.known import known_of

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date

    from tracker.core.commitment import Commitment
    from tracker.core.record import StoredCommitment
    from tracker.followup.plan import Known
    from tracker.followup.policy import Policy
    from tracker.followup.rules import FollowupRules
    from tracker.store.change import Change


def first_occurrence(found: Commitment, announced_on: date, policy: Policy) -> Occurrence:
    """The one occurrence that a commitment starts with, dated as its deadline was read."""
    deadline = found.deadline
    due = deadline.due if deadline else None
    opens = deadline.opens if deadline else None
    return Occurrence(
        commitment=0,
        due=due,
        first_due=due,
        opens=opens,
        strict_due=deadline.strict_due if deadline else None,
        review_on=None if due else review_day(opens or announced_on, policy),
    )


def review_day(start: date, policy: Policy) -> date:
    """The day to ask about something undated."""
    return near(start, policy.review_after)


def save(
    change: Change, followup: FollowupRules, before: StoredCommitment, after: StoredCommitment
) -> StoredCommitment:
    """Write a changed commitment with its occurrences planned anew, and withdraw what was about to be sent and holds no
    longer. Raises ConflictError."""
    known = known_of(change.conn, [occurrence.id for occurrence in after.occurrences])
    _withdraw_what_no_longer_holds(change, before, after)
    return commitments.save(change, before, plan(after, followup.policies.of(after), known))


def replan(change: Change, followup: FollowupRules, loaded: Sequence[StoredCommitment]) -> None:
    """Give every occurrence of these commitments its next day, by what was said and wished so far."""
    known = known_of(change.conn, [occurrence.id for one in loaded for occurrence in one.occurrences])
    days = {
        occurrence.id: day
        for one in loaded
        for occurrence in one.occurrences
        if (day := _next_stage_on(one, occurrence, followup, known)) != occurrence.next_stage_on
    }
    checks.set_next_stages(change, days)


def _next_stage_on(
    one: StoredCommitment, occurrence: Occurrence, followup: FollowupRules, known: Mapping[int, Known]
) -> date | None:
    return next_stage_on(one, occurrence, followup.policies.of(one), known.get(occurrence.id, NOTHING))


def _withdraw_what_no_longer_holds(change: Change, before: StoredCommitment, after: StoredCommitment) -> None:
    """What tells of a move holds whatever came after it, and so does a verdict unless it was taken back."""
    conn, at = change.conn, change.at
    if before.review is Review.TRACKED and after.review is not Review.TRACKED:
        deliveries.withdraw(conn, at, Withdrawal.DISMISSED, occurrences=[one.id for one in after.occurrences])
        return
    was = {one.id: one for one in before.occurrences}
    for one in after.occurrences:
        old = was.get(one.id, one)
        if one.status.is_settled and not old.status.is_settled:
            deliveries.withdraw(conn, at, Withdrawal.SETTLED, occurrences=[one.id], but=checks.CHANGES)
        elif old.status.is_settled and not one.status.is_settled:
            deliveries.withdraw(conn, at, Withdrawal.UNDONE, occurrences=[one.id], but=[StageKind.DUE_CHANGED])
        elif one.arming != old.arming:
            why = Withdrawal.UNDONE if change.action == "undo" else Withdrawal.MOVED
            deliveries.withdraw(conn, at, why, occurrences=[one.id], but=checks.CHANGES)


def with_occurrence(commitment: StoredCommitment, occurrence: Occurrence) -> StoredCommitment:
    """The commitment with one of its occurrences put in place of the former one."""
    occurrences = list(commitment.occurrences)
    occurrences[occurrence.number - 1] = occurrence
    return replace(commitment, occurrences=tuple(occurrences))


def rearmed(commitment: StoredCommitment, ids: Collection[int]) -> StoredCommitment:
    """The commitment with the occurrences of these ids armed anew, so that what was said can be said again."""
    return replace(
        commitment,
        occurrences=tuple(replace(one, arming=one.arming + (one.id in ids)) for one in commitment.occurrences),
    )
