"""Lengths counted from a day: "within 30 working days", "ten days before 6 October", "two months after the signing"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.core.deadline import Anchor, DeadlineKind
from tracker.deadlines.resolve.context import Reading
from tracker.deadlines.resolve.events import known_day, unknown
from tracker.deadlines.resolve.lengths import add_length
from tracker.deadlines.resolve.periods import period_of
from tracker.deadlines.spec import Event
from tracker.deadlines.words import day_in_words, length_in_words, short_day

if TYPE_CHECKING:
    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import Counted, Noun


class _Start(NamedTuple):
    anchor: Anchor
    notes: tuple[str, ...] = ()
    is_past: bool = False


def counted(meaning: Counted, context: Context) -> Reading:
    """The day that a length reaches from its start; conditional where the start is an event of unknown day."""
    start = _start(meaning, context)
    if start is None:
        assert isinstance(meaning.start, Event)  # noqa: S101 - only an event can have no day
        return unknown(meaning.start, meaning.length, context, is_before=meaning.is_before)
    anchor = start.anchor
    reached = add_length(anchor.on, meaning.length, context.conventions, is_before=meaning.is_before)
    day = day_in_words(anchor.on)
    from_words = day if anchor.reason == short_day(anchor.on) else f"{anchor.reason} on {day}"
    back = " back" if meaning.is_before else ""
    result = f"{length_in_words(meaning.length)} counted{back} from {from_words}: {day_in_words(reached.day)}"
    return Reading(
        DeadlineKind.DATED,
        anchor,
        "; ".join((result, *reached.notes, *start.notes)),
        due=reached.day,
        sense=meaning.sense,
        is_past=reached.day < context.anchor.on and (start.is_past or meaning.start is None),
        steps=(f"start: {from_words}", *start.notes, *reached.steps),
    )


def _start(meaning: Counted, context: Context) -> _Start | None:
    """Where the counting starts; None for an event that nobody has dated."""
    if meaning.start is None:
        return _Start(context.anchor)
    if isinstance(meaning.start, Event):
        known = known_day(meaning.start, context)
        return _Start(known) if known else None
    return _start_at(meaning.start, context, is_before=meaning.is_before)


def _start_at(noun: Noun, context: Context, *, is_before: bool) -> _Start:
    """A noun's first day for what lies before it, its last day for what comes after."""
    resolved = period_of(noun, context)
    day = resolved.period.first if is_before else resolved.period.last
    return _Start(Anchor(day, resolved.label), resolved.notes, resolved.has_year)
