"""When the local day's turn comes. Days are those of a zone, in which some have no midnight and some do not exist.

A trigger by the clock would skip a day whose hour is skipped and double one whose hour comes twice. Here the store
says which local day was last done, and arithmetic says whether another one's turn has come.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, time, tzinfo

_ONE = timedelta(days=1)
_LOOK_AHEAD = 4
"""Days: beyond today a zone skips at the most one, so that one of them exists and is not done."""


def turn_of(day: date, zone: tzinfo, at: time) -> datetime | None:
    """The UTC instant at which a zone's clock shows `at` on a day; None for a day that the zone skips.

    Of two such instants it is the first. Where the clock skips `at`, it is as much later as the skip is long, and as
    much earlier where that would be another day.
    """
    for fold in (0, 1):  # PEP 495: in a gap they are the readings by the offset before it and after it
        instant = datetime.combine(day, at, zone).replace(fold=fold).astimezone(UTC)
        if instant.astimezone(zone).date() == day:
            return instant
    return None


def day_due(last: date | None, now: datetime, zone: tzinfo, at: time) -> date | None:
    """The local day whose turn has come at a UTC instant and that is not done; None where there is none.

    `last` is the latest local day that was done, up to today; None before the first. It is today's turn from `at` on,
    and at any hour where an earlier day was missed: what was missed is made good once, by today's.
    """
    today = now.astimezone(zone).date()
    if last is not None and last >= today:
        return None
    turn = turn_of(today, zone, at)
    has_come = turn is not None and now >= turn
    return today if has_come or (last is not None and _is_one_between(last, today, zone, at)) else None


def next_turn(last: date | None, now: datetime, zone: tzinfo, at: time) -> datetime:
    """The next UTC instant after `now` at which a day's turn comes that is not done; `last` as in `day_due`."""
    today = now.astimezone(zone).date()
    days = (today + n * _ONE for n in range(_LOOK_AHEAD))
    turns = (turn_of(day, zone, at) for day in days if last is None or day > last)
    return next(turn for turn in turns if turn is not None and turn > now)


def _is_one_between(last: date, today: date, zone: tzinfo, at: time) -> bool:
    """True where a day that the zone has lies between two."""
    missed = (last + n * _ONE for n in range(1, (today - last).days))
    return any(turn_of(day, zone, at) is not None for day in missed)
