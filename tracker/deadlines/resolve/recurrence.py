"""What comes again: an RFC 5545 rule and the first due date, the end of the first full period.

A period that began within the seven days before the announcement counts as full.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from tracker.core import calendar
from tracker.core.calendar import Period, add_days, add_months
from tracker.core.deadline import DeadlineKind
from tracker.deadlines.resolve.context import Reading
from tracker.deadlines.resolve.lengths import working_calendar
from tracker.deadlines.resolve.periods import period_of
from tracker.deadlines.resolve.relative import stretch_around
from tracker.deadlines.resolve.seasons import season_start
from tracker.deadlines.spec import CalendarDay, DayNumber, MonthOf, Nth, Relative, SeasonOf, Stretch, Weekday
from tracker.deadlines.words import WEEKDAYS, day_in_words, ordinal

if TYPE_CHECKING:
    from datetime import date

    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import Repeated

GRACE_DAYS = 7
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_MONTHS_IN = {Stretch.MONTH: 1, Stretch.QUARTER: 3, Stretch.HALF: 6, Stretch.YEAR: 12, Stretch.DECADE: 120}
_DAYS_IN = {Stretch.DAY: 1, Stretch.WEEK: 7, Stretch.WEEKEND: 7, Stretch.FORTNIGHT: 14}
_LAST_SAFE_DAY = 28


@dataclass(frozen=True, slots=True)
class _First:
    """The first due date, its rule, and how it was found."""

    due: date
    rrule: str
    words: str


def repeated(meaning: Repeated, context: Context) -> Reading:
    """A recurring deadline. Raises as `period_of` does where the words name the period it begins in."""
    if meaning.is_next and context.named is not None:
        context = context.moved_to(context.named)
        first = _next_after(context.anchor.on, meaning)
    else:
        first = _first(meaning, context)
    return Reading(
        DeadlineKind.RECURRING, context.anchor, partial(_account, first, context), first.due, rrule=first.rrule
    )


def _account(first: _First, context: Context) -> tuple[str, tuple[str, ...]]:
    start, due = context.start_in_words, day_in_words(first.due)
    steps = (f"start: {start}", f"first due on {first.words}: {due}", f"then by the rule {first.rrule}")
    return f"first due on {first.words}, counted from {start}: {due}", steps


def _first(meaning: Repeated, context: Context) -> _First:
    begins = period_of(meaning.begins, context).period if meaning.begins else None
    if begins and meaning.is_first:
        return _first_in(begins, meaning)
    start = begins.first if begins else context.anchor.on
    if meaning.on is not None:
        return _narrowed(meaning, start, context)
    if meaning.every > 1 and not meaning.begins:
        return _counted_on(meaning, start)
    return _whole(meaning, start)


def _counted_on(meaning: Repeated, start: date) -> _First:
    """Every n-th stretch has no calendar of its own: the first n are counted from the announcement."""
    words = f"the last day of {meaning.every} {meaning.stretch}s"
    return _First(_one_on(start, meaning), _in_steps(meaning, start.day), words)


def _next_after(named: date, meaning: Repeated) -> _First:
    """One step on from the date that is named before, whose own deed is told by itself."""
    due = _one_on(named, meaning)
    return _First(due, _in_steps(meaning, _day_of_month(due)), "the next day in turn")


def _one_on(start: date, meaning: Repeated) -> date:
    if meaning.stretch in _DAYS_IN:
        return add_days(start, _DAYS_IN[meaning.stretch] * meaning.every)
    return add_months(start, _MONTHS_IN[meaning.stretch] * meaning.every)


def _day_of_month(day: date) -> int:
    """Its number, or -1 for a month's last day."""
    return -1 if day == stretch_around(day, Stretch.MONTH).last else day.day


def _first_in(begins: Period, meaning: Repeated) -> _First:
    """The last day of the period that is named for the first time, and so many stretches on from it."""
    last = begins.last
    return _First(last, _in_steps(meaning, _day_of_month(last)), "the last day of the first time that is named")


def _in_steps(meaning: Repeated, day: int) -> str:
    """A rule by the length of its stretches, months on that day of them."""
    if meaning.stretch in _DAYS_IN:
        return f"FREQ=DAILY;INTERVAL={_DAYS_IN[meaning.stretch] * meaning.every}"
    return _monthly(day, _MONTHS_IN[meaning.stretch] * meaning.every)


def _monthly(day: int, months: int) -> str:
    """A rule by months that clips to a month's last day as the arithmetic does."""
    rule = f"FREQ=MONTHLY;INTERVAL={months}"
    if day <= _LAST_SAFE_DAY:
        return f"{rule};BYMONTHDAY={day}"
    days = ",".join(str(number) for number in range(_LAST_SAFE_DAY, day + 1))
    return f"{rule};BYMONTHDAY={days};BYSETPOS=-1"


def _whole(meaning: Repeated, start: date) -> _First:
    """The end of the first full calendar period; with several times in one, the end of the first equal piece of it."""
    stretch, every = _divided(meaning)
    period = Period(start, start) if stretch is Stretch.DAY and meaning.begins else _first_full(stretch, start)
    last = period.last
    words = f"the last day of the first full {stretch}"
    if stretch is Stretch.DAY:
        return _First(last, f"FREQ=DAILY;INTERVAL={every}", "the first day")
    if stretch in _DAYS_IN:
        weeks = every * _DAYS_IN[stretch] // 7
        return _First(last, f"FREQ=WEEKLY;INTERVAL={weeks};BYDAY={_DAYS[last.weekday()]}", words)
    return _First(last, f"FREQ=MONTHLY;INTERVAL={_MONTHS_IN[stretch] * every};BYMONTHDAY=-1", words)


def _divided(meaning: Repeated) -> tuple[Stretch, int]:
    """The stretch that one of several times in a period fills, where the calendar has such a one."""
    pieces = {
        (Stretch.YEAR, 2): Stretch.HALF,
        (Stretch.YEAR, 4): Stretch.QUARTER,
        (Stretch.YEAR, 12): Stretch.MONTH,
        (Stretch.MONTH, 4): Stretch.WEEK,
    }
    piece = pieces.get((meaning.stretch, meaning.times))
    return (piece, 1) if piece else (meaning.stretch, meaning.every)


def _first_full(stretch: Stretch, start: date) -> Period:
    if stretch is Stretch.DAY:
        return stretch_around(start, stretch, 1)
    running = stretch_around(start, stretch)
    grace = GRACE_DAYS if stretch in _MONTHS_IN else 0  # a week that has begun is no full week
    return running if (start - running.first).days <= grace else stretch_around(start, stretch, 1)


def _narrowed(meaning: Repeated, start: date, context: Context) -> _First:
    """A weekday, a day number, a season, a date or a month within each stretch."""
    on = meaning.on
    if isinstance(on, Weekday):
        return _on_weekday(on.weekday, meaning, add_days(start, -1) if meaning.begins else start)
    if isinstance(on, DayNumber):
        return _on_day_number(on.day, meaning, start)
    if isinstance(on, Nth):
        return _on_working_day(on, meaning, start, context)
    if isinstance(on, CalendarDay):
        due = period_of(on, context.seeking(start)).period.last
        return _First(due, f"FREQ=YEARLY;BYMONTH={on.month};BYMONTHDAY={on.day}", "the first such day")
    first = season_start(on.season, context.conventions.hemisphere) if isinstance(on, SeasonOf) else _month_of(on)
    size = 3 if isinstance(on, SeasonOf) else 1
    return _in_months(first, size, start, on.season.value if isinstance(on, SeasonOf) else "month of that name")


def _month_of(on: MonthOf | None) -> int:
    return on.number if on else 1


def _in_months(first: int, size: int, start: date, name: str) -> _First:
    """The last day of a season or month of every year, from the first full one on."""
    periods = (calendar.months(year, first, size) for year in (start.year - 1, start.year, start.year + 1))
    period = next(one for one in periods if (start - one.first).days <= GRACE_DAYS)
    rule = f"FREQ=YEARLY;BYMONTH={period.last.month};BYMONTHDAY=-1"
    return _First(period.last, rule, f"the last day of the first full {name}")


def _on_weekday(weekday: int, meaning: Repeated, start: date) -> _First:
    name = WEEKDAYS[weekday]
    if meaning.nth is None:
        due = calendar.weekday_after(start, weekday)
        return _First(due, f"FREQ=WEEKLY;INTERVAL={meaning.every};BYDAY={_DAYS[weekday]}", f"the first {name}")
    months = _MONTHS_IN.get(meaning.stretch, 1) * meaning.every
    here, later = (
        _nth_in(stretch_around(add_months(start, ahead), Stretch.MONTH), weekday, meaning.nth) for ahead in (0, months)
    )
    due = here if here > start else later
    rule = f"FREQ=MONTHLY;INTERVAL={months};BYDAY={meaning.nth:+d}{_DAYS[weekday]}"
    return _First(due, rule, f"the {ordinal(meaning.nth)} {name} of a month")


def _nth_in(month: Period, weekday: int, number: int) -> date:
    if number > 0:
        return add_days(calendar.weekday_after(add_days(month.first, -1), weekday), 7 * (number - 1))
    return add_days(calendar.weekday_after(month.last, weekday), 7 * number)


def _on_day_number(day: int, meaning: Repeated, start: date) -> _First:
    """The n-th of each month (the first of each quarter or year); -1 is the last day."""
    months = _MONTHS_IN.get(meaning.stretch, 1)
    period = stretch_around(start, meaning.stretch if meaning.stretch in _MONTHS_IN else Stretch.MONTH)
    due = _numbered(period, day)
    if due < start:
        period = stretch_around(add_days(period.last, 1), meaning.stretch)
        due = _numbered(period, day)
    which = "the last day" if day < 0 else f"the {ordinal(day)}"
    return _First(due, f"FREQ=MONTHLY;INTERVAL={months};BYMONTHDAY={day}", f"{which} of the first {meaning.stretch}")


def _on_working_day(on: Nth, meaning: Repeated, start: date, context: Context) -> _First:
    """The n-th working day of each month; the rule knows the weekend, but no public holidays."""
    here, later = (period_of(on._replace(of=Relative(meaning.stretch, ahead)), context).period.last for ahead in (0, 1))
    weekend, _ = working_calendar(context.conventions, start.year, 0)
    days = ",".join(name for number, name in enumerate(_DAYS) if number not in weekend)
    rule = f"FREQ=MONTHLY;INTERVAL={_MONTHS_IN.get(meaning.stretch, 1)};BYDAY={days};BYSETPOS={on.number}"
    return _First(
        here if here >= start else later, rule, f"the {ordinal(on.number)} working day of a {meaning.stretch}"
    )


def _numbered(period: Period, day: int) -> date:
    return period.last if day < 0 else period.first.replace(day=day)
