"""Events that commitments wait for, in the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.event import Event
from tracker.errors import NotFoundError
from tracker.store import tables

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

_event = tables.event


def expect(change: Change, announcement: int, name: str) -> None:
    """Notes that a commitment of an announcement waits for an event, where that is not known yet."""
    query = sa.select(_event.c.id).where(_event.c.announcement == announcement, _event.c.name == name)
    if change.conn.execute(query).first() is None:
        row = {**_row(Event(announcement, name)), "announcement": announcement}
        change.insert(_event, row, announcement=announcement)


def get(conn: Connection, number: int) -> Event:
    """The event of a number. Raises NotFoundError."""
    row = conn.execute(sa.select(_event).where(_event.c.id == number)).one_or_none()
    if row is None:
        raise NotFoundError("event", number, "`tracker event list` shows what is awaited")
    return _read(row)


def find(conn: Connection) -> tuple[Event, ...]:
    """All of them, in the order in which they were first awaited."""
    return tuple(map(_read, conn.execute(sa.select(_event).order_by(_event.c.id))))


def save(change: Change, before: Event, after: Event) -> Event:
    """Writes what became known of an event. Raises ConflictError where somebody else changed it since it was read."""
    is_written = change.update(_event, before.id, _row(before), _row(after), announcement=before.announcement)
    return replace(after, version=before.version + is_written)


def _row(event: Event) -> dict[str, Any]:
    return {"name": event.name, "happened_on": event.happened_on, "source": event.source, "version": event.version}


def _read(row: sa.Row[Any]) -> Event:
    return Event(row.announcement, row.name, row.happened_on, row.source, row.id, row.version)
