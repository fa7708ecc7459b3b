"""Pieces of a period: its thirds, halves and ends.

Thirds follow the conventions: of a year four months each, of a half-year two, of a quarter or a season one; of a month
ten, twenty and all days; of a week up to Tuesday, Thursday and Sunday.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.calendar import Period, add_days, add_months, month_end
from tracker.deadlines.spec import Part

if TYPE_CHECKING:
    from datetime import date

_THIRDS = {Part.EARLY: 1, Part.START: 1, Part.MIDDLE: 2, Part.LATE: 3}
_WEEK = 7
_CENTURY = 1200
_WEEK_ENDS = {1: 2, 2: 4, 3: 7}
_MONTH_PIECES = {3: 10, 2: 15}

PART_WORDS = {
    Part.EARLY: "the first third",
    Part.START: "the first third",
    Part.MIDDLE: "the second third",
    Part.LATE: "the last third",
    Part.END: "the end",
    Part.FIRST_HALF: "the first half",
    Part.SECOND_HALF: "the second half",
    Part.REST: "the rest",
}


def narrowed(part: Part, period: Period) -> Period:
    """The part of a period; "the end" is its last day, "the rest" runs to it."""
    if part is Part.END:
        return Period(period.last, period.last)
    if part is Part.REST:
        return period
    if part is Part.MIDDLE and _whole_months(period) == _CENTURY:  # its third would be 2066
        return Period(period.first, month_end(period.first.year + 50, 12))
    if part in _THIRDS:
        return _piece(period, _THIRDS[part], 3)
    return _piece(period, 1 if part is Part.FIRST_HALF else 2, 2)


def _piece(period: Period, number: int, pieces: int) -> Period:
    first = period.first if number == 1 else add_days(_end_of_piece(period, number - 1, pieces), 1)
    return Period(first, _end_of_piece(period, number, pieces))


def _end_of_piece(period: Period, number: int, pieces: int) -> date:
    """The last day of the n-th of so many equal pieces."""
    if number == pieces:
        return period.last
    months = _whole_months(period)
    if months and months % pieces == 0:
        last = add_months(period.first, months * number // pieces - 1)
        return month_end(last.year, last.month)
    if months == 1:
        return period.first.replace(day=_MONTH_PIECES[pieces] * number)
    if period.days == _WEEK and pieces == len(_WEEK_ENDS):
        return add_days(period.first, _WEEK_ENDS[number] - 1)
    return add_days(period.first, -(-period.days * number // pieces) - 1)


def _whole_months(period: Period) -> int:
    """How many calendar months it is made of; 0 where it does not begin and end with one."""
    first, last = period.first, period.last
    if first.day != 1 or last != month_end(last.year, last.month):
        return 0
    return (last.year - first.year) * 12 + last.month - first.month + 1
