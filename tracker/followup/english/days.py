"""The days that a report names: on which the deed was done, to which it was moved."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.deadlines import find_deadlines, read_deadline
from tracker.followup.english.words import stem, word_set

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.core.deadline import Deadline
    from tracker.followup.english.clauses import Deed

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
_NOT_BEFORE = re.compile(
    r"\b(?:(?:not|never|won't|cannot|can't|unable) (?:[\w'-]+ ){0,12}?(?:before|until)|(?:closed|shut) until) ",
    re.IGNORECASE,
)
_TO_COME = re.compile(r"\b(?:tomorrow|next (?:week|month|year|spring|summer|autumn|winter))\b", re.IGNORECASE)
_AHEAD_OF = re.compile(r"\b(?:ahead of|earlier than|due|deadline of|instead of)\b[^,;]*$", re.IGNORECASE)
_REPLACED = re.compile(
    r"\b(?:instead of|rather than|not|no longer|(?<!no )(?<!not )(?:earlier|later|sooner) than)"
    r"(?: (?:on|in|by|at|during))?(?: the)? *$",
    re.IGNORECASE,
)
"""What stands before a time that another one takes the place of: "on 15 April instead of 31 March"."""

_DECIDED = re.compile(r"\b(?:delayed|postponed|deferred|put off|put back)(?: again)? (?:on )?$", re.IGNORECASE)
"""What stands before the day on which that was decided: "postponed on Monday"."""

_TURNED = re.compile(
    r"\b(?:postpon\w*|delay\w*|deferr\w*|moved|(?:put|push\w*) (?:back|off)|reschedul\w*|extend\w*)\b[^,;]*$",
    re.IGNORECASE,
)
_PUT_AHEAD = re.compile(
    r"\b(?:will|shall|would|to|'ll)(?: (?:\w+ly|also|now|then|not|only))?"
    r"(?: (?:be|have|been))?(?: (?:\w+ly|also|now))? ([a-z]+)\b"
)
_NO_VERBS = word_set("the a an its their his her our all both each every those these this that")
_LIGHT = word_set("be ready complete finished over take happen go start begin place follow")
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


def lies_ahead(text: str, announced_on: date, conventions: Conventions, *, is_present: bool) -> bool:
    """True where a sentence that sounds past names a day after its announcement, so that it tells of a plan.

    A day without a year may be the one just past, but not in the present tense ("is published on Friday"). A day that
    is told beside one in the past ("due by 30 September, published on Monday") says nothing against it.
    """
    if _TO_COME.search(text):
        return True
    now = [one for one in find_deadlines(text, announced_on, conventions) if _is_after(one, announced_on)]
    if not is_present:
        long_ago = find_deadlines(text, announced_on - _LOOKS_BACK[-1], conventions)
        surely = {one.span for one in long_ago if one.due and one.due > announced_on}
        now = [one for one in now if one.span in surely and not _AHEAD_OF.search(text[: one.span.start])]
        return bool(now) and done_on(text, announced_on, conventions) is None
    return bool(now)


def _is_after(read: Deadline, day: date) -> bool:
    """True for a time that has not begun on a day; for "by" and its like, that is not over."""
    if read.due is None or read.due <= day:
        return False
    length = max((_LENGTHS.get(rule, 1) for rule in read.rules), default=1)
    return "by" in read.rules or read.due - timedelta(days=length) >= day


def moved_to(
    text: str, announced_on: date, due: date | None, conventions: Conventions, deed: Deed | None = None
) -> date | None:
    """The due date that a sentence moves a deed to; None where it names none, or the present one.

    With a deed only a date that stands behind the deed's own verb, behind "postponed" and its like, or behind no verb.
    """
    if due and (by := _BY.search(text)):
        read = find_deadlines(f"within {by[1]}", due, conventions)
        return read[0].due if read else None
    if late := _NOT_BEFORE.search(text):
        read = find_deadlines(f"on {text[late.end() :]}", announced_on, conventions)
        text = text if not read else f"on {text[late.end() :]}"
    found = find_deadlines(text, announced_on, conventions)
    dated = [one for one in found if one.due and one.due >= announced_on and not _is_replaced(text, one)]
    if deed is not None:
        dated = [one for one in dated if _is_of(text[: one.span.start], deed)]
    is_old = _begins_on if late else is_same_day
    others = [one.due for one in dated if not (due and is_old(one, due))]
    return others[-1] if others else None


def _is_of(before: str, deed: Deed) -> bool:
    """True where the last verb that is put ahead before a date is the deed's: in "which it will publish, will plant
    trees by May" it is another."""
    ahead = [found for found in _PUT_AHEAD.finditer(before) if found[1] not in _NO_VERBS]
    if not ahead or ((turned := _TURNED.search(before)) and turned.start() > ahead[-1].start()):
        return True
    return stem(ahead[-1][1]) in deed.verbs or ahead[-1][1] in _LIGHT


def names_due(text: str, announced_on: date, due: date, conventions: Conventions) -> bool:
    """True where a sentence names this due date, or a month, a season or a year that holds it, and no other instead."""
    found = find_deadlines(text, announced_on, conventions, with_told=True)
    return any(is_same_day(one, due) and not _is_replaced(text, one) for one in found)


def waits_until(text: str, announced_on: date, due: date, conventions: Conventions) -> bool:
    """True where a sentence says that nothing happens before this due date, which leaves it as it was."""
    late = _NOT_BEFORE.search(text)
    found = find_deadlines(f"on {text[late.end() :]}", announced_on, conventions) if late else ()
    return bool(found) and _begins_on(found[0], due)


def _begins_on(read: Deadline, due: date) -> bool:
    """True where what does not happen until a time may happen on this due date: "until May", not "until the end of"."""
    return read.due == due or ("end of" not in read.rules and is_same_day(read, due))


def names_time_ahead(text: str, announced_on: date, conventions: Conventions) -> bool:
    """True where a text names a time after a day."""
    return any(one.due and one.due > announced_on for one in find_deadlines(text, announced_on, conventions))


def _is_replaced(text: str, read: Deadline) -> bool:
    """True for a time that another one takes the place of, or on which that was decided."""
    before, is_on = text[: read.span.start], read.words.lower().startswith("on ")
    is_decided = (is_on or before.endswith("on ")) and _DECIDED.search(before) is not None
    return is_decided or _REPLACED.search(before) is not None


def is_same_day(read: Deadline, due: date) -> bool:
    """True where words of time may mean this due date: the day itself, or a month, a season, a year that holds it."""
    if read.due is None:
        return False
    length = max((_LENGTHS.get(rule, 1) for rule in read.rules), default=1)
    if length == _LENGTHS["month"]:
        return timedelta(0) <= read.due - due < timedelta(days=read.due.day)
    return timedelta(0) <= read.due - due < timedelta(days=length)
