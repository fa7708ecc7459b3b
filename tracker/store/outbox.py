"""Planned deliveries on their way into messages. Every statement is set-based; the caller holds the transaction."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any, NamedTuple

import sqlalchemy as sa

from tracker.core.alert import StageKind
from tracker.core.outbox import MessageKind, MessageState, Withdrawal
from tracker.core.wish import WishKind
from tracker.store import ledger, outbox_tables, tables, wish_tables
from tracker.store.checks import CHANGES, insert_or, read_alert
from tracker.store.messages import UNSENT, is_planned

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from datetime import date, datetime

    from sqlalchemy.engine import Connection

    from tracker.core.alert import Alert
    from tracker.core.wish import Silence

_alert, _occurrence, _commitment = ledger.alert, tables.occurrence, tables.commitment
_message, _delivery, _attempt = outbox_tables.message, outbox_tables.delivery, outbox_tables.attempt
_off, _wish, _silence, _silenced = (
    outbox_tables.switched_off,
    wish_tables.wish,
    wish_tables.silence,
    wish_tables.silenced,
)
BACKFILL = StageKind.BACKFILL.value
_NO_STEPS = (*CHANGES, BACKFILL)
IDS_AT_ONCE = 500


class Recipient(NamedTuple):
    """Whom something may be sent to, through which channel, at which UTC instant."""

    channel: str
    name: str
    at: datetime


class Due(NamedTuple):
    """A planned delivery whose time has come, with its alert; it was planned at a UTC instant, that of its change."""

    id: int
    is_single: bool
    planned_at: datetime
    alert: Alert


def due_groups(conn: Connection, at: datetime, channel: str) -> tuple[str, ...]:
    """The recipients for whom something is planned in a channel that may be sent at a UTC instant."""
    query = sa.select(_delivery.c.recipient).where(_delivery.c.channel == channel, *_may_be_sent(at))
    return tuple(conn.execute(query.distinct().order_by(_delivery.c.recipient)).scalars())


def due_channels(conn: Connection, at: datetime) -> frozenset[str]:
    """The channels that have something to send at a UTC instant: planned, or to be tried (again), whoever holds it."""
    planned = sa.select(_delivery.c.channel).where(*_may_be_sent(at))
    pending = sa.select(_message.c.channel).where(_is_to_be_tried(at))
    return frozenset(conn.execute(planned.union(pending)).scalars())


def is_due(conn: Connection, channel: str, at: datetime) -> bool:
    """True where the channel has something to send at a UTC instant."""
    planned = sa.select(_delivery.c.id).where(_delivery.c.channel == channel, *_may_be_sent(at)).limit(1)
    pending = sa.select(_message.c.id).where(_message.c.channel == channel, _is_to_be_tried(at)).limit(1)
    return any(conn.execute(query).first() is not None for query in (planned, pending))


def _may_be_sent(at: datetime) -> tuple[sa.ColumnElement[bool], ...]:
    is_off = sa.exists().where(_off.c.channel == _delivery.c.channel, _off.c.recipient == _delivery.c.recipient)
    return is_planned(), _delivery.c.send_after <= at, ~is_off


def _is_to_be_tried(at: datetime) -> sa.ColumnElement[bool]:
    return sa.and_(_message.c.state == MessageState.PENDING.value, _message.c.next_attempt_at <= at)


def singles(conn: Connection, to: Recipient, most: int, *, is_grouping: bool) -> tuple[Due, ...]:
    """The deliveries that are to be a message of their own, oldest first, `most` at the most; locked.

    Where the channel does not group, that is everything but what is told in one line.
    """
    alone = _delivery.c.is_single if is_grouping else sa.or_(_delivery.c.is_single, _alert.c.stage != BACKFILL)
    return _due(conn, to, alone, _delivery.c.id, most=most)


def digested(conn: Connection, to: Recipient, most: int, *, is_grouping: bool) -> tuple[Due, ...]:
    """The deliveries that stand in a digest one by one, the earliest due date first, `most` at the most; locked."""
    if not is_grouping:
        return ()
    joins = sa.and_(~_delivery.c.is_single, _alert.c.stage != BACKFILL)
    order = (_occurrence.c.due.is_(None), _occurrence.c.due, _delivery.c.id)
    return _due(conn, to, joins, *order, most=most)


def backfilled(conn: Connection, to: Recipient) -> tuple[Due, ...]:
    """The deliveries that a digest tells in one line, all of them; locked."""
    joins = sa.and_(~_delivery.c.is_single, _alert.c.stage == BACKFILL)
    return _due(conn, to, joins, _delivery.c.id, most=None)


def _due(conn: Connection, to: Recipient, which: Any, *order: Any, most: int | None) -> tuple[Due, ...]:
    """What a writer is withdrawing meanwhile is passed over until it has: two that wait for each other get nowhere."""
    query = (
        sa.select(_delivery.c.id.label("delivery"), _delivery.c.is_single, _delivery.c.planned_at, _alert)
        .join(_alert, _alert.c.id == _delivery.c.alert)
        .join(_occurrence, _occurrence.c.id == _alert.c.occurrence)
        .where(*_waits_for(to), which)
        .order_by(*order)
        .limit(most)
        .with_for_update(of=_delivery, skip_locked=True)
    )
    rows = conn.execute(query)
    return tuple(Due(row.delivery, row.is_single, row.planned_at, read_alert(row)) for row in rows)


def _waits_for(to: Recipient) -> tuple[sa.ColumnElement[bool], ...]:
    is_theirs = sa.and_(_delivery.c.channel == to.channel, _delivery.c.recipient == to.name)
    return is_theirs, is_planned(), _delivery.c.send_after <= to.at


def is_step(alert: Alert) -> bool:
    """True for what a later stage of its occurrence says as well: no change, and nothing that is only counted."""
    return alert.stage not in _NO_STEPS


def latest_stages(conn: Connection, to: Recipient, occurrences: Collection[int]) -> dict[int, int]:
    """By occurrence id, the latest stage that waits for a recipient and may be sent: the number of its alert."""
    query = (
        sa.select(_alert.c.occurrence, sa.func.max(_alert.c.id).label("latest"))
        .join(_delivery, _delivery.c.alert == _alert.c.id)
        .where(*_waits_for(to), _alert.c.stage.not_in(_NO_STEPS), _alert.c.occurrence.in_(sorted(set(occurrences))))
        .group_by(_alert.c.occurrence)
    )
    return {row.occurrence: row.latest for row in conn.execute(query)}


def snoozes(conn: Connection, occurrences: Collection[int]) -> dict[int, date]:
    """By occurrence id, the day on which its latest snooze ends, where one was made under its present arming."""
    rows = conn.execute(
        sa.select(_wish.c.occurrence, _wish.c.day)
        .join(_occurrence, sa.and_(_occurrence.c.id == _wish.c.occurrence, _occurrence.c.arming == _wish.c.arming))
        .where(_wish.c.occurrence.in_(sorted(set(occurrences))), _wish.c.kind == WishKind.SNOOZE.value)
        .order_by(_wish.c.id)
    )
    return {row.occurrence: row.day for row in rows}


def silenced_on(conn: Connection, today: date) -> int:
    """How many alerts of a day a silence keeps back."""
    query = sa.select(sa.func.count()).select_from(_silenced).join(_alert, _alert.c.id == _silenced.c.alert)
    return int(conn.execute(query.where(_alert.c.said_on == today)).scalar_one())


def put_into(conn: Connection, deliveries: Mapping[int, Sequence[int]]) -> None:
    """Notes for deliveries, by message number, that they went into it."""
    alone = [{"into": message, "one": several[0]} for message, several in deliveries.items() if len(several) == 1]
    if alone:
        one = _delivery.c.id == sa.bindparam("one")
        conn.execute(_delivery.update().where(one).values(message=sa.bindparam("into")), alone)
    for message, several in deliveries.items():
        for start in range(0, len(several) if len(several) > 1 else 0, IDS_AT_ONCE):
            some = _delivery.c.id.in_(several[start : start + IDS_AT_ONCE])
            conn.execute(_delivery.update().where(some).values(message=message))


def withdraw(conn: Connection, deliveries: Mapping[int, Withdrawal], at: datetime) -> None:
    """Notes for planned deliveries, each with why, that they are not to be sent from a UTC instant on."""
    rows = [{"one": one, "why": why.value} for one, why in deliveries.items()]
    if rows:
        conn.execute(
            _delivery.update()
            .where(_delivery.c.id == sa.bindparam("one"), is_planned())
            .values(withdrawn_at=at, withdrawn_for=sa.bindparam("why")),
            rows,
        )


def keep_back(conn: Connection, alerts: Sequence[tuple[Alert, Silence]]) -> None:
    """Notes for alerts that a silence keeps them back, and has their occurrences looked at again when it ends."""
    if not alerts:
        return
    rows = [{"alert": alert.id, "silence": silence.id} for alert, silence in alerts]
    conn.execute(insert_or(conn, _silenced).on_conflict_do_nothing(), rows)
    ends: dict[date, set[int]] = defaultdict(set)
    for alert, silence in alerts:
        ends[silence.ends_on].add(alert.occurrence)
    for day, occurrences in ends.items():
        later = sa.or_(_occurrence.c.next_stage_on.is_(None), _occurrence.c.next_stage_on > day)
        # Whoever is changing one of them now plans it anew: waiting for that could be waiting for each other.
        free = sa.select(_occurrence.c.id).where(_occurrence.c.id.in_(sorted(occurrences)), later)
        locked = free.with_for_update(skip_locked=True).cte("locked")
        conn.execute(_occurrence.update().where(_occurrence.c.id.in_(sa.select(locked.c.id))).values(next_stage_on=day))


def last_composed(conn: Connection, channel: str, recipient: str) -> datetime | None:
    """The UTC instant at which the latest message to a recipient was composed, a test aside; None: none was."""
    query = sa.select(_message.c.composed_at).where(
        _message.c.channel == channel, _message.c.recipient == recipient, _message.c.kind != MessageKind.TEST.value
    )
    at: datetime | None = conn.execute(query.order_by(_message.c.composed_at.desc()).limit(1)).scalar()
    return at


def has_planned(conn: Connection, channel: str, recipient: str) -> bool:
    """True where something is planned for a recipient, now or later."""
    query = sa.select(_delivery.c.id).where(
        is_planned(), _delivery.c.channel == channel, _delivery.c.recipient == recipient
    )
    return conn.execute(query.limit(1)).first() is not None


def erase(conn: Connection, announcement: int, at: datetime) -> None:
    """Empties the messages that quote an announcement, and what their receivers answered, as of a UTC instant.

    What was not sent yet is withdrawn; what else such a message told of is planned anew, so that it is not lost.
    """
    quoting = (
        sa.select(_alert.c.id)
        .join(_commitment, _commitment.c.number == _alert.c.commitment)
        .where(_commitment.c.announcement == announcement)
    )
    emptied = sa.select(_delivery.c.message).where(_delivery.c.alert.in_(quoting), _delivery.c.message.is_not(None))
    unsent = sa.and_(_message.c.id.in_(emptied), _message.c.state.in_(UNSENT))
    numbers = list(conn.execute(sa.select(_message.c.id).where(unsent)).scalars())
    conn.execute(_message.update().where(_message.c.id.in_(emptied)).values(body="", summary=""))
    conn.execute(_attempt.update().where(_attempt.c.message.in_(emptied)).values(detail=""))
    for start in range(0, len(numbers), IDS_AT_ONCE):
        some = numbers[start : start + IDS_AT_ONCE]
        conn.execute(
            _message.update()
            .where(_message.c.id.in_(some))
            .values(state=MessageState.WITHDRAWN.value, ended_at=at, lease="", leased_until=None)
        )
        others = _delivery.update().where(_delivery.c.message.in_(some), _delivery.c.alert.not_in(quoting))
        conn.execute(others.values(message=None))
    conn.execute(
        _delivery.update()
        .where(_delivery.c.alert.in_(quoting), is_planned())
        .values(withdrawn_at=at, withdrawn_for=Withdrawal.PURGED.value)
    )
