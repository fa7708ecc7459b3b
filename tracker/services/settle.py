"""What became of an occurrence: a person's verdict, with a name, a reason and something to show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.core.alert import Said, Stage, StageKind
from tracker.core.deadline import Sense
from tracker.core.occurrence import Evidence, EvidenceState, Stance
from tracker.core.status import VERBS, Status, can_become
from tracker.core.timing import standing_of
from tracker.errors import UsageError
from tracker.reports.wording import spell
from tracker.services.evidence import FORMS
from tracker.services.planning import save, with_occurrence
from tracker.services.reference import check_tracked, check_unsettled, load_to_change
from tracker.services.tell import tell
from tracker.store import checks, commitments, evidence

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing
    from tracker.followup.rules import FollowupRules
    from tracker.services.evidence import GivenEvidence
    from tracker.services.occasion import Occasion
    from tracker.services.reference import Reference
    from tracker.store.change import Change
    from tracker.store.store import Store

STANCES = {
    Status.FULFILLED: Stance.DONE,
    Status.PARTLY_FULFILLED: Stance.PARTLY_DONE,
    Status.NOT_FULFILLED: Stance.NOT_DONE,
    Status.WITHDRAWN: Stance.DROPPED,
    Status.SUPERSEDED: Stance.DROPPED,
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of it: the status, the day of the deed, why, what shows it, and what took its place."""

    status: Status
    done_on: date | None = None
    reason: str = ""
    evidence: Sequence[GivenEvidence] = ()
    superseded_by: int | None = None


def settle(
    store: Store, followup: FollowupRules, occasion: Occasion, reference: Reference, verdict: Verdict
) -> Standing:
    """Give an occurrence a status and record who, why and what shows it.

    Where it had been called overdue, or another verdict on it was sent that was taken back, a verdict is told at once.

    Raises NotFoundError, UsageError where the verdict lacks what it takes or the change is not allowed,
    ConflictError where somebody changed it meanwhile.
    """
    with store.writing(VERBS[verdict.status], occasion.by, occasion.now) as change:
        return settle_in(change, followup, occasion, reference, verdict)


def settle_in(
    change: Change, followup: FollowupRules, occasion: Occasion, reference: Reference, verdict: Verdict
) -> Standing:
    """The same as a part of a change, which it gives its summary. Raises as `settle` does."""
    commitment, occurrence = load_to_change(change.conn, reference)
    _check_change(commitment, occurrence, verdict.status)
    is_shown = bool(verdict.evidence) or evidence.is_shown(change.conn, occurrence.id, _stance(verdict.status))
    _check_verdict(commitment, verdict, occasion, is_shown=is_shown)
    _check_kept(commitment, occurrence, verdict)
    if verdict.superseded_by is not None:
        _check_successor(change, commitment, verdict.superseded_by)
    settled = _settled(occurrence, verdict, occasion)
    after = save(change, followup, commitment, with_occurrence(commitment, settled))
    for given in verdict.evidence:
        evidence.add(change, _evidence(settled, verdict.status, given, occasion))
    change.summary = _summary(settled, verdict)
    standing = standing_of(after, after.occurrences[settled.number - 1], occasion.today)
    if verdict.status.is_settled and checks.was_called_overdue(change.conn, settled):
        tell(change, followup, occasion, [Said(standing, Stage(StageKind.STATUS_CHANGED, 0, occasion.today))])
    return standing


def _check_change(commitment: StoredCommitment, occurrence: Occurrence, status: Status) -> None:
    """Raises UsageError where the occurrence cannot become that."""
    check_tracked(commitment)
    if occurrence.status is status:
        number = commitment.number
        raise UsageError(f"commitment {number} is {spell(status)} already", f"tracker show {number} tells since when")
    if not can_become(occurrence.status, status):
        check_unsettled(commitment, occurrence)


def _stance(status: Status) -> Stance:
    return STANCES.get(status, Stance.MENTION)


def _check_verdict(commitment: StoredCommitment, verdict: Verdict, occasion: Occasion, *, is_shown: bool) -> None:
    """Raises UsageError where a verdict lacks what it takes, or its day cannot be.

    `is_shown`: evidence is given with it, or was accepted before.
    """
    status, done_on = verdict.status, verdict.done_on
    if status is Status.FULFILLED and done_on is None:
        raise UsageError("fulfilled needs the day of the deed", "give it with --on YYYY-MM-DD")
    if status is Status.SUPERSEDED and verdict.superseded_by is None:
        raise UsageError("superseded needs what took its place", "give that commitment with --with")
    if status.needs_evidence and not is_shown:
        raise UsageError(f"{spell(status)} needs evidence", FORMS)
    if status.needs_reason and not verdict.reason.strip():
        raise UsageError(f"{spell(status)} needs a reason", "give it with --why")
    if done_on is not None and not commitment.announced_on <= done_on <= occasion.today:
        raise UsageError(
            f"the deed cannot have been done on {done_on}",
            f"give --on a day from {commitment.announced_on}, the announcement, to {occasion.today}, today",
        )


def _check_kept(commitment: StoredCommitment, occurrence: Occurrence, verdict: Verdict) -> None:
    """Raises UsageError where something that is held until a day is called kept before that day."""
    is_called_kept = verdict.status is Status.FULFILLED and commitment.found.sense is Sense.KEEP
    if is_called_kept and occurrence.due and verdict.done_on and verdict.done_on < occurrence.due:
        raise UsageError(
            f"commitment {commitment.number} is to be kept until {occurrence.due}",
            f"it cannot be fulfilled on {verdict.done_on}; say so after that day",
        )


def _check_successor(change: Change, commitment: StoredCommitment, successor: int) -> None:
    """Raises UsageError where the successor is not tracked, or the commitment takes its place in turn."""
    check_tracked(commitments.get(change.conn, successor))
    place: int | None = successor
    while place is not None:
        if place == commitment.number:
            raise UsageError(f"commitment {place} would take its own place", "give --with another commitment")
        place = commitments.get(change.conn, place).current.superseded_by


def _settled(occurrence: Occurrence, verdict: Verdict, occasion: Occasion) -> Occurrence:
    """The occurrence under its new status; what a verdict leaves behind goes when it is reopened."""
    is_settled = verdict.status.is_settled
    is_reopened = occurrence.status.is_settled and not is_settled
    return replace(
        occurrence,
        status=verdict.status,
        done_on=verdict.done_on if is_settled else None,
        settled_at=occasion.now if is_settled else None,
        settled_by=occasion.by if is_settled else "",
        reason=verdict.reason.strip(),
        superseded_by=verdict.superseded_by,
        arming=occurrence.arming + is_reopened,
    )


def _evidence(occurrence: Occurrence, status: Status, given: GivenEvidence, occasion: Occasion) -> Evidence:
    return Evidence(
        occurrence=occurrence.id,
        kind=given.kind,
        reference=given.reference,
        stance=_stance(status),
        state=EvidenceState.ACCEPTED,
        by=occasion.by,
        at=occasion.now,
        sha256=given.sha256,
    )


def _summary(occurrence: Occurrence, verdict: Verdict) -> str:
    done = f" on {verdict.done_on}" if verdict.done_on else ""
    successor = f" by commitment {verdict.superseded_by}" if verdict.superseded_by else ""
    why = f": {verdict.reason.strip()}" if verdict.reason.strip() else ""
    which = f" (occurrence {occurrence.number})" if occurrence.number > 1 else ""
    return f"{spell(verdict.status)}{done}{successor}{which}{why}"
