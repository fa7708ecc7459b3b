"""Knows a day that a clause tells of as past ("He resigned on Friday"), which is no deadline within prose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.rules import compiled
from tracker.deadlines.spec import (
    CalendarDay,
    Counted,
    DayNumber,
    DigitDay,
    Frame,
    Framed,
    FromNamed,
    MonthOf,
    NamedDay,
    Narrowed,
    Nth,
    Range,
    Relative,
    SeasonOf,
    Weekday,
)

if TYPE_CHECKING:
    from tracker.deadlines.rules import Telling
    from tracker.deadlines.spec import Meaning, Noun

REACH = 90
"""How many characters of a clause are looked at."""


def may_be_told(meaning: Meaning) -> bool:
    """True for a day or period that may as well be past.

    A written year tells by itself whether it is past, and what is told from now ("next month") is not.
    """
    if isinstance(meaning, Counted):
        return isinstance(meaning.start, FromNamed)
    return isinstance(meaning, Framed) and meaning.frame is Frame.IN and _may_be_past(meaning.noun)


def tells(text: str, start: int, telling: Telling) -> bool:
    """True where the clause of a folded text that goes on at an offset tells of the past."""
    clause = compiled(telling.begins).split(text[max(0, start - REACH) : start])[-1]
    return (
        compiled(telling.not_told).search(clause) is None  # the quickest of them, and the one that most often says no
        and compiled(telling.told).search(clause) is not None
        and compiled(telling.on).match(text, start) is not None
    )


def _may_be_past(noun: Noun) -> bool:
    if isinstance(noun, Narrowed):
        return _may_be_past(noun.noun)
    if isinstance(noun, Nth | DayNumber):
        return noun.of is None or _may_be_past(noun.of)
    if isinstance(noun, Range):
        return _may_be_past(noun.first) and _may_be_past(noun.last)
    if isinstance(noun, Relative):
        return noun.offset <= 0
    if isinstance(noun, Weekday):
        return noun.later <= 0 and noun.week in (None, 0, -1)
    if isinstance(noun, MonthOf):
        return noun.year is None and not noun.is_next
    if isinstance(noun, FromNamed):
        return True
    return isinstance(noun, CalendarDay | DigitDay | SeasonOf | NamedDay) and noun.year is None
