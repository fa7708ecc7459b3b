"""Messages in the database: read, listed, and sent again."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from tracker.core.outbox import Attempt, Message, MessageKind, MessageState, Outcome, SwitchedOff, Told, Verdict
from tracker.errors import NotFoundError
from tracker.store import ledger, outbox_tables

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

_alert, _message, _delivery, _attempt = (
    ledger.alert,
    outbox_tables.message,
    outbox_tables.delivery,
    outbox_tables.attempt,
)
_off = outbox_tables.switched_off
IDS_AT_ONCE = 500
UNSENT = (MessageState.PENDING.value, MessageState.DEAD.value)
"""The states of a message that may still be sent."""

LISTED = "`tracker alerts list` shows what there is"


class Waiting(NamedTuple):
    """How many deliveries and messages of a channel wait for one recipient, and the UTC instant since when."""

    channel: str
    recipient: str
    number: int
    since: datetime


def read_message(row: sa.Row[Any]) -> Message:
    """The message in a row."""
    return Message(
        uuid=row.uuid,
        channel=row.channel,
        recipient=row.recipient,
        kind=MessageKind(row.kind),
        summary=row.summary,
        body=row.body,
        composed_at=row.composed_at,
        next_attempt_at=row.next_attempt_at,
        state=MessageState(row.state),
        attempts=row.attempts,
        leased_until=row.leased_until,
        ended_at=row.ended_at,
        id=row.id,
    )


def get(conn: Connection, number: int) -> Message:
    """The message of a number. Raises NotFoundError."""
    row = conn.execute(sa.select(_message).where(_message.c.id == number)).one_or_none()
    if row is None:
        raise NotFoundError("message", number, LISTED)
    return read_message(row)


def find(
    conn: Connection, state: MessageState | None = None, channel: str | None = None, limit: int | None = None
) -> tuple[Message, ...]:
    """The messages of a state and a channel (None: any), newest first, without their bodies."""
    columns: list[Any] = [column for column in _message.c if column.name != "body"]
    columns.append(sa.literal("").label("body"))
    query = sa.select(*columns).order_by(_message.c.id.desc()).limit(limit)
    if state is not None:
        query = query.where(_message.c.state == state.value)
    if channel is not None:
        query = query.where(_message.c.channel == channel)
    return tuple(read_message(row) for row in conn.execute(query))


def attempts_of(conn: Connection, number: int) -> tuple[Attempt, ...]:
    """Every try to send a message, oldest first."""
    rows = conn.execute(sa.select(_attempt).where(_attempt.c.message == number).order_by(_attempt.c.id))
    return tuple(
        Attempt(
            message=row.message,
            started_at=row.started_at,
            ended_at=row.ended_at,
            outcome=Outcome(Verdict(row.verdict), row.detail),
            next_attempt_at=row.next_attempt_at,
            id=row.id,
        )
        for row in rows
    )


def told_in(conn: Connection, number: int) -> tuple[Told, ...]:
    """The alerts that a message tells of, by commitment."""
    rows = conn.execute(
        sa.select(_alert.c.commitment, _alert.c.stage, _alert.c.id)
        .join(_delivery, _delivery.c.alert == _alert.c.id)
        .where(_delivery.c.message == number)
        .order_by(_alert.c.commitment, _alert.c.id)
    )
    return tuple(Told(*row) for row in rows)


def counts(conn: Connection) -> dict[MessageState, int]:
    """How many messages there are of each state; one that nothing has is missing."""
    query = sa.select(_message.c.state, sa.func.count()).group_by(_message.c.state)
    return {MessageState(state): number for state, number in conn.execute(query)}


def dead(conn: Connection) -> int:
    """How many messages were given up."""
    query = sa.select(sa.func.count()).where(_message.c.state == MessageState.DEAD.value)
    return int(conn.execute(query).scalar_one())


def last_sent_at(conn: Connection) -> datetime | None:
    """The UTC instant at which a receiver last took a message; None before the first."""
    taken = sa.select(sa.func.max(_message.c.ended_at)).where(_message.c.state == MessageState.SENT.value)
    at: datetime | None = conn.execute(taken).scalar_one()
    return at


def planned(conn: Connection) -> dict[str, int]:
    """By channel, how many deliveries are planned and not in a message yet."""
    query = sa.select(_delivery.c.channel, sa.func.count()).where(is_planned()).group_by(_delivery.c.channel)
    return {row.channel: row[1] for row in conn.execute(query)}


def unsendable(conn: Connection, channels: Collection[str]) -> dict[str, int]:
    """By channel, the planned deliveries and the pending messages of channels other than these."""
    planned = sa.select(_delivery.c.channel).where(is_planned())
    pending = sa.select(_message.c.channel).where(_message.c.state == MessageState.PENDING.value)
    waiting = planned.union_all(pending).subquery()
    query = sa.select(waiting.c.channel, sa.func.count()).where(waiting.c.channel.not_in(channels))
    rows = conn.execute(query.group_by(waiting.c.channel).order_by(waiting.c.channel))
    return {row.channel: row[1] for row in rows}


def waiting_since(conn: Connection, channels: Collection[str], until: datetime) -> tuple[Waiting, ...]:
    """What one of these channels could have sent by a UTC instant and has not, whoever is switched off left out."""
    waits = sa.select(_delivery.c.channel, _delivery.c.recipient, _delivery.c.send_after.label("since")).where(
        is_planned()
    )
    tried = sa.select(_message.c.channel, _message.c.recipient, _message.c.next_attempt_at).where(
        _message.c.state == MessageState.PENDING.value
    )
    late = waits.union_all(tried).subquery()
    is_off = sa.exists().where(_off.c.channel == late.c.channel, _off.c.recipient == late.c.recipient)
    each = (late.c.channel, late.c.recipient)
    query = sa.select(*each, sa.func.count(), sa.func.min(late.c.since, type_=_delivery.c.send_after.type))
    rows = conn.execute(
        query.where(late.c.since <= until, late.c.channel.in_(list(channels)), ~is_off).group_by(*each).order_by(*each)
    )
    return tuple(Waiting(*row) for row in rows)


def is_planned() -> sa.ColumnElement[bool]:
    """A delivery that went into no message yet and is still to be sent; as the index of planned ones has it."""
    return sa.and_(_delivery.c.message.is_(None), _delivery.c.withdrawn_at.is_(None))


def switched_off(conn: Connection) -> tuple[SwitchedOff, ...]:
    """The recipients to whom nothing is sent, by channel."""
    rows = conn.execute(sa.select(_off).order_by(_off.c.channel, _off.c.recipient))
    return tuple(SwitchedOff(row.channel, row.recipient, row.reason, row.since) for row in rows)


def next_due(conn: Connection, channels: Collection[str]) -> datetime | None:
    """The earliest UTC instant at which one of these channels has something to send; None: nothing is planned.

    What another sender holds is due when its lease ends.
    """
    named = {"channels": list(channels)}
    instants = (conn.execute(query, named).scalar() for query in _queries_of_next_due())
    return min((at for at in instants if at is not None), default=None)


@cache
def _queries_of_next_due() -> tuple[sa.Select[Any], sa.Select[Any]]:
    """When the next message is to be sent, and when the next delivery; made once, as every wake of `serve` asks."""
    named: sa.BindParameter[Any] = sa.bindparam("channels", expanding=True)
    held = sa.case((_message.c.leased_until > _message.c.next_attempt_at, _message.c.leased_until))
    due = sa.func.coalesce(held, _message.c.next_attempt_at)
    waiting = sa.select(sa.func.min(due, type_=_message.c.next_attempt_at.type)).where(
        _message.c.state == MessageState.PENDING.value, _message.c.channel.in_(named)
    )
    is_off = sa.exists().where(_off.c.channel == _delivery.c.channel, _off.c.recipient == _delivery.c.recipient)
    to_come = sa.select(sa.func.min(_delivery.c.send_after, type_=_delivery.c.send_after.type)).where(
        is_planned(), _delivery.c.channel.in_(named), ~is_off
    )
    return waiting, to_come


def revive(conn: Connection, messages: Sequence[Message], at: datetime) -> None:
    """Makes messages pending from a UTC instant on, with a fresh schedule, and switches their recipients on."""
    fresh = {"state": MessageState.PENDING.value, "attempts": 0, "next_attempt_at": at, "ended_at": None}
    _update(conn, messages, fresh)
    for channel, recipient in sorted({(one.channel, one.recipient) for one in messages}):
        conn.execute(_off.delete().where(_off.c.channel == channel, _off.c.recipient == recipient))


def switch_on(conn: Connection, channel: str | None) -> None:
    """Switches every recipient of a channel (None: of any) on."""
    conn.execute(_off.delete().where(sa.true() if channel is None else _off.c.channel == channel))


def withdraw(conn: Connection, messages: Sequence[Message], at: datetime) -> None:
    """Gives messages up for good, at a UTC instant."""
    _update(conn, messages, {"state": MessageState.WITHDRAWN.value, "ended_at": at, "lease": "", "leased_until": None})


def _update(conn: Connection, messages: Sequence[Message], values: dict[str, Any]) -> None:
    """Writes the same into messages that were not sent or withdrawn meanwhile."""
    for start in range(0, len(messages), IDS_AT_ONCE):
        numbers = [one.id for one in messages[start : start + IDS_AT_ONCE]]
        conn.execute(_message.update().where(_message.c.id.in_(numbers), _message.c.state.in_(UNSENT)).values(**values))
