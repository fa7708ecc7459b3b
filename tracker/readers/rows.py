"""Tables to lines that can be read: a row of an action list is one promise, any other its cells with their heads."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from tracker.core.announcement import ROW
from tracker.readers.states import State, read_state

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEED = re.compile(
    r"(?:agreed |next )?(?:actions?|tasks?|steps?|to do|commitments?|pledges?|promises?|measures?|"
    r"decisions?)(?: points?| items?)?",
    re.IGNORECASE,
)
_WHO = re.compile(
    r"owners?|who|leads?|responsible(?: \w+)?|responsibility|assigned to|assignee|by whom|action by|person",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"due(?: date| by)?|deadlines?|by when|when|target(?: date)?|timescale|timing|by|complete(?:d|ion)?(?: by| date)?",
    re.IGNORECASE,
)
_STATE = re.compile(r"(?:current )?(?:status|state|progress|outcome|result)|done|delivered", re.IGNORECASE)
_PREPOSITION = re.compile(
    r"(?:by|before|within|in|on|at|no later|not later|until|from|every|each|during|after|once|as|asap|soon"
    r"|shortly|immediately)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"(?:tbc|tbd|n/?a|ongoing|done|complete[d]?|closed|[-–—]*)\.?", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[a-z\d)][.!?]) +(?=[A-Z])")
_WILL = re.compile(r"\b(?:will|shall)\b(?! now)")
_NAME = re.compile(r"(?:[A-Z]{2,}|I)\b|\S*\d|\w+[A-Z]")


def read_rows(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table whose first row is its head; of a table of one row or column, its cells.

    A row of a single cell in a wider table is a title over the others, ahead of the head too.
    """
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return [cell for row in rows for cell in row if cell]
    titles = list(takewhile(lambda row: len(row) == 1, rows))
    head, *others = rows[len(titles) :]
    lines = (_line(head, row) for row in others)
    return [row[0] for row in titles] + (list(lines) if others else [cell for cell in head if cell])


def names_actions(head: Sequence[str]) -> bool:
    """True for the head of an action list: it has a column of deeds and one of who does them."""
    return _column(head, _DEED) is not None and _column(head, _WHO) is not None


def _line(head: Sequence[str], row: Sequence[str]) -> str:
    if len(row) == 1:
        return row[0]
    deed, who, due, state = (_column(head, names) for names in (_DEED, _WHO, _DUE, _STATE))
    if deed is None or (who is None and due is None):
        return ROW + _cells(head, row)
    told, when = _told(_cell(row, state), _cell(row, due))
    promise = _promise(row, (deed, who), when, told) if who is not None else _promised(head, row, deed, due, when, told)
    return ROW + (promise or _cells(head, row))


def _told(state: str, due: str) -> tuple[State, str]:
    """What a row says of its deed, in its state or in the place of its day, and the words of time of its day."""
    told, day = read_state(state), read_state(due)
    when = "" if day != State() or _NEVER.fullmatch(due) else due.rstrip(" .;")
    return (told if told != State() else day), when


def _aside(told: State, due: str) -> str:
    """What else a row's state says of "it", in words that the reading takes for told."""
    if told.held:
        return f"It is {told.held}."
    if told.on:
        return f"It was {'completed' if told.lead == 'Done' else 'dropped'} {_framed(told.on, 'on')}."
    since, to = told.since or (due if told.to and told.to != due else ""), ""
    if told.to and not _PREPOSITION.match(told.to):
        to = f" to {told.to}"
    was = f" and was {told.how}{to}" if told.how else ""
    return f"It had been due {_framed(since, 'by')}{was}." if since else f"It was {told.how}." if told.how else ""


def _column(head: Sequence[str], names: re.Pattern[str]) -> int | None:
    """The first column that bears such a name."""
    return next((place for place, name in enumerate(head) if names.fullmatch(name.strip(" *:_"))), None)


def _promise(row: Sequence[str], places: tuple[int, int], when: str, told: State) -> str:
    """A row of an action list as minutes would write it: "Action: the clerk to circulate the draft by 3 May".

    Of what was put off to another day they say that he "will now" do it.
    """
    said, by_whom = (_cell(row, place).rstrip(" .;") for place in places)
    if not said or not by_whom:
        return " ".join(filter(None, (said, by_whom, when)))
    said = (said if _NAME.match(said) else said[0].lower() + said[1:]).removeprefix("to ")
    done = _with_due(said, told.to or when)
    is_put_off = bool(told.how and (told.to or when))
    promise = f"{_capital(by_whom)} will now {done}" if is_put_off else f"{told.lead or 'Action'}: {by_whom} to {done}"
    return " ".join(filter(None, (promise, _aside(told, when))))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _promised(head: Sequence[str], row: Sequence[str], deed: int, due: int | None, when: str, told: State) -> str:
    """A row that tells a promise in its own words, and by when: "The board will survey it by 3 May. Cost: 5 m"."""
    said, until = _cell(row, deed).rstrip(" .;"), told.to or when
    if not said or not until:
        return ""
    known = (deed, due) if told == State() else (deed, due, _column(head, _STATE))
    others = ["" if place in known else cell for place, cell in enumerate(row)]
    if told.how:
        said = _WILL.sub(r"\g<0> now", said, 1)
    lead = f"{told.lead}: " if told.lead else ""
    return " ".join(filter(None, (lead + _with_due(said, until), _aside(told, when), _cells(head, others))))


def _with_due(said: str, when: str) -> str:
    """What is to be done, by when, in its first sentence; what else the cell says stands behind that."""
    first, *others = _SENTENCES.split(said, 1)
    first = " ".join(filter(None, (first.rstrip(" .;"), _framed(when, "by")))) + "."
    return " ".join([first, *(f"{other}." for other in others)])


def _framed(when: str, joint: str) -> str:
    """Words of time with what joins them to a deed."""
    return when if not when or _PREPOSITION.match(when) else f"{joint} {when}"


def _cells(head: Sequence[str], row: Sequence[str]) -> str:
    """The cells of any other row, each with the name of its column."""
    named = ((_cell(head, place), cell) for place, cell in enumerate(row) if cell)
    return "; ".join(f"{name.rstrip(':')}: {cell}" if name else cell for name, cell in named)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
