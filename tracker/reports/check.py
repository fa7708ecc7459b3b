"""What a check says: what is new today, and what waits besides."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.alert import StageKind
from tracker.core.timing import Timing
from tracker.reports.table import Cell, Column, Fact, Passage, Report, Section, Table, Tone
from tracker.reports.wording import TIMING_TONES, count, number_cell, promisor_cell, spell_day, tell_timing

if TYPE_CHECKING:
    from tracker.core.alert import CheckResult, Said
    from tracker.core.timing import Standing

COLUMNS = (
    Column("id", "ID", is_number=True),
    Column("due", "DUE"),
    Column("says", "SAYS"),
    Column("promisor", "PROMISOR", min_width=18),
    Column("deed", "DEED", min_width=30),
    Column("timing"),
    Column("days"),
    Column("stage"),
    Column("stage_on"),
    Column("uuid"),
    Column("occurrence"),
    Column("silence"),
)
# What was past due before it was tracked is told to people in one line, and to machines one by one.
UNSHOWN = tuple(replace(column, heading="") for column in COLUMNS)
DELIVERIES = (
    Column("channel", "CHANNEL"),
    Column("recipient", "RECIPIENT", min_width=20),
    Column("count", "ALERTS", is_number=True),
    Column("send_after"),
)
STAGE_WORDS = {
    StageKind.OPENS: "its window opens",
    StageKind.STRICT: "due on the strict reading",
}


def report_check(result: CheckResult) -> Report:
    """What one check found on one day."""
    title = f"{'Preview of the check' if result.is_preview else 'Check'} of {spell_day(result.today)}"
    said = Table(COLUMNS, tuple(_row(one) for one in result.said))
    sections = (
        Section("said", f"{len(result.said)} new" if result.said else "", said, empty="Nothing new."),
        Section("backfilled", "", Table(UNSHOWN, tuple(_backfilled_row(one) for one in result.backfilled))),
        Section("deliveries", _planned_heading(result), _delivery_table(result)),
        Section("besides", "", Passage(_besides(result))),
    )
    return Report("check", title, sections, result.today)


def _row(said: Said) -> tuple[Cell, ...]:
    standing = said.standing
    words = STAGE_WORDS.get(said.stage.kind) or tell_timing(standing)
    if said.stage.kind is StageKind.REMINDER:
        words = f"your reminder: {words}"
    if said.silence is not None:
        words += " (silenced)"
    tone = TIMING_TONES.get(standing.timing, Tone.PLAIN)
    return (
        *_head(standing, Cell(words, tone=tone)),
        Cell(standing.timing.value),
        Cell(standing.days),
        Cell(said.stage.key),
        Cell(said.stage.on),
        Cell(standing.commitment.uuid),
        Cell(standing.occurrence.number),
        Cell(said.silence),
    )


def _backfilled_row(standing: Standing) -> tuple[Cell, ...]:
    return (
        *_head(standing, Cell(tell_timing(standing), tone=TIMING_TONES[Timing.OVERDUE])),
        Cell(standing.timing.value),
        Cell(standing.days),
        Cell(StageKind.BACKFILL.value),
        Cell(standing.occurrence.due),
        Cell(standing.commitment.uuid),
        Cell(standing.occurrence.number),
        Cell(None),
    )


def _head(standing: Standing, words: Cell) -> tuple[Cell, ...]:
    commitment = standing.commitment
    return (
        number_cell(standing),
        Cell(standing.occurrence.due),
        words,
        promisor_cell(commitment),
        Cell(commitment.found.deed),
    )


def _planned_heading(result: CheckResult) -> str:
    if not result.planned:
        return ""
    would_be = "would be " if result.is_preview else ""
    number = len(result.planned)
    return f"{number:,} {'delivery' if number == 1 else 'deliveries'} {would_be}planned"


def _delivery_table(result: CheckResult) -> Table:
    """For each channel and recipient how many alerts, and from when on they may be sent."""
    numbers = Counter((one.channel, one.recipient) for one in result.planned)
    earliest = {(one.channel, one.recipient): one.send_after for one in result.planned}
    return Table(
        DELIVERIES,
        tuple(
            (Cell(channel), Cell(recipient), Cell(number), Cell(earliest[channel, recipient]))
            for (channel, recipient), number in sorted(numbers.items())
        ),
    )


def _besides(result: CheckResult) -> tuple[Fact, ...]:
    number = len(result.backfilled)
    were = "was" if number == 1 else "were"
    backfilled = f"{count(number, 'commitment')} {were} past due before being tracked." if number else ""
    overdue = f"{result.overdue:,} overdue in all (tracker overdue)." if result.overdue else "Nothing is overdue."
    due_soon = f"{result.due_soon:,} due within 7 days in all (tracker due)." if result.due_soon else ""
    waiting = (
        f"{count(result.waiting, 'proposal')} due within 7 days or past: tracker review." if result.waiting else ""
    )
    silenced = result.silenced
    kept_back = f"{silenced:,} silenced: recorded, not sent (tracker silence list)." if silenced else ""
    untold = f"No address for {', '.join(result.unaddressed)}: write it under [people]." if result.unaddressed else ""
    written = "Nothing was written: this was a preview." if result.is_preview else ""
    return (
        Fact("backfilled_count", "backfilled", Cell(number, backfilled)),
        Fact("overdue", "overdue", Cell(result.overdue, overdue)),
        Fact("due_soon", "due soon", Cell(result.due_soon, due_soon)),
        Fact("waiting", "waiting", Cell(result.waiting, waiting, Tone.NOTICE)),
        Fact("silenced", "silenced", Cell(silenced, kept_back)),
        Fact("unaddressed", "without address", Cell(result.unaddressed, untold, Tone.WARNING)),
        Fact("is_preview", "preview", Cell(result.is_preview, written, Tone.MUTED)),
    )
