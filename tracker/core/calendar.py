"""Date arithmetic, and a day as people type it. Every function is handed days; nothing here knows what day it is.

A period is a pair of days, both inside it. Weeks run from Monday to Sunday (ISO 8601).
"""

from __future__ import annotations

import calendar as _calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)

DAY_FORMS = "2026-01-31, today, tomorrow, yesterday, +7d or -7d"
"""How a day is typed, for people who typed something else."""

_NEAR = {"today": 0, "tomorrow": 1, "yesterday": -1}
_DISTANCE = re.compile(r"([+-][0-9]{1,7})d")
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days; `first` and `last` both belong to it. Raises ValueError where last is before first."""

    first: date
    last: date

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise ValueError(f"a period cannot end ({self.last}) before it begins ({self.first})")

    @property
    def days(self) -> int:
        """How many days it has, both ends counted."""
        return (self.last - self.first).days + 1

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last


def add_days(day: date, days: int) -> date:
    """The day that many days later (earlier where negative). Raises OverflowError outside the years 1 to 9999."""
    return day + timedelta(days=days)


def near(day: date, days: int) -> date:
    """The day that many days later (earlier where negative); the calendar's last (first) day where it ends before."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def parse_day(text: str, today: date) -> date:
    """The day that a person types: one of DAY_FORMS, without regard to letter case; +7d is counted from today.

    Raises ValueError for anything else, other forms of ISO 8601 among it: 20261201 may be meant as a number.
    """
    word = text.strip().casefold()
    distance = _DISTANCE.fullmatch(word)
    try:
        if distance or word in _NEAR:
            return add_days(today, int(distance[1]) if distance else _NEAR[word])
        if _WRITTEN.fullmatch(word):
            return date.fromisoformat(word)
    except (OverflowError, ValueError) as error:
        raise ValueError(f"{text!r} is in no calendar") from error
    raise ValueError(f"{text!r} is no day")


@lru_cache(maxsize=1024)
def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, _calendar.monthrange(year, month)[1])


def add_months(day: date, months: int) -> date:
    """The same day of the month that many months later, clipped to that month's last day.

    31 January and one month is 28 or 29 February. Raises OverflowError outside the years 1 to 9999.
    """
    year, month_index = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not 1 <= year <= 9999:
        raise OverflowError(f"year {year} is out of range")
    last = month_end(year, month_index + 1)
    return last.replace(day=min(day.day, last.day))


def month(year: int, number: int) -> Period:
    """A calendar month."""
    return Period(date(year, number, 1), month_end(year, number))


def months(year: int, first: int, count: int) -> Period:
    """So many months in a row, from the month `first` of a year; they may run into the next year."""
    start = date(year, first, 1)
    last = add_months(start, count - 1)
    return Period(start, month_end(last.year, last.month))


def quarter(year: int, number: int) -> Period:
    """A calendar quarter, 1 to 4."""
    return months(year, 3 * number - 2, 3)


def half(year: int, number: int) -> Period:
    """A half of a calendar year, 1 or 2."""
    return months(year, 6 * number - 5, 6)


def year(number: int) -> Period:
    """A calendar year."""
    return Period(date(number, 1, 1), date(number, 12, 31))


def years(first: int, count: int) -> Period:
    """So many calendar years in a row."""
    return Period(date(first, 1, 1), date(first + count - 1, 12, 31))


def week(day: date) -> Period:
    """The week, Monday to Sunday, that a day stands in."""
    monday = day - timedelta(days=day.weekday())
    return Period(monday, monday + timedelta(days=6))


def weekday_after(day: date, weekday: int) -> date:
    """The first such weekday strictly after a day; 0 is Monday."""
    return day + timedelta(days=(weekday - day.weekday() - 1) % 7 + 1)


def add_working_days(
    day: date, days: int, weekend: frozenset[int], holidays: Container[date]
) -> tuple[date, tuple[date, ...]]:
    """The day on which so many working days have passed, and the public holidays left out on the way.

    The first working day after `day` is day 1 (the last one before it, where `days` is negative); with 0 days it is
    `day` itself. Raises ValueError where every day of the week is a weekend day, OverflowError outside the years 1
    to 9999.
    """
    if len(weekend) >= 7:
        raise ValueError("a week without working days has no working-day arithmetic")
    skipped: list[date] = []
    step = timedelta(days=1 if days > 0 else -1)
    left = abs(days)
    while left > 0:
        day += step
        if day.weekday() in weekend:
            continue
        if day in holidays:
            skipped.append(day)
            continue
        left -= 1
    return day, tuple(skipped)
