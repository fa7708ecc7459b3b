"""Days told from a date that the text names before them, and the days of events that are known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.calendar import Period
from tracker.deadlines.resolve.context import Resolved
from tracker.deadlines.resolve.events import known_day

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.deadline import Anchor
    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import DayOf, FromNamed, Noun


def from_named(noun: FromNamed, context: Context, resolve: Callable[[Noun, Context], Resolved]) -> Resolved:
    """The date named before, or what `resolve` makes of the noun seen from it. Raises ValueError where none is
    and the noun does not do without."""
    if noun.or_said and noun.noun and context.named is None:
        return resolve(noun.noun, context)
    named = _named(context)
    if noun.noun is None:
        return _day(named)
    seen = resolve(noun.noun, context.moved_to(named))
    return seen._replace(has_year=True, is_whole=False)


def day_of(noun: DayOf, context: Context) -> Resolved:
    """The day of a known event, or for "that meeting" the date named before. Raises ValueError where it is unknown."""
    known = known_day(noun.event, context)
    if known is None and noun.is_named_before:
        known = _named(context)
    if known is None:
        raise ValueError(f"no day is known of {noun.event.name}")
    return _day(known)


def _named(context: Context) -> Anchor:
    if context.named is None:
        raise ValueError("no date is named before")
    return context.named


def _day(anchor: Anchor) -> Resolved:
    return Resolved(Period(anchor.on, anchor.on), anchor.reason, has_year=True)
