"""A change set taken back: its inverse is written as a change of its own, where nothing since stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.errors import UsageError
from tracker.store import announcements, commitments, ledger, schema, tables, wish_tables
from tracker.store.owners import Owners
from tracker.store.payload import PURGED, from_payload
from tracker.store.rows import search_columns

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.engine import Connection

    from tracker.core.record import ChangeSet
    from tracker.store.change import Change

_change_set, _history = ledger.change_set, ledger.history
_DISMISS = "dismiss or edit the commitment instead"
_END = "`tracker silence list` shows its number, `tracker silence end` ends it"
_ANOTHER = "another one is taken back by its number, which `tracker log` shows"


def take_back(change: Change, change_set: ChangeSet) -> tuple[int, ...]:
    """Appends the inverse of a change set; returns the numbers of the commitments that it touched.

    What follows from the rows and is not in history (arming, the next stage) is the caller's to plan anew. Raises
    UsageError where it is a check, a purge, an undo, undone, or where a later change touched the same; it names that
    one.
    """
    _refuse_what_is_final(change.conn, change_set)
    rows = _rows_of(change.conn, change_set.number)
    if any(row.before == PURGED or row.after == PURGED for row in rows):
        raise _refused(change_set, "a purge erased what it did", _ANOTHER)
    _refuse_where_touched_since(change.conn, change_set, rows)
    change.undoes = change_set.number
    try:
        for row in reversed(rows):
            _invert(change, change_set, row)
    except sa.exc.IntegrityError as error:
        remedy = _END if any(row.table_name == wish_tables.silence.name for row in rows) else _DISMISS
        raise _refused(change_set, "something stored since refers to what it added", remedy) from error
    _refresh(change.conn, rows)
    return tuple(sorted({row.commitment for row in rows if row.commitment is not None}))


def _refuse_what_is_final(conn: Connection, change_set: ChangeSet) -> None:
    if change_set.action in ("check", "purge"):
        raise _refused(change_set, f"a {change_set.action} is final", _ANOTHER)
    if change_set.undoes is not None:
        raise _refused(change_set, f"it is itself the undo of change {change_set.undoes}", "repeat that command")
    undone_by = sa.select(_change_set.c.number).where(_change_set.c.undoes == change_set.number)
    if (undo := conn.execute(undone_by).scalar()) is not None:
        raise _refused(change_set, f"change {undo} did so already", "`tracker log` tells the story")


def _refused(change_set: ChangeSet, why: str, remedy: str) -> UsageError:
    return UsageError(f"change {change_set.number} cannot be taken back: {why}", remedy)


def _rows_of(conn: Connection, number: int) -> Sequence[sa.Row[Any]]:
    """What a change set did; an alert that it raised is left out, since what was said cannot be unsaid."""
    query = sa.select(_history).where(_history.c.change_set == number, _history.c.table_name != ledger.alert.name)
    return conn.execute(query.order_by(_history.c.id)).all()


def _refuse_where_touched_since(conn: Connection, change_set: ChangeSet, rows: Iterable[sa.Row[Any]]) -> None:
    ours = {(row.table_name, row.row_key): row for row in rows}
    added = {key for key, row in ours.items() if row.before is None}
    for later in _later_rows(conn, change_set.number):
        row = ours.get((later.table_name, later.row_key))
        if (row is not None and _clash(row, later)) or _hangs_on(later, added):
            remedy = _DISMISS if later.action == "check" else f"take back change {later.change_set} first"
            since = f"change {later.change_set} ({later.action}, by {later.made_by}) touched the same since"
            raise _refused(change_set, since, remedy)


def _later_rows(conn: Connection, number: int) -> Iterable[sa.Row[Any]]:
    """The rows that later changes wrote for the same rows, announcements and commitments; not what was undone, nor
    undos."""
    undo = _change_set.alias("undo")
    ours = sa.select(_history).where(_history.c.change_set == number).subquery()
    return conn.execute(
        sa.select(_history, _change_set.c.action, _change_set.c.made_by)
        .join(_change_set, _change_set.c.number == _history.c.change_set)
        .where(_change_set.c.number > number, _change_set.c.undoes.is_(None))
        .where(~sa.exists().where(undo.c.undoes == _change_set.c.number))
        .where(
            sa.or_(
                _history.c.commitment.in_(sa.select(ours.c.commitment)),
                _history.c.announcement.in_(sa.select(ours.c.announcement)),
                sa.exists().where(ours.c.table_name == _history.c.table_name, ours.c.row_key == _history.c.row_key),
            )
        )
        .order_by(_history.c.id.desc())
    )


def _clash(ours: sa.Row[Any], later: sa.Row[Any]) -> bool:
    """True where two changes of one row cannot be taken apart."""
    if ours.before is None or ours.after is None or later.before is None or later.after is None:
        return True
    return not ours.after.keys().isdisjoint(later.after)


def _hangs_on(later: sa.Row[Any], added: set[tuple[str, str]]) -> bool:
    """True where a later row belongs to one that was added."""
    occurrence = (later.after or later.before).get("occurrence")
    owners = {"commitment": later.commitment, "announcement": later.announcement, "occurrence": occurrence}
    return any((table, str(key)) in added for table, key in owners.items())


def _invert(change: Change, change_set: ChangeSet, row: sa.Row[Any]) -> None:
    table = schema.metadata.tables[row.table_name]
    owners = Owners(announcement=row.announcement, commitment=row.commitment)
    if row.before is None:
        change.delete(table, from_payload(table, row.after), **owners)
    elif row.after is None:
        change.insert(table, from_payload(table, row.before), **owners)
    else:
        (number,) = table.primary_key.columns
        now = change.conn.execute(sa.select(table).where(number == int(row.row_key))).mappings().one()
        old, new = from_payload(table, row.before), from_payload(table, row.after)
        if any(now[name] != value for name, value in new.items()):
            raise _refused(change_set, f"{row.table_name} {row.row_key} is no longer as it left it", _DISMISS)
        change.update(
            table, int(row.row_key), {name: now[name] for name in ("version", *old) if name in now}, old, **owners
        )


def _refresh(conn: Connection, rows: Sequence[sa.Row[Any]]) -> None:
    """Derives anew what follows from the rows and tags of commitments and from the publishers that were put back."""
    for row in rows:
        if row.table_name == "announcement" and row.before is not None and row.after is not None:
            announcements.fold_publisher(conn, int(row.row_key))
    numbers = {row.commitment for row in rows if row.table_name in ("commitment", "commitment_tag")}
    for number in sorted(numbers):
        if commitments.is_there(conn, number):
            derived = {**search_columns(commitments.get(conn, number)), "version": tables.commitment.c.version + 1}
            conn.execute(tables.commitment.update().where(tables.commitment.c.number == number).values(**derived))
