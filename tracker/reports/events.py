"""What commitments wait for, and since when it is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.table import Cell, Column, Report, Section, Table, Tone

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.core.event import AwaitedEvent

COLUMNS = (
    Column("id", "ID", is_number=True),
    Column("name", "EVENT", min_width=24),
    Column("happened_on", "ON"),
    Column("commitments", "COMMITMENTS", min_width=12),
    Column("source", "SOURCE", min_width=16),
    Column("announcement"),
)
HINT = "Say when one happened: tracker event ID --on DAY --source URL"


def report_events(found: Sequence[AwaitedEvent], today: date) -> Report:
    """Every event that a commitment waits for, or was dated by."""
    rows = tuple(
        (
            Cell(one.event.id, tone=Tone.STRONG),
            Cell(one.event.name),
            Cell(one.event.happened_on, None if one.event.happened_on else "not known", _tone(one)),
            Cell(tuple(commitment.number for commitment in one.commitments)),
            Cell(one.event.source),
            Cell(one.event.announcement),
        )
        for one in found
    )
    is_awaited = any(one.event.happened_on is None for one in found)
    section = Section(
        "events", "", Table(COLUMNS, rows), empty="Nothing waits for an event.", hint=HINT if is_awaited else ""
    )
    return Report("events", "", (section,), today)


def _tone(one: AwaitedEvent) -> Tone:
    return Tone.PLAIN if one.event.happened_on else Tone.MUTED
