"""How many there are of what, for those who watch the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.core.outbox import MessageState
from tracker.store.outbox_tables import delivery, message

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection


def messages(conn: Connection) -> Mapping[MessageState, int]:
    """How many messages there are in each state, none of it left out."""
    rows = conn.execute(sa.select(message.c.state, sa.func.count()).group_by(message.c.state))
    counted = {MessageState(state): count for state, count in rows}
    return {state: counted.get(state, 0) for state in MessageState}


def last_sent_at(conn: Connection) -> datetime | None:
    """The UTC instant at which a message was last taken by its receiver; None before the first."""
    taken = sa.select(sa.func.max(message.c.ended_at)).where(message.c.state == MessageState.SENT.value)
    at: datetime | None = conn.execute(taken).scalar_one()
    return at


def planned_deliveries(conn: Connection) -> int:
    """How many deliveries wait for a message to carry them."""
    waiting = sa.and_(delivery.c.message.is_(None), delivery.c.withdrawn_at.is_(None))
    return conn.execute(sa.select(sa.func.count()).select_from(delivery).where(waiting)).scalar_one()
