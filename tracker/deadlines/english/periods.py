"""Months, quarters, halves, years and decades: "March 2026", "Q1 2026", "H2", "1H26", "2027", "the 2030s"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import (
    FULL_YEAR,
    MONTH,
    MONTH_WORDS,
    WRITTEN_YEAR,
    YEAR_WORDS,
    month_in,
    word_set,
    year_in,
)
from tracker.deadlines.examples import Example
from tracker.deadlines.rules import FOUR_DIGITS, SHORT_DIGITS, Family, NounRule
from tracker.deadlines.spec import Decade, MonthOf, Narrowed, Part, PieceOf, Relative, Stretch, WholeYear

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_NUMBERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "1st": 1, "2nd": 2, "3rd": 3,
            "4th": 4}  # fmt: skip
_NUMBER = rf"(?P<number>{any_of(_NUMBERS)})"
_NUMBER_STARTS = frozenset({"first", "second", "third", "fourth", "final", "last", SHORT_DIGITS})
_QUARTERS = frozenset({"quarter"})
_CODES = frozenset({"q", "h"})
_STRETCHES = word_set("year quarter month week")


def _month(match: Match) -> Noun:
    return MonthOf(month_in(match), year_in(match))


def _month_told(match: Match) -> Noun:
    return MonthOf(month_in(match), is_next=match["which"] == "next")


def _month_end(match: Match) -> Noun:
    return Narrowed(Part.END, MonthOf(month_in(match)))


def _quarter(match: Match) -> Noun:
    return PieceOf(Stretch.QUARTER, _NUMBERS[match["number"]], year_in(match))


def _half(match: Match) -> Noun:
    return PieceOf(Stretch.HALF, 1 if match["number"] in ("first", "1st") else 2)


def _coded(match: Match) -> Noun:
    stretch = Stretch.QUARTER if match["letter"] == "q" else Stretch.HALF
    return PieceOf(stretch, int(match["number"]), year_in(match))


def _year(match: Match) -> Noun:
    return WholeYear(year_in(match))


def _decade(match: Match) -> Noun:
    return Decade(int(match["year"]))


def _middle(match: Match) -> Noun:
    return Narrowed(Part.MIDDLE, Relative(Stretch(match["stretch"])))


def _year_end(match: Match) -> Noun:
    year = year_in(match)
    if year is not None:
        return Narrowed(Part.END, WholeYear(year))
    return Narrowed(Part.END, Relative(Stretch(match["stretch"])))


_ANY_MONTH = any_of(MONTH_WORDS)
_CODE = r"(?P<letter>q(?=[1-4])|h(?=[12]))(?P<number>[1-4])"

RULES = (
    NounRule(
        "month of a list",
        MONTH_WORDS,
        rf"{MONTH}(?=(?:, {_ANY_MONTH}){{0,6}},? (?:and|or) {_ANY_MONTH},? {FULL_YEAR})",
        _month,
        MONTH_WORDS,
        is_bare=True,
    ),
    NounRule("month", MONTH_WORDS, rf"{MONTH}{WRITTEN_YEAR}", _month, MONTH_WORDS, is_bare=True),
    NounRule("month", MONTH_WORDS, rf"(?<!the\s)(?<!\d\s){MONTH}(?: next(?! \w))?", _month, MONTH_WORDS),
    NounRule(
        "month",
        word_set("this next coming"),
        rf"(?P<which>this coming|this|coming|(?<!the\s)next) {MONTH}"
        r"(?:(?<!may)(?<!march)|(?<=next\s...)|(?<=next\s.....)|(?= ?(?:[.;!?)]|$)))",
        _month_told,
        MONTH_WORDS,
        is_bare=True,
    ),
    NounRule("end of month", MONTH_WORDS, rf"{MONTH}'s (?:end|close)", _month_end, MONTH_WORDS),
    NounRule("quarter", _NUMBER_STARTS, rf"{_NUMBER}[ -]quarter{WRITTEN_YEAR}", _quarter, _QUARTERS, is_bare=True),
    NounRule("quarter", _NUMBER_STARTS, rf"{_NUMBER}[ -]quarter(?! of)", _quarter, _QUARTERS),
    NounRule(
        "half",
        _NUMBER_STARTS | {"latter"},
        r"(?P<number>first|second|1st|2nd|latter|last)[ -]half(?! of| an? )",
        _half,
        frozenset({"half"}),
    ),
    NounRule(
        "quarter or half",
        _CODES,
        rf"{_CODE}(?:{WRITTEN_YEAR}|(?:(?: of)? |-|/)?(?P<tight>[2-4]\d)\b)",
        _coded,
        _CODES,
        is_bare=True,
    ),
    NounRule("quarter or half", _CODES, _CODE, _coded, _CODES),
    NounRule(
        "quarter or half",
        frozenset({SHORT_DIGITS}),
        rf"(?P<number>[1-4])(?P<letter>[qh])(?:(?: of)? |-|/)?(?:'?(?P<tight>[2-4]\d)\b|{FULL_YEAR})",
        _coded,
        _CODES,
        is_bare=True,
    ),
    NounRule("quarter or half", _CODES, rf"{_CODE}[/-]{FULL_YEAR}", _coded, _CODES, is_bare=True),
    NounRule(
        "quarter or half", frozenset({FOUR_DIGITS}), rf"(?P<year>20\d\d)[ -]?{_CODE}", _coded, _CODES, is_bare=True
    ),
    NounRule("year", frozenset({FOUR_DIGITS}), FULL_YEAR, _year, YEAR_WORDS),
    NounRule("decade", frozenset({FOUR_DIGITS}), r"(?P<year>20\d0)'?s", _decade, YEAR_WORDS),
    NounRule(
        "mid",
        word_set("midyear midquarter midmonth midweek"),
        r"mid(?P<stretch>year|quarter|month|week)",
        _middle,
        word_set("midyear midquarter midmonth midweek"),
    ),
    NounRule(
        "year end",
        _STRETCHES,
        rf"(?P<stretch>{any_of(_STRETCHES)})(?:[ -]|'s )(?:end|close)(?:{WRITTEN_YEAR})?",
        _year_end,
        _STRETCHES,
    ),
)

EXAMPLES = (
    Example("The rules come in March 2026.", "2026-03-31"),
    Example("The rules come by March.", "2026-03-31", strict_due="2026-02-28"),
    Example("The rules come this December.", "2025-12-31"),
    Example("The rules come by next September.", "2026-09-30", strict_due="2026-08-31"),
    Example("The rules come next March, at last.", "2026-03-31"),
    Example("The rules come by 2027.", "2027-12-31", strict_due="2026-12-31"),
    Example("The rules come in Q1 2026.", "2026-03-31"),
    Example("The rules come by 1H26.", "2026-06-30", strict_due="2025-12-31"),
    Example("The rules come in the second quarter of next year.", "2026-06-30"),
    Example("The rules come before 2030.", "2029-12-31"),
    Example("The rules come by year-end 2026.", "2026-12-31"),
    Example("The rules come by year-end.", "2025-12-31"),
    Example("The rules come in the 2030s.", "2039-12-31"),
    Example("The rules come in December this year.", "2025-12-31"),
    Example("The office opened in 2019.", "2019-12-31", is_past=True),
    Example("The rules come by midyear.", "2026-08-31", announced_on="2026-01-07"),
    Example("The rules come in 2026 Q1.", "2026-03-31"),
    Example("The rules come by year's end.", "2025-12-31"),
    Example("The rules come in the second half.", "2025-12-31"),
)

COUNTEREXAMPLES = (
    "She may march on.",
    "All of this may take time.",
    "On this march nobody spoke.",
    "It fetched 2026 dollars.",
    "They hired 2,026 people.",
    "The March elections were calm.",
    "Q4 results beat those of 2024.",
)

FAMILY = Family("periods", RULES, EXAMPLES, COUNTEREXAMPLES)
