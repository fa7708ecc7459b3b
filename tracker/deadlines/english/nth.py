"""Counted pieces of a period: "the first week of May", "the last Friday of this month", "the second Monday in June"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.english.words import ORDINALS, WEEKDAYS, any_of
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import DIGITS, Family, PartRule
from tracker.deadlines.spec import FiscalYear, MonthOf, Nth, PieceOf, Relative, SeasonOf, Stretch, WeekWith, WholeYear

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
_STRETCHES = {"day": Stretch.DAY, "week": Stretch.WEEK, "weekend": Stretch.WEEKEND, "month": Stretch.MONTH,
              "quarter": Stretch.QUARTER, "half": Stretch.HALF}  # fmt: skip
_STARTS = frozenset(name.split("-")[0] for name in _NUMBERS if not name[0].isdigit()) | {DIGITS}
_WHOLES = (MonthOf, WholeYear, PieceOf, SeasonOf, FiscalYear, Relative)


def _weekday(match: Match, noun: Noun) -> Noun | None:
    if not isinstance(noun, _WHOLES):
        return None
    return Nth(_NUMBERS[match["number"]], Stretch.DAY, noun, weekday=WEEKDAYS[match["weekday"]])


def _piece(match: Match, noun: Noun) -> Noun | None:
    if not isinstance(noun, _WHOLES):
        return None
    return Nth(_NUMBERS[match["number"]], _STRETCHES[match["stretch"]], noun)


def _week_of(match: Match, noun: Noun) -> Noun:
    del match
    return WeekWith(noun)


RULES = (
    PartRule(
        "n-th weekday of", _STARTS, rf"{_NUMBER} (?P<weekday>{any_of(WEEKDAYS)}) (?:of|in) ", _weekday, is_bare=True
    ),
    PartRule("n-th of", _STARTS, rf"{_NUMBER} (?P<stretch>{any_of(_STRETCHES)}) (?:of|in) ", _piece, is_bare=True),
    PartRule(
        "week of",
        frozenset({"week"}),
        r"week (?:of|beginning|commencing|starting|ending|that begins on|from)(?: on)? ",
        _week_of,
    ),
)

EXAMPLES = (
    Example("It opens in the first week of May.", "2026-05-07"),
    Example("It opens in the last week of May.", "2026-05-31"),
    Example("It opens on the last Friday of this month.", "2025-09-26"),
    Example("It opens on the second Monday in June.", "2026-06-08"),
    Example("It opens on the first day of October.", "2025-10-01"),
    Example("It opens on the last day of 2026.", "2026-12-31"),
    Example("It opens in the week of 6 April.", "2026-04-12"),
    Example("It opens in the first month of 2026.", "2026-01-31"),
    Example("It opens on the first weekend of November.", "2025-11-02"),
    Example("It opens on the first Monday of September.", "2026-09-07"),
)

COUNTEREXAMPLES = (
    "It was the first week of many.",
    "On the fifth Monday of February 2026 it rained.",
    "The second day of talks ended.",
    "A third quarter of the pie was left.",
)

FAMILY = Family("nth", RULES, EXAMPLES, COUNTEREXAMPLES)
