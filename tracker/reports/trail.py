"""What people recorded about a commitment since it was found: its occurrences, amendments, evidence and notes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.core.occurrence import EvidenceState, Stance
from tracker.core.timing import standing_of
from tracker.reports.grouping import grouped
from tracker.reports.table import Cell, Column, Table, Tone
from tracker.reports.wording import STATUS_TONES, TIMING_TONES, count, instant_cell, spell, tell_timing

if TYPE_CHECKING:
    from datetime import date, tzinfo

    from tracker.core.match import Match
    from tracker.core.occurrence import Amendment, Evidence, Occurrence
    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing
    from tracker.reports.snapshot import CommitmentSnapshot

OCCURRENCES = (
    Column("occurrence", "NO", is_number=True),
    Column("due", "DUE"),
    Column("timing", "TIMING"),
    Column("status", "STATUS"),
    Column("done_on", "DONE ON"),
    Column("days"),
    Column("first_due"),
    Column("slippage"),
)
AMENDMENTS = (
    Column("old_due", "FROM"),
    Column("new_due", "TO"),
    Column("days", "MOVED BY", is_number=True),
    Column("reason", "WHY", min_width=16),
    Column("source", "ANNOUNCED IN", min_width=20),
    Column("by", "BY", min_width=8),
    Column("at"),
    Column("occurrence"),
)
EVIDENCE = (
    Column("number", "NO", is_number=True),
    Column("stance", "SAYS"),
    Column("kind", "KIND"),
    Column("state", "STATE"),
    Column("reference", "WHERE", min_width=24),
    Column("quote", "QUOTE", min_width=20),
    Column("by", "BY", min_width=8),
    Column("at", "WHEN"),
    Column("sha256"),
    Column("occurrence"),
    Column("group"),
)
NOTES = (Column("at", "WHEN"), Column("by", "BY"), Column("text", "NOTE", min_width=24))
STANCE_WORDS = {
    Stance.DONE: "reported done",
    Stance.PARTLY_DONE: "done in part",
    Stance.NOT_DONE: "not done",
    Stance.MOVED: "moved",
    Stance.DROPPED: "dropped",
    Stance.RESTATED: "said again",
    Stance.MENTION: "spoken of",
}
STATE_TONES = {EvidenceState.PROPOSED: Tone.NOTICE, EvidenceState.REJECTED: Tone.MUTED}


def occurrence_table(commitment: StoredCommitment, today: date) -> Table:
    """Every occurrence as it stands on a day; of a one-off people have read already."""
    is_one_off = len(commitment.occurrences) == 1
    columns = tuple(replace(column, heading="") for column in OCCURRENCES) if is_one_off else OCCURRENCES
    standings = (standing_of(commitment, occurrence, today) for occurrence in commitment.occurrences)
    return Table(columns, tuple(map(_occurrence_row, standings)))


def _occurrence_row(standing: Standing) -> tuple[Cell, ...]:
    commitment, occurrence = standing.commitment, standing.occurrence
    return (
        Cell(occurrence.number, f"{commitment.number}.{occurrence.number}", Tone.STRONG),
        Cell(occurrence.due),
        Cell(standing.timing.value, tell_timing(standing), TIMING_TONES.get(standing.timing, Tone.PLAIN)),
        Cell(occurrence.status.value, spell(occurrence.status), STATUS_TONES.get(occurrence.status, Tone.PLAIN)),
        Cell(occurrence.done_on),
        Cell(standing.days),
        Cell(occurrence.first_due),
        Cell(occurrence.slippage),
    )


def amendment_table(snapshot: CommitmentSnapshot) -> Table:
    """Every move of a due date, in the order in which they were recorded."""
    numbers = _numbers(snapshot.commitment)
    return Table(AMENDMENTS, tuple(_amendment_row(one, numbers, snapshot) for one in snapshot.amendments))


def _amendment_row(one: Amendment, numbers: dict[int, int], snapshot: CommitmentSnapshot) -> tuple[Cell, ...]:
    days = (one.new_due - one.old_due).days if one.old_due else None
    return (
        Cell(one.old_due, None if one.old_due else "no date"),
        Cell(one.new_due),
        Cell(days, "" if days is None else count(days, "day"), Tone.WARNING if days and days > 0 else Tone.PLAIN),
        Cell(one.reason),
        Cell(one.source),
        Cell(one.by),
        instant_cell(one.at, snapshot.zone),
        Cell(numbers.get(one.occurrence)),
    )


def last_move(occurrence: Occurrence, snapshot: CommitmentSnapshot) -> Amendment | None:
    """The latest move of an occurrence, where that gave it the due date that it has."""
    moves = [one for one in snapshot.amendments if one.occurrence == occurrence.id]
    return moves[-1] if moves and moves[-1].new_due == occurrence.due else None


def tell_move(one: Amendment, zone: tzinfo) -> str:
    """Why a due date is what it is now: from which date it was moved, when that was recorded, where it stands, why."""
    was = f"from {one.old_due}" if one.old_due else "from no date"
    recorded = f"recorded on {one.at.astimezone(zone).date()} by {one.by}, announced in {one.source}"
    return f"{was} to {one.new_due}, {recorded}: {one.reason}"


def evidence_table(snapshot: CommitmentSnapshot) -> Table:
    """Every piece of evidence, rejected ones too, in the order in which they were recorded, but for those that say the
    same: they follow the first of them, whose number their group is."""
    numbers, matches = _numbers(snapshot.commitment), snapshot.matches
    groups = grouped(snapshot.evidence, lambda one: one, lambda one: matches.get(one.id))
    rows = (_evidence_row(one, group[0], numbers, snapshot) for group in groups for one in group)
    return Table(EVIDENCE, tuple(rows))


def tell_stance(stance: Stance, match: Match | None) -> str:
    """What evidence says, in a few words: "reported done on 2026-01-15", "moved to 2026-03-31"."""
    told = STANCE_WORDS[stance]
    if match and match.done_on:
        return f"{told} on {match.done_on}"
    return f"{told} to {match.due}" if match and match.due else told


def told_with(one: Evidence, first: Evidence) -> str:
    """That a piece of evidence says the same as the first of its group; empty for that one."""
    return "" if one is first else f"the same as {first.id}"


def _evidence_row(
    one: Evidence, first: Evidence, numbers: dict[int, int], snapshot: CommitmentSnapshot
) -> tuple[Cell, ...]:
    return (
        Cell(one.id),
        Cell(one.stance.value, told_with(one, first) or tell_stance(one.stance, snapshot.matches.get(one.id))),
        Cell(one.kind.value),
        Cell(one.state.value, tone=STATE_TONES.get(one.state, Tone.PLAIN)),
        Cell(one.reference),
        quote_cell(one, first),
        Cell(one.by),
        instant_cell(one.at, snapshot.zone),
        Cell(one.sha256),
        Cell(numbers.get(one.occurrence)),
        Cell(first.id),
    )


def quote_cell(one: Evidence, first: Evidence) -> Cell:
    """The words of a piece of evidence, where they are others than those of the first of its group."""
    is_known = one is not first and one.quote == first.quote
    return Cell(one.quote, f"“{one.quote}”" if one.quote and not is_known else "")


def note_table(snapshot: CommitmentSnapshot) -> Table:
    """Every note, in the order in which they were written."""
    return Table(
        NOTES,
        tuple((instant_cell(note.at, snapshot.zone), Cell(note.by), Cell(note.text)) for note in snapshot.notes),
    )


def _numbers(commitment: StoredCommitment) -> dict[int, int]:
    """The place of each occurrence by the id that the store gave it."""
    return {occurrence.id: occurrence.number for occurrence in commitment.occurrences}
