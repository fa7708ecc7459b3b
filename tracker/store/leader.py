"""One process leads: it checks and keeps the backups, while any number may send.

Beside a SQLite file the place is a locked file, which its holder's death frees. On PostgreSQL it is an advisory lock
of the session, which the end of the holder's connection frees. What two leaders would do in a moment's overlap does no
harm: what a check says is keyed.
"""

from __future__ import annotations

import contextlib
import os
import socket
import threading
from typing import TYPE_CHECKING, Protocol

from filelock import FileLock, Timeout

from tracker.errors import AlreadyRunningError
from tracker.store import files
from tracker.store.engine import file_of, is_sqlite, make_engine, parse_url, place_of
from tracker.store.faults import told

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy.engine import URL, Connection

_LEADER_KEY = 0x54524B4C
_ALIVE = (  # the server notices within half a minute that a leader's machine has gone; a local socket needs none of it
    "SET tcp_keepalives_idle = 10",
    "SET tcp_keepalives_interval = 5",
    "SET tcp_keepalives_count = 3",
)
_TRY = f"SELECT pg_try_advisory_lock({_LEADER_KEY})"


class Leadership(Protocol):
    """The place that one process holds."""

    def leads(self) -> bool:
        """True where this process leads now; where nobody leads, it does from now on. Raises StoreError."""

    def close(self) -> None:
        """Give the place to the next."""


def leadership(url: str) -> Leadership:
    """The place that belongs to the database at an address.

    Beside a SQLite file it is taken at once: AlreadyRunningError where another process holds it. On PostgreSQL one
    waits for it, by asking now and then. Raises StoreError.
    """
    parsed = parse_url(url)
    return _FilePlace(file_of(parsed)) if is_sqlite(parsed) else _ServerPlace(parsed)


class _FilePlace:
    """A file beside the database, locked as long as its process lives; another one tells who that is."""

    def __init__(self, database: Path) -> None:
        self._lock = FileLock(database.with_name(f"{database.name}.serve.lock"), mode=files.PRIVATE_FILE)
        self._who = database.with_name(f"{database.name}.serve")
        with told(str(database)):
            files.make_folder(database.parent)
            try:
                self._lock.acquire(timeout=0)
            except Timeout:
                raise AlreadyRunningError(
                    f"{database}: `tracker serve` runs already{self._holder()}",
                    "one is enough; `tracker serve --worker` beside it only sends",
                ) from None
            files.make_file(self._who)
            self._who.write_text(f"process {os.getpid()} on {socket.gethostname()}\n", encoding="utf-8")

    def leads(self) -> bool:
        """True: the lock is held from the beginning to the end."""
        return True

    def close(self) -> None:
        """Free the lock."""
        self._who.unlink(missing_ok=True)
        self._lock.release()

    def _holder(self) -> str:
        try:
            return f" ({self._who.read_text(encoding='utf-8').strip()})"
        except (OSError, UnicodeDecodeError):
            return ""


class _ServerPlace:
    """An advisory lock on a connection of its own. The connection lost, the place is lost, until it is had again."""

    def __init__(self, url: URL) -> None:
        self._place = place_of(url)
        self._engine = make_engine(url.update_query_dict({"connect_timeout": "10", "tcp_user_timeout": "10000"}))
        self._mine = threading.Lock()
        self._connection: Connection | None = None

    def leads(self) -> bool:
        """Ask the server, each time: a connection that was lost is noticed here."""
        with self._mine, told(self._place):
            try:
                if self._connection is not None:
                    self._connection.exec_driver_sql("SELECT 1")
                else:
                    self._connection = self._taken()
            except BaseException:
                self._let_go()
                raise
            return self._connection is not None

    def close(self) -> None:
        """End the connection, and with it the lock."""
        with self._mine:
            self._let_go()
            self._engine.dispose()

    def _taken(self) -> Connection | None:
        """A connection that holds the lock; None where another process holds it."""
        connection = self._connection = self._engine.connect().execution_options(isolation_level="AUTOCOMMIT")
        for statement in _ALIVE:
            connection.exec_driver_sql(statement)
        if not connection.exec_driver_sql(_TRY).scalar_one():
            self._let_go()
        return self._connection

    def _let_go(self) -> None:
        """Close the connection itself: given back to the pool it would go on holding the lock."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with contextlib.suppress(Exception):  # it may be broken, which is why it is let go
                connection.invalidate()
                connection.close()
