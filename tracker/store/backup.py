"""Copies of a SQLite database: made while others write, checked before they count, brought back with care.

A plain copy of a database in WAL mode is unusable, so every copy here is made by SQLite itself (VACUUM INTO).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from tracker.errors import StoreError
from tracker.store import files
from tracker.store.engine import file_of, is_sqlite, libpq_address, parse_url, place_of
from tracker.store.faults import told

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


def backup(url: str, file: Path) -> None:
    """Copies a database to a new file, also while others write to it; the copy is checked and has mode 600.

    Raises StoreError where there is no database, the file exists already, or it is PostgreSQL (with the line to type).
    """
    parsed = parse_url(url)
    if not is_sqlite(parsed):
        raise StoreError(
            f"{place_of(parsed)}: a PostgreSQL database is backed up with its own tools",
            f"pg_dump --format=custom --file={file} '{libpq_address(parsed)}'",
        )
    path = file_of(parsed)
    if not path.is_file() or path.stat().st_size == 0:
        raise StoreError(f"{path}: there is no database yet", "any command that stores something makes it")
    if file.exists():
        raise StoreError(f"{file}: there is a file of this name already", "give another name")
    with told(str(path)):
        copy(path, file)


@contextmanager
def opened_to_read(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that cannot write. Where no log lies beside the file, SQLite is told that nothing else does either,
    so that it leaves no file of its own behind."""
    has_log = path.with_name(f"{path.name}-wal").exists()
    with _opened(path, f"mode=ro&immutable={int(not has_log)}") as connection:
        yield connection


def copy(source: Path, target: Path) -> None:
    """A checked copy of a database as it stands at one moment, under its name only once it is whole; mode 600.

    Raises StoreError where it fails its check, sqlite3.Error, OSError; then nothing stands under that name.
    """
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        files.make_file(part)
        with _opened(source, "mode=rw") as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        check(part)
        files.flush(part)
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)


def check(path: Path) -> None:
    """Raises StoreError where a database is damaged, breaks a constraint, or has a row that points nowhere.

    It is opened to write, since SQLite checks no CHECK constraint of a database that it may only read.
    """
    with _opened(path, "mode=rw") as connection:
        faults = [row[0] for row in connection.execute("PRAGMA integrity_check(1)") if row[0] != "ok"]
        faults += [f"a row of {row[0]} points nowhere" for row in connection.execute("PRAGMA foreign_key_check")]
    if faults:
        raise StoreError(f"{path}: the copy is damaged ({faults[0]})", "nothing was changed")


def _opened(path: Path, how: str) -> closing[sqlite3.Connection]:
    return closing(sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True))
