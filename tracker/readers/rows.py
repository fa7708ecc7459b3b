"""Tables to lines that can be read: a row of an action list is one promise, any other its cells with their heads."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

from tracker.readers.layout import BULLET

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
_STATES = {
    "Done": re.compile(
        r"(?:done|completed?|delivered|achieved|fulfilled|implemented|closed|yes|[✓✔☑✅])\W*", re.IGNORECASE
    ),
    "Dropped": re.compile(r"(?:dropped|cancell?ed|withdrawn|abandoned|superseded)\W*", re.IGNORECASE),
}
_PREPOSITION = re.compile(
    r"(?:by|before|within|in|on|at|no later|not later|until|from|every|each|during|after|once|as|asap|soon"
    r"|shortly|immediately)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"(?:tbc|tbd|n/?a|ongoing|done|complete[d]?|closed|[-–—]*)\.?", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[a-z\d)][.!?]) +(?=[A-Z])")
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
    deed, who, due = (_column(head, names) for names in (_DEED, _WHO, _DUE))
    if deed is None or (who is None and due is None):
        return BULLET + _cells(head, row)
    state = _state(_cell(row, _column(head, _STATE)))
    promise = _promised(head, row, deed, due) if who is None else _promise(row, deed, who, due, state or "Action")
    if promise and who is None and state:
        promise = f"{state}: {promise}"
    return BULLET + (promise or _cells(head, row))


def _state(told: str) -> str:
    """What became of a row's deed, in the word that the reading knows; nothing where it is still to be done."""
    return next((state for state, words in _STATES.items() if words.fullmatch(told.strip(" *_"))), "")


def _column(head: Sequence[str], names: re.Pattern[str]) -> int | None:
    """The first column that bears such a name."""
    return next((place for place, name in enumerate(head) if names.fullmatch(name.strip(" *:_"))), None)


def _promise(row: Sequence[str], deed: int, who: int, due: int | None, lead: str) -> str:
    """A row of an action list as minutes would write it: "Action: the clerk to circulate the draft by 3 May"."""
    said, by_whom, when = (_cell(row, place).rstrip(" .;") for place in (deed, who, due))
    if not said or not by_whom:
        return " ".join(filter(None, (said, by_whom, when)))
    said = said if _NAME.match(said) else said[0].lower() + said[1:]
    return f"{lead}: {by_whom} to {_with_due(said.removeprefix('to '), when)}"


def _promised(head: Sequence[str], row: Sequence[str], deed: int, due: int | None) -> str:
    """A row that tells a promise in its own words, and by when: "The board will survey it by 3 May. Cost: 5 m"."""
    said, when = (_cell(row, place).rstrip(" .;") for place in (deed, due))
    if not said or not when:
        return ""
    others = ["" if place in (deed, due) else cell for place, cell in enumerate(row)]
    return " ".join(filter(None, (_with_due(said, when), _cells(head, others))))


def _with_due(said: str, when: str) -> str:
    """What is to be done, by when, in its first sentence; what else the cell says stands behind that."""
    first, *others = _SENTENCES.split(said, 1)
    if _NEVER.fullmatch(when):
        when = ""
    elif not _PREPOSITION.match(when):
        when = f"by {when}"
    first = " ".join(filter(None, (first.rstrip(" .;"), when))) + "."
    return " ".join([first, *(f"{other}." for other in others)])


def _cells(head: Sequence[str], row: Sequence[str]) -> str:
    """The cells of any other row, each with the name of its column."""
    named = ((_cell(head, place), cell) for place, cell in enumerate(row) if cell)
    return "; ".join(f"{name.rstrip(':')}: {cell}" if name else cell for name, cell in named)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
