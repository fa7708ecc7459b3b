"""Lengths counted from a day: "within 30 working days", "ten days before 6 October", "two months after the signing"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.core.deadline import Anchor, DeadlineKind
from tracker.deadlines.resolve.context import Reading, texts
from tracker.deadlines.resolve.events import known_day, unknown
from tracker.deadlines.resolve.lengths import add_length
from tracker.deadlines.resolve.periods import period_of
from tracker.deadlines.spec import CalendarDay, DigitDay, Event
from tracker.deadlines.words import day_in_words, length_in_words, short_day

if TYPE_CHECKING:
    from tracker.deadlines.resolve.context import Context, Note, Resolved
    from tracker.deadlines.resolve.lengths import Sum
    from tracker.deadlines.spec import Counted, Noun

_RECENT_DAYS = 60
_FAR_DAYS = 270


class _Start(NamedTuple):
    anchor: Anchor
    notes: tuple[Note, ...] = ()
    is_past: bool = False


def counted(meaning: Counted, context: Context) -> Reading:
    """The day that a length reaches from its start; conditional where the start is an event of unknown day."""
    start = _start(meaning, context)
    if start is None:
        assert isinstance(meaning.start, Event)  # noqa: S101 - only an event can have no day
        return unknown(meaning.start, meaning.length, context, is_before=meaning.is_before)
    anchor = start.anchor
    reached = add_length(anchor.on, meaning.length, context.conventions, is_before=meaning.is_before)
    return Reading(
        DeadlineKind.DATED,
        anchor,
        lambda: _account(meaning, start, reached),
        reached.day,
        sense=meaning.sense,
        is_past=reached.day < context.anchor.on and (start.is_past or meaning.start is None),
    )


def _account(meaning: Counted, start: _Start, reached: Sum) -> tuple[str, tuple[str, ...]]:
    anchor, notes = start.anchor, texts(start.notes)
    day = day_in_words(anchor.on)
    from_words = day if anchor.reason == short_day(anchor.on) else f"{anchor.reason} on {day}"
    back = " back" if meaning.is_before else ""
    result = f"{length_in_words(meaning.length)} counted{back} from {from_words}: {day_in_words(reached.day)}"
    steps = (f"start: {from_words}", *notes, *texts(reached.steps))
    return "; ".join((result, *texts(reached.notes), *notes)), steps


def _start(meaning: Counted, context: Context) -> _Start | None:
    """Where the counting starts; None for an event that nobody has dated."""
    if meaning.start is None:
        return _Start(context.anchor)
    if isinstance(meaning.start, Event):
        known = known_day(meaning.start, context)
        return _Start(known) if known else None
    return _start_at(meaning.start, context, meaning)


def _start_at(noun: Noun, context: Context, meaning: Counted) -> _Start:
    """A noun's first day for what lies before it, its last day for what comes after."""
    resolved = period_of(noun, context)
    if meaning.is_before:
        return _Start(Anchor(resolved.period.first, resolved.label), resolved.notes, resolved.has_year)
    past = _just_past(noun, resolved, context) if meaning.of_event else None
    resolved = past or resolved
    notes: tuple[Note, ...] = ("the day just past is meant",) if past else resolved.notes
    return _Start(Anchor(resolved.period.last, resolved.label), notes, resolved.has_year)


def _just_past(noun: Noun, resolved: Resolved, context: Context) -> Resolved | None:
    """The day a year earlier, where what is counted from it began of late: "within 28 days of the ruling on 9 March".

    Only of a day without a year; None where the one that was found may well be meant.
    """
    if not isinstance(noun, CalendarDay | DigitDay) or noun.year is not None:
        return None
    past = period_of(noun, context.seeking(context.anchor.on, is_backward=True))
    is_recent = (context.anchor.on - past.period.last).days <= _RECENT_DAYS
    return past if is_recent and (resolved.period.last - context.anchor.on).days > _FAR_DAYS else None
