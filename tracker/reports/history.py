"""The story: what was changed, when and by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.table import Cell, Column, Report, Section, Table, Tone
from tracker.reports.wording import instant_cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from tracker.core.record import ChangeSet

COLUMNS = (
    Column("change", "CHANGE", is_number=True),
    Column("at", "WHEN"),
    Column("by", "BY", min_width=6),
    Column("action", "WHAT"),
    Column("commitments", "ID"),
    Column("summary", "IN WORDS", min_width=24),
    Column("undoes"),
)
MOST_RANGES = 3


def report_history(change_sets: Sequence[ChangeSet], today: date, zone: tzinfo) -> Report:
    """Change sets in the order in which they come, their instants on the clock of a zone."""
    section = Section("events", "", history_table(change_sets, zone), empty="Nothing was changed yet.")
    return Report("log", "", (section,), today)


def history_table(change_sets: Sequence[ChangeSet], zone: tzinfo) -> Table:
    """Change sets as a table, one a row."""
    return Table(COLUMNS, tuple(_row(change_set, zone) for change_set in change_sets))


def _row(change_set: ChangeSet, zone: tzinfo) -> tuple[Cell, ...]:
    return (
        Cell(change_set.number, tone=Tone.STRONG),
        instant_cell(change_set.at, zone),
        Cell(change_set.by),
        Cell(change_set.action),
        _numbers_cell(change_set.commitments),
        Cell(change_set.summary),
        Cell(change_set.undoes),
    )


def _numbers_cell(numbers: tuple[int, ...]) -> Cell:
    """The commitments that a change touched; for people numbers in a row are one range, and the first few ranges do."""
    ranges: list[list[int]] = []
    for number in sorted(numbers):
        if ranges and number == ranges[-1][-1] + 1:
            ranges[-1].append(number)
        else:
            ranges.append([number])
    shown = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in ranges[:MOST_RANGES]]
    return Cell(numbers, ", ".join(shown) + (" …" if len(ranges) > MOST_RANGES else ""))
