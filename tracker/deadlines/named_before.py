"""Knows the date that words count from which name none: "opens on 3 May and closes four weeks later"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.core.calendar import Period, add_days
from tracker.core.deadline import Anchor, DeadlineKind
from tracker.deadlines.resolve import reading_of
from tracker.deadlines.rules import compiled
from tracker.deadlines.spec import Counted, DayOf, Frame, Framed, FromNamed, Narrowed, Range, Relative, Repeated

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.deadline import Deadline
    from tracker.deadlines.engine import Grammar
    from tracker.deadlines.reader import Found
    from tracker.deadlines.resolve import Context
    from tracker.deadlines.spec import Event, Meaning, Noun

REACH = 300
"""How many characters may lie between a date and the words that count from it."""
_NAMED = "the date named before"
_DAYS_OFF = {Frame.BEFORE: 1, Frame.AFTER: -1}
"""How far the date that stands in the text lies from the day that its frame makes of it."""


class Nearest(NamedTuple):
    """What was read last, and the deadline that it is; None where the text tells it as past.

    `rest` is what follows it in an earlier text, where it stands in one.
    """

    found: Found
    deadline: Deadline | None
    rest: str | None = None

    def up_to(self, text: str, found: Found) -> str:
        """The words between it and what is found in a text."""
        return text[self.found.end : found.start] if self.rest is None else f"{self.rest} {text[: found.start]}"


def counts_from_named(meaning: Meaning | None) -> bool:
    """True where a meaning looks for a date that the text names before it."""
    if isinstance(meaning, Repeated):
        return meaning.is_next
    noun = _innermost(meaning)
    return isinstance(noun, FromNamed) or (isinstance(noun, DayOf) and noun.is_named_before)


def looks_behind(meaning: Meaning | None) -> bool:
    """True where a meaning means another day if an earlier text names one: "two weeks later", "that evening".

    The running month or year ("the month") is that of a date in the same text at most.
    """
    noun = _innermost(meaning)
    if isinstance(noun, FromNamed) and noun.or_said and isinstance(noun.noun, Relative):
        return False
    return (isinstance(noun, Relative) and noun.is_back) or counts_from_named(meaning)


def following(nearest: Nearest, context: Context) -> Context:
    """The context for words that look behind and are the first of their text, an earlier one naming a date."""
    day = _day_of(nearest.deadline)
    return context.after(Period(day, day)) if day else context


def _innermost(meaning: Meaning | None) -> Noun | Event | None:
    noun = meaning.noun if isinstance(meaning, Framed) else meaning.start if isinstance(meaning, Counted) else None
    while isinstance(noun, Narrowed | Range):
        noun = noun.noun if isinstance(noun, Narrowed) else noun.first
    return noun


def seen_from_founding(text: str, found: Found, nearest: Nearest | None, grammar: Grammar) -> Found:
    """A found length, counted from the day named before it where somebody is appointed on that day who has so long.

    "A panel will be named by 27 May and is to report within six months": it cannot begin any sooner. Other lengths stay
    as they are.
    """
    meaning = found.meaning
    if nearest is None or nearest.rest is not None or not isinstance(meaning, Counted) or meaning.start is not None:
        return found
    founded, goes_on = grammar.founded
    day = nearest.found
    if compiled(goes_on).fullmatch(text, day.end, found.start) is None:
        return found
    is_founded = compiled(founded).search(text[max(0, day.start - REACH) : day.start])
    return found._replace(meaning=meaning._replace(start=FromNamed())) if is_founded else found


def named_before(text: str, found: Found, nearest: Nearest | None, context: Context, grammar: Grammar) -> Context:
    """The context with the date that a found meaning counts from, where one is at hand in the folded text.

    That is the date read last, where it is to come; or one told as past, if the words themselves tell of something to
    come ("was sworn in on Monday and will report three weeks later").
    """
    if nearest is None:
        return context
    between = nearest.up_to(text, found)
    if len(between) > REACH or compiled(grammar.apart).search(between):
        return context
    if nearest.deadline is None and not compiled(grammar.telling.not_told).search(between):
        return context
    on = named_on(nearest, context)
    return context._replace(named=Anchor(on, _NAMED)) if on else context


def named_on(nearest: Nearest, context: Context) -> date | None:
    """The date that stands in the text; None where it is none, comes again or is past."""
    meaning, deadline = nearest.found.meaning, nearest.deadline
    if deadline is None:
        seen = context.seeking(context.anchor.on, is_backward=True)
        told = reading_of(meaning, seen) if meaning else None
        return told.due if told else None
    day = _day_of(deadline)
    return add_days(day, _DAYS_OFF.get(meaning.frame, 0)) if day and isinstance(meaning, Framed) else day


def _day_of(deadline: Deadline | None) -> date | None:
    """The day of a deadline that others may count from."""
    if deadline is None or deadline.kind is DeadlineKind.RECURRING or deadline.is_past:
        return None
    return deadline.due or deadline.opens
