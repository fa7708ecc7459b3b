"""Plain text for pipes, files and mail: one line a row, nothing cut, wrapped or coloured.

Columns are lined up with blanks; a text longer than 40 cells pushes its own row only, so that one long name does
not widen every line. A report of one section without a title is that section's lines and nothing else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TextIO

from rich.cells import cell_len

from tracker.core.clean import clean_line
from tracker.render.layout import GAP, lay_out, passage_pieces, shown_facts
from tracker.reports.table import Facts, Passage, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.render.layout import Piece
    from tracker.reports.table import Body, Report, Section

WIDEST_PADDING = 40
NOTHING = "-"


def write(report: Report, stream: TextIO) -> None:
    """Write a report, its parts divided by an empty line."""
    is_bare = not report.title and len(report.sections) == 1
    blocks = [[clean_line(report.title)]] if report.title else []
    for section in report.sections:
        if lines := _lines_of(section):
            heading = [clean_line(section.heading)] if section.heading and not is_bare else []
            blocks.append(heading + lines)
    stream.writelines(f"{line}\n" for line in "\n\n".join("\n".join(block) for block in blocks).split("\n"))


def _lines_of(section: Section) -> list[str]:
    lines = _body_lines(section.body)
    if not lines and section.empty:
        lines = [clean_line(section.empty)]
    return [*lines, clean_line(section.hint)] if lines and section.hint else lines


def _body_lines(body: Body) -> list[str]:
    if isinstance(body, Table):
        return _table_lines(body)
    if isinstance(body, Passage):
        between, pieces = passage_pieces(body)
        return between.join(map(_marked, pieces)).split("\n") if pieces else []
    rows = [(heading, piece.text) for heading, piece in shown_facts(body.facts)]
    return align(rows, [False, False]) if isinstance(body, Facts) else align([row[::-1] for row in rows], [True, False])


def _marked(piece: Piece) -> str:
    return f"[{piece.text}]" if piece.tone is Tone.MARKED else piece.text


def _table_lines(table: Table) -> list[str]:
    grid = lay_out(table)
    if not grid.rows:
        return []
    headings = [clean_line(column.heading) for column in grid.columns]
    rows = [[piece.text or NOTHING for piece in row] for row in grid.rows]
    return align([headings, *rows], [column.is_number for column in grid.columns])


def align(rows: Sequence[Sequence[str]], are_numbers: Sequence[bool]) -> list[str]:
    """Rows of cells as lines with their columns below each other, numbers to the right, no blanks at a line's end."""
    widths = [min(max(map(cell_len, column)), WIDEST_PADDING) for column in zip(*rows, strict=True)]
    return [(" " * GAP).join(map(_pad, row, widths, are_numbers)).rstrip() for row in rows]


def _pad(text: str, width: int, is_number: bool) -> str:
    blanks = " " * (width - cell_len(text))
    return blanks + text if is_number else text + blanks
