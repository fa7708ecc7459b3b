"""Nouns: what names a day or a period, and the lengths that are counted from one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from fractions import Fraction

    from tracker.core.deadline import Unit
    from tracker.deadlines.spec.kinds import Part, Season, Stretch


class RelativeYear(NamedTuple):
    """A year told from another one: this (0), next (1), last (-1); with `is_back` of the deadline read before it."""

    offset: int
    is_back: bool = False


Year: TypeAlias = int | RelativeYear | None


class CalendarDay(NamedTuple):
    """A day of a month: "17 October 2025"; `weekday` is the one that is written beside it."""

    month: int
    day: int
    year: Year = None
    weekday: int | None = None


class DigitDay(NamedTuple):
    """Two numbers, one the day and one the month, in the order in which they are written: "10/11/2025"."""

    numbers: tuple[int, int]
    year: int | None = None
    weekday: int | None = None


class DayNumber(NamedTuple):
    """A day of a month that is named or not: "the 17th", "the 17th of next month"."""

    day: int
    of: Noun | None = None
    weekday: int | None = None


class MonthOf(NamedTuple):
    """A month of a year: "March 2026"; with `is_next` the first that has not begun."""

    number: int
    year: Year = None
    is_next: bool = False


class PieceOf(NamedTuple):
    """A numbered quarter or half of a year, calendar or fiscal: "Q1 2026", "the second half of FY26"."""

    stretch: Stretch
    number: int
    year: Year = None
    is_fiscal: bool = False


class WholeYear(NamedTuple):
    """A calendar year."""

    year: Year


class FiscalYear(NamedTuple):
    """A fiscal year by its number (of a pair as "2025-26" the second), or by its distance from the running one."""

    year: int | None = None
    offset: int = 0
    is_pair: bool = False


class Decade(NamedTuple):
    """Ten calendar years from `first`: the 2030s."""

    first: int


class SeasonOf(NamedTuple):
    """A season of a year; `is_across` where the words give the two years of a winter, `year` being the first."""

    season: Season
    year: Year = None
    is_across: bool = False


class Relative(NamedTuple):
    """A period told from the running one: this (0), next (1); with `is_back` from the deadline read before it."""

    stretch: Stretch
    offset: int = 0
    is_back: bool = False


class Weekday(NamedTuple):
    """A weekday: the first one after the start, so many weeks later; or with `week` that of a week counted from now."""

    weekday: int
    later: int = 0
    week: int | None = None


class Nth(NamedTuple):
    """The n-th day, week, weekend, month or weekday of a period; -1 is the last, `weekday` 0 is Monday."""

    number: int
    stretch: Stretch
    of: Noun
    weekday: int | None = None


class WeekdayBeside(NamedTuple):
    """The first weekday after a period, or the last one before it; with `is_told` the day itself where it is one."""

    weekday: int
    noun: Noun
    is_before: bool = False
    is_told: bool = False


class WeekWith(NamedTuple):
    """The week that a day stands in: "the week of 6 April"."""

    day: Noun


class NamedDay(NamedTuple):
    """A day or period with a name of its own: a festival, or one that the conventions name."""

    name: str
    year: Year = None
    is_eve: bool = False


class Narrowed(NamedTuple):
    """A part of a period: "early March", "the end of 2026"."""

    part: Part
    noun: Noun


class Range(NamedTuple):
    """From the first day of one period to the last day of another: "3 May to 6 June"."""

    first: Noun
    last: Noun


class Shifted(NamedTuple):
    """A day so many lengths after (or before, with `is_before`) the last (first) day of a period."""

    length: Length
    noun: Noun
    is_before: bool = False


class Length(NamedTuple):
    """A length of time: amounts of units, the largest first: (2, month), (15, day)."""

    pieces: tuple[tuple[int | Fraction, Unit], ...]


class Event(NamedTuple):
    """Something that will happen on a day that the words do not give."""

    name: str


class FromNamed(NamedTuple):
    """A noun seen from the date that the text names before it; without one that date itself.

    With `or_said` it is seen from the announcement where the text names no date.
    """

    noun: Noun | None = None
    or_said: bool = False


class DayOf(NamedTuple):
    """The day of an event that is known; with `is_named_before` else the date that the text names before it."""

    event: Event
    is_named_before: bool = False


Noun: TypeAlias = (CalendarDay | DigitDay | DayNumber | MonthOf | PieceOf | WholeYear | FiscalYear | Decade | SeasonOf
                   | Relative | Weekday | WeekdayBeside | Nth | WeekWith | NamedDay | Narrowed | Range | Shifted
                   | FromNamed | DayOf)  # fmt: skip
