"""Lengths counted from now or from a day: "within 30 days", "in two weeks' time", "60 days after 6 October"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.conventions import Conventions
from tracker.core.deadline import Sense
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.lengths import NUMBER_STARTS, OVER, UNIT_WORDS, UNITS
from tracker.deadlines.english.words import TO_A_DAY, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, LengthRule, PhraseRule
from tracker.deadlines.spec import Counted, Length

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Meaning, Noun

_WITHIN = (
    r"(?:within|inside(?: of)?|in (?:under|less than|no more than|not more than|at most|fewer than|the space of"
    r"|as little as|as few as|just|only)"
    r"|(?:no|not) (?:later|more) than|at most|before the end of)"
)
_NEXT = r"(?:next|coming|following|ensuing|forthcoming|remaining|first)"
_PERIOD = r"(?:[ -](?:period|window|span|timeframe|time frame|time-frame|timeline|deadline|timetable|term|interval))?"
_TIME = r"(?:'s?)?(?: time)?"
_UP_TO = rf" (?:until\b|till\b|{TO_A_DAY})"
_FROM_NOW = (
    rf"(?: (?:from now|hence|of now|(?:from|of|after|following) (?:today(?!{_UP_TO})"
    r"|this (?:date|day|announcement|statement"
    r"|notice|letter"
    r"|order|newsletter|decision|publication|press release|release|report|decree|resolution|circular|meeting|agreement)"
    r"|(?:the )?(?:date|day) of this [a-z]{3,15}|(?:the )?(?:date|day) of (?:the )?announcement|the announcement)))"
)
_LEFT_OPEN = (
    r"(?!'|-old| (?:of|ago|old|after|following|from|since|before|prior|ahead|later|earlier|early|late|behind)\b)"
)
_COUNTED_ON = rf"{_PERIOD}{_TIME}(?:{_FROM_NOW}|{_LEFT_OPEN})"
_WINDOW = (
    r"[ -](?:period|window|span|timeframe|time frame|time-frame|timeline|timetable|deadline|programme|program|plan)"
)
_FROM_NOUN = (
    rf"{_PERIOD},? (?:(?:after|from|following|beginning|starting|commencing)(?: on| from)?"
    rf"|(?:counting|counted|running|as) (?:from|of)) (?!today{_UP_TO})"
)
_DURATION = rf"(?:{_WINDOW}|(?= (?:from|starting|beginning|commencing|after|following)\b))"
_BEFORE_NOUN = r" (?:before|ahead of|prior to|in advance of) "
_GIVEN = (
    r"(?:has|have|given|gives?|gave|granted?|grants|allow(?:s|ed)) "
    r"(?:(?!(?:taken|took|spent|been|had|needed|waited|lasted|only|already)\b)[a-z][a-z-]{1,20} ){0,4}?"
)
_TO_ACT = (
    r"(?: left)?(?= (?:to|in which to|within which to) "
    r"(?!(?:go|run|spare|live|the|an?|its|their|his|her|this|that|our|one|each)\b)[a-z])"
)
_STARTS = word_set("within inside in no not at before")
_SINGULARS = ("day", "week", "fortnight", "month", "quarter", "year", "decade")


def _from_now(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail, noun
    return Counted(length)


def _held(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail
    return Counted(length, noun, sense=Sense.KEEP)


def _after(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail
    return Counted(length, noun)


def _before(length: Length, tail: Match, noun: Noun | None) -> Meaning:
    del tail
    return Counted(length, noun, is_before=True)


def _one(match: Match) -> Meaning:
    size, unit = UNITS[match["unit"]]
    return Counted(Length(((size, unit),)))


def _counting(name: str, starts: str, pattern: str, tail: str) -> LengthRule:
    """A length that is counted from now on."""
    return LengthRule(name, word_set(starts), pattern, tail, _from_now, words=UNIT_WORDS)


def _counting_from(starts: frozenset[str], pattern: str, tail: str) -> LengthRule:
    """A length that is counted from a noun on."""
    return LengthRule("counted from", starts, pattern, tail, _after, takes_noun=True, words=UNIT_WORDS)


def _counting_back(starts: frozenset[str], pattern: str) -> LengthRule:
    """A length that is counted back from a noun."""
    return LengthRule("ahead of", starts, pattern, _BEFORE_NOUN, _before, takes_noun=True, words=UNIT_WORDS)


RULES = (
    _counting(
        "within",
        "within inside in no not at before",
        rf"{_WITHIN} (?:the )?(?:{_NEXT} |space of |period of |course of )?",
        _COUNTED_ON,
    ),
    _counting("in", "in", r"in (?:another )?", rf"{_TIME}(?:{_FROM_NOW}|{_LEFT_OPEN})"),
    _counting(
        "over",
        "over during in across through throughout within",
        rf"(?:over|during|in|across|through|throughout|within) (?:the )?(?:course of the )?{_NEXT} ",
        _PERIOD,
    ),
    _counting("over", "over during in within across", r"(?:over|during|in|within|across) (?:a |an |the )?", _WINDOW),
    _counting(
        "over",
        "over during in across",
        r"(?:over|during|in|across) (?:a|an|the) (?:period|course|span|space) of ",
        _LEFT_OPEN,
    ),
    _counting("given", "has have given gave give gives granted grants allowed allows", _GIVEN, rf"{_PERIOD}{_TO_ACT}"),
    _counting("the next", "next coming", r"(?:next|coming) ", _LEFT_OPEN),
    _counting(
        "set for itself",
        "itself themselves himself herself ourselves myself deadline target timeline timeframe period",
        r"(?:itself|themselves|himself|herself|ourselves|myself|(?:deadline|target|timeline|timeframe) of) ",
        _LEFT_OPEN,
    ),
    _counting(
        "over, in pieces",
        "over",
        r"(?:(?<=phased\sout\s)|(?<=phased\sin\s)|(?<=spread\s)|(?<=spread\sout\s)|(?<=staggered\s)|(?<=rolled\sout\s)"
        r"|(?<=repaid\s)|(?<=paid\sback\s)|(?<=paid\soff\s)|(?<=wound\sdown\s))over (?:the )?",
        _LEFT_OPEN,
    ),
    LengthRule("from now", NUMBER_STARTS, "", _FROM_NOW, _from_now, words=UNIT_WORDS),
    LengthRule("period", NUMBER_STARTS, "", _WINDOW, _from_now, words=UNIT_WORDS),
    LengthRule(
        "for the next",
        frozenset({"for"}),
        rf"for (?:the|at least the)? ?{_NEXT} ",
        "",
        _held,
        words=UNIT_WORDS,
    ),
    LengthRule("for a time", frozenset({"for"}), r"for (?:a |an |the )?", _DURATION, None, words=UNIT_WORDS),
    _counting_from(_STARTS | {"up", "by"}, rf"(?:{_WITHIN}|in|up to|by) (?:the )?(?:first )?", _FROM_NOUN),
    _counting_from(NUMBER_STARTS, "", _FROM_NOUN),
    _counting_from(_STARTS, rf"{_WITHIN} (?:the )?(?:first )?", " of "),
    _counting_back(_STARTS | {"by"}, rf"(?:{_WITHIN}|by|at least|not less than) "),
    _counting_back(NUMBER_STARTS, ""),
    PhraseRule(
        "within",
        word_set("within inside"),
        r"(?:within|inside) (?:the|this) (?P<unit>fortnight)",
        _one,
        frozenset({"fortnight"}),
    ),
    PhraseRule(
        "over",
        word_set("over during in across within throughout"),
        rf"(?:{OVER}|during|in|across|within|throughout) (?:the )(?:course of the )?"
        r"(?:next|coming(?= (?:month|quarter|year))) "
        rf"(?P<unit>{any_of(_SINGULARS)})(?! to\b)",
        _one,
        UNIT_WORDS,
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
    Example("A group will be set up within the fortnight.", "2025-10-01"),
    Example("They gave themselves 90 days.", "2025-12-16"),
    Example("The court gave the state three months to comply.", "2025-12-17"),
    Example("The owner has two weeks left to sign.", "2025-10-01"),
    Example("The owner has another fortnight to sign.", "2025-10-01"),
    Example("The owner has a year from today to sign.", "2026-09-17"),
    Example("The ministry has 45 days to respond.", "2025-11-01"),
    Example("The works will be done over a period of three years.", "2028-09-17"),
)

COUNTEREXAMPLES = (
    "It has taken 18 months to write.",
    "They have had two years to prepare.",
    "The plant has 40 years to run.",
    "The bridge stood for 30 years.",
    "He left 30 days ago.",
    "It takes two days to drive there.",
    "Over the past two years output fell.",
    "A ten-year-old girl won.",
    "They met in two days of talks.",
    "They stayed for a two-week period.",
    "It gave him two years to live.",
)

FAMILY = Family("counts", RULES, EXAMPLES, COUNTEREXAMPLES)
