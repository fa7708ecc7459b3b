"""The year that words leave out: the first period that ends on or after the start of the arithmetic."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tracker.deadlines.resolve.context import Resolved
from tracker.deadlines.spec import RelativeYear
from tracker.deadlines.words import day_in_words

if TYPE_CHECKING:
    from collections.abc import Callable

    from tracker.core.calendar import Period
    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import Year

_LEAP_CYCLE = 9  # 29 February can be away for eight years, around 1900 and 2100


def settled(year: Year, build: Callable[[int], Period], label: Callable[[Period], str], context: Context) -> Resolved:
    """A period that recurs every year, in its written year, a year told from this one, or the first that fits.

    `build` may raise ValueError for a year without that day; that year is passed over. Raises ValueError where no
    year has it.
    """
    if isinstance(year, int):
        period = build(year)
        return Resolved(period, label(period), has_year=True)
    if isinstance(year, RelativeYear):
        period = build(year_of(year, context))
        notes = (partial(counted_from, context),)
        return Resolved(period, label(period), notes, has_year=year.is_back or year.offset < 0)
    period = first_fitting(build, context)
    return Resolved(period, label(period), (partial(_which, context),))


def first_fitting(build: Callable[[int], Period], context: Context) -> Period:
    """The first such period that ends on or after the reference day; looking backward, the last that begins by it.

    Raises ValueError where none of nine years has one.
    """
    reference = context.reference
    step = -1 if context.is_backward else 1
    for number in range(_LEAP_CYCLE + 1):
        year = reference.year + step * (number - 1)
        try:
            period = build(year)
        except ValueError:
            continue
        if (period.first <= reference) if context.is_backward else (period.last >= reference):
            return period
    raise ValueError("no year has that day")


def year_of(year: int | RelativeYear, context: Context) -> int:
    """A year that is written, or told from the one of the start or of the deadline read before."""
    if isinstance(year, int):
        return year
    start = context.previous.last if year.is_back and context.previous is not None else context.anchor.on
    return start.year + year.offset


def counted_from(context: Context) -> str:
    """The note that something was counted from the start."""
    return f"counted from {context.start_in_words}"


def _which(context: Context) -> str:
    start = day_in_words(context.from_on) if context.from_on else context.start_in_words
    return f"no year is written: the first one that ends on or after {start}"
