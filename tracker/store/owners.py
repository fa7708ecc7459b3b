"""Whose an occurrence is: what history needs to know of every row that hangs on one."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypedDict

import sqlalchemy as sa

from tracker.errors import NotFoundError
from tracker.store import tables

if TYPE_CHECKING:
    from sqlalchemy.engine import Connection


class Owners(TypedDict):
    """The numbers of the announcement and the commitment that a row belongs to."""

    announcement: int | None
    commitment: int | None


def owners_of(conn: Connection, occurrence: int) -> Owners:
    """The owners of an occurrence. Raises NotFoundError."""
    row = conn.execute(
        sa.select(tables.commitment.c.announcement, tables.commitment.c.number)
        .join(tables.occurrence, tables.occurrence.c.commitment == tables.commitment.c.number)
        .where(tables.occurrence.c.id == occurrence)
    ).one_or_none()
    if row is None:
        raise NotFoundError("occurrence", occurrence)
    return Owners(announcement=row.announcement, commitment=row.number)
