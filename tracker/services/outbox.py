"""What was sent and what waits, looked at; and what was given up, sent again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.core.outbox import MessageState
from tracker.errors import UsageError
from tracker.reports.snapshot import MessageSnapshot, OutboxSnapshot
from tracker.store import messages

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from tracker.core.outbox import Message
    from tracker.store.store import Connection, Store

FINAL = {
    MessageState.SENT: ("was sent", "nothing is left to send"),
    MessageState.WITHDRAWN: ("was withdrawn", "what it told of holds no more, or was planned anew"),
}


def look(
    store: Store, state: MessageState | None = None, channel: str | None = None, limit: int | None = None
) -> OutboxSnapshot:
    """The outbox, its messages of a state and a channel (None: any) listed, `limit` at the most. Raises StoreError."""
    with store.reading() as conn:
        found = messages.find(conn, state, channel, None if limit is None else limit + 1)
        return OutboxSnapshot(
            messages=found if limit is None else found[:limit],
            has_more=limit is not None and len(found) > limit,
            counts=messages.counts(conn),
            planned=messages.planned(conn),
            off=messages.switched_off(conn),
        )


def one_message(store: Store, number: int) -> MessageSnapshot:
    """One message whole. Raises NotFoundError, StoreError."""
    with store.reading() as conn:
        message = messages.get(conn, number)
        return MessageSnapshot(message, messages.attempts_of(conn, number), messages.told_in(conn, number))


def retry(store: Store, numbers: Sequence[int], at: datetime) -> tuple[Message, ...]:
    """Have messages that wait or were given up tried at once, as they are, with a fresh schedule from a UTC instant
    on; whoever was switched off is on again. Raises NotFoundError, UsageError for one that was sent or withdrawn."""
    with store.working() as conn:
        chosen = tuple(_unsent(conn, number) for number in dict.fromkeys(numbers))
        messages.revive(conn, chosen, at)
    return chosen


def retry_dead(store: Store, at: datetime, channel: str | None = None) -> tuple[Message, ...]:
    """Have all that was given up tried again, or all of a channel, and switch its recipients on."""
    with store.working() as conn:
        dead = messages.find(conn, MessageState.DEAD, channel)
        messages.revive(conn, dead, at)
        messages.switch_on(conn, channel)
    return dead


def drop(store: Store, numbers: Sequence[int], at: datetime) -> tuple[Message, ...]:
    """Withdraw messages that wait or were given up, at a UTC instant: they are never sent. Raises as `retry` does."""
    with store.working() as conn:
        chosen = tuple(_unsent(conn, number) for number in dict.fromkeys(numbers))
        messages.withdraw(conn, chosen, at)
    return chosen


def _unsent(conn: Connection, number: int) -> Message:
    message = messages.get(conn, number)
    if message.state in FINAL:
        problem, remedy = FINAL[message.state]
        raise UsageError(f"message {number} {problem}", remedy)
    return message
