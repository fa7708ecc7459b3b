"""Weekdays: "Friday", "this coming Monday", "next Friday", "Tuesday next", "Monday week", "Friday of next week"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.english.words import WEEKDAYS, any_of, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, NounRule
from tracker.deadlines.spec import Weekday

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_SHORT = {"mon": 0, "tue": 1, "tues": 1, "weds": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4}
_ALL = WEEKDAYS | _SHORT
_WORDS = frozenset(_ALL)
_WEEKDAY = rf"(?P<weekday>{any_of(_ALL)})\b(?:(?<=\b\w\w\w)\.(?! ?$))?"
_TIME_OF_DAY = r"(?: (?:morning|afternoon|evening|night|noon|lunchtime|midday))?"


def _first(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]])


def _of_next_week(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], week=1)


def _of_this_week(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], week=0)


def _week_later(match: Match) -> Noun:
    return Weekday(_ALL[match["weekday"]], later=1)


RULES = (
    NounRule(
        "weekday", _WORDS, rf"{_WEEKDAY}(?: next(?! (?:week|month|year)))?{_TIME_OF_DAY}", _first, _WORDS, is_bare=True
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
)

COUNTEREXAMPLES = (
    "The cat sat in the sun.",
    "They wed in a chapel.",
    "Last Friday the board met.",
    "Black-Friday sales were poor.",
)

FAMILY = Family("weekdays", RULES, EXAMPLES, COUNTEREXAMPLES)
