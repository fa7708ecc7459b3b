"""What people wish of the alerts: less of them, later, or one more."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.core.timing import Timing


class WishKind(StrEnum):
    """Acknowledge: no repeats until it stands otherwise. Snooze: nothing until a day. Remind: on a day of one's own."""

    ACKNOWLEDGE = "acknowledge"
    SNOOZE = "snooze"
    REMIND = "remind"


@dataclass(frozen=True, slots=True)
class Wish:
    """What one person wished of one occurrence.

    day       a snooze's end, on which it is spoken of again; a reminder's day; an acknowledgement's end (None: as
              long as it stands as it stood)
    timing    where it stood when it was acknowledged; None for the other kinds
    arming    the occurrence's arming then: what was acknowledged or snoozed under an older one is so no longer;
              a reminder stays, since its day was chosen by a person
    at        UTC instant
    """

    occurrence: int
    kind: WishKind
    day: date | None
    timing: Timing | None
    arming: int
    by: str
    at: datetime
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Wishes:
    """What is wished of one occurrence, the latest of each kind; reminders all of them.

    reminders   days, ascending; `reminded` those of them that were said, under whatever arming
    """

    acknowledged: Wish | None = None
    snoozed: Wish | None = None
    reminders: tuple[date, ...] = ()
    reminded: frozenset[date] = frozenset()

    def in_force_on(self, today: date, arming: int, timing: Timing) -> Wishes:
        """Those that still have an effect on a day, for an occurrence of that arming that stands so in time."""
        acknowledged, snoozed = self.acknowledged, self.snoozed
        is_acknowledged = acknowledged is not None and (acknowledged.arming, acknowledged.timing) == (arming, timing)
        is_snoozed = snoozed is not None and snoozed.arming == arming
        return Wishes(
            acknowledged if is_acknowledged and _is_to_come(acknowledged, today) else None,
            snoozed if is_snoozed and _is_to_come(snoozed, today) else None,
            tuple(day for day in self.reminders if day >= today and day not in self.reminded),
        )


def _is_to_come(wish: Wish | None, today: date) -> bool:
    """True where its day, if it has one, is not there yet."""
    return wish is not None and (wish.day is None or today < wish.day)


@dataclass(frozen=True, slots=True)
class Silence:
    """What a filter means is not spoken of from a day until another, on which the latest is said.

    filter      as it was typed (`core.query`)
    starts_on   its first day; `ends_on` the day on which it no longer holds
    """

    filter: str
    starts_on: date
    ends_on: date
    comment: str
    by: str
    at: datetime
    id: int = 0
    version: int = 1

    def holds_on(self, today: date) -> bool:
        """True on its days."""
        return self.starts_on <= today < self.ends_on
