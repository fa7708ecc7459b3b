"""Days and periods with a name: festivals, and those that the conventions name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.calendar import Period, add_days
from tracker.deadlines.resolve.context import Resolved
from tracker.deadlines.resolve.festivals import ESTIMATED, FESTIVALS
from tracker.deadlines.resolve.years import settled

if TYPE_CHECKING:
    from tracker.deadlines.resolve.context import Context
    from tracker.deadlines.spec import NamedDay


def named_period(noun: NamedDay, context: Context) -> Resolved:
    """The days of a name: the conventions' own first, then a festival's; its eve is the day before.

    Raises ValueError where the calendars do not reach that far.
    """
    for named in context.conventions.named_days:
        if named.name.casefold() == noun.name.casefold():
            return Resolved(named.period, named.name, ("named by a setting",), has_year=True)
    resolved = settled(noun.year, FESTIVALS[noun.name], lambda period: f"{noun.name} {period.first.year}", context)
    notes = resolved.notes
    if noun.name in ESTIMATED:
        notes = (*notes, "by calculation; the sighting of the moon may move it by a day")
    if not noun.is_eve:
        return Resolved(resolved.period, resolved.label, notes, resolved.has_year)
    eve = add_days(resolved.period.first, -1)
    return Resolved(Period(eve, eve), f"the eve of {resolved.label}", notes, resolved.has_year)
