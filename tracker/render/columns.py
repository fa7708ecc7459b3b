"""A table on a terminal: side by side where that fits, else each row above its long texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.cells import cell_len
from rich.console import Group
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from tracker.render.layout import GAP
from tracker.render.styles import RULE, styled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from tracker.render.layout import Grid
    from tracker.reports.table import Column

BETWEEN_LONG_TEXTS = " · "


def table_of(grid: Grid, width: int) -> RenderableType:
    """The table in so many cells. A column that may be wrapped gets its `min_width` or the row is stacked."""
    naturals = natural_widths(grid)
    widths = share_out(grid.columns, naturals, width)
    return _stack(grid, naturals) if widths is None else _side_by_side(grid, widths)


def natural_widths(grid: Grid) -> list[int]:
    """The cells that each column takes when nothing is wrapped."""
    return [
        max([cell_len(column.heading), *(cell_len(row[place].text) for row in grid.rows)])
        for place, column in enumerate(grid.columns)
    ]


def share_out(columns: Sequence[Column], naturals: Sequence[int], width: int) -> list[int] | None:
    """How wide each column becomes in so many cells; None where not even the fewest cells fit.

    A column that may not be wrapped keeps its natural width. The others get their `min_width`, and what is left in
    proportion to what each still lacks.
    """
    least = [
        min(natural, column.min_width) if column.min_width else natural
        for column, natural in zip(columns, naturals, strict=True)
    ]
    spare = width - sum(least) - GAP * (len(columns) - 1)
    if spare < 0:
        return None
    lacking = sum(naturals) - sum(least)
    share = min(1.0, spare / lacking) if lacking else 0.0
    return [few + int((natural - few) * share) for few, natural in zip(least, naturals, strict=True)]


def _side_by_side(grid: Grid, widths: Sequence[int]) -> RichTable:
    table = RichTable(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style=RULE)
    for column, width in zip(grid.columns, widths, strict=True):
        table.add_column(
            Text(column.heading), justify="right" if column.is_number else "left", width=width, overflow="fold"
        )
    for row in grid.rows:
        table.add_row(*map(styled, row))
    return table


def _stack(grid: Grid, naturals: Sequence[int]) -> Group:
    """Each row on a line, without the columns that may be wrapped; those below it, indented, one after the other."""
    fixed = [place for place, column in enumerate(grid.columns) if not column.min_width]
    long = [place for place, column in enumerate(grid.columns) if column.min_width]
    headings = [Text(column.heading, RULE) for column in grid.columns]
    lines: list[RenderableType] = [_line(headings, grid.columns, naturals, fixed)] if fixed else []
    indent = naturals[fixed[0]] + GAP if fixed else 0
    for row in grid.rows:
        texts = [styled(piece) for piece in row]
        if fixed:
            lines.append(_line(texts, grid.columns, naturals, fixed))
        below = Text(BETWEEN_LONG_TEXTS, RULE).join(texts[place] for place in long if row[place].text)
        below.overflow = "fold"
        if below:
            lines.append(Padding(below, (0, 0, 0, indent)))
    return Group(*lines)


def _line(texts: Sequence[Text], columns: Sequence[Column], naturals: Sequence[int], places: Sequence[int]) -> Text:
    line = Text(overflow="fold")
    for place in places:
        if place != places[0]:
            line.append(" " * GAP)
        blanks = " " * (naturals[place] - texts[place].cell_len)
        line.append_text(Text.assemble(blanks, texts[place]) if columns[place].is_number else texts[place] + blanks)
    line.rstrip()
    return line
