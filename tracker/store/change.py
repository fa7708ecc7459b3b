"""One change set in the making: every row it writes goes through here, with its history and its version."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.errors import ConflictError
from tracker.store import ledger
from tracker.store.owners import Owners
from tracker.store.payload import to_payload

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from sqlalchemy.engine import Connection


class Change:
    """What one command changes, told once.

    conn      the transaction that it happens in
    action    the command's word, `by` whose, `at` when (a UTC instant)
    summary   one line for people, to be set before the end
    undoes    the change set that it takes back
    """

    def __init__(self, conn: Connection, action: str, by: str, at: datetime) -> None:
        self.conn = conn
        self.action = action
        self.by = by
        self.at = at
        self.summary = ""
        self.undoes: int | None = None
        self._number: int | None = None
        self._rows: list[dict[str, Any]] = []

    @property
    def number(self) -> int:
        """The change set's number, taken when it is first asked for."""
        if self._number is None:
            self._number = self._next_number()
        return self._number

    def insert(
        self,
        table: sa.Table,
        values: Mapping[str, Any],
        *,
        announcement: int | None = None,
        commitment: int | None = None,
    ) -> int:
        """Adds a row and returns its number (0 for a table without one).

        `announcement` and `commitment` say whose row it is; the tables of that name know it themselves.
        """
        result = self.conn.execute(table.insert().values(**values))
        keys = tuple(result.inserted_primary_key or ())
        key = keys[0] if len(keys) == 1 else 0
        numbered = dict(values) if len(keys) > 1 else {table.primary_key.columns[0].name: key, **values}
        owners = _owners(table, key, announcement, commitment)
        self.record(table, "/".join(map(str, keys)), None, to_payload(table, numbered), **owners)
        return key

    def update(
        self,
        table: sa.Table,
        key: int,
        before: Mapping[str, Any],
        after: Mapping[str, Any],
        *,
        announcement: int | None = None,
        commitment: int | None = None,
        is_touched: bool = False,
    ) -> bool:
        """Writes the columns that differ and raises the version; True where there was something to write.

        `before` holds the version that was read; a table without versions must still hold the columns as they were
        read. `is_touched` raises the version of an unchanged row, for a change
        of what hangs on it. Raises ConflictError where the row is gone or has another version by now.
        """
        changed = {name: value for name, value in after.items() if name != "version" and value != before[name]}
        if not changed and not is_touched:
            return False
        (number,) = table.primary_key.columns
        read = ["version"] if "version" in table.c else list(changed)
        is_as_read = (table.c[name] == before[name] for name in read)
        raised = {"version": before["version"] + 1} if "version" in table.c else {}
        result = self.conn.execute(table.update().where(number == key, *is_as_read).values(**changed, **raised))
        if result.rowcount == 0:
            raise self._conflict(table, key, commitment)
        old, new = to_payload(table, {name: before[name] for name in changed}), to_payload(table, changed)
        if new:
            self.record(table, str(key), old, new, **_owners(table, key, announcement, commitment))
        return True

    def delete(
        self,
        table: sa.Table,
        values: Mapping[str, Any],
        *,
        announcement: int | None = None,
        commitment: int | None = None,
    ) -> None:
        """Takes away the row that has the primary key in `values`. Raises ConflictError where there is none."""
        keys = {column.name: values[column.name] for column in table.primary_key.columns}
        result = self.conn.execute(table.delete().where(*(table.c[name] == key for name, key in keys.items())))
        row_key = "/".join(map(str, keys.values()))
        if result.rowcount == 0:
            raise self._conflict(table, row_key, commitment)
        owners = _owners(table, next(iter(keys.values())), announcement, commitment)
        self.record(table, row_key, to_payload(table, values), None, **owners)

    def record(
        self,
        table: sa.Table,
        key: str,
        before: Mapping[str, Any] | None,
        after: Mapping[str, Any] | None,
        *,
        announcement: int | None = None,
        commitment: int | None = None,
    ) -> None:
        """Notes one row of history; it is written at the end, with the change set."""
        self._rows.append(
            {
                "change_set": self.number,
                "table_name": table.name,
                "row_key": key,
                "announcement": announcement,
                "commitment": commitment,
                "before": before,
                "after": after,
            }
        )

    def finish(self) -> None:
        """Writes the change set and its history; nothing where nothing was recorded."""
        if not self._rows:
            return
        self.conn.execute(
            ledger.change_set.insert().values(
                number=self.number,
                action=self.action,
                summary=self.summary,
                made_by=self.by,
                made_at=self.at,
                undoes=self.undoes,
            )
        )
        self.conn.execute(ledger.history.insert(), self._rows)

    def _next_number(self) -> int:
        if self.conn.dialect.name == "sqlite":  # safe: this transaction holds the write lock
            query = "SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'change_set'), 0) + 1"
        else:
            query = "SELECT nextval(pg_get_serial_sequence('change_set', 'number'))"
        return int(self.conn.exec_driver_sql(query).scalar_one())

    def _conflict(self, table: sa.Table, key: object, commitment: int | None) -> ConflictError:
        change_set, history = ledger.change_set, ledger.history
        is_of_row = sa.and_(history.c.table_name == table.name, history.c.row_key == str(key))
        if table.name == "commitment":  # its version also rises with its tags
            is_of_row |= sa.and_(history.c.table_name == "commitment_tag", history.c.commitment == key)
        last = (
            sa.select(change_set.c.made_by)
            .join(history, history.c.change_set == change_set.c.number)
            .where(is_of_row)
            .order_by(history.c.id.desc())
            .limit(1)
        )
        what = f"commitment {commitment}" if commitment else f"{table.name} {key}"
        return ConflictError(what, self.conn.execute(last).scalar() or "somebody")


def _owners(table: sa.Table, key: int, announcement: int | None, commitment: int | None) -> Owners:
    return Owners(
        announcement=key if table.name == "announcement" else announcement,
        commitment=key if table.name == "commitment" else commitment,
    )
