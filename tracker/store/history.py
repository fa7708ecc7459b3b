"""The story of every change, and the way to take one back: by appending its inverse."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.record import ChangeSet, RowChange
from tracker.errors import NotFoundError
from tracker.store import ledger
from tracker.store.reversal import take_back

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.engine import Connection

__all__ = ["get", "last_of", "recent", "take_back"]

FINAL = ("check", "purge")
"""The actions of changes that nobody takes back."""

_change_set, _history = ledger.change_set, ledger.history


def recent(conn: Connection, limit: int | None, commitment: int | None = None) -> tuple[ChangeSet, ...]:
    """The latest change sets, newest first, without their rows: of one commitment or of all; `limit` None: all."""
    query = sa.select(_change_set).order_by(_change_set.c.number.desc()).limit(limit)
    if commitment is not None:
        touching = sa.select(_history.c.change_set).where(_history.c.commitment == commitment)
        query = query.where(_change_set.c.number.in_(touching))
    rows = conn.execute(query).all()
    touched = _touched(conn, query)
    return tuple(_read(row, touched[row.number]) for row in rows)


def get(conn: Connection, number: int) -> ChangeSet:
    """A change set with its rows. Raises NotFoundError."""
    query = sa.select(_change_set).where(_change_set.c.number == number)
    row = conn.execute(query).one_or_none()
    if row is None:
        raise NotFoundError("change", number, "`tracker log` shows what was changed")
    rows = conn.execute(sa.select(_history).where(_history.c.change_set == number).order_by(_history.c.id))
    changes = tuple(RowChange(one.table_name, one.row_key, one.before, one.after) for one in rows)
    return _read(row, _touched(conn, query)[number], changes)


def last_of(conn: Connection, by: str) -> ChangeSet | None:
    """This person's latest change set that is neither a check, nor undone, nor an undo; None where there is none."""
    undo = _change_set.alias("undo")
    query = (
        sa.select(sa.func.max(_change_set.c.number))
        .where(_change_set.c.made_by == by, _change_set.c.action.not_in(FINAL), _change_set.c.undoes.is_(None))
        .where(~sa.exists().where(undo.c.undoes == _change_set.c.number))
    )
    number = conn.execute(query).scalar()
    return None if number is None else get(conn, number)


def _touched(conn: Connection, change_sets: sa.Select[Any]) -> dict[int, list[int]]:
    """By change set, the numbers of the commitments whose rows it changed."""
    wanted = change_sets.with_only_columns(_change_set.c.number).subquery()
    query = (
        sa.select(_history.c.change_set, _history.c.commitment)
        .join(wanted, wanted.c.number == _history.c.change_set)
        .where(_history.c.commitment.is_not(None))
        .distinct()
        .order_by(_history.c.change_set, _history.c.commitment)
    )
    touched: dict[int, list[int]] = defaultdict(list)
    for number, commitment in conn.execute(query):
        touched[number].append(commitment)
    return touched


def _read(row: sa.Row[Any], commitments: Sequence[int], rows: tuple[RowChange, ...] = ()) -> ChangeSet:
    return ChangeSet(
        number=row.number,
        action=row.action,
        summary=row.summary,
        by=row.made_by,
        at=row.made_at,
        undoes=row.undoes,
        commitments=tuple(commitments),
        rows=rows,
    )
