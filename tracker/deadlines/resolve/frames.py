"""Frames: what "by", "before", "until" and their like make of a period."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.core.calendar import add_days
from tracker.core.deadline import DeadlineKind, Sense
from tracker.deadlines.resolve.context import Reading, texts
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

    def account() -> tuple[str, tuple[str, ...]]:
        notes = _notes(resolved, bounds, context, is_past=is_past)
        words = bounds.words()
        steps = (f"start: {context.start_in_words}", _period_in_words(resolved), *notes, words)
        return "; ".join((words, *notes)), steps

    due = bounds.due
    return Reading(
        DeadlineKind.DATED if due else DeadlineKind.OPEN,
        context.anchor,
        account,
        due,
        resolved.period.first if due and isinstance(meaning.noun, Range) else bounds.opens,
        bounds.strict_due,
        Sense.KEEP if meaning.frame is Frame.UNTIL else meaning.sense,
        is_past=is_past,
    )


class _Bounds(NamedTuple):
    """What a frame makes of a period, in words and days."""

    words: Callable[[], str]
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
    notes = texts(resolved.notes)
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


def _first_day(resolved: Resolved) -> str:
    return resolved.label if resolved.is_day else f"the first day of {resolved.label}"


def _last_day(resolved: Resolved) -> str:
    return resolved.label if resolved.is_day else f"the last day of {resolved.label}"


def _day_before(resolved: Resolved) -> str:
    return f"the day before {resolved.label}{'' if resolved.is_day else ' begins'}"


def _due(
    label: Callable[[Resolved], str],
    resolved: Resolved,
    due: date,
    opens: date | None = None,
    strict_due: date | None = None,
    lead: str = "",
) -> _Bounds:
    return _Bounds(lambda: lead + named_day(label(resolved), due), due, opens, strict_due)


def _by(resolved: Resolved, context: Context) -> _Bounds:
    period = resolved.period
    if resolved.is_day or not resolved.is_whole:
        return _due(_last_day, resolved, period.last)
    strict = add_days(period.first, -1)
    return _due(_last_day, resolved, period.last, strict_due=strict if strict >= context.anchor.on else None)


def _in(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _due(_last_day, resolved, resolved.period.last)


def _before(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _due(_day_before, resolved, add_days(resolved.period.first, -1))


def _from(resolved: Resolved, context: Context) -> _Bounds:
    del context
    period = resolved.period
    if resolved.is_day or not resolved.is_whole:
        return _due(_first_day, resolved, period.first, lead="begins on ")
    return _due(_last_day, resolved, period.last, strict_due=period.first, lead="begins by ")


def _until(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _due(_last_day, resolved, resolved.period.last, lead="held until ")


def _window(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _due(_last_day, resolved, resolved.period.last, resolved.period.first)


def _not_before(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _opening(resolved.period.first, "not before", resolved)


def _after(resolved: Resolved, context: Context) -> _Bounds:
    del context
    return _opening(add_days(resolved.period.last, 1), "the day after", resolved)


def _opening(opens: date, lead: str, resolved: Resolved) -> _Bounds:
    def words() -> str:
        return f"{lead} {resolved.label}, so it opens on {day_in_words(opens)} and has no due date"

    return _Bounds(words, opens=opens)


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
