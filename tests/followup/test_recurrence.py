"""When a series falls due next, and when that is made."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Span
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review, Status
from tracker.followup.plan import Known, next_stage_on, step_on
from tracker.followup.policy import Policy
from tracker.followup.recurrence import MOST_AT_ONCE, made_by, next_to_make

ANNOUNCED, FIRST = date(2025, 9, 17), date(2025, 10, 31)
POLICY = Policy()
MONTHLY = "FREQ=MONTHLY;INTERVAL=1;BYMONTHDAY=-1"


def series(rule=MONTHLY, first=FIRST, review=Review.TRACKED, **fields):
    deadline = Deadline(
        "every month", Span(0, 1), DeadlineKind.RECURRING, ("every",), Anchor(ANNOUNCED), "", due=first, rrule=rule
    )
    found = Commitment("s", Span(0, 1), Promisor("p", PromisorSource.SUBJECT), "d", Band.COMMITMENT, 1.0, (), deadline)
    occurrence = Occurrence(1, id=7, due=first, first_due=first)
    return StoredCommitment(
        1, "u", 1, ANNOUNCED, found, review, tracked_on=ANNOUNCED, **{"occurrences": (occurrence,), **fields}
    )


def dues(one, today):
    return [occurrence.due for occurrence in made_by(one, POLICY, today)]


def test_the_next_one_falls_due_by_the_rule_whatever_the_last_one_was_moved_to():
    moved = Occurrence(1, id=7, due=date(2026, 1, 15), first_due=FIRST)
    for one in (series(), series(occurrences=(moved,))):
        assert next_to_make(one, POLICY).due == date(2025, 11, 30)


@pytest.mark.parametrize(
    ("rule", "first", "due", "made_on"),
    [
        (MONTHLY, FIRST, date(2025, 11, 30), date(2025, 11, 23)),
        ("FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", date(2028, 2, 29), date(2029, 2, 28), date(2029, 1, 29)),
        ("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1", FIRST, date(2026, 1, 31), date(2026, 1, 1)),
        ("FREQ=WEEKLY;INTERVAL=1;BYDAY=FR", FIRST, date(2025, 11, 7), FIRST),
        ("FREQ=DAILY;INTERVAL=1", FIRST, date(2025, 11, 1), FIRST),
        ("FREQ=MONTHLY;BYMONTHDAY=28,29,30;BYSETPOS=-1", date(2026, 1, 30), date(2026, 2, 28), date(2026, 2, 21)),
    ],
)
def test_it_is_made_on_the_day_of_its_first_stage_or_a_week_ahead(rule, first, due, made_on):
    following = next_to_make(series(rule, first), POLICY)
    assert (following.due, following.number, following.next_stage_on) == (due, 2, made_on)
    assert dues(series(rule, first), made_on - timedelta(days=1)) == []
    assert dues(series(rule, first), made_on)[0] == due


def test_what_a_downtime_missed_is_made_too_but_not_without_bound():
    assert dues(series(), date(2026, 1, 1)) == [date(2025, 11, 30), date(2025, 12, 31)]
    assert len(dues(series("FREQ=DAILY"), date(2030, 1, 1))) == MOST_AT_ONCE


@pytest.mark.parametrize(
    "one",
    [
        series(review=Review.PROPOSED),
        series(rule=None),
        series(rule="FREQ=NEVER"),
        series(rule="FREQ=MONTHLY;COUNT=1;BYMONTHDAY=-1"),
        series(ends_on=date(2025, 11, 29)),
        series(rule="FREQ=YEARLY", first=date(9999, 12, 31)),
        series(occurrences=(Occurrence(1, id=7, review_on=FIRST),)),
        replace(series(), found=replace(series().found, deadline=None)),
    ],
)
def test_there_may_be_none_that_follows(one):
    assert next_to_make(one, POLICY) is None
    assert dues(one, date(2027, 1, 1)) == []


def test_a_series_that_ends_has_its_last_on_that_day():
    assert dues(series(ends_on=date(2025, 11, 30)), date(2027, 1, 1)) == [date(2025, 11, 30)]


def test_the_last_one_wakes_to_make_the_next_even_where_it_is_settled():
    last = series().current
    settled = replace(last, status=Status.FULFILLED, done_on=FIRST)
    for occurrence in (last, settled):
        one = series(occurrences=(occurrence,))
        assert next_stage_on(one, occurrence, POLICY) == (
            FIRST - timedelta(days=7) if occurrence is last else date(2025, 11, 23)
        )
    found = step_on(series(occurrences=(settled,)), settled, POLICY, Known(), date(2025, 11, 1))
    assert (found.stage, found.next_on) == (None, date(2025, 11, 23))


def test_half_of_its_own_length_is_half_of_the_interval():
    one = series("FREQ=MONTHLY;INTERVAL=3;BYMONTHDAY=-1")
    grown = replace(one, occurrences=(*one.occurrences, *made_by(one, POLICY, date(2026, 1, 1))))
    assert next_stage_on(grown, grown.occurrences[1], POLICY) == date(2026, 1, 1)


def test_of_several_missed_ones_only_the_latest_is_said_with_its_stage():
    one = series()
    grown = replace(one, occurrences=(*one.occurrences, *made_by(one, POLICY, date(2026, 1, 2))))
    said = [step_on(grown, each, POLICY, Known(), date(2026, 1, 2)).stage.key for each in grown.occurrences]
    assert said == ["backfill", "backfill", "past+1"]
