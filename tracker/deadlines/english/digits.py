"""Dates in digits: "2025-10-17", "17/10/2025", "17.10.2025", "10/2026"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.conventions import Conventions, DateOrder
from tracker.deadlines.english.words import YEAR_WORDS, full_year
from tracker.deadlines.examples import Example, vague
from tracker.deadlines.rules import DIGITS, FOUR_DIGITS, SHORT_DIGITS, Family, NounRule
from tracker.deadlines.spec import CalendarDay, DigitDay, MonthOf

if TYPE_CHECKING:
    from tracker.deadlines.rules import Match
    from tracker.deadlines.spec import Noun

_STARTS = frozenset({SHORT_DIGITS})
_ENDS = r"(?![\d%]|[./-]\d)"
_FRACTIONS = frozenset({(1, 2), (1, 3), (2, 3), (1, 4), (3, 4), (1, 5), (2, 5), (3, 5), (4, 5), (24, 7), (9, 11)})


def _iso_day(match: Match) -> Noun | None:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    return CalendarDay(month, day, year) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _digit_day(match: Match) -> Noun | None:
    first, second = int(match["first"]), int(match["second"])
    if not 1 <= min(first, second) <= 12 or max(first, second) > 31:
        return None
    year = match.get("year")
    if year is None and (first, second) in _FRACTIONS:
        return None
    return DigitDay((first, second), full_year(year) if year else None)


def _digit_month(match: Match) -> Noun | None:
    month = int(match["month"])
    return MonthOf(month, int(match["year"])) if 1 <= month <= 12 else None


_YEAR = r"(?P<year>(?:19|20)\d\d)"

ALONE = r"[0-9](?:(?<=1)[5-9]\d\d|(?<=2)[01]\d\d|/\d|[.-]\d\d?[.-]\d|(?<=[en]\s\d)\d?(?![\w%]))"
"""The numbers that can be a date beside no word of time: years, "17/10", "17.10.25", "the 17", "on 3"."""

RULES = (
    NounRule(
        "ISO date",
        frozenset({FOUR_DIGITS}),
        rf"{_YEAR}(?P<mark>[-/.])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?){_ENDS}",
        _iso_day,
        YEAR_WORDS,
        is_bare=True,
    ),
    NounRule(
        "date in digits",
        _STARTS,
        rf"(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark){_YEAR}{_ENDS}",
        _digit_day,
        YEAR_WORDS,
        is_bare=True,
    ),
    NounRule(
        "date in digits",
        _STARTS,
        rf"(?P<first>\d\d?)(?P<mark>[-.])(?P<second>\d\d?)(?P=mark)(?P<year>\d\d){_ENDS}",
        _digit_day,
    ),
    NounRule(
        "date in digits",
        _STARTS,
        rf"(?P<first>\d\d?)/(?P<second>\d\d?)/(?P<year>\d\d){_ENDS}",
        _digit_day,
        is_bare=True,
    ),
    NounRule(
        "date in digits",
        _STARTS,
        rf"(?P<first>\d\d?)/(?P<second>\d\d?)(?:,? ?{_YEAR})?{_ENDS}",
        _digit_day,
    ),
    NounRule(
        "date in digits",
        frozenset({SHORT_DIGITS}),
        r"(?<=\bon\s)(?P<first>\d\d?)[-.](?P<second>\d\d?)(?= ?(?:[.,;!?)](?!\d)|$))",
        _digit_day,
    ),
    NounRule(
        "ISO date",
        frozenset({DIGITS}),
        rf"{_YEAR}(?P<month>0[1-9]|1[0-2])(?P<day>0[1-9]|[12]\d|3[01]){_ENDS}",
        _iso_day,
    ),
    NounRule(
        "month in digits", frozenset({SHORT_DIGITS}), rf"(?P<month>\d\d?)[/.]{_YEAR}{_ENDS}", _digit_month, YEAR_WORDS
    ),
)

EXAMPLES = (
    Example("Bids close on 2025-10-17.", "2025-10-17"),
    Example("Bids close on 17/10/2025.", "2025-10-17"),
    Example("Bids close on 17.10.2025.", "2025-10-17"),
    Example("Bids close on 10/11/2025.", "2025-11-10"),
    Example("Bids close on 10/11/2025.", "2025-10-11", conventions=Conventions(date_order=DateOrder.MDY)),
    Example("Bids close on 10/17/2025.", "2025-10-17"),
    Example("Bids close on 17/10/25.", "2025-10-17"),
    Example("Bids close on 17/10.", "2025-10-17"),
    Example("Bids close by 10/2026.", "2026-10-31", strict_due="2026-09-30"),
    Example("Bids close 17/10/25.", "2025-10-17"),
    Example("Bids close on 2/29.", "2028-02-29"),
    Example("Bids close on 17-10.", "2025-10-17"),
    vague("Bids close on 2026-02-30."),
    vague("Bids close on 31/06/2026."),
)

COUNTEREXAMPLES = (
    "The help line is open 24/7.",
    "Output fell by 2/3.",
    "Version 3.11.2 is out.",
    "Call 020 7946 0958 or 555-10-2025.",
    "They won 3-1 and 21-17.",
    "The code is 2025-13-40.",
    "The lot is 17/10.2025.",
    "Bids close 17-10.25.",
)

FAMILY = Family("digits", RULES, EXAMPLES, COUNTEREXAMPLES)
