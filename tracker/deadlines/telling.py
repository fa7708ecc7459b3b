"""Knows a day that a clause tells of as past ("He resigned on Friday"), which is no deadline within prose."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core.deadline import Unit
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
    from collections.abc import Callable

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


def tells(text: str, start: int, end: int, telling: Telling) -> bool:
    """True where the clause of a folded text in which a day stands tells of the past, before the day or behind it."""
    before = text[max(0, start - REACH) : start]
    clause = compiled(telling.begins).split(before)[-1]
    if compiled(telling.on).match(text, start) is None:
        return False
    if not clause.strip():
        return _tells_behind(text, before, end, telling)
    return (
        compiled(telling.not_told).search(clause) is None  # the quicker of them, and the one that most often says no
        and compiled(telling.told).search(clause) is not None
    )


def looks_back(text: str, start: int, meaning: Meaning, telling: Telling) -> bool:
    """True where a length of months or years is looked back over: "the worst flood in ten years".

    Of what will be done first ("will open the first in two years") it is the time until then.
    """
    if not isinstance(meaning, Counted) or meaning.start is not None or _is_of_days(meaning):
        return False
    if compiled(telling.over).match(text, start) is None:
        return False
    clause = compiled(telling.begins).split(text[max(0, start - REACH) : start])[-1]
    compared = compiled(telling.compared).search(clause)
    if compared is None:
        return False
    ahead = clause[: compared.start()].rstrip()
    return not compiled(telling.not_told).search(ahead) or compiled(telling.is_said).search(ahead) is not None


def goes_on(text: str, told_end: int, start: int, meaning: Meaning, telling: Telling) -> bool:
    """True where a following period counts from a day told as past: "left on 3 May and died the next day"."""
    if not isinstance(meaning, Framed) or meaning.frame is not Frame.IN or not isinstance(meaning.noun, Relative):
        return False
    follows = meaning.noun.is_back and meaning.noun.offset > 0
    return follows and compiled(telling.goes_on).fullmatch(text, told_end, start) is not None


def _is_of_days(meaning: Counted) -> bool:
    return any(unit not in (Unit.MONTH, Unit.QUARTER, Unit.YEAR) for _, unit in meaning.length.pieces)


def _tells_behind(text: str, before: str, end: int, telling: Telling) -> bool:
    """True where a day at the head of a clause is told as past by what follows it."""
    if compiled(telling.heads).search(before):
        end += text.startswith(",", end)
    elif not compiled(telling.joins).search(before):
        return False
    return compiled(telling.behind).match(text, end) is not None


def _may_be_past(noun: Noun) -> bool:
    looks = _LOOKS.get(type(noun))
    return looks is not None and looks(noun)


def _has_no_year(noun: CalendarDay | DigitDay | SeasonOf | NamedDay) -> bool:
    return noun.year is None


_LOOKS: dict[type, Callable[[Any], bool]] = {
    CalendarDay: _has_no_year,
    DigitDay: _has_no_year,
    SeasonOf: _has_no_year,
    NamedDay: _has_no_year,
    MonthOf: lambda noun: noun.year is None and not noun.is_next,
    Weekday: lambda noun: noun.later <= 0 and noun.week in (None, 0, -1),
    Relative: lambda noun: noun.offset <= 0,
    Narrowed: lambda noun: _may_be_past(noun.noun),
    Nth: lambda noun: _may_be_past(noun.of),
    DayNumber: lambda noun: noun.of is None or _may_be_past(noun.of),
    Range: lambda noun: _may_be_past(noun.first) and _may_be_past(noun.last),
    FromNamed: lambda _: True,
}
"""What makes a noun one that may be past; no other may."""
