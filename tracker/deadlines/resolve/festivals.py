"""Festivals and named days by year: which days Easter, Eid or Labor Day are.

Easter and what hangs on it by dateutil, the feasts of lunar calendars by `holidays` from a country that keeps them;
both libraries are loaded on first use. The Islamic days are those of Egypt, and of the Maldives for Ramadan.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from tracker.core.calendar import MONDAY, SUNDAY, THURSDAY, Period, add_days, month_end, weekday_after

if TYPE_CHECKING:
    from collections.abc import Callable


def _fixed(month: int, day: int) -> Callable[[int], Period]:
    return lambda year: Period(date(year, month, day), date(year, month, day))


def _easter(days_after: int = 0) -> Callable[[int], Period]:
    """Western Easter Sunday, or a day so many days after it."""

    def build(year: int) -> Period:
        from dateutil.easter import easter

        day = add_days(easter(year), days_after)
        return Period(day, day)

    return build


def _nth_weekday(month: int, weekday: int, number: int, days_after: int = 0) -> Callable[[int], Period]:
    """The n-th such weekday of a month (-1 is its last), or a day so many days after it."""

    def build(year: int) -> Period:
        start = date(year, month, 1) if number > 0 else add_days(month_end(year, month), 1)
        weeks = number - 1 if number > 0 else number
        day = add_days(weekday_after(add_days(start, -1), weekday), 7 * weeks + days_after)
        return Period(day, day)

    return build


def _kept_in(country: str, name: str) -> Callable[[int], Period]:
    """The first day that a country keeps under a name; ValueError where a year has none."""

    def build(year: int) -> Period:
        day = _first_day(country, name, year)
        return Period(day, day)

    return build


@lru_cache(maxsize=128)
def _first_day(country: str, name: str, year: int) -> date:
    from holidays import country_holidays  # loaded on first use: half a second that most runs do not need

    known = country_holidays(country, years=year, language="en_US")
    named = sorted(day for day, names in known.items() if name in names and "observed" not in names)
    if not named:
        raise ValueError(f"no {name} in {year}")
    return named[0]


def _ramadan(year: int) -> Period:
    """From its first day to the one before Eid al-Fitr."""
    first = _first_day("MV", "First Day of Ramadan", year)
    eids = [day for day in (_first_day("EG", "Eid al-Fitr", number) for number in (year, year + 1)) if day > first]
    return Period(first, add_days(min(eids), -1))


FESTIVALS: dict[str, Callable[[int], Period]] = {
    "New Year": _fixed(1, 1),
    "New Year's Eve": _fixed(12, 31),
    "Valentine's Day": _fixed(2, 14),
    "Burns Night": _fixed(1, 25),
    "Australia Day": _fixed(1, 26),
    "Candlemas": _fixed(2, 2),
    "St David's Day": _fixed(3, 1),
    "Lady Day": _fixed(3, 25),
    "St George's Day": _fixed(4, 23),
    "Anzac Day": _fixed(4, 25),
    "Midsummer Day": _fixed(6, 24),
    "Canada Day": _fixed(7, 1),
    "Lammas": _fixed(8, 1),
    "Assumption": _fixed(8, 15),
    "Michaelmas": _fixed(9, 29),
    "All Souls' Day": _fixed(11, 2),
    "Bonfire Night": _fixed(11, 5),
    "Armistice Day": _fixed(11, 11),
    "Martinmas": _fixed(11, 11),
    "St Andrew's Day": _fixed(11, 30),
    "St Nicholas' Day": _fixed(12, 6),
    "Shrove Tuesday": _easter(-47),
    "Mothering Sunday": _easter(-21),
    "Maundy Thursday": _easter(-3),
    "Whit Monday": _easter(50),
    "Corpus Christi": _easter(60),
    "Martin Luther King Day": _nth_weekday(1, MONDAY, 3),
    "Presidents' Day": _nth_weekday(2, MONDAY, 3),
    "St Patrick's Day": _fixed(3, 17),
    "Nowruz": _fixed(3, 21),
    "Epiphany": _fixed(1, 6),
    "Women's Day": _fixed(3, 8),
    "Earth Day": _fixed(4, 22),
    "Father's Day": _nth_weekday(6, SUNDAY, 3),
    "All Saints' Day": _fixed(11, 1),
    "Black Friday": _nth_weekday(11, THURSDAY, 4, 1),
    "Cyber Monday": _nth_weekday(11, THURSDAY, 4, 4),
    "Human Rights Day": _fixed(12, 10),
    "Lunar New Year": _kept_in("SG", "Chinese New Year"),
    "Ash Wednesday": _easter(-46),
    "Palm Sunday": _easter(-7),
    "Good Friday": _easter(-2),
    "Easter": _easter(),
    "Easter Monday": _easter(1),
    "Ascension Day": _easter(39),
    "Pentecost": _easter(49),
    "May Day": _fixed(5, 1),
    "Memorial Day": _nth_weekday(5, MONDAY, -1),
    "Juneteenth": _fixed(6, 19),
    "Bastille Day": _fixed(7, 14),
    "Labor Day": _nth_weekday(9, MONDAY, 1),
    "Halloween": _fixed(10, 31),
    "Columbus Day": _nth_weekday(10, MONDAY, 2),
    "Veterans Day": _fixed(11, 11),
    "Diwali": _kept_in("SG", "Diwali"),
    "Thanksgiving": _nth_weekday(11, THURSDAY, 4),
    "Christmas Eve": _fixed(12, 24),
    "Christmas": _fixed(12, 25),
    "Boxing Day": _fixed(12, 26),
    "Ramadan": _ramadan,
    "Eid al-Fitr": _kept_in("EG", "Eid al-Fitr"),
    "Eid al-Adha": _kept_in("EG", "Eid al-Adha"),
}

ESTIMATED = frozenset({"Ramadan", "Eid al-Fitr", "Eid al-Adha"})
"""Feasts that begin with the sighting of the moon: their days may fall one earlier or later."""
