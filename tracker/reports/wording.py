"""How reports put values into words, and which tone goes with which word."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.core.status import Review, Status
from tracker.core.timing import Timing
from tracker.reports.table import Cell, Tone

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo
    from enum import StrEnum

    from tracker.core.record import StoredCommitment
    from tracker.core.timing import Standing

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


def spell(word: StrEnum) -> str:
    """A word of the vocabulary as people write it: "long_overdue" is "long overdue"."""
    return word.value.replace("_", " ")


def count(number: int, noun: str) -> str:
    """A number and its noun, in the plural where it takes one: "1 day", "12 days"."""
    return f"{number:,} {noun}" if abs(number) == 1 else f"{number:,} {noun}s"


def capitalise(text: str) -> str:
    """The text with its first letter in upper case and the rest as it is."""
    return text[:1].upper() + text[1:]


def spell_day(day: date) -> str:
    """A day with its weekday, month name first spelt out: "Friday 17 October 2025"."""
    return f"{day:%A} {day.day} {day:%B} {day.year}"


def spell_instant(at: datetime, zone: tzinfo) -> str:
    """An instant on the clock of a zone, to the minute: "2025-10-17 14:05"."""
    local = at.astimezone(zone)
    return f"{local.date()} {local:%H:%M}"


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
    commitment = standing.commitment
    if len(commitment.occurrences) > 1:
        return Cell(commitment.number, f"{commitment.number}.{standing.occurrence.number}", Tone.STRONG)
    return Cell(commitment.number, tone=Tone.STRONG)


def promisor_cell(commitment: StoredCommitment) -> Cell:
    """Who is bound; muted where it was inferred."""
    promisor = commitment.found.promisor
    return Cell(promisor.name, promisor.name or "unknown", Tone.MUTED if promisor.is_inferred else Tone.PLAIN)


def tell_timing(standing: Standing) -> str:
    """Where an occurrence stands in time, in a few words: "402 days overdue", "due in 3 days", "5 days late".

    What is kept until a day "ends in 3 days", and is asked about after it.
    """
    timing, days = standing.timing, standing.days
    if timing is Timing.REVIEW_DUE:
        is_kept = standing.commitment.found.sense is Sense.KEEP and standing.occurrence.due is not None
        return "was it kept?" if is_kept else "time for a review"
    if days is None or timing is Timing.ON_TIME:
        return spell(timing)
    if timing is Timing.LATE:
        return f"{count(days, 'day')} late"
    if days < 0:
        return f"{count(-days, 'day')} overdue"
    comes = "ends" if standing.commitment.found.sense is Sense.KEEP else "due"
    return f"{comes} in {count(days, 'day')}" if days else f"{comes} today"
