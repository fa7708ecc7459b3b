"""Events: a day that the words do not give, but the announcement or a person may."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.core.deadline import Condition, DeadlineKind, Unit
from tracker.deadlines.resolve.context import Reading
from tracker.deadlines.words import MONTHS, day_in_words, length_in_words

if TYPE_CHECKING:
    from tracker.core.deadline import Anchor
    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import Awaited, Event, Length


def known_day(event: Event, context: Context) -> Anchor | None:
    """The anchor of an event that the caller knows: its name, or one whose words all stand in the event's.

    Of "the May meeting" none but one in May.
    """
    words = set(_words(event.name)) if context.events else set()
    months = words & _MONTHS
    for name, anchor in context.events.items():
        if words.issuperset(_words(name)) and months <= {MONTHS[anchor.on.month - 1].lower()}:
            return anchor
    return None


def awaited(meaning: Awaited, context: Context) -> Reading:
    """Due on an event's own day, where that is known; else conditional."""
    anchor = known_day(meaning.event, context)
    if anchor is None:
        return unknown(meaning.event, None, context)
    explanation = f"the day of {anchor.reason}: {day_in_words(anchor.on)}"
    return Reading(DeadlineKind.DATED, anchor, lambda: (explanation, ()), anchor.on)


def unknown(event: Event, length: Length | None, context: Context, *, is_before: bool = False) -> Reading:
    """Conditional: keeps the event, and how far from it the due date lies (less than 0: before it)."""
    amount, unit = _amount_of(length) if length else (0, Unit.DAY)
    condition = Condition(event.name, -amount if is_before else amount, unit)

    def account() -> tuple[str, tuple[str, ...]]:
        distance = f"{length_in_words(length)} {'before' if is_before else 'after'} " if length else "due on "
        return f"{distance}'{event.name}', whose day is not known", ()

    return Reading(DeadlineKind.CONDITIONAL, context.anchor, account, condition=condition)


def _amount_of(length: Length) -> tuple[int, Unit]:
    """A length as whole units, in days where it has fractions or several pieces (a month as 30 days)."""
    if len(length.pieces) == 1 and length.pieces[0][0].denominator == 1:
        amount, unit = length.pieces[0]
        return int(amount), unit
    days = sum(amount * _DAYS_IN.get(unit, 1) for amount, unit in length.pieces)
    return -int(-days // 1), Unit.DAY


_MONTHS = frozenset(name.lower() for name in MONTHS)
_DAYS_IN = {Unit.WEEK: 7, Unit.MONTH: 30, Unit.QUARTER: 91, Unit.YEAR: 365}


def _words(name: str) -> list[str]:
    return re.findall(r"[^\W_]+", name.lower())
