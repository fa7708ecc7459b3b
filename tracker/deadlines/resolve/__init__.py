"""Meanings become days, by the conventions; pure, and the same for every language."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.core.deadline import DeadlineKind
from tracker.deadlines.resolve.context import Context, NotSettledError, Reading
from tracker.deadlines.resolve.counts import counted
from tracker.deadlines.resolve.events import awaited
from tracker.deadlines.resolve.frames import framed
from tracker.deadlines.resolve.recurrence import repeated
from tracker.deadlines.spec import Awaited, Counted, Framed, Repeated, Vague

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.deadlines.spec import Meaning

__all__ = ["Context", "Reading", "reading_of"]


def reading_of(meaning: Meaning, context: Context) -> Reading | None:
    """What a meaning comes to, seen from the anchor; None where there is no such day ("30 February").

    Where the conventions do not settle it (a fiscal year of no country), it is vague and says what is missing.
    """
    resolve = _RESOLVERS.get(type(meaning))
    if resolve is None:
        raise TypeError(f"no resolver for {meaning!r} from {context.anchor}")
    try:
        return resolve(meaning, context)
    except NotSettledError as missing:
        explanation = str(missing)
        return Reading(DeadlineKind.VAGUE, context.anchor, lambda: (explanation, ()))
    except (ValueError, OverflowError):
        return None


def _vague(meaning: Vague, context: Context) -> Reading:
    return Reading(DeadlineKind.VAGUE, context.anchor, lambda: (f"'{meaning.words}' names no day", ()))


_RESOLVERS: dict[type, Callable[[Any, Context], Reading]] = {
    Framed: framed,
    Counted: counted,
    Awaited: awaited,
    Repeated: repeated,
    Vague: _vague,
}
