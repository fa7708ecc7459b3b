"""Frames: what "by", "before", "until" and their like make of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.core.calendar import add_days
from tracker.core.deadline import DeadlineKind, Sense
from tracker.deadlines.resolve.context import Reading
from tracker.deadlines.resolve.periods import period_of
from tracker.deadlines.spec import Frame, Narrowed, Part, Range
from tracker.deadlines.words import day_in_words, named_day

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from tracker.deadlines.resolve.context import Context, Resolved
    from tracker.deadlines.spec import Framed


def framed(meaning: Framed, context: Context) -> Reading:
    """The deadline that a framed period is. Raises as `period_of` does."""
    resolved = period_of(meaning.noun, context)
    bounds = _BOUNDS[_frame(meaning)](resolved, context)
    is_past = resolved.period.last < context.anchor.on
    due = bounds.due
    notes = _notes(resolved, bounds, context, is_past=is_past) if is_past or bounds.strict_due else resolved.notes
    return Reading(
        kind=DeadlineKind.DATED if due else DeadlineKind.OPEN,
        anchor=context.anchor,
        explanation="; ".join((bounds.words, *notes)),
        due=due,
        opens=resolved.period.first if due and isinstance(meaning.noun, Range) else bounds.opens,
        strict_due=bounds.strict_due,
        sense=Sense.KEEP if meaning.frame is Frame.UNTIL else meaning.sense,
        is_past=is_past,
        steps=(f"start: {context.start_in_words}", _period_in_words(resolved), *notes, bounds.words),
    )


class _Bounds(NamedTuple):
    """What a frame makes of a period, in words and days."""

    words: str
    due: date | None = None
    opens: date | None = None
    strict_due: date | None = None


def _frame(meaning: Framed) -> Frame:
    noun = meaning.noun
    if meaning.frame is Frame.BEFORE and isinstance(noun, Narrowed) and noun.part in (Part.END, Part.LATE):
        return Frame.BY  # on time until the end
    if meaning.frame is Frame.FROM and isinstance(noun, Range):
        return Frame.WINDOW
    return meaning.frame


def _notes(resolved: Resolved, bounds: _Bounds, context: Context, *, is_past: bool) -> tuple[str, ...]:
    notes = resolved.notes
    if bounds.strict_due:
        notes = (*notes, f"on the strict reading {day_in_words(bounds.strict_due)}")
    if is_past:
        notes = (*notes, f"the written date is past, seen from {context.start_in_words}")
    return notes


def _period_in_words(resolved: Resolved) -> str:
    period = resolved.period
    if resolved.is_day:
        return named_day(resolved.label, period.first)
    return f"{resolved.label}: {day_in_words(period.first)} to {day_in_words(period.last)}"


def _last_day(resolved: Resolved) -> str:
    return resolved.label if resolved.is_day else f"the last day of {resolved.label}"


def _due(label: str, due: date, opens: date | None = None, strict_due: date | None = None, lead: str = "") -> _Bounds:
    return _Bounds(lead + named_day(label, due), due, opens, strict_due)


def _by(resolved: Resolved, context: Context) -> _Bounds:
    if resolved.is_day or not resolved.is_whole:
        return _due(_last_day(resolved), resolved.period.last)
    strict = add_days(resolved.period.first, -1)
    is_ahead = strict >= context.anchor.on
    return _due(_last_day(resolved), resolved.period.last, strict_due=strict if is_ahead else None)


def _in(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _due(_last_day(resolved), resolved.period.last)


def _before(resolved: Resolved, context: Context) -> _Bounds:
    del context
    begins = "" if resolved.is_day else " begins"
    return _due(f"the day before {resolved.label}{begins}", add_days(resolved.period.first, -1))


def _from(resolved: Resolved, context: Context) -> _Bounds:
    del context
    first = resolved.period.first
    if resolved.is_day or not resolved.is_whole:
        return _due(
            resolved.label if resolved.is_day else f"the first day of {resolved.label}", first, lead="begins on "
        )
    return _due(_last_day(resolved), resolved.period.last, strict_due=first, lead="begins by ")


def _until(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _due(_last_day(resolved), resolved.period.last, lead="held until ")


def _window(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _due(_last_day(resolved), resolved.period.last, resolved.period.first)


def _not_before(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _opening(resolved.period.first, f"not before {resolved.label}")


def _after(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _opening(add_days(resolved.period.last, 1), f"the day after {resolved.label}")


def _opening(opens: date, words: str) -> _Bounds:
    return _Bounds(f"{words}, so it opens on {day_in_words(opens)} and has no due date", opens=opens)


_BOUNDS: dict[Frame, Callable[[Resolved, Context], _Bounds]] = {
    Frame.BY: _by,
    Frame.IN: _in,
    Frame.BEFORE: _before,
    Frame.FROM: _from,
    Frame.UNTIL: _until,
    Frame.WINDOW: _window,
    Frame.NOT_BEFORE: _not_before,
    Frame.AFTER: _after,
}
