"""Nouns that are a single day: dates, day numbers and weekdays."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from tracker.core import calendar
from tracker.core.calendar import Period, add_days
from tracker.core.conventions import DateOrder
from tracker.deadlines.resolve.context import NotSettledError, Resolved
from tracker.deadlines.resolve.years import counted_from, settled, year_of
from tracker.deadlines.spec import CalendarDay
from tracker.deadlines.words import MONTHS, WEEKDAYS, day_in_words, ordinal, short_day

if TYPE_CHECKING:
    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import DayNumber, DigitDay, Weekday

_DAYS_BACK = 60
_FORTNIGHT = 14
_LEAP_YEAR, _FEBRUARY = 2024, 2


def calendar_day(noun: CalendarDay, context: Context) -> Resolved:
    """A day of a month; a weekday that is written beside it and does not fit is said.

    A day without a year whose weekday fits only the one just past stays in the past. Raises NotSettledError for a day
    that the month does not have.
    """
    try:
        resolved = settled(noun.year, lambda year: _one(date(year, noun.month, noun.day)), _label, context)
    except ValueError:
        raise NotSettledError(_no_such_day(noun, context)) from None
    if noun.weekday is None:
        return resolved
    past = _just_past(noun, resolved.period.first, context)
    if past is not None:
        note = f"the weekday fits only the {short_day(past)} before {context.start_in_words}"
        return Resolved(_one(past), short_day(past), (note,), has_year=True)
    return Resolved(
        resolved.period, resolved.label, (*resolved.notes, *_doubts(noun, resolved.period.first)), resolved.has_year
    )


def digit_day(noun: DigitDay, context: Context) -> Resolved:
    """A day in digits, by the date order; said where the other order would have been a day too.

    Raises NotSettledError where neither order is a day of the year that is written, ValueError where none is.
    """
    first, second = noun.numbers
    is_month_first = context.conventions.date_order is not DateOrder.DMY
    readings = [(second, first), (first, second)]
    if is_month_first:
        readings.reverse()
    possible = [reading for reading in readings if _exists(*reading)]
    if not possible and noun.year is None:
        raise ValueError(f"no day is written {first}/{second}")
    month, day = possible[0] if possible else (min(noun.numbers), max(noun.numbers))
    resolved = calendar_day(CalendarDay(month, day, noun.year, noun.weekday), context)
    if len(possible) < 2 or first == second:
        return resolved
    other = short_day(date(resolved.period.first.year, possible[1][0], possible[1][1]))
    order = "month first" if is_month_first else "day first"
    note = f"the digits are ambiguous: read with the {order}; otherwise {other}"
    return Resolved(resolved.period, resolved.label, (*resolved.notes, note), resolved.has_year)


def _exists(month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= calendar.month_end(_LEAP_YEAR, month).day


def day_number(noun: DayNumber, whole: Resolved | None, context: Context) -> Resolved:
    """A day of a month by its number: of the month that is named, else of the first that has it from the start on.

    Raises NotSettledError where the named month has no such day.
    """
    if whole is not None:
        day = _numbered(whole, noun.day)
        return Resolved(_one(day), f"the {ordinal(noun.day)} of {whole.label}", whole.notes, whole.has_year)
    past = _number_just_past(noun, context)
    if past is not None:
        note = f"the weekday fits only the {short_day(past)} before {context.start_in_words}"
        return Resolved(_one(past), short_day(past), (note,), has_year=True)
    day = _next_with_number(noun, context)
    name = f"the {ordinal(noun.day)}"
    return Resolved(_one(day), name, (partial(_first_such, name, context),))


def _numbered(whole: Resolved, number: int) -> date:
    first = whole.period.first
    try:
        return first.replace(day=number)
    except ValueError:
        days = calendar.month_end(first.year, first.month).day
        raise NotSettledError(f"the {ordinal(number)} of {whole.label} does not exist (it has {days} days)") from None


def _no_such_day(noun: CalendarDay, context: Context) -> str:
    """ "31 February does not exist (February has 29 days at the most)"."""
    name = MONTHS[noun.month - 1]
    if noun.year is None:
        days = calendar.month_end(_LEAP_YEAR, noun.month).day
        limit = " at the most" if noun.month == _FEBRUARY else ""
        return f"{noun.day} {name} does not exist ({name} has {days} days{limit})"
    year = year_of(noun.year, context)
    days = calendar.month_end(year, noun.month).day
    return f"{noun.day} {name} {year} does not exist ({name} {year} has {days} days)"


def _first_such(name: str, context: Context) -> str:
    return f"no month is written: {name.replace('the', 'the first', 1)} on or after {context.start_in_words}"


def weekday(noun: Weekday, context: Context) -> Resolved:
    """The first such weekday after the start and so many weeks later, or that of a week told from the running one."""
    on = context.reference if noun.week is None else context.anchor.on
    name = WEEKDAYS[noun.weekday]
    if noun.week is not None:
        day = add_days(calendar.week(on).first, 7 * noun.week + noun.weekday)
        which = {-1: f"{name} of last week", 0: f"{name} of this week", 1: f"{name} of next week"}.get(
            noun.week, f"{name} of a later week"
        )
    elif context.is_backward:
        day = add_days(calendar.weekday_after(on, noun.weekday), -7)
        which = f"the last {name} by {day_in_words(on)}"
    else:
        day = add_days(calendar.weekday_after(on, noun.weekday), 7 * noun.later)
        which = f"{_weeks_after(noun.later)}the first {name} after {day_in_words(on)}"
    return Resolved(_one(day), which, (partial(counted_from, context),) if noun.week is not None else ())


def _weeks_after(weeks: int) -> str:
    return {-1: "a week before ", 0: "", 1: "a week after "}.get(weeks, f"{weeks} weeks after ")


def _next_with_number(noun: DayNumber, context: Context) -> date:
    start = context.reference
    if context.previous is not None and context.from_on is None and not context.is_backward:
        start = max(start, context.previous.last)
    for ahead in range(12):
        month = calendar.add_months(start.replace(day=1), ahead)
        try:
            day = month.replace(day=noun.day)
        except ValueError:
            continue
        if day >= start and noun.weekday in (None, day.weekday()):
            return day
    raise ValueError("no month of the coming year has that day")


def _number_just_past(noun: DayNumber, context: Context) -> date | None:
    """A day of the last two weeks, where the weekday that is written beside its number fits it."""
    if noun.weekday is None:
        return None
    near = (add_days(context.reference, -days) for days in range(1, _FORTNIGHT + 1))
    return next((day for day in near if (day.day, day.weekday()) == (noun.day, noun.weekday)), None)


def _just_past(noun: CalendarDay, day: date, context: Context) -> date | None:
    """The day a year earlier, where the written weekday fits that one alone and it is not long ago."""
    if noun.year is not None or day.weekday() == noun.weekday:
        return None
    try:
        earlier = day.replace(year=day.year - 1)
    except ValueError:
        return None
    is_recent = 0 < (context.reference - earlier).days <= _DAYS_BACK
    return earlier if is_recent and earlier.weekday() == noun.weekday else None


def _doubts(noun: CalendarDay, day: date) -> tuple[str, ...]:
    if noun.weekday == day.weekday():
        return ()
    return (f"the text says {WEEKDAYS[noun.weekday or 0]}, which that day is not",)


def _one(day: date) -> Period:
    return Period(day, day)


def _label(period: Period) -> str:
    return short_day(period.first)
