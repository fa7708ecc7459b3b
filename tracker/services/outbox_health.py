"""The outbox looked over: what was given up, who is switched off, what no configured channel can send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.health import Finding, Health
from tracker.core.outbox import MessageState
from tracker.core.wording import count
from tracker.store import messages

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from tracker.store.store import Store

SUBJECT = "alerts"


def examine_outbox(store: Store, channels: Collection[str]) -> Iterator[Finding]:
    """What was seen of the outbox, where these channels are configured. Raises StoreError."""
    with store.reading() as conn:
        counts, off = messages.counts(conn), messages.switched_off(conn)
        stuck = messages.unsendable(conn, channels)
    dead, waiting = counts.get(MessageState.DEAD, 0), counts.get(MessageState.PENDING, 0)
    if dead:
        yield Finding(SUBJECT, Health.BAD, f"{count(dead, 'message')} could not be delivered: tracker alerts dead")
    for one in off:
        where = f"{one.channel} to {one.recipient} is switched off since {one.since:%Y-%m-%d %H:%M} UTC"
        yield Finding(SUBJECT, Health.BAD, f"{where} ({one.reason}): tracker alerts retry --all")
    for channel, number in stuck.items():
        what = f"{number:,} for the channel {channel}, which is not configured"
        yield Finding(
            SUBJECT, Health.WARNING, f"{what}: add [channels.{channel}], or tracker alerts list --channel {channel}"
        )
    if not dead and not off and not stuck:
        wait = f", {count(waiting, 'message')} waiting" if waiting else ""
        yield Finding(SUBJECT, Health.GOOD, f"nothing was given up{wait}")
