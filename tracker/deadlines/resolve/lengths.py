"""Adding a length of time to a day: calendar units, and working days by the country's weekend and holidays."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache, partial
from math import ceil
from typing import TYPE_CHECKING, NamedTuple

from tracker.core.calendar import SATURDAY, SUNDAY, add_days, add_months, add_working_days
from tracker.core.deadline import Unit
from tracker.deadlines.spec import Length
from tracker.deadlines.words import WEEKDAYS, day_in_words, length_in_words, listed

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.deadlines.resolve.context import Note

_MONTHS_IN = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}
_DAYS_IN_MONTH = 30
_USUAL_WEEKEND = frozenset({SATURDAY, SUNDAY})


class Sum(NamedTuple):
    """The day that was reached, notes for its explanation, and the arithmetic step by step."""

    day: date
    notes: tuple[Note, ...] = ()
    steps: tuple[Note, ...] = ()


def add_length(day: date, length: Length, conventions: Conventions, *, is_before: bool = False) -> Sum:
    """The day that lies a length after another (before it, with `is_before`), one piece after the other.

    Hours count as whole days, rounded up; half a month as 15 days. Raises OverflowError outside the years 1 to 9999.
    """
    notes: list[Note] = []
    steps: list[Note] = []
    for amount, unit in length.pieces:
        if unit is Unit.WORKING_DAY:
            day, reasons = _add_working_days(day, ceil(amount), conventions, is_before=is_before)
            notes += reasons
            steps += reasons
        else:
            day = _add_plain(day, -amount if is_before else amount, unit)
        steps.append(partial(_step, amount, unit, day, is_before=is_before))
    return Sum(day, tuple(notes), tuple(steps))


def _step(amount: int | Fraction, unit: Unit, reached: date, *, is_before: bool) -> str:
    piece = length_in_words(Length(((amount, unit),)))
    return f"{'minus' if is_before else 'plus'} {piece}: {day_in_words(reached)}"


def _add_plain(day: date, amount: int | Fraction, unit: Unit) -> date:
    if unit in _MONTHS_IN:
        months = amount * _MONTHS_IN[unit]
        whole = int(months)
        return add_days(add_months(day, whole), _rounded_up((months - whole) * _DAYS_IN_MONTH))
    if unit is Unit.HOUR:
        return add_days(day, _rounded_up(Fraction(amount, 24)))
    return add_days(day, _rounded_up(amount * 7 if unit is Unit.WEEK else amount))


def _rounded_up(days: int | Fraction) -> int:
    """Whole days, away from zero."""
    return ceil(days) if days >= 0 else -ceil(-days)


def _add_working_days(
    day: date, days: int, conventions: Conventions, *, is_before: bool
) -> tuple[date, tuple[Note, ...]]:
    """The day reached, and what was left out on the way: the weekend and each public holiday by its name."""
    weekend, holidays = working_calendar(conventions, day.year, days, is_before=is_before)
    reached, skipped = add_working_days(day, -days if is_before else days, weekend, holidays.keys())
    return reached, (
        lambda: _without_weekend(weekend),
        lambda: _without_holidays(conventions.country, holidays, skipped),
    )


def _without_weekend(weekend: frozenset[int]) -> str:
    return f"{listed(WEEKDAYS[number] for number in sorted(weekend))} left out" if weekend else "no weekend left out"


def _without_holidays(country: str | None, known: Mapping[date, str], skipped: tuple[date, ...]) -> str:
    if skipped:
        named = listed(f"{day_in_words(holiday)} ({known[holiday]})" for holiday in skipped)
        return f"public holidays left out: {named}"
    if country is None:
        return "no country is set, so no public holidays are left out"
    return f"no public holiday of {country} on the way" if known else f"no public holidays are known for {country}"


def working_calendar(
    conventions: Conventions, year: int, days: int, *, is_before: bool = False
) -> tuple[frozenset[int], Mapping[date, str]]:
    """The weekend, and the public holidays of the years that so many working days from a year on can reach."""
    if conventions.country is None:
        return _USUAL_WEEKEND if conventions.weekend is None else conventions.weekend, {}
    reach = days // 150 + 1
    years = range(year - reach, year + 1) if is_before else range(year, year + reach + 1)
    weekend, holidays = _country_calendar(conventions.country, conventions.subdivision, years.start, years.stop)
    return weekend if conventions.weekend is None else conventions.weekend, holidays


@lru_cache(maxsize=32)
def _country_calendar(
    country: str, subdivision: str | None, first_year: int, year_after: int
) -> tuple[frozenset[int], Mapping[date, str]]:
    """A country's weekend and public holidays; Saturday, Sunday and none where the library knows no such country."""
    from holidays import country_holidays  # loaded on first use: half a second that most runs do not need

    try:
        known = country_holidays(country, subdiv=subdivision, years=range(first_year, year_after))
    except NotImplementedError:
        return _USUAL_WEEKEND, {}
    return frozenset(known.weekend), dict(known.items())
