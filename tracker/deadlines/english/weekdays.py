"""Weekdays: "Friday", "this coming Monday", "next Friday", "Tuesday next", "Monday week", "Friday of next week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.lengths import NUMBER, NUMBER_STARTS, number_of
from tracker.deadlines.english.words import WEEKDAYS, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, NounRule
from tracker.deadlines.spec import Weekday

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_SHORT = {"mon": 0, "tue": 1, "tues": 1, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_ALL = WEEKDAYS | _SHORT
_WORDS = frozenset(_ALL)
_DAYS = _WORDS | {f"{name}s" for name in WEEKDAYS}
_WEEKDAY = rf"(?P<weekday>{any_of(_ALL)})\b(?:(?<=\b\w\w\w)\.(?! ?$))?"
_TIME_OF_DAY = r"(?: (?:morning|afternoon|evening|night|noon|lunchtime|midday))?"


def _first(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]])


def _of_next_week(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], week=1)


def _of_this_week(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], week=0)


def _fortnight_later(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], later=2)


def _of_last_week(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], week=-1)


def _just_past(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], later=-1)


def _several_later(match: Match) -> Noun | None:
    number = number_of(match["number"])
    return Weekday(_ALL[match["weekday"]], later=int(number) - 1) if number >= 1 else None


def _week_later(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], later=1)


RULES = (
    NounRule(
        "weekday",
        _WORDS,
        rf"{_WEEKDAY}(?! (?:morning|afternoon|evening|night|lunchtime)s\b)"
        rf"(?: next(?! (?:week|month|year)))?{_TIME_OF_DAY}",
        _first,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "weekday",
        word_set("this coming following"),
        rf"(?:this coming|this|coming) {_WEEKDAY}{_TIME_OF_DAY}",
        _first,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "last weekday", word_set("last previous"), rf"(?:last|previous) {_WEEKDAY}{_TIME_OF_DAY}", _of_last_week, _WORDS
    ),
    NounRule("last weekday", word_set("past this"), rf"(?:this )?past {_WEEKDAY}{_TIME_OF_DAY}", _just_past, _WORDS),
    NounRule(
        "weekday of last week",
        _WORDS,
        rf"{_WEEKDAY}{_TIME_OF_DAY},? (?:of |in )?(?:the )?(?:last|previous) week",
        _of_last_week,
        _WORDS,
    ),
    NounRule(
        "weekday of last week",
        word_set("last previous"),
        rf"(?:last|previous) week(?:'s)?(?:,| -)? (?:on )?{_WEEKDAY}",
        _of_last_week,
        _WORDS,
    ),
    NounRule(
        "weekday of this week",
        frozenset({"this"}),
        rf"this week(?:,| -)? (?:on )?{_WEEKDAY}",
        _of_this_week,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "weekday from now",
        NUMBER_STARTS,
        rf"(?P<number>{NUMBER}) (?P<weekday>{any_of(WEEKDAYS)})s? (?:from (?:now|today)|later|hence)",
        _several_later,
        _DAYS,
        is_bare=True,
        far=_DAYS,
    ),
    NounRule(
        "weekday of next week",
        frozenset({"next"}),
        rf"next {_WEEKDAY}{_TIME_OF_DAY}",
        _of_next_week,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "weekday of next week",
        _WORDS,
        rf"{_WEEKDAY}{_TIME_OF_DAY},? (?:of |in )?(?:the )?(?:next|coming|following) week",
        _of_next_week,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "weekday of next week",
        _WORDS,
        rf"{_WEEKDAY}(?= (?:and|or|to) {any_of(WEEKDAYS)} (?:of |in )?(?:the )?(?:next|coming|following) week\b)",
        _of_next_week,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "weekday of next week",
        frozenset({"next"}),
        rf"next week,? (?:on )?{_WEEKDAY}{_TIME_OF_DAY}",
        _of_next_week,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "weekday of this week",
        _WORDS,
        rf"{_WEEKDAY}{_TIME_OF_DAY},? (?:of |in )?this week",
        _of_this_week,
        _WORDS,
        is_bare=True,
    ),
    NounRule("weekday week", _WORDS, rf"{_WEEKDAY} (?:week|after next)", _week_later, _WORDS, is_bare=True),
    NounRule(
        "weekday fortnight",
        frozenset({"fortnight", "a"}),
        rf"(?:a )?fortnight (?:on|from) {_WEEKDAY}",
        _fortnight_later,
        _WORDS,
        is_bare=True,
    ),
    NounRule("weekday fortnight", _WORDS, rf"{_WEEKDAY} fortnight", _fortnight_later, _WORDS, is_bare=True),
    NounRule(
        "weekday week",
        frozenset({"week", "a"}),
        rf"(?:a )?week (?:on|from) {_WEEKDAY}",
        _week_later,
        _WORDS,
        is_bare=True,
    ),
)

EXAMPLES = (
    Example("The vote is on Friday.", "2025-09-19"),
    Example("The vote is on Wednesday.", "2025-09-24"),
    Example("The vote is this coming Monday.", "2025-09-22"),
    Example("The vote is next Friday.", "2025-09-26"),
    Example("The vote is on Tuesday next.", "2025-09-23"),
    Example("The vote is on Monday week.", "2025-09-29"),
    Example("The vote is on Thursday of next week.", "2025-09-25"),
    Example("The vote is on Sunday evening.", "2025-09-21"),
    Example("The vote is a week on Friday.", "2025-09-26"),
    Example("The vote is this week, on Friday.", "2025-09-19"),
    Example("The vote is two Fridays from now.", "2025-09-26"),
    Example("The vote is on Friday fortnight.", "2025-10-03"),
    Example("The vote is a fortnight on Friday.", "2025-10-03"),
)

COUNTEREXAMPLES = (
    "The cat sat in the sun.",
    "They wed in a chapel.",
    "Last Friday the board met.",
    "Black-Friday sales were poor.",
    "It is half a Friday from now.",
)

FAMILY = Family("weekdays", RULES, EXAMPLES, COUNTEREXAMPLES)
