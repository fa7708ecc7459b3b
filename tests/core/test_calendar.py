"""Date arithmetic: months clip, weeks run from Monday, and working days leave out what is no working day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.core import calendar
from tracker.core.calendar import FRIDAY, MONDAY, SATURDAY, SUNDAY, Period

DAYS = st.dates(date(1900, 1, 1), date(2150, 12, 31))
WEEKEND = frozenset({SATURDAY, SUNDAY})


def test_a_period_cannot_end_before_it_begins() -> None:
    with pytest.raises(ValueError, match="cannot end"):
        Period(date(2026, 1, 2), date(2026, 1, 1))


def test_a_period_holds_both_its_ends() -> None:
    period = Period(date(2026, 1, 1), date(2026, 1, 3))
    assert period.days == 3
    assert date(2026, 1, 1) in period
    assert date(2026, 1, 3) in period
    assert date(2026, 1, 4) not in period


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2025, 1, 31), 1, date(2025, 2, 28)),
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2025, 3, 31), -1, date(2025, 2, 28)),
        (date(2025, 12, 15), 1, date(2026, 1, 15)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
    ],
)
def test_a_month_clips_to_its_last_day(day: date, months: int, later: date) -> None:
    assert calendar.add_months(day, months) == later


@given(DAYS, st.integers(-600, 600))
def test_months_move_the_month_and_never_lengthen_the_day(day: date, months: int) -> None:
    later = calendar.add_months(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day <= day.day


def test_months_beyond_the_calendar_overflow() -> None:
    with pytest.raises(OverflowError):
        calendar.add_months(date(9999, 12, 1), 1)


@given(DAYS, st.integers(MONDAY, SUNDAY))
def test_the_weekday_after_a_day_lies_one_to_seven_days_on(day: date, weekday: int) -> None:
    found = calendar.weekday_after(day, weekday)
    assert found.weekday() == weekday
    assert 1 <= (found - day).days <= 7


@given(DAYS)
def test_a_week_runs_from_monday_to_sunday(day: date) -> None:
    week = calendar.week(day)
    assert (week.first.weekday(), week.last.weekday(), week.days) == (MONDAY, SUNDAY, 7)
    assert day in week


@given(st.integers(1900, 2100))
def test_the_pieces_of_a_year_make_it_up(number: int) -> None:
    year = calendar.year(number)
    for pieces in (
        [calendar.month(number, month) for month in range(1, 13)],
        [calendar.quarter(number, quarter) for quarter in range(1, 5)],
        [calendar.half(number, half) for half in (1, 2)],
    ):
        assert (pieces[0].first, pieces[-1].last) == (year.first, year.last)
        assert all(before.last + timedelta(days=1) == after.first for before, after in pairwise(pieces))
    assert calendar.years(number, 1) == year


def test_months_in_a_row_may_run_into_the_next_year() -> None:
    assert calendar.months(2025, 12, 3) == Period(date(2025, 12, 1), date(2026, 2, 28))


def test_the_first_working_day_after_the_start_is_day_one() -> None:
    holidays = frozenset({date(2025, 9, 22)})
    assert calendar.add_working_days(date(2025, 9, 19), 1, WEEKEND, frozenset()) == (date(2025, 9, 22), ())
    assert calendar.add_working_days(date(2025, 9, 19), 1, WEEKEND, holidays) == (
        date(2025, 9, 23),
        (date(2025, 9, 22),),
    )


def test_no_working_days_are_the_day_itself() -> None:
    assert calendar.add_working_days(date(2025, 9, 20), 0, WEEKEND, frozenset()) == (date(2025, 9, 20), ())


@given(DAYS, st.integers(-300, 300))
def test_working_days_forth_and_back_meet(day: date, days: int) -> None:
    start, _ = calendar.add_working_days(day, 1, WEEKEND, frozenset())
    there, _ = calendar.add_working_days(start, days, WEEKEND, frozenset())
    back, _ = calendar.add_working_days(there, -days, WEEKEND, frozenset())
    assert back == start


def test_a_week_without_working_days_is_refused() -> None:
    with pytest.raises(ValueError, match="without working days"):
        calendar.add_working_days(date(2025, 9, 17), 1, frozenset(range(7)), frozenset())


def test_a_friday_weekend_is_left_out() -> None:
    assert calendar.add_working_days(date(2025, 9, 18), 1, frozenset({FRIDAY, SATURDAY}), frozenset())[0] == date(
        2025, 9, 21
    )


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-01-31", date(2026, 1, 31)),
        (" Today ", date(2024, 2, 29)),
        ("YESTERDAY", date(2024, 2, 28)),
        ("tomorrow", date(2024, 3, 1)),
        ("+7d", date(2024, 3, 7)),
        ("-7D", date(2024, 2, 22)),
        ("+0d", date(2024, 2, 29)),
    ],
)
def test_a_day_is_read_as_people_type_it(text: str, day: date) -> None:
    assert calendar.parse_day(text, date(2024, 2, 29)) == day


@pytest.mark.parametrize(
    "text",
    ["", "soon", "20261201", "2026-W50-1", "2026-335", "2026-02-30", "2026-1-31", "٢٠٢٦-٠١-٣١", "7d", "+7", "+٧d",
     "+9999999d", "-9999999d", "2026-01-31T12"],
)  # fmt: skip
def test_what_is_no_day_or_may_be_meant_otherwise_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no day|is in no calendar"):
        calendar.parse_day(text, date(2024, 2, 29))


@given(DAYS, DAYS)
def test_a_day_is_read_as_it_is_written(day: date, today: date) -> None:
    assert calendar.parse_day(str(day), today) == day
    assert calendar.parse_day(f"{(day - today).days:+}d", today) == day


def test_what_lies_beyond_the_calendar_is_its_end() -> None:
    assert calendar.near(date(9999, 12, 30), 7) == date.max
    assert calendar.near(date(1, 1, 2), -7) == date.min
    assert calendar.near(date(2024, 2, 29), 1) == date(2024, 3, 1)
