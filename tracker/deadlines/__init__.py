"""The grammar of deadlines: words of time become due dates, and say why."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, cast

from tracker.core.calendar import Period
from tracker.core.conventions import PLAIN
from tracker.core.deadline import Anchor, Deadline, Span
from tracker.deadlines.engine import Grammar
from tracker.deadlines.gate import words_in
from tracker.deadlines.happenings import dated_events
from tracker.deadlines.languages import LANGUAGES
from tracker.deadlines.named_before import (
    Nearest,
    counts_from_named,
    following,
    looks_behind,
    named_before,
    named_on,
    seen_from_founding,
)
from tracker.deadlines.named_days import name_rule
from tracker.deadlines.resolve import Context, reading_of
from tracker.deadlines.respective import listed_last
from tracker.deadlines.text import folded
from tracker.registry import lookup

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.deadlines.reader import Found
    from tracker.deadlines.rules import Language

__all__ = ["find_deadlines", "find_events", "find_respective_deadlines", "read_deadline"]

_NO_EVENTS: Mapping[str, Anchor] = {}


def find_deadlines(
    text: str,
    anchor: Anchor | date,
    conventions: Conventions = PLAIN,
    *,
    language: str = "en",
    events: Mapping[str, Anchor] = _NO_EVENTS,
    with_told: bool = False,
    preceding: str = "",
) -> tuple[Deadline, ...]:
    """All deadlines of a text, in order and without overlap; spans are character offsets in it.

    `anchor` is the day of the announcement; `events` names further days ("signing") that words may count from. With
    `with_told` a day that its clause tells as past ("they met on Monday") is given too, read as if it were to come.
    `preceding` is the sentence before the text: where words count from a date named before ("two weeks later") and the
    text names none, it may stand there.

    Raises UnknownNameError for a language that has no grammar.
    """
    grammar = _grammar(language, _names(conventions))
    lowered = folded(text)
    words = words_in(lowered)
    if not grammar.gate.lets_through(lowered, words):
        return ()
    all_found = grammar.scan(lowered, words)
    if not all_found:
        return ()
    said = _anchored(anchor)
    context = Context(said, conventions, events, named=said if with_told else None)
    read = _read_all(text, lowered, grammar, all_found, context, preceding)
    return tuple([one.deadline for one in read if one.deadline])


def read_deadline(
    text: str,
    anchor: Anchor | date,
    conventions: Conventions = PLAIN,
    *,
    language: str = "en",
    events: Mapping[str, Anchor] = _NO_EVENTS,
    is_backward: bool = False,
) -> Deadline | None:
    """The one best reading of a phrase about time, which may be a bare period ("March") or past ("two days ago").

    With `is_backward` what has no year is looked for on or before the anchor: "3 Nov" of what has happened.

    None where it holds no words of time. Of several expressions the longest is taken, of equally long ones the first.

    Raises UnknownNameError for a language that has no grammar.
    """
    grammar = _grammar(language, _names(conventions))
    said = _anchored(anchor)
    context = Context(said, conventions, events, named=said)
    if is_backward:
        context = context.seeking(said.on, is_backward=True)
    read = (_deadline(text, found, context) for found in grammar.read_phrase(folded(text)))
    return max((one for one in read if one), key=lambda one: one.span.end - one.span.start, default=None)


def find_respective_deadlines(
    text: str,
    anchor: Anchor | date,
    conventions: Conventions = PLAIN,
    *,
    language: str = "en",
    events: Mapping[str, Anchor] = _NO_EVENTS,
) -> tuple[Deadline, ...]:
    """The deadlines that "respectively" gives to the things of another list, in order: the n-th of them to the n-th.

    Empty where the word does not stand beside a list of deadlines. Raises UnknownNameError for a language that has no
    grammar.
    """
    chosen = lookup("language", LANGUAGES, language)
    lowered = folded(text)
    if chosen.respectively not in lowered:
        return ()
    deadlines = find_deadlines(text, anchor, conventions, language=language, events=events)
    return listed_last(lowered, deadlines, chosen.list_link, chosen.respectively)


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
    return tuple([named.name for named in conventions.named_days]) if conventions.named_days else ()


def _anchored(anchor: Anchor | date) -> Anchor:
    return anchor if isinstance(anchor, Anchor) else Anchor(anchor)


def _read_all(
    text: str, lowered: str, grammar: Grammar, all_found: Iterable[Found], context: Context, preceding: str = ""
) -> list[Nearest]:
    """What a text names, in its order, each seen from those before it; what is told as past has no deadline.

    It has one only where the context names a date that all may count from.
    """
    is_told_left_out = context.named is None
    read: list[Nearest] = []
    last: Deadline | None = None
    behind: Nearest | None = None
    for found in all_found:
        if found.is_told and is_told_left_out:
            read.append(Nearest(found, None))
            continue
        if last is not None:
            context = _after(last, context, is_listed=found.is_listed)
        elif preceding and not read and looks_behind(found.meaning):
            behind = _last_of(preceding, context, grammar)
            context = following(behind, context) if behind else context
        nearest = read[-1] if read else behind
        found = seen_from_founding(lowered, found, nearest, grammar)
        counts_back = counts_from_named(found.meaning)
        seen = named_before(lowered, found, nearest, context, grammar) if counts_back else context
        deadline = _deadline(text, found, seen)
        if (
            last
            and deadline
            and _goes_back(last, deadline)
            and grammar.further.fullmatch(lowered, last.span.end, found.start)
        ):
            deadline = _deadline(text, found, _after(last, seen, is_listed=True))
        if deadline is not None and not (counts_back and deadline.is_past):
            read.append(Nearest(found, deadline))
            last = deadline
    return read


def _last_of(preceding: str, context: Context, grammar: Grammar) -> Nearest | None:
    """The date that an earlier text names last, the announcement's own day left out ("she said today")."""
    lowered = folded(preceding)
    all_found = grammar.scan(lowered, words_in(lowered))
    for one in reversed(_read_all(preceding, lowered, grammar, all_found, context)):
        if named_on(one, context) not in (None, context.anchor.on):
            return one._replace(rest=lowered[one.found.end :])
    return None


def _deadline(text: str, found: Found, context: Context) -> Deadline | None:
    """A found meaning with its days; None where there is no such day."""
    reading = reading_of(found.meaning, context) if found.meaning else None
    if reading is None:
        return None
    return Deadline(
        text[found.start : found.end],
        Span(found.start, found.end),
        reading.kind,
        found.rules,
        reading.anchor,
        cast("str", reading.account),  # it tells the explanation, and the steps, when they are read
        reading.due,
        reading.opens,
        reading.strict_due,
        reading.sense,
        reading.rrule,
        reading.condition,
        reading.is_past,
    )


def _goes_back(last: Deadline, deadline: Deadline) -> bool:
    """True where a deadline, led by the same words as the one before it, was read to fall due in an earlier year.

    Within a year what is told later may well be due earlier ("by 10 October, and the other one by 1 October").
    """
    is_alike = last.rules[0] == deadline.rules[0] and not last.is_past and not deadline.is_past
    return is_alike and last.due is not None and deadline.due is not None and deadline.due.year < last.due.year


def _after(deadline: Deadline, context: Context, *, is_listed: bool) -> Context:
    """The context for what follows a deadline: "that year" is then the year of it, and lists go forward in time."""
    day = deadline.due or deadline.opens
    if day is None:
        return context
    return context.after(Period(day, day), from_on=day if is_listed else None)
