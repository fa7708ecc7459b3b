"""The daily check: what is newly due soon, due, overdue or to be asked about, recorded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.alert import Alert, CheckResult, Said, StageKind
from tracker.core.query import parse_query
from tracker.core.timing import Timing, standing_of
from tracker.followup.plan import Step, next_stage_on, step_on
from tracker.store import checks, commitments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing
    from tracker.followup.policy import Policy
    from tracker.services.occasion import Occasion
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store

CHECKER = "check"
FOLLOWED = "review:tracked +UNSETTLED"


def check(store: Store, policy: Policy, occasion: Occasion) -> CheckResult:
    """Look at every tracked, unsettled occurrence that has something to say today, and record what is said.

    It reads only the rows whose next stage has come, says the latest stage once, and writes the alerts, the next
    days and its own run in one transaction; run again on the same day it says only what is new since.
    """
    with store.writing("check", CHECKER, occasion.now) as change:
        _plan_anew_after_new_settings(change, policy, occasion.today)
        due = commitments.plan_due(change.conn, occasion.today)
        steps = list(_steps(change.conn, due, policy, occasion.today))
        new = checks.add_alerts(
            change, [_alert(standing, step, occasion.today) for standing, step in steps if step.stage]
        )
        checks.set_next_stages(change, {standing.occurrence.id: step.next_on for standing, step in steps})
        checks.record_run(change, occasion.today, occasion.now, len(new))
        change.summary = f"{len(new)} new on {occasion.today}"
        return _result(change.conn, steps, occasion.today, is_preview=False)


def preview(store: Store, policy: Policy, today: date) -> CheckResult:
    """What a check on a day would say; nothing is written."""
    with store.reading() as conn:
        followed = commitments.find(conn, parse_query(FOLLOWED, today), today)
        return _result(conn, list(_steps(conn, followed, policy, today)), today, is_preview=True)


def _steps(
    conn: Connection, followed: Iterable[StoredCommitment], policy: Policy, today: date
) -> Iterator[tuple[Standing, Step]]:
    pairs = [(commitment, occurrence) for commitment in followed for occurrence in _unsettled(commitment)]
    said = checks.last_said(conn, [occurrence.id for _, occurrence in pairs])
    for commitment, occurrence in pairs:
        step = step_on(commitment, occurrence, policy, said.get(occurrence.id), today)
        yield standing_of(commitment, occurrence, today), step


def _unsettled(commitment: StoredCommitment) -> Iterator[Occurrence]:
    return (occurrence for occurrence in commitment.occurrences if not occurrence.status.is_settled)


def _alert(standing: Standing, step: Step, today: date) -> Alert:
    occurrence, stage = standing.occurrence, step.stage
    assert stage is not None  # noqa: S101 - the caller chose the steps that have a stage
    return Alert(occurrence.commitment, occurrence.id, occurrence.arming, stage.key, stage.on, today)


def _result(conn: Connection, steps: list[tuple[Standing, Step]], today: date, *, is_preview: bool) -> CheckResult:
    told = [Said(standing, step.stage) for standing, step in steps if step.stage]
    counts = commitments.counts(conn, today)
    return CheckResult(
        today=today,
        said=tuple(sorted((one for one in told if not _is_backfill(one)), key=_urgency)),
        backfilled=tuple(one.standing for one in told if _is_backfill(one)),
        overdue=sum(counts.by_timing.get(word, 0) for word in (Timing.OVERDUE, Timing.LONG_OVERDUE)),
        waiting=counts.review_urgent,
        is_preview=is_preview,
    )


def _is_backfill(said: Said) -> bool:
    return said.stage.kind is StageKind.BACKFILL


def _urgency(said: Said) -> tuple[bool, date, int]:
    """By due date; what has none comes after, by the day it was to be asked about."""
    occurrence = said.standing.occurrence
    return occurrence.due is None, occurrence.due or said.stage.on, occurrence.commitment


def _plan_anew_after_new_settings(change: Change, policy: Policy, today: date) -> None:
    if checks.fingerprint(change.conn) == policy.fingerprint:
        return
    followed = commitments.find(change.conn, parse_query(FOLLOWED, today), today)
    pairs = [(commitment, occurrence) for commitment in followed for occurrence in _unsettled(commitment)]
    said = checks.last_said(change.conn, [occurrence.id for _, occurrence in pairs])
    checks.set_next_stages(
        change,
        {
            occurrence.id: next_stage_on(commitment, occurrence, policy, said.get(occurrence.id))
            for commitment, occurrence in pairs
        },
    )
    checks.set_fingerprint(change, policy.fingerprint)
