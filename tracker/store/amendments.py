"""Amendments in the database: every move of a due date, kept."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.occurrence import Amendment
from tracker.store import tables
from tracker.store.owners import owners_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlalchemy.engine import Connection

    from tracker.store.change import Change

_amendment, _occurrence = tables.amendment, tables.occurrence


def add(change: Change, amendment: Amendment) -> Amendment:
    """Adds an amendment; returns it with its id. Raises NotFoundError where its occurrence is not there."""
    values = {
        "occurrence": amendment.occurrence,
        "old_due": amendment.old_due,
        "new_due": amendment.new_due,
        "source": amendment.source,
        "reason": amendment.reason,
        "recorded_by": amendment.by,
        "recorded_at": amendment.at,
    }
    return replace(amendment, id=change.insert(_amendment, values, **owners_of(change.conn, amendment.occurrence)))


def of_commitment(conn: Connection, number: int) -> tuple[Amendment, ...]:
    """The amendments of all of a commitment's occurrences, in the order in which they were recorded."""
    rows = conn.execute(
        sa.select(_amendment)
        .join(_occurrence, _occurrence.c.id == _amendment.c.occurrence)
        .where(_occurrence.c.commitment == number)
        .order_by(_amendment.c.id)
    )
    return tuple(map(_read, rows))


def of_occurrences(conn: Connection, occurrences: Collection[int]) -> dict[int, list[Amendment]]:
    """By occurrence id, its amendments in the order in which they were recorded; one that never moved is missing."""
    rows = conn.execute(
        sa.select(_amendment).where(_amendment.c.occurrence.in_(sorted(set(occurrences)))).order_by(_amendment.c.id)
    )
    moves: dict[int, list[Amendment]] = {}
    for row in rows:
        moves.setdefault(row.occurrence, []).append(_read(row))
    return moves


def _read(row: sa.Row[Any]) -> Amendment:
    return Amendment(
        occurrence=row.occurrence,
        old_due=row.old_due,
        new_due=row.new_due,
        source=row.source,
        reason=row.reason,
        by=row.recorded_by,
        at=row.recorded_at,
        id=row.id,
    )
