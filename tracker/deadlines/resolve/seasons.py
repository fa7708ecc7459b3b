"""Seasons, as meteorologists count them: spring from 1 March in the north and from 1 September in the south."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core import calendar
from tracker.core.conventions import Hemisphere
from tracker.deadlines.resolve.years import settled
from tracker.deadlines.spec import Season

if TYPE_CHECKING:
    from tracker.core.calendar import Period
    from tracker.deadlines.resolve.context import Context, Resolved
    from tracker.deadlines.spec import SeasonOf

_NORTHERN_STARTS = {Season.SPRING: 3, Season.SUMMER: 6, Season.AUTUMN: 9, Season.WINTER: 12}
_MONTHS_APART = 6


def season_of(noun: SeasonOf, context: Context) -> Resolved:
    """A season of a year; one that runs over New Year has the year in which it begins ("winter 2026" ends in 2027)."""
    first = season_start(noun.season, context.conventions.hemisphere)

    def label(period: Period) -> str:
        years = str(period.first.year)
        if period.last.year != period.first.year:
            years += f"-{period.last.year % 100:02}"
        return f"{noun.season} {years}"

    return settled(noun.year, lambda year: calendar.months(year, first, 3), label, context)


def season_start(season: Season, hemisphere: Hemisphere) -> int:
    """The month in which a season begins."""
    north = _NORTHERN_STARTS[season]
    return north if hemisphere is Hemisphere.NORTH else (north + _MONTHS_APART - 1) % 12 + 1
