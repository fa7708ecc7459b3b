"""Meanings: whole deadlines, made of nouns, lengths and events."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from tracker.core.deadline import Sense

if TYPE_CHECKING:
    from tracker.deadlines.spec.kinds import Frame, Stretch
    from tracker.deadlines.spec.nouns import (
        CalendarDay,
        DayNumber,
        Event,
        Length,
        MonthOf,
        Noun,
        Nth,
        SeasonOf,
        Weekday,
    )


class Framed(NamedTuple):
    """A period that bounds a deed."""

    frame: Frame
    noun: Noun
    sense: Sense = Sense.ACHIEVE


class Counted(NamedTuple):
    """A length counted from a start: None is the anchor, a noun its day (`of_event`: maybe past), else an event."""

    length: Length
    start: Noun | Event | None = None
    is_before: bool = False
    sense: Sense = Sense.ACHIEVE
    of_event: bool = False


class Awaited(NamedTuple):
    """Due on an event itself: "once ratified"."""

    event: Event


class Vague(NamedTuple):
    """Words that promise time without giving any: "in due course"."""

    words: str


class Repeated(NamedTuple):
    """Something that comes again.

    every    how many stretches lie between two times (2: "every other week"); `times` how many fall into one stretch
    on       what narrows the day within each stretch: a weekday, a day number, a season, a working day; None its end
    begins   the period from which on it is due; with `is_first` that of the first time
    is_next  its first time is the next one after the date that the text names before ("every year thereafter")
    """

    stretch: Stretch
    every: int = 1
    times: int = 1
    on: Weekday | DayNumber | SeasonOf | CalendarDay | MonthOf | Nth | None = None
    nth: int | None = None
    begins: Noun | None = None
    is_first: bool = False
    is_next: bool = False


Meaning: TypeAlias = Framed | Counted | Awaited | Vague | Repeated
