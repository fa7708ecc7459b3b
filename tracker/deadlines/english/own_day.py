"""Lengths counted from the announcement's own day: "within ten days of today's meeting"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import EVENTS, OF, PLAIN, TODAYS
from tracker.deadlines.english.lengths import NUMBER_STARTS, UNIT_WORDS, UNITS
from tracker.deadlines.english.telling import TELLING
from tracker.deadlines.english.words import word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import FactRule, Family, LengthRule, PhraseRule
from tracker.deadlines.spec import Counted, Length

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_HERE = word_set(
    "meeting hearing session conference ceremony signing gathering summit vote ruling judgment decision report "
    "minutes terms heads announcement statement notice letter order agreement resolution directive bulletin address"
)
_TODAYS = rf"{TODAYS}(?:(?:{PLAIN} ){{0,3}}?{any_of({*EVENTS, *_HERE})}|{PLAIN})"
_SIGNING = r"(?:the )?(?:signature|signing|date|adoption|receipt)"
_UNITS = ("day", "week", "fortnight", "month", "quarter", "year")
_OWN = rf"(?:the (?:date|day) of )?(?:{_TODAYS}|(?:{_SIGNING} of )?(?:this|these) {any_of(_HERE)})\b{OF}"
_AFTER = r" (?:after|from|following) "
_WITHIN = (
    r"(?:within|inside|in|over|during|(?:no|not) (?:later|more) than|at most|up to|by) "
    r"(?:the )?(?:first |next |following )?"
)


def _from_now(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail, noun
    return Counted(length)


def _one(match: Match) -> Meaning:
    size, unit = UNITS[match["unit"]]
    return Counted(Length(((size, unit),)))


RULES = (
    LengthRule(
        "from its own day",
        word_set("within inside in over during no not at up by"),
        _WITHIN,
        rf"(?: of |{_AFTER}){_OWN}",
        _from_now,
        words=UNIT_WORDS,
    ),
    LengthRule("from its own day", NUMBER_STARTS, "", _AFTER + _OWN, _from_now, words=UNIT_WORDS),
    FactRule(
        "told of its own time",
        word_set("in within over during"),
        rf"(?:^|(?<=[.!?;]\s))(?:in|within|over|during) the {any_of(_UNITS)}{_AFTER}{_OWN}(?=,?{TELLING.behind})",
        words=UNIT_WORDS,
    ),
    PhraseRule(
        "from its own day",
        word_set("in within over during"),
        rf"(?:in|within|over|during) the (?P<unit>{any_of(_UNITS)}){_AFTER}{_OWN}",
        _one,
        UNIT_WORDS,
    ),
)

EXAMPLES = (
    Example("A reply will be sent within ten days of today's meeting.", "2025-09-27"),
    Example("Staff will be heard in the four weeks after this meeting.", "2025-10-15"),
    Example("Work will begin two months from today's signing.", "2025-11-17"),
    Example("Money will flow within three weeks of today's signing of the accord.", "2025-10-08"),
    Example("A list follows no later than five days after today's vote.", "2025-09-22"),
    Example("Pipes will be laid in the six months following today's council decision.", "2026-03-17"),
    Example("The fund opens a month after this morning's launch.", "2025-10-17"),
    Example("Homes will be seen over the two weeks after this ruling.", "2025-10-01"),
    Example("A draft is due in the fortnight after this summit.", "2025-10-01"),
    Example("Within six weeks of today's verdict the state will pay.", "2025-10-29"),
    Example("Pictures will be handed over within thirty days of the signature of these Minutes.", "2025-10-17"),
    Example("They may object within 21 days of the date of this resolution.", "2025-10-08"),
)

COUNTEREXAMPLES = (
    "Ten days of work went into this report.",
    "It stood within sight of this meeting.",
    "Today's vote took ten days of work.",
    "In the year after this decision, rents rose by a tenth.",
    "They spoke of today's meeting for hours.",
)

FAMILY = Family("own day", RULES, EXAMPLES, COUNTEREXAMPLES)
