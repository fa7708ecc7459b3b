"""How reports put values into words, and which tone goes with which word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.announcement import DateSource
from tracker.core.status import Review, Status
from tracker.core.timing import Timing
from tracker.core.wording import capitalise, count, spell, spell_day, spell_instant, spell_number, tell_timing
from tracker.reports.table import Cell, Tone

if TYPE_CHECKING:
    from datetime import datetime, tzinfo

    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing

__all__ = [
    "STATUS_TONES",
    "TIMING_TONES",
    "capitalise",
    "count",
    "instant_cell",
    "listed_or_quoted",
    "number_cell",
    "promisor_cell",
    "spell",
    "spell_date_source",
    "spell_day",
    "spell_instant",
    "status_cell",
    "tell_timing",
    "timing_cell",
]

TIMING_TONES = {
    Timing.LONG_OVERDUE: Tone.ALARM,
    Timing.OVERDUE: Tone.ALARM,
    Timing.DUE_TODAY: Tone.WARNING,
    Timing.DUE_SOON: Tone.WARNING,
    Timing.REVIEW_DUE: Tone.NOTICE,
    Timing.UNDATED: Tone.MUTED,
    Timing.CLOSED: Tone.MUTED,
    Timing.ON_TIME: Tone.GOOD,
    Timing.LATE: Tone.WARNING,
}
STATUS_TONES = {
    Status.IN_PROGRESS: Tone.NOTICE,
    Status.STALLED: Tone.WARNING,
    Status.FULFILLED: Tone.GOOD,
    Status.PARTLY_FULFILLED: Tone.WARNING,
    Status.NOT_FULFILLED: Tone.ALARM,
    Status.WITHDRAWN: Tone.MUTED,
    Status.SUPERSEDED: Tone.MUTED,
    Status.UNVERIFIABLE: Tone.MUTED,
}

_DATE_SOURCES = {
    DateSource.METADATA: "its own fields",
    DateSource.TIME_TAG: "a time tag of the page",
    DateSource.FEED: "the header of the feed or mail",
}
"""Where a word of the program's own would tell a reader little."""


def spell_date_source(source: DateSource) -> str:
    """Where the publication date was found, for people."""
    return _DATE_SOURCES.get(source, spell(source))


def instant_cell(at: datetime | None, zone: tzinfo, tone: Tone = Tone.PLAIN) -> Cell:
    """An instant: UTC for machines, the clock of a zone for people; empty where there is none."""
    return Cell(at, spell_instant(at, zone) if at else "", tone)


def timing_cell(timing: Timing) -> Cell:
    """A timing word in its tone."""
    return Cell(timing.value, spell(timing), TIMING_TONES.get(timing, Tone.PLAIN))


def status_cell(commitment: StoredCommitment, status: Status) -> Cell:
    """The status; people see the state of review instead as long as nobody took the commitment."""
    if commitment.review is not Review.TRACKED:
        return Cell(status.value, spell(commitment.review), Tone.MUTED)
    return Cell(status.value, spell(status), STATUS_TONES.get(status, Tone.PLAIN))


def number_cell(standing: Standing) -> Cell:
    """The number that people type: "12", or "12.3" for the third occurrence of a recurring one."""
    return Cell(standing.commitment.number, spell_number(standing), Tone.STRONG)


def promisor_cell(commitment: StoredCommitment) -> Cell:
    """Who is bound; muted where it was inferred."""
    promisor = commitment.found.promisor
    return Cell(promisor.name, promisor.name or "unknown", Tone.MUTED if promisor.is_inferred else Tone.PLAIN)


def listed_or_quoted(sentence: str, *, is_of_row: bool) -> str:
    """A sentence of an announcement in quotation marks; one that was made of a row of a table is no quotation."""
    return f"listed as: {sentence}" if is_of_row else f"“{sentence}”"
