"""Deliveries as they are planned and withdrawn. Composing and sending them is `store.outbox`'s."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.outbox import Delivery
from tracker.core.status import UNSETTLED, Review
from tracker.store import ledger, outbox_tables, tables
from tracker.store.checks import insert_or

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from tracker.core.outbox import Withdrawal

_alert, _delivery = ledger.alert, outbox_tables.delivery
_commitment, _occurrence = tables.commitment, tables.occurrence
KEYS_AT_ONCE = 1000


def plan(conn: Connection, deliveries: Sequence[Delivery]) -> tuple[Delivery, ...]:
    """Adds those that there are not yet (the same alert, channel and recipient); returns these, each with its id."""
    if not deliveries:
        return ()
    statement = insert_or(conn, _delivery).on_conflict_do_nothing().returning(_delivery)
    added = conn.execute(statement, [_row(delivery) for delivery in deliveries])
    return tuple(sorted(map(_read, added), key=lambda delivery: delivery.id))


def withdraw(
    conn: Connection, at: datetime, why: Withdrawal, *, occurrences: Collection[int], but: Collection[str] = ()
) -> None:
    """Withdraws what is planned for occurrences and has not gone into a message; the stages in `but` are left alone."""
    wanted = sorted(set(occurrences))
    for start in range(0, len(wanted), KEYS_AT_ONCE):
        some = wanted[start : start + KEYS_AT_ONCE]
        alerts = sa.select(_alert.c.id).where(_alert.c.occurrence.in_(some), _alert.c.stage.not_in(but))
        conn.execute(_withdrawal(at, why).where(_delivery.c.alert.in_(alerts)))


def withdraw_alerts(conn: Connection, at: datetime, why: Withdrawal, alerts: Collection[int]) -> None:
    """Withdraws what is planned for alerts and has not gone into a message."""
    conn.execute(_withdrawal(at, why).where(_delivery.c.alert.in_(sorted(alerts))))


def _withdrawal(at: datetime, why: Withdrawal) -> sa.Update:
    is_planned = sa.and_(_delivery.c.message.is_(None), _delivery.c.withdrawn_at.is_(None))
    return _delivery.update().where(is_planned).values(withdrawn_at=at, withdrawn_for=why.value)


def revive(conn: Connection, withdrawn_at: datetime, commitments: Collection[int]) -> int:
    """Plans again what was withdrawn for commitments at an instant and has not been said under another arming since,
    for what was taken back with that instant's change; returns how many."""
    holds = (
        sa.select(_alert.c.id)
        .join(_occurrence, sa.and_(_occurrence.c.id == _alert.c.occurrence, _occurrence.c.arming == _alert.c.arming))
        .join(_commitment, _commitment.c.number == _alert.c.commitment)
        .where(
            _alert.c.commitment.in_(sorted(set(commitments))),
            _occurrence.c.status.in_(sorted(UNSETTLED)),
            _commitment.c.review == Review.TRACKED.value,
        )
    )
    revived = (
        _delivery.update()
        .where(_delivery.c.withdrawn_at == withdrawn_at, _delivery.c.alert.in_(holds))
        .values(withdrawn_at=None, withdrawn_for="")
    )
    return conn.execute(revived).rowcount


def waiting(conn: Connection) -> dict[int, tuple[int, int]]:
    """The alerts of which something is planned and has not gone into a message: by id their commitment and
    occurrence."""
    query = (
        sa.select(_alert.c.id, _alert.c.commitment, _alert.c.occurrence)
        .join(_delivery, _delivery.c.alert == _alert.c.id)
        .where(_delivery.c.message.is_(None), _delivery.c.withdrawn_at.is_(None))
        .distinct()
    )
    return {alert: (commitment, occurrence) for alert, commitment, occurrence in conn.execute(query)}


def of_commitment(conn: Connection, number: int) -> tuple[Delivery, ...]:
    """All that was ever planned for a commitment, in the order in which it was planned."""
    query = sa.select(_delivery).join(_alert, _alert.c.id == _delivery.c.alert).where(_alert.c.commitment == number)
    return tuple(map(_read, conn.execute(query.order_by(_delivery.c.id))))


def _row(delivery: Delivery) -> dict[str, Any]:
    return {
        "alert": delivery.alert,
        "channel": delivery.channel,
        "recipient": delivery.recipient,
        "is_single": delivery.is_single,
        "send_after": delivery.send_after,
        "planned_at": delivery.planned_at,
        "withdrawn_for": "",
    }


def _read(row: sa.Row[Any]) -> Delivery:
    return Delivery(
        alert=row.alert,
        channel=row.channel,
        recipient=row.recipient,
        is_single=row.is_single,
        send_after=row.send_after,
        planned_at=row.planned_at,
        message=row.message,
        withdrawn_at=row.withdrawn_at,
        withdrawn_for=row.withdrawn_for,
        id=row.id,
    )
