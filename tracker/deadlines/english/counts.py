"""Lengths counted from now or from a day: "within 30 days", "in two weeks' time", "60 days after 6 October"."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from tracker.core.conventions import Conventions
from tracker.core.deadline import Sense
from tracker.deadlines.english.lengths import LENGTH, NUMBER_STARTS, UNIT_WORDS, UNITS, length_in
from tracker.deadlines.english.words import any_of, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, FrameRule, PhraseRule
from tracker.deadlines.spec import Counted, Length

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_WITHIN = (
    r"(?:within|inside(?: of)?|in (?:under|less than|no more than|not more than|at most|fewer than|the space of)"
    r"|(?:no|not) (?:later|more) than|at most|before the end of)"
)
_NEXT = r"(?:next|coming|following|ensuing|forthcoming|remaining|first)"
_PERIOD = r"(?:[ -](?:period|window|span|timeframe|time frame|time-frame|timeline|deadline|timetable|term|interval))?"
_TIME = r"(?:'s?)?(?: time)?"
_FROM_NOW = (
    r"(?: (?:from now|hence|of now|(?:from|of|after|following) (?:today|this (?:date|day|announcement|statement"
    r"|notice|letter"
    r"|order|newsletter|decision|publication|press release|release|report|decree|resolution|circular|meeting|agreement)"
    r"|(?:the )?(?:date|day) of this [a-z]{3,15}|(?:the )?(?:date|day) of (?:the )?announcement|the announcement)))"
)
_LEFT_OPEN = r"(?!'|-old| (?:of|ago|old|after|following|from|since|before|prior|ahead|later|earlier|behind)\b)"
_STARTS = word_set("within inside in no not at before")
_SINGULARS = ("day", "week", "fortnight", "month", "quarter", "year", "decade")
_BARE_STARTS = NUMBER_STARTS


def _from_now(match: Match) -> Meaning | None:
    length = length_in(match)
    return Counted(length) if length else None


def _one(match: Match) -> Meaning:
    size, unit = UNITS[match["unit"]]
    return Counted(Length(((Fraction(size), unit),)))


def _held(match: Match) -> Meaning | None:
    length = length_in(match)
    return Counted(length, sense=Sense.KEEP) if length else None


def _after(match: Match, noun: Noun) -> Meaning | None:
    length = length_in(match)
    return Counted(length, noun) if length else None


def _before(match: Match, noun: Noun) -> Meaning | None:
    length = length_in(match)
    return Counted(length, noun, is_before=True) if length else None


RULES = (
    PhraseRule(
        "within",
        _STARTS,
        rf"{_WITHIN} (?:the )?(?:{_NEXT} |space of |period of |course of )?{LENGTH}{_PERIOD}{_TIME}"
        rf"(?:{_FROM_NOW}|{_LEFT_OPEN})",
        _from_now,
        UNIT_WORDS,
    ),
    PhraseRule(
        "in", frozenset({"in"}), rf"in (?:another )?{LENGTH}{_TIME}(?:{_FROM_NOW}|{_LEFT_OPEN})", _from_now, UNIT_WORDS
    ),
    PhraseRule(
        "over",
        word_set("over during in across through throughout within"),
        rf"(?:over|during|in|across|through|throughout|within) (?:the )?(?:course of the )?{_NEXT} {LENGTH}{_PERIOD}",
        _from_now,
        UNIT_WORDS,
    ),
    PhraseRule(
        "over",
        word_set("over during in within across"),
        rf"(?:over|during|in|within|across) (?:a |an |the )?{LENGTH}[ -](?:period|window|span|timeframe|time frame"
        r"|timeline|programme|program|plan)",
        _from_now,
        UNIT_WORDS,
    ),
    PhraseRule(
        "over",
        word_set("over during in across within throughout"),
        r"(?:over|during|in|across|within|throughout) (?:the )(?:course of the )?next "
        rf"(?P<unit>{any_of(_SINGULARS)})(?! to\b)",
        _one,
        UNIT_WORDS,
    ),
    PhraseRule("for the next", frozenset({"for"}), rf"for (?:the|at least the)? ?{_NEXT} {LENGTH}", _held, UNIT_WORDS),
    PhraseRule("from now", _BARE_STARTS, rf"{LENGTH}{_FROM_NOW}", _from_now, UNIT_WORDS),
    PhraseRule(
        "the next", frozenset({"next", "coming"}), rf"(?:next|coming) {LENGTH}{_LEFT_OPEN}", _from_now, UNIT_WORDS
    ),
    PhraseRule(
        "set for itself",
        word_set("itself themselves himself herself ourselves myself deadline target timeline timeframe period"),
        r"(?:itself|themselves|himself|herself|ourselves|myself|(?:deadline|target|timeline"
        rf"|timeframe) of) {LENGTH}{_LEFT_OPEN}",
        _from_now,
        UNIT_WORDS,
    ),
    PhraseRule(
        "period",
        _BARE_STARTS,
        rf"(?<!for\s){LENGTH}(?<=day|eek|nth|ter|ear)[ -](?:deadline|window|timeline|timeframe|time frame|timetable)",
        _from_now,
        UNIT_WORDS,
    ),
    FrameRule(
        "counted from",
        _STARTS | _BARE_STARTS,
        rf"(?<!for\s)(?:(?:{_WITHIN}|in|up to|by) )?(?:the )?(?:first )?{LENGTH}{_PERIOD},? (?:(?:after|from"
        r"|following|beginning|starting|commencing)"
        r"(?: on| from)?|(?:counting|counted|running|as) (?:from|of)) ",
        _after,
        words=UNIT_WORDS,
    ),
    FrameRule("counted from", _STARTS, rf"{_WITHIN} (?:the )?(?:first )?{LENGTH} of ", _after, UNIT_WORDS),
    FrameRule(
        "ahead of",
        _STARTS | _BARE_STARTS | {"by", "up"},
        rf"(?:(?:{_WITHIN}|by|at least|not less than) )?{LENGTH} (?:before|ahead of|prior to|in advance of) ",
        _before,
        words=UNIT_WORDS,
    ),
)

EXAMPLES = (
    Example("A group will be set up within the next 30 days.", "2025-10-17"),
    Example("A group will be set up in two weeks' time.", "2025-10-01"),
    Example("A group will be set up within five working days.", "2025-09-24"),
    Example("A group will be set up within 30 working days.", "2025-10-29", conventions=Conventions(country="PK")),
    Example("A group will be set up within 5 (five) business days.", "2025-09-24"),
    Example("A group will be set up within 30 to 45 days.", "2025-11-01"),
    Example("A group will be set up in two and a half months.", "2025-12-02"),
    Example("A group will be set up within 36 hours.", "2025-09-19"),
    Example("A group will be set up over the next year.", "2026-09-17"),
    Example("A group will be set up a year from now.", "2026-09-17"),
    Example("A group will be set up within 60 days of 6 October.", "2025-12-05"),
    Example("A group will be set up ten days before 3 May.", "2026-04-23"),
    Example("A group will be set up within a month.", "2026-02-28", announced_on="2026-01-31"),
    Example("A group will be set up over a six-month period.", "2026-03-17"),
    Example("The rate is held for the next two years.", "2027-09-17", sense=Sense.KEEP),
    Example("They gave themselves 90 days.", "2025-12-16"),
)

COUNTEREXAMPLES = (
    "The bridge stood for 30 years.",
    "He left 30 days ago.",
    "It takes two days to drive there.",
    "Over the past two years output fell.",
    "A ten-year-old girl won.",
    "They met in two days of talks.",
)

FAMILY = Family("counts", RULES, EXAMPLES, COUNTEREXAMPLES)
