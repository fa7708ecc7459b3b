"""Tables drawn with bars in a text, as Markdown and minutes have them: each row becomes a line that can be read."""

from __future__ import annotations

import re

from tracker.readers.layout import laid_out
from tracker.readers.rows import names_actions, read_rows

_ROW = r"[^\n|]*\|[^\n]*"
# Each run of blanks and dashes is taken whole: of two that stand side by side every share would be tried.
_RULE = r":?-++:?[ \t]*+"
_TABLE = re.compile(
    rf"^{_ROW}\n(?=[^\n]*\|)[ \t]*+(?:\|[ \t]*+)?{_RULE}(?:\|[ \t]*+{_RULE})*+(?:\|[ \t]*+)?\n(?:{_ROW}(?:\n|\Z))+",
    re.MULTILINE,
)
_BARE = re.compile(r"^[^\n|]*+(?:\|[^\n|]*+){2,}\n(?:[^\n|]*+\|[^\n]*+(?:\n|\Z))+", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")
_STRESS = re.compile(r"(\*\*|__)(.+)\1")


def with_read_tables(text: str) -> str:
    """A text with each table in it as lines that can be read.

    A table has a row of dashes below its head; an action list, whose head tells it, may lack that.
    """
    return _BARE.sub(_action_list, _TABLE.sub(_lines, text))


def _lines(table: re.Match[str]) -> str:
    head, _, *rows = table[0].strip("\n").split("\n")
    return laid_out(read_rows([_cells(row) for row in (head, *rows)]))


def _action_list(bare: re.Match[str]) -> str:
    rows = [_cells(row) for row in bare[0].strip("\n").split("\n")]
    return laid_out(read_rows(rows)) if names_actions(rows[0]) else bare[0]


def _cells(row: str) -> list[str]:
    """The cells of a row, whose outer bars may be missing; stress on a whole cell is none of its words."""
    cells = [cell.replace("\\|", "|").strip() for cell in _BAR.split(row.strip())]
    inner = cells[not cells[0] : len(cells) - (not cells[-1])]
    return [match[2] if (match := _STRESS.fullmatch(cell)) else cell for cell in inner]
