"""What a message says, before a channel puts it into its own form."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime

    from tracker.core.alert import Stage
    from tracker.core.occurrence import Amendment
    from tracker.core.outbox import MessageKind
    from tracker.core.record import StoredAnnouncement
    from tracker.core.timing import Standing


@dataclass(frozen=True, slots=True)
class Item:
    """One alert: where its occurrence stands on the day of the message, why it is spoken of, and where it was said.

    announcement  without its text, which a message does not need
    amendment     the latest move of its due date; None where it never moved
    """

    alert: int
    standing: Standing
    stage: Stage
    announcement: StoredAnnouncement
    amendment: Amendment | None = None


@dataclass(frozen=True, slots=True)
class Besides:
    """What a digest counts below its items: each number leads to a command.

    backfilled    past due before anybody tracked them, among this message's alerts
    silenced      alerts of that day that a silence kept back
    dead          messages given up
    """

    overdue: int = 0
    waiting: int = 0
    evidence_proposed: int = 0
    backfilled: int = 0
    silenced: int = 0
    dead: int = 0


@dataclass(frozen=True, slots=True)
class Notice:
    """All that one message says.

    uuid           the message's
    composed_at    UTC instant; `today` the day of the zone whose days count
    items          every one of them, in the order of their groups and most urgent first; none in a quiet note or a
                   test. What was past due before anybody tracked it is only counted in a digest
    checked_at     the UTC instant of the last check, in a quiet note; None: it does not say so
    zone           by whose clock people are told of instants
    """

    uuid: str
    kind: MessageKind
    channel: str
    recipient: str
    today: date
    composed_at: datetime
    items: tuple[Item, ...] = ()
    besides: Besides = Besides()
    checked_at: datetime | None = None
    zone: tzinfo = UTC
