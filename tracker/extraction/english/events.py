"""Days that an announcement itself gives and counts from elsewhere: "signed today", "the launch is set for 21 May"."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from tracker.core.calendar import weekday_after
from tracker.core.deadline import Anchor
from tracker.deadlines.alternation import begun_by_any

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
_HAPPENED = re.compile(rf"(?P<verb>{'|'.join(_EVENTS)})\b(?P<behind>[^.;\n]{{0,110}})")
_TODAY_AHEAD = re.compile(r"\b(?:today|this morning) $")
_HAVE_AHEAD = re.compile(r"\b(?:has|have)(?: now| just)? $")
_LONGEST_AHEAD = 14
_TODAY = re.compile(r"^[^,]{0,40}\b(?:today|this (?:morning|afternoon|evening|week))\b|^ this [a-z0-9-]{3,15} day of\b")
_WEEKDAY = re.compile(r"^[^,\d]{0,20}\bon (?P<day>mon|tues|wednes|thurs|fri|satur|sun)day\b")
_WEEKDAYS = ("mon", "tues", "wednes", "thurs", "fri", "satur", "sun")


# What is to come: its noun or verb, and the names under which deadlines count from it.
_AHEAD = {
    "entry into force": ("entry into force", "effective date", "commencement"),
    "takes? effect": ("entry into force", "effective date", "commencement"),
    "(?:enters?|comes?) into force": ("entry into force", "effective date", "commencement"),
    "elections?|polling|goe?s? to the polls": ("election", "elections", "vote", "polling"),
    "signing|signature|be signed": ("signing", "signature"),
    "launch|launches|be launched": ("launch",),
    "opening|opens?|be opened": ("opening",),
    "closing|closure|closes?|be closed": ("closing", "closure"),
    "publication|be published|release|be released": ("publication", "release"),
    "meeting|meets?": ("meeting",),
    "hearing|be heard": ("hearing",),
    "adoption|be adopted": ("adoption",),
    "ratification|be ratified": ("ratification",),
    "inauguration|be inaugurated": ("inauguration",),
    "finish": ("finish",),
    "handover": ("handover",),
} | {noun: (noun,) for noun in ("summit", "conference", "referendum", "ceremony", "trial", "auction", "vote", "award")}
_NAMES = tuple(_AHEAD.values())
_TIME_OF_DAY = r"(?:at (?:noon|midday|midnight|\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?)?) )?"
_BEHIND = (
    r"(?: (?:of|for|in|at|between) (?:[a-z-]+ ){0,3}?[a-z-]+)?"
    r"(?:,? (?:(?:which )?(?:is|are|will be|has been|is to be|are to be|falls|takes place|will take place"
    r"|is to take place) )?(?:now )?(?:(?:set|due|fixed|held|scheduled|planned|booked|timed) )?"
    rf"{_TIME_OF_DAY}(?:on|for)| ?\(|:|(?<=next meeting)\n| (?:now )?(?:has|have) (?:a|its|their) (?:day|date)[:,]) ?"
)
# What most words are told by to begin none of them: it tries what begins alike once.
_MAY_COME = f"(?={begun_by_any(re.split(r'[|](?![^(]*[)])', '|'.join(_AHEAD)))})"
_TO_COME = re.compile(
    rf"\b{_MAY_COME}(?:{'|'.join(f'(?P<_{n}>{words})' for n, words in enumerate(_AHEAD))})\b{_BEHIND}(?=[a-z0-9])"
)
_THEN = re.compile(r" then\b(?:(?<=\bby then)|(?<=\bbefore then)|(?<=\buntil then)|(?<=\btill then))")
_PARAGRAPH_ENDS = re.compile(r"\n\s*\n")
_SENTENCE_ENDS = re.compile(r"[.!?] |\n|$")
_ONE_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th)?\b(?!:)|day\b|tomorrow")
_FAR_DAYS = 270
_FAR_BEHIND = 200


def find_events(text: str, announced_on: date, find: Callable[[str], Sequence[Deadline]]) -> dict[str, Anchor]:
    """The events of a text whose day it gives, by the names under which deadlines count from them.

    `find` reads words of time. Of an event that has happened the first day holds; one to come that is given two days
    is none, since nobody can tell which of them is meant.
    """
    events = {name: Anchor(announced_on, "this document") for name in _OWN_DOCUMENT}
    lowered = text.lower()
    for match in _HAPPENED.finditer(lowered):
        names = _EVENTS[match["verb"]]
        happened_on = _day_of(match, announced_on, find) if names[0] not in events else None
        if happened_on and happened_on <= announced_on:
            events |= {name: Anchor(happened_on, f"the {name}") for name in names}
    return _to_come(lowered, announced_on, find) | _only_date(text, lowered, announced_on, find) | events


def _only_date(
    text: str, lowered: str, announced_on: date, find: Callable[[str], Sequence[Deadline]]
) -> dict[str, Anchor]:
    """What "by then" means in a sentence of its own: the one day to come that the text names, if it is the only one."""
    if " then" not in lowered or not _THEN.search(lowered):
        return {}
    days: set[date] = set()
    for paragraph in _PARAGRAPH_ENDS.split(text):
        days |= {found.due for found in find(paragraph) if found.due and found.due >= announced_on}
        if len(days) > 1:
            return {}
    return {"then": Anchor(min(days), "the date named before")} if days else {}


def _to_come(text: str, announced_on: date, find: Callable[[str], Sequence[Deadline]]) -> dict[str, Anchor]:
    """The events ahead whose day stands behind their words."""
    days: dict[str, set[date]] = {}
    matches = list(_TO_COME.finditer(text))
    # A day may count from the event behind it, "the day of the vote on 3 May": up to the next but one is read.
    stops = [*(match.start() for match in matches[2:]), len(text), len(text)]
    for match, stop in zip(matches, stops, strict=False):
        on = _day_behind(match, min(stop, match.end() + _FAR_BEHIND), announced_on, find)
        for name in _NAMES[int((match.lastgroup or "_0")[1:])] if on else ():
            days.setdefault(name, set()).update({on} if on else ())
    return {name: Anchor(min(known), f"the {name}") for name, known in days.items() if len(known) == 1}


def _day_behind(
    match: re.Match[str], stop: int, announced_on: date, find: Callable[[str], Sequence[Deadline]]
) -> date | None:
    """The single day that begins where a match ends; its sentence is read on, as far as a stop.

    One that is told as past is none. A day without its year that is most of a year ahead may as well be just past.
    """
    text, at = match.string, match.end() - match.start()
    ends = _SENTENCE_ENDS.search(text, match.end(), stop)
    for found in find(text[match.start() : ends.start() if ends else stop]):
        is_there = found.span.start <= at < found.span.end and _ONE_DAY.search(found.words)
        if is_there and found.due and found.opens is None and not found.is_past and not found.rrule:
            is_near = (found.due - announced_on).days <= _FAR_DAYS or str(found.due.year) in found.words
            return found.due if is_near and found.due > announced_on else None
    return None


def _day_of(match: re.Match[str], announced_on: date, find: Callable[[str], Sequence[Deadline]]) -> date | None:
    at = match.start()
    if _TODAY_AHEAD.search(match.string, max(0, at - _LONGEST_AHEAD), at) or _TODAY.search(match["behind"]):
        return announced_on
    if weekday := _WEEKDAY.search(match["behind"]):
        return weekday_after(announced_on - timedelta(days=7), _WEEKDAYS.index(weekday["day"]))
    told = next((found.due for found in find(match["behind"]) if found.is_past), None)
    has_just = _HAVE_AHEAD.search(match.string, max(0, at - _LONGEST_AHEAD), at)
    return announced_on if told is None and has_just else told
