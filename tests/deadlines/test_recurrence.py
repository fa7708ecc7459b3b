"""A recurring deadline's rule begins with its first due date, and goes on as its words say."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from dateutil.rrule import rrulestr
from hypothesis import given
from hypothesis import strategies as st

from tracker.core.calendar import add_days, add_months
from tracker.deadlines import read_deadline

WORDS = (
    "every quarter", "monthly", "weekly", "fortnightly", "daily", "annually", "twice a year", "every second Tuesday",
    "by the 5th of each month", "on the last Friday of every month", "every spring", "every March", "every six months",
    "by 31 March each year", "every ten days", "by the end of each quarter", "three times a year", "every other month",
)  # fmt: skip


@given(st.sampled_from(WORDS), st.dates(date(2000, 1, 1), date(2090, 12, 31)))
def test_the_rule_begins_with_the_first_due_date(words: str, said_on: date) -> None:
    deadline = read_deadline(words, said_on)
    assert deadline is not None
    assert deadline.due is not None
    assert deadline.rrule is not None
    assert deadline.due >= said_on
    first = rrulestr(deadline.rrule, dtstart=datetime.combine(deadline.due, datetime.min.time()))[0]
    assert first.date() == deadline.due


@pytest.mark.parametrize("day", [27, 28, 30])
def test_every_six_months_clips_to_the_last_day(day: int) -> None:
    said_on = date(2025, 8, day)
    deadline = read_deadline("every six months", said_on)
    assert deadline is not None
    assert deadline.due == add_months(said_on, 6)
    second = rrulestr(str(deadline.rrule), dtstart=datetime.combine(deadline.due, datetime.min.time()))[1]
    assert second.date() == add_months(said_on, 12)


def test_a_month_that_has_just_begun_counts_as_full() -> None:
    for days_in, due in ((0, date(2025, 9, 30)), (7, date(2025, 9, 30)), (8, date(2025, 10, 31))):
        deadline = read_deadline("monthly", add_days(date(2025, 9, 1), days_in))
        assert deadline is not None
        assert deadline.due == due
