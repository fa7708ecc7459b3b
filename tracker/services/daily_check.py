"""The daily check: what is newly due soon, due, overdue or to be asked about, recorded once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.alert import Alert, CheckResult, Said, StageKind
from tracker.core.query import parse_query
from tracker.core.timing import Timing, standing_of
from tracker.followup.plan import next_stage_on, step_on
from tracker.store import checks, commitments

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store

CHECKER = "check"
FOLLOWED = "review:tracked +UNSETTLED"


def check(store: Store, followup: FollowupRules, occasion: Occasion) -> CheckResult:
    """Look at every tracked, unsettled occurrence that has something to say today, and record what is said.

    It reads only the rows whose next stage has come, says the latest stage once, and writes the alerts, the next
    days and its own run in one transaction; run again on the same day it says only what is new since.
    """
    today = occasion.today
    with store.writing("check", CHECKER, occasion.now) as change:
        _plan_anew_after_new_settings(change, followup, today)
        steps = list(_steps(change.conn, commitments.plan_due(change.conn, today), followup, today))
        told = [said for said, _ in steps if said]
        new = {_key(alert) for alert in checks.add_alerts(change, [_alert(said, today) for said in told])}
        told = [said for said in told if _key(_alert(said, today)) in new]
        checks.set_next_stages(change, {occurrence: next_on for _, (occurrence, next_on) in steps})
        checks.record_run(change, today, occasion.now, len(new))
        result = _result(change.conn, told, today, is_preview=False)
        change.summary = _summary(result)
    return result


def preview(store: Store, followup: FollowupRules, today: date) -> CheckResult:
    """What a check on a day would say; nothing is written."""
    with store.reading() as conn:
        steps = _steps(conn, _followed(conn, today), followup, today)
        return _result(conn, [said for said, _ in steps if said], today, is_preview=True)


def _followed(conn: Connection, today: date) -> tuple[StoredCommitment, ...]:
    """All that is tracked and not settled."""
    return commitments.find(conn, parse_query(FOLLOWED, today), today)


def _steps(
    conn: Connection, followed: Iterable[StoredCommitment], followup: FollowupRules, today: date
) -> Iterator[tuple[Said | None, tuple[int, date | None]]]:
    """For each unsettled occurrence what to say today (None: nothing), and its id with the next day to look at it."""
    for commitment, occurrence, last_said in _unsettled(conn, followed, today):
        step = step_on(commitment, occurrence, followup.policies.of(commitment), last_said, today)
        said = Said(standing_of(commitment, occurrence, today), step.stage) if step.stage else None
        yield said, (occurrence.id, step.next_on)


def _unsettled(
    conn: Connection, followed: Iterable[StoredCommitment], today: date
) -> Iterator[tuple[StoredCommitment, Occurrence, Alert | None]]:
    """Each unsettled occurrence with its commitment and what was last said of it."""
    pairs = [
        (one, occurrence) for one in followed for occurrence in one.occurrences if not occurrence.status.is_settled
    ]
    said = checks.last_said(conn, [occurrence.id for _, occurrence in pairs], today)
    return ((one, occurrence, said.get(occurrence.id)) for one, occurrence in pairs)


def _alert(said: Said, today: date) -> Alert:
    occurrence, stage = said.standing.occurrence, said.stage
    return Alert(occurrence.commitment, occurrence.id, occurrence.arming, stage.key, stage.on, today)


def _key(alert: Alert) -> tuple[int, int, str, date]:
    """What makes an alert this one; nothing is said twice under the same key."""
    return alert.occurrence, alert.arming, alert.stage, alert.stage_on


def _result(conn: Connection, told: list[Said], today: date, *, is_preview: bool) -> CheckResult:
    counts = commitments.counts(conn, today)
    return CheckResult(
        today=today,
        said=tuple(sorted((one for one in told if not _is_backfill(one)), key=_urgency)),
        backfilled=tuple(one.standing for one in told if _is_backfill(one)),
        overdue=sum(counts.by_timing.get(word, 0) for word in (Timing.OVERDUE, Timing.LONG_OVERDUE)),
        waiting=counts.review_urgent,
        is_preview=is_preview,
    )


def _summary(result: CheckResult) -> str:
    backfilled = f", {len(result.backfilled)} past due before being tracked" if result.backfilled else ""
    return f"{len(result.said)} new on {result.today}{backfilled}"


def _is_backfill(said: Said) -> bool:
    return said.stage.kind is StageKind.BACKFILL


def _urgency(said: Said) -> tuple[bool, date, int]:
    """By due date; what has none comes after, by the day it was to be asked about."""
    occurrence = said.standing.occurrence
    return occurrence.due is None, occurrence.due or said.stage.on, occurrence.commitment


def _plan_anew_after_new_settings(change: Change, followup: FollowupRules, today: date) -> None:
    """Give every occurrence its next day by the settings in force, where others held at the last check."""
    if checks.fingerprint(change.conn) == followup.fingerprint:
        return
    unsettled = _unsettled(change.conn, _followed(change.conn, today), today)
    checks.set_next_stages(
        change,
        {
            one.id: next_stage_on(commitment, one, followup.policies.of(commitment), said)
            for commitment, one, said in unsettled
        },
    )
    checks.set_fingerprint(change, followup.fingerprint)
