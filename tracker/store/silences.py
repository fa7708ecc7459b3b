"""Silences in the database, and the alerts that they kept back."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.wish import Silence
from tracker.errors import NotFoundError
from tracker.store import ledger, wish_tables
from tracker.store.checks import insert_or

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

_silence, _silenced, _alert = wish_tables.silence, wish_tables.silenced, ledger.alert


def add(change: Change, silence: Silence) -> Silence:
    """Adds a silence; returns it with its number."""
    return replace(silence, id=change.insert(_silence, _row(silence)))


def get(conn: Connection, number: int) -> Silence:
    """The silence of a number. Raises NotFoundError."""
    row = conn.execute(sa.select(_silence).where(_silence.c.id == number)).one_or_none()
    if row is None:
        raise NotFoundError("silence", number, "`tracker silence list --all` shows what there was")
    return _read(row)


def end(change: Change, silence: Silence, on: date) -> Silence:
    """Lets a silence end on another day. Raises ConflictError where somebody changed it since it was read."""
    after = replace(silence, ends_on=on)
    change.update(_silence, silence.id, _row(silence), _row(after))
    return replace(after, version=silence.version + 1)


def holding_on(conn: Connection, today: date) -> tuple[Silence, ...]:
    """The silences that hold on a day, in the order of their ends."""
    query = sa.select(_silence).where(_silence.c.starts_on <= today, _silence.c.ends_on > today)
    return tuple(map(_read, conn.execute(query.order_by(_silence.c.ends_on, _silence.c.id))))


def ending_after(conn: Connection, day: date | None) -> tuple[Silence, ...]:
    """The silences that end later than a day (None: all that there ever were), in the order of their numbers."""
    query = sa.select(_silence).order_by(_silence.c.id)
    return tuple(map(_read, conn.execute(query if day is None else query.where(_silence.c.ends_on > day))))


def keep_back(change: Change, alerts: Mapping[int, int]) -> None:
    """Notes, by an alert's id, the number of the silence that keeps it from being sent; one noted before stays."""
    if alerts:
        rows = [{"alert": alert, "silence": silence} for alert, silence in alerts.items()]
        change.conn.execute(insert_or(change.conn, _silenced).on_conflict_do_nothing(), rows)


def commitments_of(conn: Connection, number: int) -> tuple[int, ...]:
    """The numbers of the commitments of which a silence kept an alert back."""
    query = sa.select(_alert.c.commitment).join(_silenced, _silenced.c.alert == _alert.c.id)
    return tuple(conn.execute(query.where(_silenced.c.silence == number).distinct()).scalars())


def _row(silence: Silence) -> dict[str, Any]:
    return {
        "filter": silence.filter,
        "starts_on": silence.starts_on,
        "ends_on": silence.ends_on,
        "comment": silence.comment,
        "made_by": silence.by,
        "made_at": silence.at,
        "version": silence.version,
    }


def _read(row: sa.Row[Any]) -> Silence:
    return Silence(
        filter=row.filter,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        comment=row.comment,
        by=row.made_by,
        at=row.made_at,
        id=row.id,
        version=row.version,
    )
