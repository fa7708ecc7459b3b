"""The date guard: the day a text says it was published, found only where documents say so, never in their narrative.

The publication date decides every due date, so what is not said plainly is not found: a person is asked. Read are,
near the top, a label ("Date: 17 September 2025", "Published on: …"), a line that is a date and nothing else ("Press
release | 17 September 2025"), the head of minutes ("Minutes of the meeting held on 20 January 2026"), a dateline ("NEW
DELHI, Dec 17, 2025 — …", "London (Newswire), 17 September 2025 – …"; ahead of a full stop, "Port Elsin, 17 September
2025. The mayor …", only where names alone stand before it), and the form "date 2025-09-17 …" on the first line. A date
without its year, one in digits of either order (03/04/2026) and a copyright line are never taken.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from tracker.readers.top import FURNITURE, labelled, top_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)(?!\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_FORMS = (
    rf"{_DAY}(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH},?[\s-]+{_YEAR}",
    rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
    rf"{_YEAR}-(?P<month>\d\d)-{_DAY}(?!\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?",
    rf"{_DAY}(?P<mark>[/.])(?P<month>\d\d?)(?P=mark){_YEAR}",
)
_LABELS = (
    r"(?:date )?(?:published|publication date|date of publication|issued|date of issue|released|release date|posted"
    r"|for immediate release|press release|date)(?: on)?"
)
_TIME = r"(?:[,\s]+(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)?"
_NO_PLACE = r"(?!(?:on|in|at|by|since|from|until|till|after|before|as|the|this|between|during)\b)"
_AGENCY = r"(?:\s*\([^\W\d_][\w.&/ -]{1,30}\))?"
_PLACE = (
    rf"\(?{_NO_PLACE}(?-i:[^\W\d_a-zß-ÿ])[\w.'’ -]{{1,40}}(?:, ?[^\W\d_][\w.'’ -]{{1,30}}){{0,2}}"
    rf"{_AGENCY}\s*[,(|/–—-]\s*"
)
_STORY = rf"{_TIME}[*_]*\s*(?:[)(/:|]|[-–—]|$)"
_PAPERS = re.compile(
    r"\b(?:act|agreement|annex|budget|charter|conference|congress|convention|council|decision|declaration|directive"
    r"|election|judge?ment|law|letter|meeting|memorandum|order|plan|protocol|regulation|report|resolution|session"
    r"|speech|statement|summit|table|treaty|version|vote)\b|^\w{3,6}day\b",
    re.IGNORECASE,
)
"""What bears a day as a place does: "Paris Agreement, 12 December 2015. The parties …"."""

_NAME = r"(?-i:[^\W\d_a-zß-ÿ])[\w'’.-]{0,20}"
_NAMES = rf"{_NAME}(?: (?:(?:de|del|la|le|les|el|upon|sur|am|der|do|da) ){{0,2}}{_NAME}){{0,3}}"
_TOWN = rf"\(?{_NO_PLACE}(?P<place>{_NAMES}(?:, ?{_NAMES}){{0,2}}){_AGENCY}\s*[,–—-]\s*"
_SENTENCE = rf"{_TIME}[*_]*\.[*_]*\s+[\"“‘'*_]*(?-i:[^\W\d_a-zß-ÿ])"
_BEFORE_A_SENTENCE = 5
"""Lines that a place and a day ahead of a full stop may begin, as a dateline; further down that may be prose."""

_MINUTES = r"(?:draft )?(?:minutes|record|communiqué) of\b.{3,90}?\b"
_NAMED = re.compile(rf"{FURNITURE}\s*[–—:.-]\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """The day on which the text says it was published; None where it does not say so plainly."""
    lines = [line for line in top_lines(text) if not _COPYRIGHT.search(line)]
    return next(_said(lines), None)


def is_date_line(line: str) -> bool:
    """True for a line that serves to date the document."""
    return next(_said([line]), None) is not None


def _said(lines: list[str]) -> Iterator[date]:
    """The days that lines say, the plainest way of saying it first."""
    for value in labelled(lines, _LABELS):
        yield from _days(value)
    for line in lines[:1]:
        yield from _days(line, before=r"date (?=\d{4}-)")
    for line in lines:
        yield from _alone(line)
        yield from _days(line, before=_MINUTES)
    bare = [_NAMED.sub("", line, count=1) if _NAMED.match(line) else line for line in lines]
    for line in bare:
        yield from _days(line, before=_PLACE, behind=_STORY)
    for line in bare[:_BEFORE_A_SENTENCE]:
        yield from _ahead_of_a_sentence(line)


def _alone(line: str) -> Iterator[date]:
    """A line that is a date, or has one between bars, or names the document and then its date.

    A date before or after a plain dash may be an event's: "12 March 2024 – the bridge opens".
    """
    for piece in re.split(r"\s*[|•·]\s*", _NAMED.sub("", line)):
        yield from _days(piece.strip("() "), behind=rf"\.?{_TIME}$")


def _ahead_of_a_sentence(line: str) -> Iterator[date]:
    """The day of a dateline that ends with a full stop."""
    for pattern in _patterns(_TOWN, _SENTENCE):
        if (match := pattern.match(line)) and not _PAPERS.search(match["place"]):
            yield from _day(match)


def _days(line: str, *, before: str = "", behind: str = "") -> Iterator[date]:
    for pattern in _patterns(before, behind):
        if match := pattern.match(line):
            yield from _day(match)


@cache
def _patterns(before: str, behind: str) -> list[re.Pattern[str]]:
    """The forms of a date between what comes before it and what comes behind."""
    return [re.compile(before + _WEEKDAY + form + behind, re.IGNORECASE) for form in _FORMS]


def _day(match: re.Match[str]) -> Iterator[date]:
    """The day that was matched, unless the calendar has none such or the order of its digits cannot be told."""
    day, name = int(match["day"]), match["month"].lower()
    month = int(name) if name.isdigit() else _MONTHS.index(name[:3]) + 1
    if "mark" in match.re.groupindex and day != month:
        if max(day, month) <= 12:
            return
        day, month = max(day, month), min(day, month)
    with suppress(ValueError):
        yield date(int(match["year"]), month, day)
