"""Nouns become periods: which days "March", "next week" or "the last Friday of May" stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core import calendar
from tracker.core.calendar import Period, add_days
from tracker.core.deadline import Anchor, Unit
from tracker.deadlines.resolve.context import Resolved
from tracker.deadlines.resolve.days import calendar_day, day_number, digit_day, weekday
from tracker.deadlines.resolve.fiscal import fiscal_period
from tracker.deadlines.resolve.lengths import add_length
from tracker.deadlines.resolve.named import named_period
from tracker.deadlines.resolve.named_before import day_of, from_named
from tracker.deadlines.resolve.parts import PART_WORDS, narrowed
from tracker.deadlines.resolve.relative import relative_period
from tracker.deadlines.resolve.seasons import season_of
from tracker.deadlines.resolve.years import settled
from tracker.deadlines.spec import (
    CalendarDay,
    DayNumber,
    DayOf,
    Decade,
    DigitDay,
    FiscalYear,
    FromNamed,
    Length,
    MonthOf,
    NamedDay,
    Narrowed,
    Nth,
    PieceOf,
    Range,
    Relative,
    SeasonOf,
    Shifted,
    Stretch,
    Weekday,
    WeekdayBeside,
    WeekWith,
    WholeYear,
)
from tracker.deadlines.words import MONTHS, WEEKDAYS, day_in_words, length_in_words, ordinal, short_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import Noun


def period_of(noun: Noun, context: Context) -> Resolved:
    """The period that a noun stands for, seen from the anchor.

    Raises NotSettledError where the conventions do not settle it, ValueError where there is no such day, and
    OverflowError outside the years 1 to 9999.
    """
    resolve = _RESOLVERS.get(type(noun))
    if resolve is None:
        raise TypeError(f"no resolver for {noun!r} from {context.anchor}")
    return resolve(noun, context)


def _day_number(noun: DayNumber, context: Context) -> Resolved:
    return day_number(noun, period_of(noun.of, context) if noun.of else None, context)


def _month(noun: MonthOf, context: Context) -> Resolved:
    name = MONTHS[noun.number - 1]
    if noun.is_next:
        context = context.seeking(calendar.add_months(context.anchor.on.replace(day=1), 1))
    return settled(
        noun.year, lambda year: calendar.month(year, noun.number), lambda p: f"{name} {p.first.year}", context
    )


def _piece(noun: PieceOf, context: Context) -> Resolved:
    if noun.is_fiscal:
        return _fiscal_piece(noun, context)
    build = calendar.quarter if noun.stretch is Stretch.QUARTER else calendar.half
    name = f"the {ordinal(noun.number)} {noun.stretch} of"
    return settled(noun.year, lambda year: build(year, noun.number), lambda p: f"{name} {p.first.year}", context)


def _fiscal_piece(noun: PieceOf, context: Context) -> Resolved:
    number = noun.year if isinstance(noun.year, int) else None
    whole = fiscal_period(FiscalYear(number), context.reference, context.conventions)
    months = 3 if noun.stretch is Stretch.QUARTER else 6
    first = calendar.add_months(whole.first, months * (noun.number - 1))
    period = Period(first, add_days(calendar.add_months(whole.first, months * noun.number), -1))
    label = f"the {ordinal(noun.number)} {noun.stretch} of the fiscal year that ends on {short_day(whole.last)}"
    return Resolved(period, label, has_year=number is not None)


def _year(noun: WholeYear, context: Context) -> Resolved:
    return settled(noun.year, calendar.year, lambda p: str(p.first.year), context)


def _fiscal_year(noun: FiscalYear, context: Context) -> Resolved:
    period = fiscal_period(noun, context.reference, context.conventions)
    label = f"the fiscal year from {short_day(period.first)} to {short_day(period.last)}"
    return Resolved(period, label, has_year=noun.year is not None)


def _decade(noun: Decade, context: Context) -> Resolved:
    del context
    return Resolved(calendar.years(noun.first, 10), f"the {noun.first}s", has_year=True)


def _narrowed(noun: Narrowed, context: Context) -> Resolved:
    whole = period_of(noun.noun, context)
    label = f"{PART_WORDS[noun.part]} of {whole.label}"
    return Resolved(narrowed(noun.part, whole.period), label, whole.notes, whole.has_year, is_whole=False)


def _range(noun: Range, context: Context) -> Resolved:
    """The later end settles the year of the earlier one, unless that one has its own, is told from now or a weekday."""
    first = period_of(noun.first, context)
    if isinstance(noun.last, FromNamed):
        context = context._replace(named=Anchor(first.period.last, first.label))
    if first.has_year or (isinstance(noun.first, Weekday) and isinstance(noun.last, Weekday)):
        last = period_of(noun.last, context.seeking(first.period.first))
    else:
        last = period_of(noun.last, context)
        is_ahead = isinstance(noun.first, Weekday) and first.period.first <= last.period.first
        if not is_ahead:
            first = period_of(noun.first, context.seeking(last.period.first, is_backward=True))
    label = f"{first.label} to {last.label}"
    period = Period(first.period.first, last.period.last)
    return Resolved(period, label, last.notes, first.has_year or last.has_year, is_whole=False)


def _week_with(noun: WeekWith, context: Context) -> Resolved:
    day = period_of(noun.day, context)
    period = calendar.week(day.period.first)
    return Resolved(period, f"the week of {day_in_words(day.period.first)}", day.notes, day.has_year)


def _weekday_beside(noun: WeekdayBeside, context: Context) -> Resolved:
    beside = period_of(noun.noun, context)
    if noun.is_told and beside.is_day and beside.period.first.weekday() == noun.weekday:
        return beside
    start = add_days(beside.period.first, -8) if noun.is_before else beside.period.last
    day = calendar.weekday_after(start, noun.weekday)
    which = "last" if noun.is_before else "first"
    label = f"the {which} {WEEKDAYS[noun.weekday]} {'before' if noun.is_before else 'after'} {beside.label}"
    return Resolved(Period(day, day), label, beside.notes, beside.has_year)


def _shifted(noun: Shifted, context: Context) -> Resolved:
    start = period_of(noun.noun, context)
    from_day = start.period.first if noun.is_before else start.period.last
    reached = add_length(from_day, noun.length, context.conventions, is_before=noun.is_before)
    side = "before" if noun.is_before else "after"
    label = f"{length_in_words(noun.length)} {side} {day_in_words(from_day)}"
    return Resolved(Period(reached.day, reached.day), label, (*start.notes, *reached.notes), start.has_year)


def _nth(noun: Nth, context: Context) -> Resolved:
    whole = period_of(noun.of, context)
    period = _nth_period(noun, whole.period, context)
    if period.last < context.reference and not whole.has_year and not context.is_backward:
        later = period_of(noun.of, context.seeking(add_days(whole.period.last, 1)))
        whole, period = later, _nth_period(noun, later.period, context)
    name = WEEKDAYS[noun.weekday] if noun.weekday is not None else noun.stretch.value
    label = f"the {ordinal(noun.number)} {name} of {whole.label}"
    counted = _WEEKS_COUNTED.get(noun.stretch) if noun.weekday is None else None
    notes = (*whole.notes, counted) if counted and noun.number > 0 else whole.notes
    return Resolved(period, label, notes, whole.has_year, is_whole=False)


_WEEKS_COUNTED = {
    Stretch.WEEK: "weeks of seven days, counted from its first day",
    Stretch.FULL_WEEK: "weeks from Monday to Sunday that lie wholly in it",
}


def _nth_period(noun: Nth, whole: Period, context: Context) -> Period:
    """Raises ValueError where the period has no such piece ("the fifth Monday of February")."""
    if noun.stretch is Stretch.WORKING_DAY:
        beside = add_days(whole.first, -1) if noun.number > 0 else add_days(whole.last, 1)
        length = Length(((abs(noun.number), Unit.WORKING_DAY),))
        return _one_day(add_length(beside, length, context.conventions, is_before=noun.number < 0).day)
    if noun.weekday is not None:
        return _one_day(_nth_weekday(noun.number, noun.weekday, whole))
    if noun.stretch is Stretch.DAY:
        return _one_day(
            add_days(whole.first, noun.number - 1) if noun.number > 0 else add_days(whole.last, noun.number + 1)
        )
    if noun.stretch in (Stretch.WEEK, Stretch.FULL_WEEK, Stretch.WEEKEND):
        return _nth_week(noun, whole)
    size = {Stretch.QUARTER: 3, Stretch.HALF: 6, Stretch.YEAR: 12}.get(noun.stretch, 1)
    if noun.number > 0:
        first = calendar.add_months(whole.first, size * (noun.number - 1))
    else:
        first = calendar.add_months(add_days(whole.last, 1), size * noun.number)
    return Period(first, add_days(calendar.add_months(first, size), -1))


def _nth_week(noun: Nth, whole: Period) -> Period:
    """The n-th week begins with the period's day 1, 8, 15 and so on, and the last one ends with it."""
    if noun.stretch is Stretch.WEEKEND:
        saturday = _nth_weekday(noun.number, calendar.SATURDAY, whole)
        return Period(saturday, add_days(saturday, 1))
    if noun.stretch is Stretch.FULL_WEEK:
        return _nth_full_week(noun.number, whole)
    if noun.number < 0:
        return Period(add_days(whole.last, -6), whole.last)
    first = add_days(whole.first, 7 * (noun.number - 1))
    return Period(first, min(add_days(first, 6), whole.last))


def _nth_full_week(number: int, whole: Period) -> Period:
    """From Monday to Sunday, both in the period."""
    if number < 0:
        sunday = _nth_weekday(number, calendar.SUNDAY, whole)
        return Period(add_days(sunday, -6), sunday)
    monday = _nth_weekday(number, calendar.MONDAY, whole)
    return Period(monday, add_days(monday, 6))


def _nth_weekday(number: int, weekday: int, whole: Period) -> date:
    if number > 0:
        day = add_days(calendar.weekday_after(add_days(whole.first, -1), weekday), 7 * (number - 1))
    else:
        day = add_days(calendar.weekday_after(whole.last, weekday), 7 * number)
    if day not in whole:
        raise ValueError(f"no such weekday in {whole}")
    return day


def _from_named(noun: FromNamed, context: Context) -> Resolved:
    return from_named(noun, context, period_of)


def _one_day(day: date) -> Period:
    return Period(day, day)


_RESOLVERS: dict[type, Callable[[Any, Context], Resolved]] = {
    CalendarDay: calendar_day,
    DigitDay: digit_day,
    Weekday: weekday,
    WeekdayBeside: _weekday_beside,
    SeasonOf: season_of,
    Relative: relative_period,
    NamedDay: named_period,
    DayNumber: _day_number,
    MonthOf: _month,
    PieceOf: _piece,
    WholeYear: _year,
    FiscalYear: _fiscal_year,
    Decade: _decade,
    Narrowed: _narrowed,
    Range: _range,
    WeekWith: _week_with,
    Shifted: _shifted,
    Nth: _nth,
    FromNamed: _from_named,
    DayOf: day_of,
}
