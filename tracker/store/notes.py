"""Notes in the database."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.core.record import Note
from tracker.store import tables

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

_note = tables.note


def add(change: Change, note: Note) -> Note:
    """Adds a note; returns it with its id."""
    values = {"commitment": note.commitment, "text": note.text, "added_by": note.by, "added_at": note.at}
    owner = sa.select(tables.commitment.c.announcement).where(tables.commitment.c.number == note.commitment)
    announcement = change.conn.execute(owner).scalar()
    return replace(note, id=change.insert(_note, values, announcement=announcement, commitment=note.commitment))


def of_commitment(conn: Connection, number: int) -> tuple[Note, ...]:
    """A commitment's notes, oldest first."""
    rows = conn.execute(sa.select(_note).where(_note.c.commitment == number).order_by(_note.c.id))
    return tuple(Note(row.commitment, row.text, row.added_by, row.added_at, row.id) for row in rows)
