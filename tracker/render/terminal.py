"""A terminal: tables in colour, as wide as the terminal and never cut.

Where a table does not fit, the columns that may be wrapped move below their row instead of losing text. Colours go
with NO_COLOR, as rich reads it; data are never read as markup.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, TextIO

from rich.columns import Columns
from rich.console import Console
from rich.padding import Padding
from rich.table import Table as RichTable
from rich.text import Text

from tracker.core.clean import clean_line
from tracker.render.columns import table_of
from tracker.render.layout import GAP, lay_out, passage_pieces, shown_facts
from tracker.render.styles import HEADING, HINT, RULE, TITLE, styled
from tracker.reports.table import Facts, Passage, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rich.console import RenderableType

    from tracker.reports.table import Body, Fact, Report, Section

INDENT = 2
WIDEST_PROSE = 100
BETWEEN_COUNTS = 3


def write(report: Report, stream: TextIO, width: int | None = None) -> None:
    """Write a report as wide as the terminal, or as `width` cells.

    It is drawn beside the stream first: rich ends the program itself where a stream breaks.
    """
    drawn = StringIO()
    is_terminal = True if stream.isatty() else None
    console = Console(file=drawn, force_terminal=is_terminal, width=width, markup=False, emoji=False, highlight=False)
    for number, block in enumerate(_blocks_of(report, console.width)):
        if number:
            console.print()
        for renderable in block:
            console.print(renderable)
    stream.writelines(f"{line.rstrip(' ')}\n" for line in drawn.getvalue().splitlines())


def _blocks_of(report: Report, width: int) -> Iterator[list[RenderableType]]:
    if report.title:
        yield [Text(clean_line(report.title), TITLE)]
    for section in report.sections:
        if parts := _parts_of(section, width - INDENT):
            heading = [Text(clean_line(section.heading), HEADING)] if section.heading else []
            yield [*heading, *(Padding(part, (0, 0, 0, INDENT)) for part in parts)]


def _parts_of(section: Section, width: int) -> list[RenderableType]:
    body = _body_of(section.body, width)
    if body is None and not section.empty:
        return []
    hint = [Text(clean_line(section.hint), HINT, overflow="fold")] if section.hint else []
    return [Text(clean_line(section.empty), HINT) if body is None else body, *hint]


def _body_of(body: Body, width: int) -> RenderableType | None:
    """The body as rich draws it in so many cells; None where it has nothing to show."""
    if isinstance(body, Table):
        grid = lay_out(body)
        return table_of(grid, width) if grid.rows else None
    if isinstance(body, Passage):
        between, pieces = passage_pieces(body)
        return _narrow(Text(between).join(map(styled, pieces)), width) if pieces else None
    return _facts_of(body.facts, width) if isinstance(body, Facts) else _tally_of(body.facts)


def _facts_of(facts: Iterable[Fact], width: int) -> RenderableType | None:
    rows = shown_facts(facts)
    if not rows:
        return None
    grid = RichTable.grid(padding=(0, GAP, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(overflow="fold")
    for heading, piece in rows:
        grid.add_row(Text(heading, RULE), styled(piece))
    return _narrow(grid, width)


def _tally_of(facts: Iterable[Fact]) -> Columns | None:
    """Numbers with their words, side by side and below each other."""
    texts = [Text.assemble((piece.text, styled(piece).style), " ", heading) for heading, piece in shown_facts(facts)]
    return Columns(texts, padding=(0, BETWEEN_COUNTS, 0, 0)) if texts else None


def _narrow(renderable: RenderableType, width: int) -> Padding:
    """Running text no wider than is good to read."""
    return Padding(renderable, (0, max(0, width - WIDEST_PROSE), 0, 0))
