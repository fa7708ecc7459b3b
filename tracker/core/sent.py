"""What came of sending."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime


@dataclass(frozen=True, slots=True)
class Trouble:
    """One thing that could not be sent, and why.

    recipient         empty where it is the channel itself that cannot be used
    message           its number; None where nothing could be composed: then the deliveries stay planned
    is_dead           given up: it is sent again only by `alerts retry`
    next_attempt_at   the UTC instant from which it is tried again; None: it is not, or with the next call
    """

    channel: str
    recipient: str
    detail: str
    message: int | None = None
    is_dead: bool = False
    next_attempt_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What one call came to: messages that were taken, that failed and are tried again, that were given up; deliveries
    that did not hold any more; and what went wrong, one by one.

    quiet_until   the UTC instant at which the quiet ends that kept it from sending anything; None: it was not quiet
    """

    sent: int = 0
    failed: int = 0
    dead: int = 0
    withdrawn: int = 0
    troubles: tuple[Trouble, ...] = ()
    quiet_until: datetime | None = None


def joined(parts: Iterable[Sent]) -> Sent:
    """What several calls came to together."""
    all_ = list(parts)
    return Sent(
        sent=sum(one.sent for one in all_),
        failed=sum(one.failed for one in all_),
        dead=sum(one.dead for one in all_),
        withdrawn=sum(one.withdrawn for one in all_),
        troubles=tuple(dict.fromkeys(trouble for one in all_ for trouble in one.troubles)),
    )
