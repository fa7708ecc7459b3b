"""The grammar of deadlines: words of time become due dates, and say why."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.core.calendar import Period
from tracker.core.conventions import PLAIN
from tracker.core.deadline import Anchor, Deadline, Span
from tracker.deadlines.engine import Found, Grammar
from tracker.deadlines.happenings import dated_events
from tracker.deadlines.languages import LANGUAGES
from tracker.deadlines.named_days import name_rule
from tracker.deadlines.resolve import Context, reading_of
from tracker.deadlines.text import folded
from tracker.registry import lookup

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.deadlines.rules import Language

__all__ = ["find_deadlines", "find_events", "read_deadline"]

_NO_EVENTS: Mapping[str, Anchor] = {}


def find_deadlines(
    text: str,
    anchor: Anchor | date,
    conventions: Conventions = PLAIN,
    *,
    language: str = "en",
    events: Mapping[str, Anchor] = _NO_EVENTS,
) -> tuple[Deadline, ...]:
    """All deadlines of a text, in order and without overlap; spans are character offsets in it.

    `anchor` is the day of the announcement; `events` names further days ("signing") that words may count from.
    Raises UnknownNameError for a language that has no grammar.
    """
    grammar = _grammar(language, _names(conventions))
    lowered = folded(text)
    context = Context(_anchored(anchor), conventions, events)
    deadlines: list[Deadline] = []
    for found in grammar.scan(lowered):
        deadline = _deadline(text, found, context)
        if deadline is not None:
            deadlines.append(deadline)
            context = _after(deadline, context)
    return tuple(deadlines)


def read_deadline(
    text: str,
    anchor: Anchor | date,
    conventions: Conventions = PLAIN,
    *,
    language: str = "en",
    events: Mapping[str, Anchor] = _NO_EVENTS,
) -> Deadline | None:
    """The one best reading of a phrase, which may be a bare period ("March"); None where it holds no words of time.

    Raises UnknownNameError for a language that has no grammar.
    """
    found = _grammar(language, _names(conventions)).read_whole(folded(text))
    whole = _deadline(text, found, Context(_anchored(anchor), conventions, events)) if found else None
    inside = find_deadlines(text, anchor, conventions, language=language, events=events)
    return max((one for one in (whole, *inside) if one), key=lambda one: one.span.end - one.span.start, default=None)


def find_events(
    text: str, anchor: Anchor | date, conventions: Conventions = PLAIN, *, language: str = "en"
) -> dict[str, Anchor]:
    """The events of a text whose day stands beside them ("signed on 3 May"), by name, for `events` above.

    What is told as past is looked for on or before the announcement. Raises UnknownNameError for a language that has
    no grammar.
    """
    lowered = folded(text)
    context = Context(_anchored(anchor), conventions)
    return dated_events(
        lowered, _grammar(language, _names(conventions)), context, lookup("language", LANGUAGES, language).happenings
    )


@cache
def _grammar(language: str, names: tuple[str, ...]) -> Grammar:
    """The grammar of a language, with the conventions' own names beside its rules."""
    chosen: Language = lookup("language", LANGUAGES, language)
    return Grammar(chosen, tuple(name_rule(name) for name in names))


def _names(conventions: Conventions) -> tuple[str, ...]:
    return tuple(named.name for named in conventions.named_days)


def _anchored(anchor: Anchor | date) -> Anchor:
    return anchor if isinstance(anchor, Anchor) else Anchor(anchor)


def _deadline(text: str, found: Found, context: Context) -> Deadline | None:
    """A found meaning with its days; None where there is no such day."""
    reading = reading_of(found.meaning, context) if found.meaning else None
    if reading is None:
        return None
    span = Span(found.start, found.end)
    return Deadline(
        words=span.of(text),
        span=span,
        kind=reading.kind,
        rules=found.rules,
        anchor=reading.anchor,
        explanation=reading.explanation,
        due=reading.due,
        opens=reading.opens,
        strict_due=reading.strict_due,
        sense=reading.sense,
        rrule=reading.rrule,
        condition=reading.condition,
        is_past=reading.is_past,
        steps=reading.steps,
    )


def _after(deadline: Deadline, context: Context) -> Context:
    """The context for what follows a deadline: "that year" is then the year of it."""
    day = deadline.due or deadline.opens
    return context.after(Period(day, day)) if day else context
