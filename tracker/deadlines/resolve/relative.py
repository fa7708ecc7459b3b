"""Periods told from the running one: this week, next month, the end of that year, the decade."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.core import calendar
from tracker.core.calendar import Period, add_days, add_months
from tracker.deadlines.resolve.context import NotSettledError, Resolved
from tracker.deadlines.resolve.years import counted_from
from tracker.deadlines.spec import Stretch

if TYPE_CHECKING:
    from datetime import date

    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import Relative

_MONTHS_IN = {
    Stretch.MONTH: 1,
    Stretch.QUARTER: 3,
    Stretch.HALF: 6,
    Stretch.YEAR: 12,
    Stretch.DECADE: 120,
    Stretch.CENTURY: 1200,
}


def relative_period(noun: Relative, context: Context) -> Resolved:
    """The period so many after the one that the anchor stands in, or the deadline read before ("that year")."""
    is_back = noun.is_back and context.previous is not None
    if noun.is_back and not is_back and noun.stretch is Stretch.DAY and noun.offset == 0:
        raise NotSettledError("no day is named before that 'that day' could mean")
    on = context.previous.last if noun.is_back and context.previous is not None else context.anchor.on
    period = stretch_around(on, noun.stretch, noun.offset)
    name = {-1: "last", 0: "that" if is_back else "this", 1: "next"}.get(noun.offset, f"{noun.offset} times the next")
    if noun.stretch is Stretch.DAY:
        name = {0: "the same", 1: "the next"}.get(noun.offset, f"{noun.offset} days on, the")
    note = "counted from the date named before" if is_back else partial(counted_from, context)
    return Resolved(period, f"{name} {noun.stretch}", (note,))


def stretch_around(on: date, stretch: Stretch, offset: int = 0) -> Period:
    """The calendar period of a kind that a day stands in, or the one so many later (earlier where negative)."""
    if stretch is Stretch.DAY:
        day = add_days(on, offset)
        return Period(day, day)
    if stretch in (Stretch.WEEK, Stretch.FORTNIGHT, Stretch.WEEKEND):
        return _weeks_around(on, stretch, offset)
    size = _MONTHS_IN[stretch]
    months_before = (on.year * 12 + on.month - 1) % size
    first = add_months(on.replace(day=1), offset * size - months_before)
    return Period(first, add_days(add_months(first, size), -1))


def _weeks_around(on: date, stretch: Stretch, offset: int) -> Period:
    week = calendar.week(add_days(on, 7 * offset * (2 if stretch is Stretch.FORTNIGHT else 1)))
    if stretch is Stretch.WEEKEND:
        return Period(add_days(week.first, calendar.SATURDAY), week.last)
    if stretch is Stretch.FORTNIGHT:
        return Period(week.first, add_days(week.last, 7))
    return week
