"""Who may send a message now: a lease, which ends by itself where its holder dies.

In PostgreSQL a lease is measured by the database's clock, so that senders on several machines agree; in SQLite by the
sender's.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from tracker.core.outbox import Message, MessageState, Verdict
from tracker.store import outbox_tables
from tracker.store.checks import insert_or
from tracker.store.engine import BUSY_SECONDS
from tracker.store.messages import UNSENT, read_message
from tracker.store.types import Instant

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime, timedelta

    from sqlalchemy.engine import Connection

    from tracker.core.outbox import Attempt

_message, _attempt, _off = outbox_tables.message, outbox_tables.attempt, outbox_tables.switched_off
_PENDING = _message.c.state == MessageState.PENDING.value
_LANES_KEY = 0x54524B53
"""The first half of PostgreSQL's advisory lock that lets one sender at a time compose for a channel."""


# What is done once a message is written down here, once: to build a statement takes longer than to run it.
_LOG = _attempt.insert()
_END = (
    _message.update()
    .where(_message.c.id == sa.bindparam("number"), _message.c.lease == sa.bindparam("token"), _PENDING)
    .values(
        state=sa.bindparam("into"),
        attempts=_message.c.attempts + 1,
        next_attempt_at=sa.bindparam("next"),
        lease="",
        leased_until=None,
        ended_at=sa.bindparam("at"),
    )
)
_END_AS_SENT = (
    _message.update()
    .where(_message.c.id == sa.bindparam("number"), _message.c.state.in_(UNSENT))
    .values(
        state=sa.bindparam("into"),
        attempts=_message.c.attempts + 1,
        lease="",
        leased_until=None,
        ended_at=sa.bindparam("at"),
    )
)


class Lease(NamedTuple):
    """What a sender takes: its token, the UTC instant by its clock, and for how long."""

    token: str
    at: datetime
    length: timedelta


def serialise(conn: Connection, channel: str) -> None:
    """From here to the end of the transaction no other sender composes for the channel, or takes its messages.

    SQLite lets one writer in at a time anyway.
    """
    if conn.dialect.name == "postgresql":
        conn.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS:.0f}s'")
        conn.execute(sa.select(sa.func.pg_advisory_xact_lock(_LANES_KEY, sa.func.hashtext(channel))))


def take(conn: Connection, channel: str, lease: Lease, most: int) -> tuple[Message, ...]:
    """Leases the channel's pending messages that are due and that nobody holds, oldest first, `most` at the most.

    A lease that ends later than a lease can last was given before a clock was set back: it is void.
    """
    now = _now(conn, lease.at)
    is_free = sa.or_(
        _message.c.leased_until.is_(None),
        _message.c.leased_until <= now,
        _message.c.leased_until > _end(conn, lease),
    )
    due = (
        sa.select(_message.c.id)
        .where(_message.c.channel == channel, _PENDING, _message.c.next_attempt_at <= lease.at, is_free)
        .order_by(_message.c.next_attempt_at, _message.c.id)
        .limit(most)
        .with_for_update(skip_locked=True)
        .cte("due")
    )
    taken = conn.execute(
        _message.update()
        .where(_message.c.id.in_(sa.select(due.c.id)))
        .values(lease=lease.token, leased_until=_end(conn, lease))
        .returning(_message)
    )
    return tuple(sorted(map(read_message, taken), key=lambda message: (message.next_attempt_at, message.id)))


def add(conn: Connection, messages: Sequence[Message], lease: Lease) -> tuple[Message, ...]:
    """Adds messages that were just composed, leased; returns them with their numbers, in their order."""
    if not messages:
        return ()
    end = _end(conn, lease)
    rows = conn.execute(
        _message.insert()
        .values(lease=lease.token, leased_until=end)
        .returning(_message.c.uuid, _message.c.id, _message.c.leased_until),
        [_row(message) for message in messages],
    )
    ids = {row.uuid: (row.id, row.leased_until) for row in rows}
    return tuple(replace(one, id=ids[one.uuid][0], leased_until=ids[one.uuid][1]) for one in messages)


def renew(conn: Connection, numbers: Collection[int], lease: Lease) -> frozenset[int]:
    """Lengthens the lease of those that the token still holds; returns their numbers."""
    held = conn.execute(
        _message.update()
        .where(_message.c.id.in_(numbers), _message.c.lease == lease.token)
        .values(leased_until=_end(conn, lease))
        .returning(_message.c.id)
    )
    return frozenset(held.scalars())


def free(conn: Connection, numbers: Collection[int], token: str) -> None:
    """Lets go of what the token still holds."""
    conn.execute(
        _message.update()
        .where(_message.c.id.in_(numbers), _message.c.lease == token)
        .values(lease="", leased_until=None)
    )


def record(conn: Connection, message: Message, attempt: Attempt, state: MessageState, token: str) -> bool:
    """Logs an attempt, and writes what state it left the message in, where the token still holds that; True if so.

    That it was taken is a fact, whoever holds the message by now: then nobody is to send it again.
    """
    conn.execute(_LOG, _attempt_row(attempt))
    ended = {
        "number": message.id,
        "token": token,
        "into": state.value,
        "next": attempt.next_attempt_at or message.next_attempt_at,
        "at": None if state is MessageState.PENDING else attempt.ended_at,
    }
    is_held = conn.execute(_END_AS_SENT if state is MessageState.SENT else _END, ended).rowcount
    if attempt.outcome.verdict is Verdict.GONE:
        _switch_off(conn, message, attempt)
    return is_held == 1


def made_between(conn: Connection, channel: str, since: datetime, until: datetime) -> tuple[datetime, ...]:
    """When the channel's attempts after one UTC instant and up to another began, oldest first."""
    is_its_own = sa.exists().where(_message.c.id == _attempt.c.message, _message.c.channel == channel)
    query = sa.select(_attempt.c.started_at).where(
        _attempt.c.started_at > since, _attempt.c.started_at <= until, is_its_own
    )
    return tuple(conn.execute(query.order_by(_attempt.c.started_at)).scalars())


def held(conn: Connection, channel: str, at: datetime) -> int:
    """How many of the channel's messages some sender holds now."""
    query = sa.select(sa.func.count()).where(
        _message.c.channel == channel, _PENDING, _message.c.leased_until > _now(conn, at)
    )
    return int(conn.execute(query).scalar_one())


def _switch_off(conn: Connection, message: Message, attempt: Attempt) -> None:
    row = {"channel": message.channel, "recipient": message.recipient, "since": attempt.ended_at}
    conn.execute(insert_or(conn, _off).values(**row, reason=attempt.outcome.detail).on_conflict_do_nothing())


def _now(conn: Connection, at: datetime) -> sa.ColumnElement[Any]:
    return sa.literal(at, Instant) if conn.dialect.name == "sqlite" else sa.func.clock_timestamp()


def _end(conn: Connection, lease: Lease) -> sa.ColumnElement[Any]:
    if conn.dialect.name == "sqlite":
        return sa.literal(lease.at + lease.length, Instant)
    return sa.func.clock_timestamp() + sa.literal(lease.length, sa.Interval)


def _row(message: Message) -> dict[str, Any]:
    return {
        "uuid": message.uuid,
        "channel": message.channel,
        "recipient": message.recipient,
        "kind": message.kind.value,
        "summary": message.summary,
        "body": message.body,
        "state": message.state.value,
        "composed_at": message.composed_at,
        "attempts": message.attempts,
        "next_attempt_at": message.next_attempt_at,
        "ended_at": message.ended_at,
    }


def _attempt_row(attempt: Attempt) -> dict[str, Any]:
    return {
        "message": attempt.message,
        "started_at": attempt.started_at,
        "ended_at": attempt.ended_at,
        "verdict": attempt.outcome.verdict.value,
        "detail": attempt.outcome.detail,
        "next_attempt_at": attempt.next_attempt_at,
    }
