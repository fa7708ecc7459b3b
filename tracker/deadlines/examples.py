"""Texts that show what a family of wording reads; its tests."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.core.conventions import PLAIN, Conventions
from tracker.core.deadline import DeadlineKind, Sense


@dataclass(frozen=True, slots=True)
class Example:
    """A text and the one deadline that must be read from it; days are written as in ISO 8601.

    `announced_on` is a Wednesday unless said otherwise. `named` is a due date that the text gives before, where the
    deadline counts from it; `events` are those whose day is known.
    """

    text: str
    due: str | None = None
    opens: str | None = None
    kind: DeadlineKind = DeadlineKind.DATED
    strict_due: str | None = None
    sense: Sense = Sense.ACHIEVE
    rrule: str | None = None
    is_past: bool = False
    announced_on: str = "2025-09-17"
    conventions: Conventions = PLAIN
    named: str | None = None
    events: tuple[tuple[str, str], ...] = ()


def conditional(text: str) -> Example:
    """A text whose deadline hangs on an event."""
    return Example(text, kind=DeadlineKind.CONDITIONAL)


def vague(text: str) -> Example:
    """A text that promises time without giving any."""
    return Example(text, kind=DeadlineKind.VAGUE)


def recurring(text: str, due: str, rrule: str, announced_on: str = "2025-09-17") -> Example:
    """A text of something that comes again."""
    return Example(text, due, kind=DeadlineKind.RECURRING, rrule=rrule, announced_on=announced_on)
