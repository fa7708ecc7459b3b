"""The daily check: what is newly due soon, due, overdue or to be asked about, recorded once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.alert import CheckResult, Said, StageKind
from tracker.core.timing import standing_of
from tracker.followup.plan import NOTHING, step_on
from tracker.followup.policy import GENERAL
from tracker.followup.recurrence import made_by
from tracker.services.planning import replan
from tracker.services.tell import foresee, tell
from tracker.store import checks, commitments
from tracker.store.known import known_of
from tracker.store.pressing import due_soon, pressing

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from tracker.core.occurrence import Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.followup.plan import Known
    from tracker.followup.rules import FollowupRules
    from tracker.services.occasion import Occasion
    from tracker.services.tell import Told
    from tracker.store.change import Change
    from tracker.store.store import Connection, Store

CHECKER = "check"


def check(store: Store, followup: FollowupRules, occasion: Occasion) -> CheckResult:
    """Look at every tracked occurrence that has something to say today, record what is said and plan whom to tell.

    It reads only the rows whose next stage has come, makes the occurrences of a series that have come near, says the
    latest stage once, and writes alerts, deliveries, the next days and its own run in one transaction; run again on
    the same day it says only what is new since. Where policies changed, what they concern is planned anew first.
    """
    today = occasion.today
    _plan_anew(store, followup, occasion)
    with store.writing("check", CHECKER, occasion.now) as change:
        due = _grow(change, followup, commitments.plan_due(change.conn, today), today)
        pairs = _occurrences(due)
        known = known_of(change.conn, [occurrence.id for _, occurrence in pairs], today)
        told = tell(change, followup, occasion, _said(pairs, followup, known, today))
        _plan_ahead(change, followup, pairs, today)
        checks.record_run(change, today, occasion.now, len(told.said))
        result = _result(change.conn, told, today, is_preview=False)
        change.summary = _summary(result)
    return result


def preview(store: Store, followup: FollowupRules, occasion: Occasion) -> CheckResult:
    """What a check on the occasion's day would say, and whom it would tell; nothing is written."""
    today = occasion.today
    with store.reading() as conn:
        pairs = _occurrences(
            replace(one, occurrences=one.occurrences + made_by(one, followup.policies.of(one), today))
            for some in commitments.followed(conn)
            for one in some
        )
        known = known_of(conn, [occurrence.id for _, occurrence in pairs], today)
        told = foresee(conn, followup, occasion, _said(pairs, followup, known, today))
        return _result(conn, told, today, is_preview=True)


def _grow(
    change: Change, followup: FollowupRules, due: Iterable[StoredCommitment], today: date
) -> list[StoredCommitment]:
    """The same, each series with the occurrences that have come near; those that a downtime missed are made too."""
    made = [(one, made_by(one, followup.policies.of(one), today)) for one in due]
    grown = commitments.add_occurrences(change, [(one, following) for one, following in made if following])
    by_number = {one.number: one for one in grown}
    return [by_number.get(one.number, one) for one, _ in made]


def _occurrences(due: Iterable[StoredCommitment]) -> list[tuple[StoredCommitment, Occurrence]]:
    return [(one, occurrence) for one in due for occurrence in one.occurrences]


def _said(
    pairs: Iterable[tuple[StoredCommitment, Occurrence]],
    followup: FollowupRules,
    known: dict[int, Known],
    today: date,
) -> list[Said]:
    """What is to be said today of those that have something to say."""
    said = []
    for one, occurrence in pairs:
        step = step_on(one, occurrence, followup.policies.of(one), known.get(occurrence.id, NOTHING), today)
        if step.stage:
            said.append(Said(standing_of(one, occurrence, today), step.stage))
    return said


def _plan_ahead(
    change: Change, followup: FollowupRules, pairs: Sequence[tuple[StoredCommitment, Occurrence]], today: date
) -> None:
    """Give each the next day on which to look at it, knowing what was said just now."""
    known = known_of(change.conn, [occurrence.id for _, occurrence in pairs], today)
    steps = {
        occurrence.id: step_on(one, occurrence, followup.policies.of(one), known.get(occurrence.id, NOTHING), today)
        for one, occurrence in pairs
    }
    checks.set_next_stages(change, {occurrence: step.next_on for occurrence, step in steps.items()})


def _result(conn: Connection, told: Told, today: date, *, is_preview: bool) -> CheckResult:
    counted = pressing(conn, today)
    return CheckResult(
        today=today,
        said=tuple(sorted((one for one in told.said if not _is_backfill(one)), key=_urgency)),
        backfilled=tuple(one.standing for one in told.said if _is_backfill(one)),
        overdue=counted.overdue,
        waiting=counted.waiting,
        is_preview=is_preview,
        planned=told.planned,
        unaddressed=told.unaddressed,
        due_soon=due_soon(conn, today),
        silenced=sum(one.silence is not None for one in told.said),
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


def _plan_anew(store: Store, followup: FollowupRules, occasion: Occasion) -> None:
    """Give what other policies were in force for at the last check its next day by those that are in force now.

    Some at a time, so that no other writer waits for all of them; where it is cut short, it begins anew.
    """
    with store.reading() as conn:
        before = checks.planned_by(conn)
    changed = followup.policies.changed_since(before or {})
    if before is not None and not changed:
        return
    named = None if before is None or GENERAL in changed else changed
    last: int | None = 0
    while last is not None:
        with store.writing("check", CHECKER, occasion.now) as change:
            some = commitments.followed_after(change.conn, last, named)
            replan(change, followup, some)
            last = some[-1].number if some else None
            if last is None:
                checks.set_planned_by(change, followup.policies.fingerprints)
