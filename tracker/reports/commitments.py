"""The list: every occurrence that was asked for, one a row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.reports.table import Cell, Column, Report, Section, Table, Tone
from tracker.reports.wording import count, number_cell, promisor_cell, status_cell, timing_cell

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from tracker.core.timing import Standing

COLUMNS = (
    Column("id", "ID", is_number=True),
    Column("due", "DUE"),
    Column("timing", "TIMING"),
    Column("days", "DAYS", is_number=True),
    Column("status", "STATUS"),
    Column("promisor", "PROMISOR", min_width=14),
    Column("deed", "DEED", min_width=24),
    Column("owner", "OWNER"),
    Column("tags", "TAGS", min_width=8),
    Column("uuid"),
    Column("occurrence"),
    Column("review"),
    Column("kind"),
    Column("sense"),
    Column("words"),
    Column("first_due"),
    Column("slippage"),
    Column("opens"),
    Column("strict_due"),
    Column("review_on"),
    Column("done_on"),
    Column("sentence"),
    Column("promisor_source"),
    Column("band"),
    Column("score"),
    Column("announcement"),
    Column("announced_on"),
)


def report_commitments(standings: Sequence[Standing], today: date, elsewhere: str = "") -> Report:
    """The commitments that were asked for as they stand on a day, in the order in which they come.

    `elsewhere` is said besides where there is none: where else to look.
    """
    section = Section(
        "commitments",
        count(len(standings), "commitment"),
        Table(COLUMNS, tuple(list_row(standing) for standing in standings)),
        empty=f"No commitment matches. {elsewhere}".rstrip(),
    )
    return Report("list", "", (section,), today)


def list_row(standing: Standing) -> tuple[Cell, ...]:
    """One occurrence as a row of COLUMNS."""
    commitment, occurrence = standing.commitment, standing.occurrence
    return (
        number_cell(standing),
        Cell(occurrence.due),
        timing_cell(standing.timing),
        Cell(standing.days),
        status_cell(commitment, occurrence.status),
        promisor_cell(commitment),
        Cell(commitment.found.deed),
        Cell(commitment.owner, tone=Tone.MUTED),
        Cell(tuple(sorted(commitment.tags)), tone=Tone.MUTED),
        *_cells_for_machines(standing),
    )


def _cells_for_machines(standing: Standing) -> tuple[Cell, ...]:
    commitment, occurrence, found = standing.commitment, standing.occurrence, standing.commitment.found
    return tuple(
        Cell(value)
        for value in (
            commitment.uuid,
            occurrence.number,
            commitment.review.value,
            found.kind.value,
            found.sense.value,
            found.deadline.words if found.deadline else None,
            occurrence.first_due,
            occurrence.slippage,
            occurrence.opens,
            occurrence.strict_due,
            occurrence.review_on,
            occurrence.done_on,
            found.sentence,
            found.promisor.source.value,
            found.band.value,
            found.score,
            commitment.announcement,
            commitment.announced_on,
        )
    )
