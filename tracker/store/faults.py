"""What a database's failure means to a person: one line that says what is wrong and what to do next."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.errors import StoreError

if TYPE_CHECKING:
    from collections.abc import Iterator

_BUSY = ("another program is writing to the database", "try again in a moment")
_READ_ONLY = ("the database is read-only", "give yourself the right to write to it, or to its folder")
_FULL = ("the disk is full", "free some space and repeat the command; nothing was changed")
_CORRUPT = ("the database is damaged", "bring back a backup with `tracker db restore FILE`")
_NO_DATABASE = ("the file is not a database", "correct `database` in the configuration, or restore a backup")

# SQLite's primary result codes by name, and PostgreSQL's SQLSTATE codes.
_MEANINGS = {
    "SQLITE_BUSY": _BUSY,
    "SQLITE_LOCKED": _BUSY,
    "SQLITE_READONLY": _READ_ONLY,
    "SQLITE_PERM": _READ_ONLY,
    "SQLITE_FULL": _FULL,
    "SQLITE_CORRUPT": _CORRUPT,
    "SQLITE_NOTADB": _NO_DATABASE,
    "SQLITE_CANTOPEN": ("the database cannot be opened", "check that the file and its folder may be read and written"),
    "SQLITE_IOERR": ("the disk failed while the database was in use", "check the disk and its free space"),
    "55P03": _BUSY,
    "40001": _BUSY,
    "40P01": _BUSY,
    "25006": _READ_ONLY,
    "42501": ("the database refuses this user", "grant the user the right to make and change tables"),
    "53100": _FULL,
}
_NOT_TEXT = ("22021", "22P05")  # PostgreSQL: a character that UTF-8, or its JSON, does not hold


@contextmanager
def told(place: str) -> Iterator[None]:
    """Turns a failure of the database at `place` into StoreError. A broken constraint stays what it is: a bug."""
    try:
        yield
    except sa.exc.IntegrityError:
        raise
    except sa.exc.DBAPIError as error:
        raise explained(place, error.orig or error) from error
    except (sqlite3.Error, OSError, UnicodeEncodeError) as error:
        raise explained(place, error) from error


def explained(place: str, error: BaseException) -> StoreError:
    """The line for one failure; `place` is where the database is."""
    code = getattr(error, "sqlite_errorname", None) or getattr(error, "sqlstate", None) or ""
    name = "_".join(code.split("_")[:2])  # SQLITE_IOERR_WRITE is a kind of SQLITE_IOERR
    if name in _MEANINGS:
        problem, remedy = _MEANINGS[name]
        return StoreError(f"{place}: {problem}", remedy)
    if isinstance(error, UnicodeEncodeError) or "NUL" in str(error) or code in _NOT_TEXT:
        return StoreError(f"{place}: a text holds what is no character", "clean the text and repeat the command")
    if isinstance(error, OSError):
        where = error.filename or place
        return StoreError(f"{where}: {error.strerror or error}", "check that the path exists and may be written to")
    first_line = str(error).strip().partition("\n")[0]
    if isinstance(error, sqlite3.Error):
        return StoreError(f"{place}: {first_line}", "if it persists, restore a backup with `tracker db restore FILE`")
    return StoreError(f"{place}: {first_line}", "check `database` in the configuration and that its server runs")
