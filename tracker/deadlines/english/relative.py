"""Periods told from now: "this week", "next month", "the coming year", "today", "that year"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Unit
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.lengths import UNITS
from tracker.deadlines.english.words import TO_A_DAY, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import Family, NounRule
from tracker.deadlines.spec import Length, Narrowed, Part, Relative, Shifted, Stretch

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_STRETCHES = {"week": Stretch.WEEK, "weekend": Stretch.WEEKEND, "fortnight": Stretch.FORTNIGHT, "month": Stretch.MONTH,
              "quarter": Stretch.QUARTER, "half": Stretch.HALF, "half-year": Stretch.HALF, "year": Stretch.YEAR,
              "decade": Stretch.DECADE, "century": Stretch.CENTURY}  # fmt: skip
_WORDS = word_set("week weekend fortnight month quarter half year decade century")
_STRETCH = rf"(?P<stretch>{any_of(_STRETCHES)})"
_THIS = r"this|current|running|present|ongoing"
_NEXT = r"next|coming|this coming|upcoming|forthcoming"
_DAYS = {"today": 0, "tonight": 0, "this morning": 0, "this afternoon": 0, "this evening": 0, "tomorrow": 1,
         "tomorrow morning": 1, "tomorrow afternoon": 1, "tomorrow evening": 1, "tomorrow night": 1, "overnight": 1,
         "day after tomorrow": 2, "tmrw": 1, "day after tmrw": 2, "this day": 0}  # fmt: skip
_PAST_DAYS = {"yesterday": -1, "day before yesterday": -2, "last night": -1, "last day": -1, "past day": -1}
_DAY_WORDS = word_set("tmrw day today tonight morning afternoon evening tomorrow overnight")
_SINGULAR = (
    rf"(?!-| (?:(?:of|in|on|and a half|ago|old|ended|ending|before|after|later|since|earlier|from)\b|{TO_A_DAY}))"
)


def _this(match: Match) -> Noun:
    return Relative(_STRETCHES[match["stretch"]])


def _next(match: Match) -> Noun:
    if match["stretch"] == "fortnight":  # the calendar knows none: it is counted from now
        return Shifted(Length(((2, Unit.WEEK),)), Relative(Stretch.DAY))
    return Relative(_STRETCHES[match["stretch"]], 1)


def _next_year(match: Match) -> Noun:
    del match
    return Relative(Stretch.YEAR, 1)


def _start_of_next_year(match: Match) -> Noun:
    del match
    return Narrowed(Part.START, Relative(Stretch.YEAR, 1))


def _after_next(match: Match) -> Noun:
    return Relative(_STRETCHES[match["stretch"]], 2)


def _same(match: Match) -> Noun:
    return Relative(_STRETCHES[match["stretch"]], is_back=True)


def _following(match: Match) -> Noun:
    stretch = Stretch.DAY if match["stretch"] in (None, "day") else _STRETCHES[match["stretch"]]
    return Relative(stretch, 1, is_back=True)


def _this_time(match: Match) -> Noun:
    size, unit = UNITS[match["unit"]]
    return Shifted(Length(((size, unit),)), Relative(Stretch.DAY))


def _week_from(match: Match) -> Noun:
    return Relative(Stretch.DAY, 7 + _DAYS[match["day"] or match["other"]])


def _that_day(match: Match) -> Noun:
    del match
    return Relative(Stretch.DAY, is_back=True)


def _past_day(match: Match) -> Noun:
    return Relative(Stretch.DAY, _PAST_DAYS[" ".join(match["day"].split())])


def _last(match: Match) -> Noun:
    return Relative(_STRETCHES[match["stretch"]], -1)


def _now(match: Match) -> Noun:
    del match
    return Relative(Stretch.DAY)


def _day(match: Match) -> Noun:
    return Relative(Stretch.DAY, _DAYS[" ".join(match["day"].split())])


RULES = (
    NounRule(
        "day",
        frozenset(words.split()[0] for words in _DAYS),
        rf"(?P<day>{any_of(_DAYS)})",
        _day,
        _DAY_WORDS,
        is_bare=True,
    ),
    NounRule(
        "past day",
        frozenset(words.split()[0] for words in _PAST_DAYS),
        rf"(?P<day>{any_of(_PAST_DAYS)})",
        _past_day,
        frozenset({"yesterday", "night", "day"}),
    ),
    NounRule("last", word_set("last past previous"), rf"(?:last|past|previous) {_STRETCH}", _last, _WORDS),
    NounRule(
        "this",
        word_set("this current present running ongoing"),
        rf"(?:{_THIS}) (?:calendar )?{_STRETCH}",
        _this,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "next",
        word_set("next coming this upcoming forthcoming"),
        rf"(?:{_NEXT}) (?:calendar )?{_STRETCH}",
        _next,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "this or next",
        frozenset({"this"}),
        r"this (?P<stretch>week|weekend|month|quarter|year) (?:or|and) (?:the )?next(?= ?(?:[.,;:!?)]|$))",
        _next,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "after next",
        word_set("week month year quarter weekend"),
        rf"{_STRETCH} after next",
        _after_next,
        _WORDS,
        is_bare=True,
    ),
    NounRule("that", frozenset({"that", "same"}), rf"(?:that|(?:the )?same) {_STRETCH}", _same, _WORDS),
    NounRule(
        "following",
        frozenset({"following", "next"}),
        r"(?:following (?P<stretch>day|week|month|quarter|year)|next (?P<day>day))",
        _following,
        _WORDS | {"day"},
        is_bare=True,
    ),
    NounRule(
        "this time",
        frozenset({"this"}),
        r"this time next (?P<unit>week|month|quarter|year)",
        _this_time,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "week from a day",
        frozenset({"a", "one", "week", "today", "tomorrow", "this"}),
        r"(?:(?:a |one )?week (?:from )?(?P<day>today|tomorrow)|(?P<other>today|tomorrow|this day) week)",
        _week_from,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "new year",
        frozenset({"new"}),
        r"(?:(?<=of\sthe\s)|(?<=early\sin\sthe\s)|(?<=late\sin\sthe\s)|(?<=later\sin\sthe\s))new year",
        _next_year,
        _WORDS,
    ),
    NounRule("new year", frozenset({"new"}), r"(?<=in\sthe\s)new year", _start_of_next_year, _WORDS),
    NounRule(
        "that day", frozenset({"that", "same"}), r"(?:that|same) (?:day|date)", _that_day, frozenset({"day", "date"})
    ),
    NounRule(
        "now",
        frozenset({"now"}),
        r"(?:(?<=between\s)|(?<=from\s))now(?= (?:and|until|till|to|through)\b)",
        _now,
        frozenset({"now"}),
    ),
    NounRule("running", _WORDS | {"calendar"}, rf"(?<=the\s)(?:calendar )?{_STRETCH}{_SINGULAR}", _this, _WORDS),
    NounRule("running", _WORDS, r"(?<=end\sof\s)(?P<stretch>week|month|quarter|year)", _this, _WORDS),
    NounRule("running", _WORDS, r"(?<=mid-)(?P<stretch>week|month|quarter|year)", _this, _WORDS),
)

EXAMPLES = (
    Example("The board meets this week.", "2025-09-21"),
    Example("The board meets next week.", "2025-09-28"),
    Example("The board meets by next month.", "2025-10-31", strict_due="2025-09-30"),
    Example("The board meets next quarter.", "2025-12-31"),
    Example("The board meets within the year.", "2025-12-31"),
    Example("The board meets tomorrow.", "2025-09-18"),
    Example("The board meets tonight.", "2025-09-17"),
    Example("The board meets the day after tomorrow.", "2025-09-19"),
    Example("The board meets the week after next.", "2025-10-05"),
    Example("The board meets by this time next year.", "2026-09-17"),
    Example("The board meets this time next month.", "2025-10-17"),
    Example("The board meets in the new year.", "2026-04-30"),
    Example("The board meets late in the new year.", "2026-12-31"),
    Example("The board meets by the end of the calendar year.", "2025-12-31"),
    Example("The board meets in the current month.", "2025-09-30"),
    Example("The board meets a week tomorrow.", "2025-09-25"),
    Example("The board meets within the next fortnight.", "2025-10-01"),
    Example("The board has until the end of the month to meet.", "2025-09-30"),
    Example("The board will not meet this year or next.", "2026-12-31"),
    Example("The board meets before this day week.", "2025-09-23"),
)

COUNTEREXAMPLES = (
    "It is this year's plan.",
    "Today's budget is thin.",
    "Last month was wet.",
    "In the year to June it grew.",
    "They play from the quarter-finals on.",
)

FAMILY = Family("relative", RULES, EXAMPLES, COUNTEREXAMPLES)
