"""Values put into words, the same wherever they are told: in a report, a message, an error."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.deadline import Sense
from tracker.core.timing import Timing

if TYPE_CHECKING:
    from datetime import date, datetime, tzinfo
    from enum import StrEnum

    from tracker.core.timing import Standing


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


def spell_number(standing: Standing) -> str:
    """The number that people type: "12", or "12.3" for the third occurrence of a recurring one."""
    number = standing.commitment.number
    return f"{number}.{standing.occurrence.number}" if len(standing.commitment.occurrences) > 1 else str(number)


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
