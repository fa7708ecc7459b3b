"""The dashboard: what needs a person today, most pressing first.

Each section shows at the most ten rows, those nearest to today first; the counts above them are of everything.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.core.status import Review
from tracker.core.timing import DUE_SOON_DAYS, Timing
from tracker.reports.history import history_table
from tracker.reports.table import Cell, Column, Fact, Passage, Report, Section, Table, Tally, Tone
from tracker.reports.wording import (
    TIMING_TONES,
    count,
    number_cell,
    promisor_cell,
    spell,
    spell_day,
    spell_instant,
    status_cell,
    tell_timing,
)

if TYPE_CHECKING:
    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing
    from tracker.reports.snapshot import Snapshot

MOST_ROWS = 10
STANDINGS = (
    Column("id", "ID", is_number=True),
    Column("due", "DUE"),
    Column("timing", "TIMING"),
    Column("status", "STATUS"),
    Column("promisor", "PROMISOR", min_width=12),
    Column("deed", "DEED", min_width=34),
    Column("days"),
    Column("occurrence"),
    Column("uuid"),
)
WAITING = (
    Column("id", "ID", is_number=True),
    Column("due", "DUE"),
    Column("kind", "KIND"),
    Column("promisor", "PROMISOR", min_width=12),
    Column("deed", "DEED", min_width=34),
    Column("sentence"),
    Column("uuid"),
)
WELCOME = "Nothing is stored yet. Read an announcement: tracker ingest FILE"


@dataclass(frozen=True, slots=True)
class Part:
    """A section of standings: the timing words in it, what is said where there is none, and where all of them are."""

    name: str
    heading: str
    timings: tuple[Timing, ...]
    command: str
    empty: str = ""


PARTS = (
    Part("overdue", "Overdue", (Timing.LONG_OVERDUE, Timing.OVERDUE), "tracker overdue", "Nothing is overdue."),
    Part(
        "due_soon",
        f"Due within {DUE_SOON_DAYS} days",
        (Timing.DUE_TODAY, Timing.DUE_SOON),
        "tracker due",
        f"Nothing is due within {DUE_SOON_DAYS} days.",
    ),
    Part("review_due", "Time to ask again", (Timing.REVIEW_DUE,), "tracker list +REVIEW_DUE"),
    Part("upcoming", "Coming up", (Timing.UPCOMING,), "tracker list +UPCOMING"),
)


def report_dashboard(snapshot: Snapshot) -> Report:
    """The whole store on one day; of an empty one, how to begin."""
    is_empty = not any(snapshot.reviews.values())
    sections = (
        Section("counts", "", Tally(_counts(snapshot)), empty=WELCOME if is_empty else ""),
        *(_section(snapshot, part, is_empty) for part in PARTS),
        _waiting(snapshot),
        Section(
            "events", "Latest events", history_table(snapshot.events, snapshot.zone), hint="Older ones: tracker log"
        ),
        Section("given_up", "", Passage((_given_up(snapshot.dead),))),
        Section("last_check", "", Passage((_last_check(snapshot),))),
    )
    return Report("dashboard", spell_day(snapshot.today), sections, snapshot.today)


def _counts(snapshot: Snapshot) -> tuple[Fact, ...]:
    timings = tuple(
        _count_fact(timing.value, spell(timing), snapshot.timings.get(timing, 0), TIMING_TONES.get(timing, Tone.PLAIN))
        for timing in Timing
    )
    reviews = {review: snapshot.reviews.get(review, 0) for review in Review}
    return (
        *timings,
        _count_fact("proposed", "waiting for review", reviews[Review.PROPOSED], Tone.NOTICE),
        _count_fact("proposed_evidence", "evidence proposed", snapshot.proposed_evidence, Tone.NOTICE),
        Fact("pressing", "", Cell(snapshot.pressing)),
        Fact("tracked", "", Cell(reviews[Review.TRACKED])),
        Fact("dismissed", "", Cell(reviews[Review.DISMISSED])),
    )


def _count_fact(name: str, words: str, number: int, tone: Tone) -> Fact:
    """A count; people are not told of what there is none of."""
    return Fact(name, words, Cell(number, f"{number:,}" if number else "", tone))


def _section(snapshot: Snapshot, part: Part, is_empty: bool) -> Section:
    standings = sorted(
        (standing for standing in snapshot.standings if standing.timing in part.timings),
        key=lambda standing: (abs(standing.days or 0), standing.commitment.number),
    )
    total = max(len(standings), sum(snapshot.timings.get(timing, 0) for timing in part.timings))
    shown = standings[:MOST_ROWS]
    return Section(
        part.name,
        part.heading,
        Table(STANDINGS, tuple(_row(standing) for standing in shown)),
        empty="" if is_empty else part.empty,
        hint=f"{total - len(shown):,} more: {part.command}" if shown and total > len(shown) else "",
    )


def _row(standing: Standing) -> tuple[Cell, ...]:
    commitment, occurrence = standing.commitment, standing.occurrence
    return (
        number_cell(standing),
        Cell(occurrence.due),
        Cell(standing.timing.value, tell_timing(standing), TIMING_TONES.get(standing.timing, Tone.PLAIN)),
        status_cell(commitment, occurrence.status),
        promisor_cell(commitment),
        Cell(commitment.found.deed),
        Cell(standing.days),
        Cell(occurrence.number),
        Cell(commitment.uuid),
    )


def _waiting(snapshot: Snapshot) -> Section:
    rows = tuple(_waiting_row(commitment) for commitment in snapshot.waiting[:MOST_ROWS])
    total = max(len(rows), snapshot.reviews.get(Review.PROPOSED, 0))
    pressing = f", {snapshot.pressing:,} of them due within {DUE_SOON_DAYS} days or past" if snapshot.pressing else ""
    hint = f"{count(total, 'proposal')}{pressing}: tracker review" if rows else ""
    if snapshot.proposed_evidence:
        told = f"{count(snapshot.proposed_evidence, 'piece')} of evidence proposed: tracker evidence list"
        hint = f"{hint}. {told}" if hint else told
    return Section("waiting", "Waiting for review", Table(WAITING, rows), hint=hint)


def _waiting_row(commitment: StoredCommitment) -> tuple[Cell, ...]:
    return (
        Cell(commitment.number, tone=Tone.STRONG),
        Cell(commitment.current.due),
        Cell(commitment.found.kind.value),
        promisor_cell(commitment),
        Cell(commitment.found.deed),
        Cell(commitment.found.sentence),
        Cell(commitment.uuid),
    )


def _last_check(snapshot: Snapshot) -> Fact:
    at = snapshot.checked_at
    if at is None:
        return Fact("checked_at", "last check", Cell(None, "No check has run yet: tracker check", Tone.MUTED))
    return Fact("checked_at", "last check", Cell(at, f"Last check {spell_instant(at, snapshot.zone)}", Tone.MUTED))


def _given_up(dead: int) -> Fact:
    words = f"{count(dead, 'message')} could not be delivered: tracker alerts dead" if dead else ""
    return Fact("dead", "given up", Cell(dead, words, Tone.ALARM))
