"""How days, lengths and lists are written in explanations."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date
    from fractions import Fraction

    from tracker.core.deadline import Unit
    from tracker.deadlines.spec import Length

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
          "December")  # fmt: skip


@lru_cache(maxsize=1024)
def day_in_words(day: date) -> str:
    """ "Friday 17 October 2025", in every locale."""
    return f"{WEEKDAYS[day.weekday()]} {short_day(day)}"


def short_day(day: date) -> str:
    """ "17 October 2025", in every locale."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def named_day(label: str, day: date) -> str:
    """A day behind its name: "the last day of May: Sunday 31 May 2026"; said once where the name is the day itself."""
    return day_in_words(day) if label == short_day(day) else f"{label}: {day_in_words(day)}"


def listed(items: Iterable[str]) -> str:
    """ "a", "a and b", "a, b and c"."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def length_in_words(length: Length) -> str:
    """ "30 working days", "2 months and 15 days"."""
    return listed(_piece(amount, unit) for amount, unit in length.pieces)


def _piece(amount: int | Fraction, unit: Unit) -> str:
    name = unit.value.replace("_", " ")
    return f"{amount_in_words(amount)} {name if amount == 1 else name + 's'}"


def amount_in_words(amount: int | Fraction) -> str:
    """ "3", "2½", "1.25"."""
    if amount.denominator == 1:
        return str(amount.numerator)
    whole = "" if amount < 1 else str(int(amount))
    return f"{whole}½" if amount - int(amount) == 0.5 else f"{float(amount):g}"


def ordinal(number: int) -> str:
    """ "first", "17th"; -1 is "last"."""
    words = {-1: "last", 1: "first", 2: "second", 3: "third", 4: "fourth"}
    if number in words:
        return words[number]
    ending = {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number % 100 not in (11, 12, 13) else "th"
    return f"{number}{ending}"
