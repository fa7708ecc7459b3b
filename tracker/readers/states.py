"""What the state of a row says of its deed: done, dropped, put off to another day, on hold; anything else says nothing.

"Moved to 15 January 2027", "Deferred from 1 December", "Completed on 3 May": what names no time ("moved to the roads
board") moves no date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_OVER = {
    "Done": r"(?:done|completed?|delivered|achieved|fulfilled|implemented|closed|yes|\[x\]|[✓✔☑✅])",
    "Dropped": r"(?:dropped|cancell?ed|withdrawn|abandoned|superseded)",
}
_LEADS = {
    lead: re.compile(rf"{words}\W*(?:(?:on|in|by)? ?\b(?P<on>\w.*?))?\W*", re.IGNORECASE)
    for lead, words in _OVER.items()
}
_PUT_OFF = re.compile(
    r"(?:(?:it|date|due date|deadline)\b:? )?(?:(?:is|was|has been|now) )?(?P<how>moved|postponed|deferred|delayed"
    r"|rescheduled|put (?:off|back)|pushed back|slipped|extended|brought forward|carried (?:over|forward))\b",
    re.IGNORECASE,
)
_UP_TO = r"(?P<when>[^,;()]+?)(?=\W*(?:$|[,;()]| (?:from|to|until|was|now)\b))"
_SINCE = re.compile(rf"\b(?:from|was|originally)\b:? {_UP_TO}", re.IGNORECASE)
_TO = re.compile(rf"(?:\b(?:to|until|till|now)\b(?: (?:due|by|expected))*| [–—-]|:) {_UP_TO}", re.IGNORECASE)
_HELD = re.compile(r"(?:on hold|paused|suspended|parked|stalled)(?=\W*$)", re.IGNORECASE)
_SAID = {"moved": "moved", "slipped": "delayed"}
"""Words of a state that are told by themselves, or in another form, in "it was …"."""

_LONGEST = 100
"""Characters of a cell that tells a state; a longer one tells a story."""

_ANY_DAY = date(2000, 1, 1)


@dataclass(frozen=True, slots=True)
class State:
    """What became of a row's deed; nothing of it is known where all is empty.

    lead   "Done" or "Dropped", `on` the words of time that are given with it
    how    how it was put off: "postponed"; `since` and `to` are the words of time from and to which
    held   that nothing is done for it now: "on hold"
    """

    lead: str = ""
    on: str = ""
    how: str = ""
    since: str = ""
    to: str = ""
    held: str = ""


def read_state(cell: str) -> State:
    """What a cell says of its row's deed, in the column of states or in that of days."""
    told = cell.strip(" *_")
    if len(told) > _LONGEST:
        return State()
    for lead, words in _LEADS.items():
        if (found := words.fullmatch(told)) and (not found["on"] or is_time(found["on"])):
            return State(lead, found["on"] or "")
    if found := _PUT_OFF.match(told):
        return _put_off(found["how"].lower(), told[found.end() :])
    held = _HELD.match(told)
    return State(held=held[0].lower()) if held else State()


def is_time(words: str) -> bool:
    """True for words of time, however little they bound: "15 January", "Q3", "the spring"."""
    from tracker.deadlines import read_deadline

    return read_deadline(words, _ANY_DAY) is not None


def _put_off(how: str, rest: str) -> State:
    """A deed that was put off; what was moved without a time went elsewhere."""
    since, to = (_time_in(pattern, rest) for pattern in (_SINCE, _TO))
    if how == "moved" and not since and not to:
        return State()
    return State(how=_SAID.get(how, how), since=since, to=to)


def _time_in(pattern: re.Pattern[str], rest: str) -> str:
    return next((found["when"] for found in pattern.finditer(rest) if is_time(found["when"])), "")
