"""Days that an announcement itself gives and later counts from: "signed today", "the decree, entered on Tuesday"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.core.calendar import weekday_after
from tracker.core.deadline import Anchor

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from tracker.core.deadline import Deadline

# Verb, and the nouns by which the same event is named when something is counted from it.
_EVENTS = {
    "signed": ("signing", "signature"),
    "entered": ("entry",),
    "adopted": ("adoption",),
    "approved": ("approval",),
    "issued": ("issue",),
}
_OWN_DOCUMENT = (
    "today",
    "this order",
    "this announcement",
    "this notice",
    "this statement",
    "this newsletter",
    "this decision",
)
_HAPPENED = re.compile(rf"(?P<verb>{'|'.join(_EVENTS)})\b(?P<behind>[^.;\n]{{0,60}})")
_TODAY_AHEAD = re.compile(r"\b(?:today|this morning) $")
_LONGEST_AHEAD = 14
_TODAY = re.compile(r"^[^,]{0,40}\b(?:today|this (?:morning|afternoon|evening|week))\b")
_WEEKDAY = re.compile(r"^[^,\d]{0,20}\bon (?P<day>mon|tues|wednes|thurs|fri|satur|sun)day\b")
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


def find_events(text: str, announced_on: date, find: Callable[[str], Sequence[Deadline]]) -> dict[str, Anchor]:
    """The events of a text whose day it gives, by the names under which deadlines count from them.

    `find` reads words of time. The first day given for an event holds; one after the announcement is none.
    """
    events = {name: Anchor(announced_on, "this document") for name in _OWN_DOCUMENT}
    for match in _HAPPENED.finditer(text.lower()):
        names = _EVENTS[match["verb"]]
        happened_on = _day_of(match, announced_on, find) if names[0] not in events else None
        if happened_on and happened_on <= announced_on:
            events |= {name: Anchor(happened_on, f"the {name}") for name in names}
    return events


def _day_of(match: re.Match[str], announced_on: date, find: Callable[[str], Sequence[Deadline]]) -> date | None:
    at = match.start()
    if _TODAY_AHEAD.search(match.string, max(0, at - _LONGEST_AHEAD), at) or _TODAY.search(match["behind"]):
        return announced_on
    if weekday := _WEEKDAY.search(match["behind"]):
        return weekday_after(announced_on - timedelta(days=7), _WEEKDAYS.index(weekday["day"]))
    return next((found.due for found in find(match["behind"]) if found.is_past), None)
