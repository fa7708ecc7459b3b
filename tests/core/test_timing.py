"""Where an occurrence stands in time."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.commitment import Band, Commitment, Promisor, PromisorSource
from tracker.core.deadline import Anchor, Deadline, DeadlineKind, Sense, Span
from tracker.core.occurrence import Occurrence
from tracker.core.record import StoredCommitment
from tracker.core.status import Review, Status
from tracker.core.timing import Timing, days_of, standing_of, timing_of

DUE = date(2025, 10, 17)
DATED = Occurrence(1, due=DUE, first_due=DUE)


@pytest.mark.parametrize(
    ("days", "timing"),
    [
        (-31, Timing.LONG_OVERDUE),
        (-30, Timing.OVERDUE),
        (-1, Timing.OVERDUE),
        (0, Timing.DUE_TODAY),
        (1, Timing.DUE_SOON),
        (7, Timing.DUE_SOON),
        (8, Timing.UPCOMING),
    ],
)
def test_the_word_follows_the_days_that_are_left(days, timing):
    assert timing_of(DATED, Sense.ACHIEVE, DUE - timedelta(days=days)) is timing


def test_what_was_kept_is_closed_once_settled_whatever_its_day():
    kept = replace(DATED, status=Status.FULFILLED, done_on=DUE + timedelta(days=1))
    assert timing_of(kept, Sense.KEEP, date(2030, 1, 1)) is Timing.CLOSED
    assert days_of(kept, Sense.KEEP, date(2030, 1, 1)) is None


def test_an_undated_one_is_undated_until_its_review_day():
    undated = Occurrence(1, review_on=date(2025, 12, 16))
    assert timing_of(undated, Sense.ACHIEVE, date(2025, 12, 15)) is Timing.UNDATED
    assert timing_of(undated, Sense.ACHIEVE, date(2025, 12, 16)) is Timing.REVIEW_DUE
    assert timing_of(Occurrence(1), Sense.ACHIEVE, DUE) is Timing.UNDATED


def test_what_is_kept_is_never_overdue_but_asked_about():
    assert timing_of(DATED, Sense.KEEP, DUE) is Timing.DUE_TODAY
    assert timing_of(DATED, Sense.KEEP, DUE + timedelta(days=400)) is Timing.REVIEW_DUE


def test_a_settled_one_was_on_time_or_late_by_the_day_of_the_deed():
    done = replace(DATED, status=Status.FULFILLED, done_on=DUE)
    assert timing_of(done, Sense.ACHIEVE, date(2030, 1, 1)) is Timing.ON_TIME
    assert days_of(done, Sense.ACHIEVE, date(2030, 1, 1)) == 0
    late = replace(done, done_on=DUE + timedelta(days=3))
    assert timing_of(late, Sense.ACHIEVE, date(2030, 1, 1)) is Timing.LATE
    assert days_of(late, Sense.ACHIEVE, date(2030, 1, 1)) == 3


def test_a_settled_one_without_a_day_is_closed():
    withdrawn = replace(DATED, status=Status.WITHDRAWN)
    assert timing_of(withdrawn, Sense.ACHIEVE, DUE) is Timing.CLOSED
    assert days_of(withdrawn, Sense.ACHIEVE, DUE) is None
    undated = Occurrence(1, status=Status.FULFILLED, done_on=DUE)
    assert timing_of(undated, Sense.ACHIEVE, DUE) is Timing.CLOSED
    assert days_of(undated, Sense.ACHIEVE, DUE) is None


@given(st.integers(-4000, 4000))
def test_days_count_down_to_the_due_date_and_on_below_it(days):
    assert days_of(DATED, Sense.ACHIEVE, DUE - timedelta(days=days)) == days


def test_a_standing_reads_the_sense_of_its_commitment():
    deadline = Deadline("w", Span(0, 1), DeadlineKind.DATED, (), Anchor(DUE), "", sense=Sense.KEEP)
    found = Commitment("s", Span(0, 1), Promisor("p", PromisorSource.SUBJECT), "d", Band.REVIEW, 0.5, (), deadline)
    one = StoredCommitment(1, "u", 1, DUE, found, Review.TRACKED, occurrences=(DATED,))
    standing = standing_of(one, DATED, DUE + timedelta(days=1))
    assert (standing.timing, standing.days) == (Timing.REVIEW_DUE, -1)


def test_slippage_is_the_days_between_the_first_and_the_latest_date():
    assert DATED.slippage == 0
    assert replace(DATED, due=DUE + timedelta(days=30)).slippage == 30
    assert replace(DATED, due=None).slippage == 0


def test_the_current_occurrence_is_the_earliest_unsettled_one_and_else_the_last():
    found = Commitment("s", Span(0, 1), Promisor("p", PromisorSource.SUBJECT), "d", Band.REVIEW, 0.5)
    settled_at = datetime(2025, 10, 18, tzinfo=UTC)
    first = replace(DATED, status=Status.FULFILLED, done_on=DUE, settled_at=settled_at)
    second = replace(DATED, number=2)
    one = StoredCommitment(1, "u", 1, DUE, found, Review.TRACKED, occurrences=(first, second))
    assert one.current is second
    all_settled = replace(one, occurrences=(first, replace(second, status=Status.WITHDRAWN)))
    assert all_settled.current.number == 2
