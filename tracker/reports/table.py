"""What a report is made of, whatever writes it down: sections that hold a table, facts or a passage.

Every cell keeps two things apart: the `value`, which machines get under a stable name, and the text that people
read. No cell is formatted for a terminal, and nothing here is escaped or cleaned: that is the renderers' part.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Tone(StrEnum):
    """What a cell's colour is to say; a renderer without colours loses nothing but emphasis.

    MARKED is for words within a text: where there are no colours they stand in square brackets.
    """

    PLAIN = "plain"
    STRONG = "strong"
    MUTED = "muted"
    GOOD = "good"
    NOTICE = "notice"
    WARNING = "warning"
    ALARM = "alarm"
    MARKED = "marked"


Value = str | int | float | date | tuple[str | int, ...] | None
"""What a cell may hold. A datetime is a date too: it must be aware, and machines get it in UTC."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One value: `value` for machines, `text` for people (None: the value itself is readable)."""

    value: Value
    text: str | None = None
    tone: Tone = Tone.PLAIN

    @property
    def shown(self) -> str:
        """What a person reads; empty where there is nothing."""
        if self.text is not None:
            return self.text
        if isinstance(self.value, tuple):
            return ", ".join(str(part) for part in self.value)
        return "" if self.value is None else str(self.value)


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    name        stable: what machines call it
    heading     what people call it; empty: only machines get this column
    min_width   the fewest terminal cells into which its text may be wrapped; 0: it is never wrapped nor cut
    is_number   aligned to the right
    """

    name: str
    heading: str = ""
    min_width: int = 0
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Columns, and rows of as many cells each. Raises ValueError where a row has another number of cells."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows):
            if len(row) != len(self.columns):
                raise ValueError(f"row {number} has {len(row)} cells for {len(self.columns)} columns")


@dataclass(frozen=True, slots=True)
class Fact:
    """One named value; a fact without a heading is for machines only."""

    name: str
    heading: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Facts:
    """Named values below each other."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Tally:
    """Counts beside each other, each with the word for what it counts as its heading."""

    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of running text in parts, each with its own tone; headings are not shown.

    is_joined   the parts stand side by side as they are; else a space stands between two
    """

    facts: tuple[Fact, ...]
    is_joined: bool = False


Body = Table | Facts | Tally | Passage


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a report.

    name      stable: what machines call it
    heading   what people read above it; empty: nothing stands above it
    empty     said to people in place of a table without rows; empty: such a section is left out for them
    hint      one line below it, on what is not shown or what to do next
    """

    name: str
    heading: str
    body: Body
    empty: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """A question answered. `name` and `version` make its schema, `today` is the day on which it was true."""

    name: str
    title: str
    sections: tuple[Section, ...]
    today: date | None = None
    version: int = 1

    @property
    def schema(self) -> str:
        """What machines know its shape by: "tracker.list/1"; the version rises when a name goes or changes."""
        return f"tracker.{self.name}/{self.version}"
