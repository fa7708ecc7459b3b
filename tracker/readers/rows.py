"""Tables to lines that can be read: a row of an action list is one promise, any other its cells with their heads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.readers.layout import BULLET

if TYPE_CHECKING:
    from collections.abc import Sequence

_DEED = re.compile(
    r"(?:agreed |next )?(?:actions?|tasks?|steps?|to do|commitments?|measures?|decisions?)(?: points?| items?)?",
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
_PREPOSITION = re.compile(
    r"(?:by|before|within|in|on|at|no later|not later|until|from|every|each|during|after|once|as|asap|soon"
    r"|shortly|immediately)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"(?:tbc|tbd|n/?a|ongoing|done|complete[d]?|closed|[-–—]*)\.?", re.IGNORECASE)
_NAME = re.compile(r"(?:[A-Z]{2,}|I)\b|\S*\d|\w+[A-Z]")


def read_rows(rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a table whose first row is its head; of a table of one row or column, its cells."""
    rows = [row for row in rows if any(row)]
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return [cell for row in rows for cell in row if cell]
    head, *others = rows
    deed, who = _column(head, _DEED), _column(head, _WHO)
    due = _column(head, _DUE)
    if deed is None or who is None:
        return [BULLET + _cells(head, row) for row in others]
    return [BULLET + (_promise(row, deed, who, due) or _cells(head, row)) for row in others]


def _column(head: Sequence[str], names: re.Pattern[str]) -> int | None:
    """The first column that bears such a name."""
    return next((place for place, name in enumerate(head) if names.fullmatch(name.strip(" *:_"))), None)


def _promise(row: Sequence[str], deed: int, who: int, due: int | None) -> str:
    """A row of an action list as minutes would write it: "Action: the clerk to circulate the draft by 3 May"."""
    said, by_whom, when = (_cell(row, place).rstrip(" .;") for place in (deed, who, due))
    if not said or not by_whom:
        return " ".join(filter(None, (said, by_whom, when)))
    said = said if _NAME.match(said) else said[0].lower() + said[1:]
    said = said.removeprefix("to ")
    if _NEVER.fullmatch(when):
        when = ""
    elif not _PREPOSITION.match(when):
        when = f"by {when}"
    return f"Action: {by_whom} to {said}" + (f" {when}." if when else ".")


def _cells(head: Sequence[str], row: Sequence[str]) -> str:
    """The cells of any other row, each with the name of its column."""
    named = ((_cell(head, place), cell) for place, cell in enumerate(row) if cell)
    return "; ".join(f"{name.rstrip(':')}: {cell}" if name else cell for name, cell in named)


def _cell(row: Sequence[str], place: int | None) -> str:
    return row[place] if place is not None and place < len(row) else ""
