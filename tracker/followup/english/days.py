"""The days that a report names: on which the deed was done, to which it was moved."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.deadlines import find_deadlines, read_deadline

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.core.deadline import Deadline

_LOOKS_BACK = (timedelta(0), timedelta(days=7), timedelta(days=365))
_TOLD = re.compile(
    r"\b(?:yesterday|(?:a|one|two|three|four|five|\d+) days? ago|last (?:mon|tues|wednes|thurs|fri|satur|sun)day)\b",
    re.IGNORECASE,
)
_BY = re.compile(
    r"\b(?:delay\w*|postpon\w*|deferred|push\w* back|put back|extend\w*|slipp\w*)(?: \w+){0,3}? by "
    r"((?:an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|eighteen|\d+) (?:day|week|month|year)s?)\b",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(r"\bnot (?:[\w-]+ ){0,6}(?:before|until) ", re.IGNORECASE)
_EXACT = frozenset({"date", "weekday", "day", "iso", "ordinal"})
_LENGTHS = {"month": 31, "season": 92, "quarter": 92, "half": 184, "year": 366}


def done_on(text: str, announced_on: date, conventions: Conventions) -> date | None:
    """The day on which a sentence says that it was done: the latest it names that is not after its announcement.

    "On Monday" is then the last one. None where it names no day, or only a month.
    """
    if told := _TOLD.search(text):
        read = read_deadline(told[0], announced_on, conventions)
        return read.due if read else None
    days = [one.due for one in _days_back(text, announced_on, conventions) if one.due]
    return max(days, default=None)


def is_older(text: str, announced_on: date, since: date, conventions: Conventions) -> bool:
    """True where a sentence names a time before a day, and none after it: what was done then was another deed."""
    ends = [one.due for one in find_deadlines(text, announced_on, conventions, with_told=True) if one.due]
    return bool(ends) and max(ends) < since


def _days_back(text: str, announced_on: date, conventions: Conventions) -> Iterator[Deadline]:
    """The exact days of a sentence, each read from far enough back to lie on or before the announcement."""
    found = [find_deadlines(text, announced_on - back, conventions, with_told=True) for back in _LOOKS_BACK]
    for readings in zip(*found, strict=False):
        past = (one for one in readings if one.due and one.due <= announced_on and _EXACT.intersection(one.rules))
        if first := next(past, None):
            yield first


def moved_to(text: str, announced_on: date, due: date | None, conventions: Conventions) -> date | None:
    """The due date that a sentence moves a deed to; None where it names none, or the present one."""
    if due and (by := _BY.search(text)):
        read = find_deadlines(f"within {by[1]}", due, conventions)
        return read[0].due if read else None
    if late := _NOT_BEFORE.search(text):
        read = find_deadlines(f"on {text[late.end() :]}", announced_on, conventions)
        text = text if not read else f"on {text[late.end() :]}"
    dated = [one for one in find_deadlines(text, announced_on, conventions) if one.due and one.due >= announced_on]
    others = [one.due for one in dated if not (due and is_same_day(one, due))]
    return others[-1] if others else None


def names_due(text: str, announced_on: date, due: date, conventions: Conventions) -> bool:
    """True where a sentence names this due date, or a month, a season or a year that holds it."""
    return any(is_same_day(one, due) for one in find_deadlines(text, announced_on, conventions, with_told=True))


def is_same_day(read: Deadline, due: date) -> bool:
    """True where words of time may mean this due date: the day itself, or a month, a season, a year that holds it."""
    if read.due is None:
        return False
    length = max((_LENGTHS.get(rule, 1) for rule in read.rules), default=1)
    return timedelta(0) <= read.due - due < timedelta(days=length)
