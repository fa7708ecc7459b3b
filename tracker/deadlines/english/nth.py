"""Counted pieces of a period: "the first week of May", "the last Friday of this month", "the second Monday in June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.events import DATED
from tracker.deadlines.english.lengths import NUMBER, number_of
from tracker.deadlines.english.words import ORDINALS, WEEKDAYS, word_set
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import SHORT_DIGITS, Family, PartRule
from tracker.deadlines.spec import (
    FiscalYear,
    MonthOf,
    Nth,
    PieceOf,
    Range,
    Relative,
    SeasonOf,
    Stretch,
    WeekWith,
    WholeYear,
)

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_NUMBERS = ORDINALS | {
    "last": -1,
    "final": -1,
    "closing": -1,
    "opening": 1,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
    "5th": 5,
}
_NUMBER = rf"(?P<number>{any_of(_NUMBERS)})"
_STRETCHES = {"working day": Stretch.WORKING_DAY, "business day": Stretch.WORKING_DAY,
              "full week": Stretch.FULL_WEEK, "day": Stretch.DAY, "week": Stretch.WEEK,
              "weekend": Stretch.WEEKEND, "month": Stretch.MONTH,
              "quarter": Stretch.QUARTER, "half": Stretch.HALF}  # fmt: skip
_STARTS = frozenset(name.split("-")[0] for name in _NUMBERS if not name[0].isdigit()) | {SHORT_DIGITS}
_WHOLES = (MonthOf, WholeYear, PieceOf, SeasonOf, FiscalYear, Relative)


def _weekday(match: Match, noun: Noun) -> Noun | None:
    if not isinstance(noun, _WHOLES):
        return None
    return Nth(_NUMBERS[match["number"]], Stretch.DAY, noun, weekday=WEEKDAYS[match["weekday"]])


def _piece(match: Match, noun: Noun) -> Noun | None:
    if not isinstance(noun, _WHOLES):
        return None
    return Nth(_NUMBERS[match["number"]], _STRETCHES[match["stretch"]], noun)


def _several(match: Match, noun: Noun) -> Noun | None:
    count = number_of(match["count"])
    if not isinstance(noun, _WHOLES) or count.denominator != 1 or count < 1:
        return None
    stretch = _STRETCHES[match["stretch"]]
    first, last = (1, int(count)) if match["side"] in ("first", "opening") else (-int(count), -1)
    return Range(Nth(first, stretch, noun), Nth(last, stretch, noun))


def _week_up_to(match: Match, noun: Noun) -> Noun | None:
    """Whatever day of the week it is, the words say that it is the last one."""
    del match
    return noun if isinstance(noun, DATED) else None


def _week_of(match: Match, noun: Noun) -> Noun:
    del match
    return WeekWith(noun)


RULES = (
    PartRule(
        "n-th weekday of", _STARTS, rf"{_NUMBER} (?P<weekday>{any_of(WEEKDAYS)}) (?:of|in) ", _weekday, is_bare=True
    ),
    PartRule("n-th of", _STARTS, rf"{_NUMBER} (?P<stretch>{any_of(_STRETCHES)}) (?:of|in) ", _piece, is_bare=True),
    PartRule(
        "first of several",
        word_set("first opening last final closing"),
        rf"(?P<side>first|opening|last|final|closing) (?P<count>{NUMBER}) (?P<stretch>day|week|month|quarter)s "
        r"(?:of|in) ",
        _several,
        is_bare=True,
    ),
    PartRule("week up to", frozenset({"week"}), r"week ending(?: on)? ", _week_up_to, is_bare=True),
    PartRule(
        "week of",
        frozenset({"week", "w"}),
        r"(?:w/c|week (?:of|beginning|commencing|starting|that begins on"
        r"|(?<!-day\sweek\s)(?<!working\sweek\s)from))(?: on)? ",
        _week_of,
        is_bare=True,
    ),
)

EXAMPLES = (
    Example("It opens in the first week of May.", "2026-05-07"),
    Example("It opens in the last week of May.", "2026-05-31"),
    Example("It opens in the first full week of February.", "2026-02-08"),
    Example("It opens in the last full week of October.", "2025-10-26"),
    Example("It opens in the second full week of 2026.", "2026-01-18"),
    Example("It opens on the last Friday of this month.", "2025-09-26"),
    Example("It opens on the second Monday in June.", "2026-06-08"),
    Example("It opens on the first day of October.", "2025-10-01"),
    Example("It opens on the last day of 2026.", "2026-12-31"),
    Example("It opens in the week of 6 April.", "2026-04-12"),
    Example("It opens in the first month of 2026.", "2026-01-31"),
    Example("It opens on the first weekend of November.", "2025-11-02"),
    Example("It opens on the first Monday of September.", "2026-09-07"),
    Example("It opens in the first two weeks of May.", "2026-05-14", opens="2026-05-01"),
    Example("It opens in the last ten days of 2026.", "2026-12-31", opens="2026-12-22"),
    Example("It opens on the first working day of November.", "2025-11-03"),
    Example("It opens by the last working day of January.", "2026-01-30"),
    Example("It opens w/c 6 October.", "2025-10-12"),
    Example("It opens in the week ending Friday 10 October.", "2025-10-10"),
)

COUNTEREXAMPLES = (
    "The full week of rain was over.",
    "It was the first week of many.",
    "On the fifth Monday of February 2026 it rained.",
    "The second day of talks ended.",
    "A third quarter of the pie was left.",
    "The first 1.5 days of 3 talks were dull.",
)

FAMILY = Family("nth", RULES, EXAMPLES, COUNTEREXAMPLES)
