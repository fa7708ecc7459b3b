"""What the words of time in a text mean, for people who ask about the words alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.deadlines import find_deadlines, find_events, read_deadline

if TYPE_CHECKING:
    from datetime import date

    from tracker.core.conventions import Conventions
    from tracker.core.deadline import Deadline

_AROUND = " \t\r\n.,;:!?\"'“”‘’()"


def explain(text: str, announced_on: date, conventions: Conventions) -> tuple[Deadline, ...]:
    """The deadlines of a text, the one that counts first: one with a due date before one without, a longer one before
    a shorter. A text that is nothing but words of time may be a bare period ("March") as well.
    """
    events = find_events(text, announced_on, conventions)
    found = find_deadlines(text, announced_on, conventions, events=events)
    if not found:
        read = read_deadline(text, announced_on, conventions)
        found = (read,) if read and read.words.strip(_AROUND) == text.strip(_AROUND) else ()
    return tuple(sorted(found, key=lambda one: (one.due is None, one.is_past, one.span.start - one.span.end)))
