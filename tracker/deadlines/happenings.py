"""Finds the events of a text and the days that stand beside them, so that other sentences can count from those."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from tracker.core.deadline import Anchor
from tracker.deadlines.gate import words_in
from tracker.deadlines.resolve import Context, reading_of
from tracker.deadlines.rules import compiled
from tracker.deadlines.spec import Frame, Framed

if TYPE_CHECKING:
    import re
    from collections.abc import Iterable

    from tracker.deadlines.engine import Grammar
    from tracker.deadlines.reader import Found
    from tracker.deadlines.rules import Happening

REACH = 70
"""How many characters may lie between the words of an event and its day."""


def dated_events(text: str, grammar: Grammar, context: Context, happenings: Iterable[Happening]) -> dict[str, Anchor]:
    """The days of a folded text's events, by name; of an event told twice the first day counts."""
    days = [found for found in grammar.scan(text, words_in(text)) if _names_a_day(found)]
    events: dict[str, Anchor] = {}
    if not days:
        return events
    happenings = tuple(happenings)
    for match in _pattern(happenings).finditer(text):
        number, is_told = divmod(int((match.lastgroup or "_0")[1:]), 2)
        day = _day_beside(text, match, days, context, is_told=bool(is_told))
        for name in happenings[number].names if day else ():
            events.setdefault(name, Anchor(day.on, f"the {name}") if day else context.anchor)
    return events


@cache
def _pattern(happenings: tuple[Happening, ...]) -> re.Pattern[str]:
    """One alternation of all; the group's number is twice the happening's, and one more where it is told as past."""
    groups = [f"(?P<_{2 * n + 1}>{one.told})|(?P<_{2 * n}>{one.expected})" for n, one in enumerate(happenings)]
    return compiled(rf"\b(?:{'|'.join(groups)})\b")


def _names_a_day(found: Found) -> bool:
    return isinstance(found.meaning, Framed) and found.meaning.frame is Frame.IN


def _day_beside(
    text: str, match: re.Match[str], days: list[Found], context: Context, *, is_told: bool
) -> Anchor | None:
    """The first single day right before an event's words, or behind them, within reach and the same sentence."""
    for found in days:
        is_right_before = text[found.end : match.start()] == " "
        between = text[match.end() : found.start]
        is_behind = found.start >= match.end() and len(between) <= REACH and not any(mark in between for mark in ".;!?")
        if not is_right_before and not is_behind:
            continue
        meaning = found.meaning
        seen = context.seeking(context.anchor.on, is_backward=True) if is_told else context
        reading = reading_of(meaning, seen) if meaning else None
        if reading and reading.due and reading.opens is None and (not is_told or reading.due <= context.anchor.on):
            return Anchor(reading.due)
    return None
