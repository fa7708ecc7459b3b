"""Which silences there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.table import Cell, Column, Report, Section, Table, Tone
from tracker.reports.wording import instant_cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, tzinfo

    from tracker.core.wish import Silence

COLUMNS = (
    Column("silence", "NO", is_number=True),
    Column("filter", "FILTER", min_width=20),
    Column("starts_on", "FROM"),
    Column("ends_on", "UNTIL"),
    Column("holds", "HOLDS"),
    Column("comment", "WHY", min_width=16),
    Column("by", "BY", min_width=6),
    Column("at"),
)


def report_silences(silences: Sequence[Silence], today: date, zone: tzinfo) -> Report:
    """Silences in the order in which they come, as they stand on a day."""
    table = Table(COLUMNS, tuple(_row(silence, today, zone) for silence in silences))
    return Report("silences", "", (Section("silences", "", table, empty="Nothing is silenced."),), today)


def _row(silence: Silence, today: date, zone: tzinfo) -> tuple[Cell, ...]:
    holds = silence.holds_on(today)
    return (
        Cell(silence.id, tone=Tone.STRONG),
        Cell(silence.filter),
        Cell(silence.starts_on),
        Cell(silence.ends_on),
        Cell(holds, "yes" if holds else "no", Tone.NOTICE if holds else Tone.MUTED),
        Cell(silence.comment),
        Cell(silence.by),
        instant_cell(silence.at, zone),
    )
