"""Markdown: plain text but for its tables, of which each row becomes a line that can be read."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.errors import InputError
from tracker.readers.claims import announcement
from tracker.readers.rows import read_rows
from tracker.readers.source import Given, Reading, Source, checked, decoded

if TYPE_CHECKING:
    from collections.abc import Iterator

_ROW = r"[ \t]*\|.*\|[ \t]*"
_TABLE = re.compile(rf"^{_ROW}\n[ \t]*\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*\n(?:{_ROW}(?:\n|\Z))+", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")


def read(source: Source, given: Given) -> Iterator[Reading]:
    """The one announcement, or why it is none."""
    try:
        text = checked(decoded(source), source.origin).replace("\r\n", "\n").replace("\r", "\n")
        yield announcement(_TABLE.sub(_lines, text), source, given)
    except InputError as error:
        yield error


def _lines(table: re.Match[str]) -> str:
    head, _, *rows = table[0].strip("\n").split("\n")
    return "\n".join(read_rows([_cells(row) for row in (head, *rows)])) + "\n"


def _cells(row: str) -> list[str]:
    return [cell.replace("\\|", "|").strip() for cell in _BAR.split(row.strip()[1:-1])]
