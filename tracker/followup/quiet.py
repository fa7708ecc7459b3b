"""Hours and days on which nothing is sent: what is planned then waits, and is never dropped."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import tzinfo


@dataclass(frozen=True, slots=True)
class Quiet:
    """When nothing is sent.

    start, end    the hours of a day, by the clock of the zone; an end ahead of its start lies on the day after;
                  both None: no hour is quiet
    days          days of the week, Monday 0
    """

    start: time | None = None
    end: time | None = None
    days: frozenset[int] = frozenset()

    def send_after(self, at: datetime, zone: tzinfo) -> datetime:
        """The first UTC instant from `at` on that is not quiet in a zone."""
        local = at.astimezone(zone)
        for _ in range(3 * 7):  # a week of quiet days leads nowhere; the settings refuse it
            later = self._end_of_quiet(local)
            if later is None:
                break
            local = later
        return local.astimezone(UTC)

    def _end_of_quiet(self, local: datetime) -> datetime | None:
        """Where the quiet that holds at a local time ends; None where none holds."""
        if local.weekday() in self.days:
            return _at(local, time(), days=1)
        if self.start is None or self.end is None:
            return None
        now = local.time()
        if self.start <= self.end:
            return _at(local, self.end) if self.start <= now < self.end else None
        if now >= self.start:
            return _at(local, self.end, days=1)
        return _at(local, self.end) if now < self.end else None


def _at(local: datetime, clock: time, days: int = 0) -> datetime:
    day = (local + timedelta(days=days)).date()
    return datetime.combine(day, clock, local.tzinfo)
