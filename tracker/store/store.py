"""The open database: one place to read from and one to write through."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.engine import Connection

from tracker.store import migrate
from tracker.store.change import Change
from tracker.store.engine import WORKS, WRITES, make_engine, parse_url, place_of
from tracker.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime
    from pathlib import Path

    from sqlalchemy.engine import Engine


__all__ = ["Connection", "Store"]  # the use cases name the type; SQLAlchemy itself stays in this package


class Store:
    """A database of the newest revision. Every failure of the database itself is a StoreError of one line."""

    def __init__(self, engine: Engine, place: str) -> None:
        self._engine = engine
        self._worker = _worker(engine)
        self.place = place

    @classmethod
    def open(cls, url: str, *, now: datetime, backups: Path | None = None) -> Store:
        """Opens the database at an address; a missing one is made, an older one backed up and upgraded first.

        `now` names the backup, `backups` is the folder for it (None: beside the file). Raises NewerDatabaseError,
        StoreError; then the database is as it was.
        """
        parsed = parse_url(url)
        engine = make_engine(parsed)
        try:
            migrate.prepare(engine, parsed, now, backups)
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, place_of(parsed))

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that sees one moment of the database and writes nothing."""
        engine = self._engine
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with told(self.place), engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, action: str, by: str, at: datetime) -> Iterator[Change]:
        """One change set in one transaction, which no other writer overlaps: kept whole, or not at all.

        Where nothing was recorded in it, no change set is left behind.
        """
        with told(self.place), self._engine.execution_options(**{WRITES: True}).begin() as connection:
            change = Change(connection, action, by, at)
            yield change
            change.finish()

    @contextmanager
    def working(self) -> Iterator[Connection]:
        """A short write transaction of which no history is told: what the program itself does, such as sending.

        In SQLite no other writer overlaps it. PostgreSQL lets others write meanwhile, so that what must not be done
        twice needs a lock of its own, or a condition in its statement.
        """
        with told(self.place), self._worker.begin() as connection:
            yield connection

    def close(self) -> None:
        """Lets the database go."""
        self._engine.dispose()


def _worker(engine: Engine) -> Engine:
    """The same engine for what `working` is for; made once, since sending asks for it at every message."""
    options = {WORKS: True, **({"isolation_level": "READ COMMITTED"} if engine.dialect.name == "postgresql" else {})}
    return engine.execution_options(**options)
