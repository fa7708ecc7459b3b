"""Values in words."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from tracker.core.commitment import PromisorSource
from tracker.core.deadline import Sense
from tracker.core.status import Review, Status
from tracker.core.timing import Timing
from tracker.reports.table import Tone
from tracker.reports.wording import (
    capitalise,
    count,
    instant_cell,
    listed_or_quoted,
    number_cell,
    promisor_cell,
    spell,
    spell_day,
    status_cell,
    tell_timing,
    timing_cell,
)

DUE = date(2025, 10, 17)


def test_counts_take_the_plural_but_for_one():
    assert [count(number, "day") for number in (0, 1, -1, 2, 1200)] == [
        "0 days",
        "1 day",
        "-1 day",
        "2 days",
        "1,200 days",
    ]


def test_words_of_the_vocabulary_are_spelt_with_blanks():
    assert spell(Timing.LONG_OVERDUE) == "long overdue"
    assert capitalise("eU rules") == "EU rules"
    assert capitalise("") == ""


def test_a_day_is_spelt_with_its_weekday():
    assert spell_day(date(2026, 3, 1)) == "Sunday 1 March 2026"


def test_an_instant_is_shown_on_the_clock_of_the_zone_and_kept_as_it_is():
    at = datetime(2026, 3, 1, 22, 30, tzinfo=UTC)
    cell = instant_cell(at, timezone(timedelta(hours=5)))
    assert (cell.value, cell.shown) == (at, "2026-03-02 03:30")
    assert instant_cell(None, UTC).shown == ""


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (DUE - timedelta(days=40), "due in 40 days"),
        (DUE - timedelta(days=1), "due in 1 day"),
        (DUE, "due today"),
        (DUE + timedelta(days=1), "1 day overdue"),
        (DUE + timedelta(days=402), "402 days overdue"),
    ],
)
def test_timing_is_told_in_days(standing, today, told):
    assert tell_timing(standing(today)) == told


@pytest.mark.parametrize(
    ("today", "told"),
    [(DUE - timedelta(days=3), "ends in 3 days"), (DUE, "ends today"), (DUE + timedelta(days=1), "was it kept?")],
)
def test_what_is_kept_ends_and_is_then_asked_about(standing, today, told):
    assert tell_timing(standing(today, sense=Sense.KEEP)) == told


def test_what_has_no_due_date_is_undated_until_its_review(standing):
    assert tell_timing(standing(DUE, due=None, review_on=DUE + timedelta(days=1))) == "undated"
    assert tell_timing(standing(DUE, due=None, review_on=DUE)) == "time for a review"


def test_what_is_settled_is_on_time_late_or_closed(standing):
    assert tell_timing(standing(DUE, status=Status.FULFILLED, done_on=DUE)) == "on time"
    assert tell_timing(standing(DUE, status=Status.FULFILLED, done_on=DUE + timedelta(days=5))) == "5 days late"
    assert tell_timing(standing(DUE, status=Status.WITHDRAWN)) == "closed"


def test_the_state_of_review_is_shown_until_it_is_tracked(commitment):
    cell = status_cell(commitment(review=Review.PROPOSED), Status.OPEN)
    assert (cell.value, cell.shown) == ("open", "proposed")
    assert status_cell(commitment(), Status.IN_PROGRESS).shown == "in progress"


def test_an_occurrence_is_numbered_where_there_are_several(standing, commitment):
    one = commitment(12)
    assert number_cell(standing(DUE, 12)).shown == "12"
    several = standing(DUE, 12, stored={"occurrences": (one.current, one.current)})
    assert (number_cell(several).value, number_cell(several).shown) == (12, "12.1")


def test_an_inferred_promisor_is_muted(commitment):
    assert promisor_cell(commitment()).tone is Tone.PLAIN
    assert promisor_cell(commitment(source=PromisorSource.PUBLISHER)).tone is Tone.MUTED


def test_what_is_overdue_alarms():
    assert timing_cell(Timing.OVERDUE).tone is Tone.ALARM
    assert timing_cell(Timing.UPCOMING).tone is Tone.PLAIN


def test_a_row_of_a_table_is_no_quotation():
    assert listed_or_quoted("Road: 5 m", is_of_row=True) == "listed as: Road: 5 m"
    assert listed_or_quoted("We will go.", is_of_row=False) == "“We will go.”"
