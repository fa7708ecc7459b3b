"""A backup brought back in the place of the database."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from tracker.errors import StoreError
from tracker.store import backup, files
from tracker.store.engine import file_of, is_sqlite, libpq_address, parse_url, place_of
from tracker.store.faults import told
from tracker.store.migrate import refuse_newer, revision_of

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_BESIDE = ("-wal", "-shm")


def restore(url: str, file: Path, now: datetime) -> Path | None:
    """Puts a backup in the place of a SQLite database; returns where the present one is kept, if there was one.

    The backup is checked and copied first and takes its place in one step; an older one is upgraded when it is next
    opened. `now` names what is kept. Raises StoreError where the file is no database of ours, is damaged or newer, or
    where another process has the present one open.
    """
    parsed = parse_url(url)
    if not is_sqlite(parsed):
        raise StoreError(
            f"{place_of(parsed)}: a PostgreSQL database is restored with its own tools",
            f"pg_restore --clean --if-exists --single-transaction --dbname='{libpq_address(parsed)}' {file}",
        )
    path = file_of(parsed)
    with told(str(file)):
        _check_backup(file)
    with told(str(path)):
        files.make_folder(path.parent)
        with files.locked(path):
            return _replace(path, file, now)


def _check_backup(file: Path) -> None:
    if not file.is_file():
        raise StoreError(f"{file}: there is no such file", "name a file that `tracker db backup` made")
    revision = revision_of(file)
    if revision is None:
        raise StoreError(
            f"{file}: this is no backup of a tracker database", "name a file that `tracker db backup` made"
        )
    refuse_newer(str(file), revision)


def _replace(path: Path, file: Path, now: datetime) -> Path | None:
    fresh = path.with_name(f"{path.name}.restored")
    try:
        backup.copy(file, fresh)
        kept = _keep(path, now) if path.exists() and path.stat().st_size else None
        for beside in _BESIDE:  # the log of the former database must not be played into this one
            path.with_name(f"{path.name}{beside}").unlink(missing_ok=True)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
    files.flush(path.parent)
    return kept


def _keep(path: Path, now: datetime) -> Path:
    """Copies the present database aside with all that is in its log; a damaged one as it stands, with its log."""
    kept = files.stamped(path, path.parent, "replaced", now)
    log, kept_log = path.with_name(f"{path.name}-wal"), kept.with_name(f"{kept.name}-wal")
    files.copy_private(path, kept)
    if log.exists():  # before SQLite opens it: the log of a damaged database it may delete
        files.copy_private(log, kept_log)
    try:
        _bring_log_home(path)
    except StoreError:
        kept.unlink()
        kept_log.unlink(missing_ok=True)
        raise
    except sqlite3.DatabaseError:
        return kept  # a damaged one is the very reason to restore
    files.copy_private(path, kept)
    kept_log.unlink(missing_ok=True)
    return kept


def _bring_log_home(path: Path) -> None:
    """Writes a database's log into its file. Only its sole user can do so: raises StoreError where there is another."""
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_BUSY":
            raise
        raise StoreError(
            f"{path}: another program has the database open", "stop every tracker, then restore again"
        ) from error
