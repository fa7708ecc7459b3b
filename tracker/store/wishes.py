"""People's wishes of the alerts in the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.timing import Timing
from tracker.core.wish import Wish, Wishes, WishKind
from tracker.store import tables, wish_tables
from tracker.store.owners import owners_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

_wish, _occurrence = wish_tables.wish, tables.occurrence


def add(change: Change, wish: Wish) -> Wish:
    """Adds a wish; returns it with its id. Raises NotFoundError where its occurrence is not there."""
    owners = owners_of(change.conn, wish.occurrence)
    return replace(wish, id=change.insert(_wish, _row(wish), **owners))


def remove(change: Change, wish: Wish) -> None:
    """Takes a wish away. Raises ConflictError where it is gone."""
    change.delete(_wish, {"id": wish.id, **_row(wish)}, **owners_of(change.conn, wish.occurrence))


def of_commitment(conn: Connection, number: int) -> tuple[Wish, ...]:
    """The wishes for all of a commitment's occurrences, in the order in which they were made."""
    rows = conn.execute(
        sa.select(_wish)
        .join(_occurrence, _occurrence.c.id == _wish.c.occurrence)
        .where(_occurrence.c.commitment == number)
        .order_by(_wish.c.id)
    )
    return tuple(map(read_wish, rows))


def in_force(wishes: Iterable[Wish], reminded: Iterable[date]) -> Wishes:
    """The latest wish of each kind and all reminders, of the wishes for one occurrence in the order of their making."""
    made = list(wishes)
    latest = {wish.kind: wish for wish in made}
    days = {wish.day for wish in made if wish.kind is WishKind.REMIND and wish.day is not None}
    return Wishes(
        acknowledged=latest.get(WishKind.ACKNOWLEDGE),
        snoozed=latest.get(WishKind.SNOOZE),
        reminders=tuple(sorted(days)),
        reminded=frozenset(reminded),
    )


def read_wish(row: sa.Row[Any]) -> Wish:
    """The wish in a row."""
    return Wish(
        occurrence=row.occurrence,
        kind=WishKind(row.kind),
        day=row.day,
        timing=Timing(row.timing) if row.timing else None,
        arming=row.arming,
        by=row.made_by,
        at=row.made_at,
        reason=row.reason,
        id=row.id,
    )


def _row(wish: Wish) -> dict[str, Any]:
    return {
        "occurrence": wish.occurrence,
        "kind": wish.kind.value,
        "day": wish.day,
        "timing": wish.timing.value if wish.timing else None,
        "arming": wish.arming,
        "reason": wish.reason,
        "made_by": wish.by,
        "made_at": wish.at,
    }
