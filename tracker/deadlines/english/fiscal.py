"""Fiscal years and their pieces: "FY2025-26", "FY26", "the current financial year", "Q4 FY26", "fiscal 2026"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.conventions import Conventions
from tracker.deadlines.alternation import any_of
from tracker.deadlines.english.words import YEAR_WORDS, word_set
from tracker.deadlines.examples import Example, vague
from tracker.deadlines.rules import FOUR_DIGITS, SHORT_DIGITS, Family, NounRule
from tracker.deadlines.spec import FiscalYear, PieceOf, Stretch

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_YEAR = r"(?:fiscal year|financial year|budget year|tax year|fiscal|fy|f\.y\.)"
_WORDS = word_set("fiscal financial budget tax fy")
_PAIR = r"(?P<first>20\d\d)[-/](?P<last>(?:20)?\d\d)\b"
_ONE = r"(?:(?P<year>20\d\d)|'?(?P<short>[2-4]\d))\b"
_WHICH = r"(?P<which>this|current|present|running|ongoing|next|coming|following)"
_QUARTERS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4, "q1": 1, "q2": 2, "q3": 3,
             "q4": 4, "1q": 1, "2q": 2, "3q": 3, "4q": 4}  # fmt: skip
_HALVES = {"first half": 1, "second half": 2, "h1": 1, "h2": 2, "1h": 1, "2h": 2}
_PIECE_STARTS = frozenset({"first", "second", "third", "fourth", "final", "last", "q", "h", SHORT_DIGITS})


def _pair(match: Match) -> Noun | None:
    first, last = int(match["first"]), int(match["last"])
    return FiscalYear(first + 1, is_pair=True) if last % 100 == (first + 1) % 100 else None


def _one(match: Match) -> Noun:
    return FiscalYear(_number(match))


def _number(match: Match) -> int:
    return int(match["year"]) if match["year"] else 2000 + int(match["short"])


def _told(match: Match) -> Noun:
    return FiscalYear(offset=1 if match["which"].split()[-1] in ("next", "coming", "following") else 0)


def _running(match: Match) -> Noun:
    del match
    return FiscalYear()


def _piece(match: Match) -> Noun:
    words = " ".join(match["piece"].split())
    stretch = Stretch.HALF if words in _HALVES else Stretch.QUARTER
    return PieceOf(stretch, _HALVES.get(words) or _QUARTERS[words], _number(match), is_fiscal=True)


_PIECE = rf"(?P<piece>{any_of([*_QUARTERS, *_HALVES])})(?:[ -]quarter)?"

RULES = (
    NounRule("fiscal year", _WORDS, rf"{_YEAR}[ -]?{_PAIR}", _pair, _WORDS, is_bare=True),
    NounRule(
        "fiscal year",
        frozenset({FOUR_DIGITS}),
        rf"{_PAIR} (?:fiscal|financial|budget|tax)(?: year)?",
        _pair,
        _WORDS,
        is_bare=True,
    ),
    NounRule("fiscal year", frozenset({FOUR_DIGITS}), rf"{_PAIR}", _pair, YEAR_WORDS),
    NounRule("fiscal year", _WORDS, rf"{_YEAR}[ -]?{_ONE}(?!-\d)", _one, _WORDS, is_bare=True),
    NounRule(
        "fiscal year",
        frozenset({FOUR_DIGITS, SHORT_DIGITS}),
        rf"{_ONE} (?:fiscal|financial|budget|tax) year",
        _one,
        _WORDS,
    ),
    NounRule(
        "fiscal year",
        word_set("this current present running ongoing next coming following"),
        rf"{_WHICH} (?:fiscal|financial|budget|tax)(?: year)?",
        _told,
        _WORDS,
        is_bare=True,
    ),
    NounRule(
        "fiscal year", _WORDS, r"(?:fiscal|financial|budget|tax) year(?:[ -]end)?(?! (?:end|\d))", _running, _WORDS
    ),
    NounRule(
        "fiscal quarter",
        _PIECE_STARTS,
        rf"{_PIECE},? (?:of )?(?:the )?{_YEAR}[ -]?{_ONE}",
        _piece,
        _WORDS,
        is_bare=True,
    ),
)

EXAMPLES = (
    Example("All is paid by the end of FY2025-26.", "2026-06-30", conventions=Conventions(country="PK")),
    Example("All is paid in the current fiscal year.", "2026-06-30", conventions=Conventions(country="PK")),
    Example("All is paid in FY26.", "2026-06-30", conventions=Conventions(country="PK")),
    Example("All is paid in the next financial year.", "2027-06-30", conventions=Conventions(country="PK")),
    Example("All is paid by Q4 FY26.", "2026-09-30", strict_due="2026-06-30", conventions=Conventions(country="US")),
    Example(
        "All is paid in the first quarter of the next fiscal year.", "2026-09-30", conventions=Conventions(country="PK")
    ),
    Example("All is paid in fiscal 2026.", "2026-09-30", conventions=Conventions(country="US")),
    Example("All is paid in fiscal 2025.", "2026-03-31", conventions=Conventions(country="JP")),
    Example(
        "All is paid in the 2026-27 financial year.", "2027-04-30", conventions=Conventions(fiscal_year_end=(4, 30))
    ),
    Example(
        "All is paid by the close of the financial year, 30 June.", "2026-06-30", conventions=Conventions(country="PK")
    ),
    vague("All is paid in this fiscal year."),
)

COUNTEREXAMPLES = (
    "It is a fiscal matter.",
    "The tax years to come are hard.",
    "A budget is drawn up.",
    "The financial crisis of the year hurt.",
)

FAMILY = Family("fiscal", RULES, EXAMPLES, COUNTEREXAMPLES)
