"""The outbox looked over: what was given up, who is switched off, what waits although its time has come."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from tracker.core.health import Finding, Health
from tracker.core.outbox import MessageState
from tracker.core.wording import count
from tracker.errors import ConfigError
from tracker.followup.route import OWNER, address_of
from tracker.store import commitments, messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from tracker.channels.channel import Channel
    from tracker.followup.rules import FollowupRules
    from tracker.store.messages import Waiting
    from tracker.store.store import Store

SUBJECT = "alerts"
LATE = timedelta(hours=1)
"""What should have been sent so long ago waits for something that will not come by itself."""


def examine_outbox(store: Store, channels: Mapping[str, Channel], now: datetime) -> Iterator[Finding]:
    """What was seen of the outbox, where these channels are configured. Raises StoreError."""
    with store.reading() as conn:
        counts, off = messages.counts(conn), messages.switched_off(conn)
        stuck = messages.unsendable(conn, channels)
        late = messages.waiting_since(conn, channels, now - LATE)
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
    for each in late:
        yield Finding(SUBJECT, Health.BAD, _tell_late(each, channels))
    if not dead and not off and not stuck and not late:
        wait = f", {count(waiting, 'message')} waiting" if waiting else ""
        yield Finding(SUBJECT, Health.GOOD, f"nothing was given up{wait}")


def _tell_late(late: Waiting, channels: Mapping[str, Channel]) -> str:
    """Since when something waits, and why, where the channel knows."""
    since = f"{late.number:,} for {late.recipient} through {late.channel} since {late.since:%Y-%m-%d %H:%M} UTC"
    try:
        channels[late.channel].check_recipient(late.recipient)
    except ConfigError as error:
        return f"{since} cannot be sent: {error}"
    return f"{since} should have been sent: `tracker alerts send` does it and says what hinders it"


def examine_owners(store: Store, followup: FollowupRules) -> Iterator[Finding]:
    """Whether whoever follows something up can be told, where a route tells owners. Raises StoreError."""
    if not any(OWNER in route.to for route in followup.routes):
        return
    with store.reading() as conn:
        owners = commitments.owners(conn)
    for owner, number in owners.items():
        if not address_of(owner, followup.people):
            what = f"no address for {owner}, who follows up {count(number, 'commitment')}"
            yield Finding(SUBJECT, Health.WARNING, f"{what}: write it under [people]")
