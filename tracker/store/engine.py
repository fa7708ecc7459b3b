"""From a database's address to a SQLAlchemy engine with the settings that keep data safe."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.errors import StoreError

if TYPE_CHECKING:
    from sqlalchemy.engine import URL, Connection, Engine

BUSY_SECONDS = 30.0
"""How long a writer waits for another one; `?timeout=` in a SQLite address says otherwise."""

WRITES = "tracker_writes"
"""The execution option that makes a transaction a writer's from its first statement."""

WORKS = "tracker_works"
"""The same for a transaction that other writers need not wait for where the database can tell them apart."""

_LOCK_KEY = 0x54524B52
"""PostgreSQL's advisory lock that lets one writer in at a time, as SQLite does."""

_PRAGMAS = (
    "PRAGMA foreign_keys = ON",
    "PRAGMA synchronous = FULL",
    "PRAGMA recursive_triggers = ON",  # without it REPLACE would slip past the triggers that refuse DELETE
    "PRAGMA secure_delete = ON",  # purged text is overwritten, not left in free pages
)


def parse_url(address: str) -> URL:
    """The address, with `postgresql://` meaning psycopg 3. Raises StoreError for one that cannot be used."""
    try:
        url = sa.make_url(address)
    except sa.exc.ArgumentError as error:
        raise StoreError(
            "`database` is no address of a database", "write sqlite:///FILE or postgresql://USER@HOST/NAME"
        ) from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in ("sqlite", "sqlite+pysqlite"):
        raise StoreError(
            f"there is no support for {url.drivername} databases", "use sqlite:///FILE or postgresql://USER@HOST/NAME"
        )
    if not url.database or url.database == ":memory:" or url.database.startswith("file:"):
        raise StoreError("a SQLite database needs a file", "write sqlite:///FILE")
    return url


def place_of(url: URL) -> str:
    """Where it is, for people: the file, or the address without its password."""
    return str(url.database) if is_sqlite(url) else libpq_address(url)


def libpq_address(url: URL) -> str:
    """A PostgreSQL address as its own tools read it, without the password: they ask for it, or find it in ~/.pgpass."""
    query = {key: value for key, value in url.query.items() if "password" not in key.lower()}
    bare = sa.URL.create("postgresql", url.username, None, url.host, url.port, url.database, query)
    return bare.render_as_string()


def is_sqlite(url: URL) -> bool:
    """True for a file, False for a PostgreSQL server."""
    return url.get_backend_name() == "sqlite"


def file_of(url: URL) -> Path:
    """The file of a SQLite address."""
    return Path(str(url.database))


def make_engine(url: URL) -> Engine:
    """An engine whose transactions begin as their connection's options say. Raises StoreError without psycopg."""
    if is_sqlite(url):
        waits = {} if "timeout" in url.query else {"timeout": BUSY_SECONDS}
        engine = sa.create_engine(url, connect_args=waits)
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
        return engine
    try:
        # There is no hstore in our tables: to look for that type would be a query of every command.
        engine = sa.create_engine(url, pool_pre_ping=True, use_native_hstore=False)
    except ModuleNotFoundError as error:
        raise StoreError(
            "PostgreSQL needs a library that is not installed", "pip install 'commitment-tracker[postgres]'"
        ) from error
    sa.event.listen(engine, "begin", _begin_postgresql)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # BEGIN is ours: sqlite3's own comes too late and loses updates
    for pragma in _PRAGMAS:
        connection.execute(pragma)


def _begin_sqlite(connection: Connection) -> None:
    options = connection.get_execution_options()
    writes = options.get(WRITES, False) or options.get(WORKS, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _begin_postgresql(connection: Connection) -> None:
    if connection.get_execution_options().get(WRITES, False):
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = '{BUSY_SECONDS:.0f}s'")
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK_KEY})")
