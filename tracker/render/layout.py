"""What of a report people are shown, cleaned: the same for every format that people read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.clean import clean_line, clean_text
from tracker.reports.table import Tone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.reports.table import Cell, Column, Fact, Passage, Table

GAP = 2
"""Blanks between two columns."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that is safe to show, on one line, and its tone."""

    text: str
    tone: Tone = Tone.PLAIN


@dataclass(frozen=True, slots=True)
class Grid:
    """The columns of a table that have something to show, and the pieces in them, row by row."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Piece, ...], ...]


def lay_out(table: Table) -> Grid:
    """The part of a table that people are shown: columns with a heading in which at least one cell says something.

    Where there is no such column there are no rows either.
    """
    headed = [place for place, column in enumerate(table.columns) if column.heading]
    pieces = [{place: _piece_of(row[place]) for place in headed} for row in table.rows]
    shown = [place for place in headed if any(row[place].text for row in pieces)]
    rows = tuple(tuple(row[place] for place in shown) for row in pieces) if shown else ()
    return Grid(tuple(table.columns[place] for place in shown), rows)


def shown_facts(facts: Iterable[Fact]) -> list[tuple[str, Piece]]:
    """Heading and piece of each fact that people are shown: one with a heading and something to say."""
    pieces = ((clean_line(fact.heading), _piece_of(fact.cell)) for fact in facts)
    return [(heading, piece) for heading, piece in pieces if heading and piece.text]


def passage_pieces(passage: Passage) -> tuple[str, list[Piece]]:
    """What stands between the parts of a running text, and those parts of it that say something."""
    if passage.is_joined:
        pieces = [Piece(clean_text(fact.cell.shown), fact.cell.tone) for fact in passage.facts]
        return "", [piece for piece in pieces if piece.text]
    return " ", [piece for fact in passage.facts if (piece := _piece_of(fact.cell)).text]


def _piece_of(cell: Cell) -> Piece:
    return Piece(clean_line(cell.shown).strip(), cell.tone)
