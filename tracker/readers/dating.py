"""The date guard: the day a text says it was published, found only where documents say so, never in their narrative.

The publication date decides every due date, so what is not said plainly is not found: a person is asked. Read are,
near the top, a label ("Date: 17 September 2025", "Published on: …", "Published 17 September 2025" alone on its line),
a line that is a date and nothing else ("Press release | 17 September 2025"), where no sentence runs through it and
nothing beside it is an event ("Next meeting | …"), the head of minutes ("Minutes of the meeting held on 20 January
2026"), a dateline ("NEW DELHI, Dec 17, 2025 — …", "London (Newswire), 17 September 2025 – …", "Port Elsin, 17
September 2025. The mayor …"), where names alone stand before it, a paper's own line ("The Elsin Argus, 17 September
2025") and the form "date 2025-09-17 …" on the first line. A date without its year, one in digits of either order
(03/04/2026) and a copyright line are never taken.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from tracker.readers.happening import announces_an_event, may_happen, names_what_happens, stands_for_itself
from tracker.readers.top import FURNITURE, Line, labelled, lines_at_the_top

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
_PLAIN_LABEL = r"(?:date)"
_LABELS = (
    r"(?:date )?(?:published|publication date|date of publication|issued|date of issue|released|release date|posted"
    r"|for immediate release|press release)(?: on)?"
)
_LABEL = re.compile(rf"(?:{_LABELS}|{_PLAIN_LABEL})[\s:*_]*", re.IGNORECASE)
_OF_THE_EVENT = re.compile(rf"{_PLAIN_LABEL}(?:[\s*_]*(?:[:|]|$))", re.IGNORECASE)
_NO_VERB = r"(?!\s+(?:is|are|was|were|will|shall|would|has|had|marks?|to|until|the|when)\b)"
_NO_MORE = (
    r"(?=[\s,T\d:.+]*(?:-\d{2}:?\d{2}|Z|UTC|GMT|[A-Z]{3,4}|[ap]\.?m\.?)?[\s\"'*_]*"
    r"(?:$|[|·•(),;/]|(?:by|at|updated|last|version)\b))"
)
"""Behind "Date:" and a day: nothing, its hour, or what is plainly another matter; else it is an event's."""

_TIME = r"(?:[,\s]+(?:at )?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: ?[A-Z]{2,4})?)?"
_NO_PLACE = r"(?!(?:on|in|at|by|since|from|until|till|after|before|as|the|this|between|during)\b)"
_AGENCY = r"(?:\s*\([^\W\d_][\w.&/ -]{1,30}\))?"
_STORY = rf"{_TIME}[*_]*\s*(?:[)(/:|]|[-–—]|$)"
_PAPERS = re.compile(
    r"\b(?:act|agreement|annex|budget|charter|conference|congress|convention|decision|declaration|directive"
    r"|election|judge?ment|law|letter|meeting|memorandum|order|plan|protocol|regulation|report|resolution|session"
    r"|speech|statement|summit|table|treaty|version|vote)\b|^\w{3,6}day\b",
    re.IGNORECASE,
)
"""What bears a day as a place does: "Paris Agreement, 12 December 2015. The parties …"."""

_NAME = r"(?-i:[^\W\d_a-zß-ÿ])[\w'’.-]{0,20}"
_NAMES = rf"{_NAME}(?: (?:(?:of|de|del|la|le|les|el|upon|sur|am|der|do|da) ){{0,2}}{_NAME}){{0,3}}"
_NAMED_PLACE = rf"\(?{_NO_PLACE}(?P<place>{_NAMES}(?:, ?{_NAMES}){{0,2}}){_AGENCY}\s*"
_PLACE = rf"{_NAMED_PLACE}[,(|/–—-]\s*"
_TOWN = rf"{_NAMED_PLACE}[,–—-]\s*"
_PAPER = rf"(?:the )?{_TOWN}"
_SENTENCE = rf"{_TIME}[*_]*\.[*_]*\s+[\"“‘'*_]*(?-i:[^\W\d_a-zß-ÿ])"
_BEFORE_A_SENTENCE = 5
"""Lines that a place and a day ahead of a full stop may begin, as a dateline; further down that may be prose."""

_MINUTES = r"(?!.{0,90}\b(?:last|previous)\b)(?:draft )?(?:minutes|record|communiqué) of\b.{3,90}?\b"
_NO_APPROVAL = r"(?!.*\b(?:was|were|approved|agreed|adopted|confirmed)\b)"
_ISSUE = r"(?:newsletter|letter|bulletin|issue|circular|communiqué|gazette)(?:,? (?:no\.?|number|#)? ?\d{1,4})?"
_NAMED = re.compile(rf"\A(?:{FURNITURE}|{_ISSUE})\s*[–—:.,-]\s*", re.IGNORECASE)
_COPYRIGHT = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


def find_date(text: str) -> date | None:
    """The day on which the text says it was published; None where it does not say so plainly."""
    lines = [line for line in lines_at_the_top(text) if not _COPYRIGHT.search(line.text)]
    if announces_an_event(lines):
        lines = [line for line in lines if not (_OF_THE_EVENT.match(line.text) or _OF_THE_EVENT.fullmatch(line.ahead))]
    return next(_said(lines), None)


def is_date_line(line: str) -> bool:
    """True for a line that serves to date the document."""
    return next(_said([Line(line)]), None) is not None


def _said(lines: list[Line]) -> Iterator[date]:
    """The days that lines say, the plainest way of saying it first."""
    texts = [line.text for line in lines]
    for value in labelled(texts, _LABELS):
        yield from _days(value, behind=_NO_VERB)
    for value in labelled(texts, _PLAIN_LABEL):
        yield from _days(value, behind=_NO_MORE)
    for line in lines:
        yield from _days(line.text, before=rf"{_LABELS}\s+", behind=rf"\.?{_TIME}$")
    for text in texts[:1]:
        yield from _days(text, before=r"date (?=\d{4}-)")
    for line in lines[:1]:
        yield from _at_a_place(line, _patterns(_PAPER, r"$"))
    yield from _on_lines_of_their_own(lines)
    for line in lines:
        yield from _at_a_place(line, _patterns(_PLACE, _STORY))
    for line in lines[:_BEFORE_A_SENTENCE]:
        yield from _at_a_place(line, _patterns(_TOWN, _SENTENCE))


def _on_lines_of_their_own(lines: list[Line]) -> Iterator[date]:
    """The one day that lines are, or the head of minutes names; of several days nobody says which it is."""
    alone = [(line, day) for line in lines for day in _alone(line)]
    if len({day for _, day in alone}) == 1 and any(stands_for_itself(line, _LABEL) for line, _ in alone):
        yield alone[0][1]
    for line in lines:
        yield from _days(line.text, before=_MINUTES, behind=_NO_APPROVAL)


def _alone(line: Line) -> Iterator[date]:
    """A line that is a date, or has one between bars, or names the document and then its date.

    A date before or after a plain dash may be an event's: "12 March 2024 – the bridge opens". So may one beside a bar.
    """
    pieces = [_NAMED.sub("", piece) for piece in re.split(r"\s*[|•·]\s*", line.text)]
    for place, piece in enumerate(pieces):
        beside = [other for other in pieces[:place] + pieces[place + 1 :] if other]
        foreign = [other for other in beside if not _LABEL.fullmatch(other)]
        if not (line.is_row and foreign) and not any(map(names_what_happens, foreign)):
            yield from _days(piece.strip("() "), behind=rf"\.?{_TIME}$")


def _at_a_place(line: Line, patterns: list[re.Pattern[str]]) -> Iterator[date]:
    """The day of a dateline: names and nothing else stand before it, and a story goes on behind it."""
    text = _NAMED.sub("", line.text)
    for pattern in patterns:
        match = pattern.match(text)
        if not match or line.is_row or _PAPERS.search(match["place"]) or may_happen(match["place"]):
            continue
        if match.end() < len(text) or (not line.is_item and stands_for_itself(line, _LABEL)):
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
