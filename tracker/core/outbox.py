"""What is sent: deliveries planned for alerts, messages composed of them, and the attempts to send those."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True)
class Delivery:
    """One alert for one recipient through one channel; there is no second one of the three.

    recipient      an address where the channel takes any, else the channel's name
    is_single      True: a message of its own; False: it joins the others of its channel and recipient in a digest
    send_after     the UTC instant before which it waits (quiet hours and days delay, they never drop)
    message        the number of the message that it went into; None as long as it is only planned
    withdrawn_at   the UTC instant from which it is not to be sent any more, `withdrawn_for` why
    """

    alert: int
    channel: str
    recipient: str
    is_single: bool
    send_after: datetime
    planned_at: datetime
    message: int | None = None
    withdrawn_at: datetime | None = None
    withdrawn_for: str = ""
    id: int = 0


class Withdrawal(StrEnum):
    """Why a planned delivery is not sent: what became of its alert between planning and composing.

    MOVED          its occurrence was armed anew: moved, reopened, or its days corrected
    ACKNOWLEDGED   a person knows of it, and wants no repeats as long as it stands so
    UNDONE         the change that it tells of was taken back, or one that armed its occurrence
    OVERTAKEN      a later stage of the same is to be sent with it to the same recipient: the latest says it all
    """

    SETTLED = "settled"
    MOVED = "moved"
    ACKNOWLEDGED = "acknowledged"
    SNOOZED = "snoozed"
    SILENCED = "silenced"
    DISMISSED = "dismissed"
    UNDONE = "undone"
    PURGED = "purged"
    OVERTAKEN = "overtaken"


class MessageKind(StrEnum):
    """What a message is: a digest, one alert, a weekly word that nothing is new, or a test."""

    DIGEST = "digest"
    SINGLE = "single"
    QUIET = "quiet"
    TEST = "test"


class MessageState(StrEnum):
    """Where a message stands. A dead one is sent again only by `alerts retry`; a withdrawn one never."""

    PENDING = "pending"
    SENT = "sent"
    DEAD = "dead"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent to one recipient, frozen when it was composed: every attempt has the same uuid and body.

    uuid              what the receiver knows it by: `webhook-id`, and the left side of a mail's Message-ID
    summary           one line for people
    body              what the channel composed: a mail's text, a payload; empty once purged
    attempts          how many were made since it was composed, or revived by `alerts retry`
    next_attempt_at   the UTC instant from which it may be tried (again)
    leased_until      the UTC instant until which a sender holds it; None: nobody does
    ended_at          the UTC instant at which it was sent, or given up
    """

    uuid: str
    channel: str
    recipient: str
    kind: MessageKind
    summary: str
    body: str
    composed_at: datetime
    next_attempt_at: datetime
    state: MessageState = MessageState.PENDING
    attempts: int = 0
    leased_until: datetime | None = None
    ended_at: datetime | None = None
    id: int = 0


class Verdict(StrEnum):
    """What one attempt came to.

    SENT      the receiver took it
    RETRY     it may work later: the retry table says when
    FEW       it will hardly work later: a few tries, then dead
    GONE      the receiver wants nothing any more: dead, and the channel is switched off for this recipient
    """

    SENT = "sent"
    RETRY = "retry"
    FEW = "few"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a channel says of one attempt: `detail` one line for people, without secrets; `retry_after` the receiver's
    wish, if it named one."""

    verdict: Verdict
    detail: str
    retry_after: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to send a message: when (UTC instants), what came of it, and when the next one is to be made."""

    message: int
    started_at: datetime
    ended_at: datetime
    outcome: Outcome
    next_attempt_at: datetime | None = None
    id: int = 0


@dataclass(frozen=True, slots=True)
class SwitchedOff:
    """A recipient whose server said, at a UTC instant, that it wants nothing any more."""

    channel: str
    recipient: str
    reason: str
    since: datetime


@dataclass(frozen=True, slots=True)
class Told:
    """One alert that a message tells of: its commitment's number, its stage, and its number as an alert."""

    commitment: int
    stage: str
    alert: int
