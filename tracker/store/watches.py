"""The watch list in the database."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.watch import Watched
from tracker.errors import NotFoundError, UsageError
from tracker.store.source_tables import watched, watched_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from tracker.store.change import Change
    from tracker.store.rows import Row

_ADDED = ("url", "publisher", "added_by", "added_at")
_STATE = ("etag", "last_modified", "visited_at", "next_at", "failures", "problem")
_AT_ONCE = 500


def add(change: Change, new: Watched) -> Watched:
    """Adds a feed or a page. Raises UsageError where its address is watched already."""
    known = change.conn.execute(sa.select(watched.c.number).where(watched.c.url == new.url)).scalar()
    if known is not None:
        raise UsageError(f"{new.url} is watched already", f"it is number {known} of `tracker watch list`")
    return replace(new, number=change.insert(watched, {name: getattr(new, name) for name in _ADDED}))


def remove(change: Change, number: int) -> Watched:
    """Takes one off the list and returns it. Raises NotFoundError."""
    one = get(change.conn, number)
    change.delete(watched, {"number": number, **{name: getattr(one, name) for name in _ADDED}})
    return one


def get(conn: Connection, number: int) -> Watched:
    """The one of a number. Raises NotFoundError."""
    row = conn.execute(sa.select(watched).where(watched.c.number == number)).mappings().one_or_none()
    if row is None:
        raise NotFoundError("watched page", number, "`tracker watch list` shows what there is")
    return _read(row)


def every(conn: Connection) -> tuple[Watched, ...]:
    """The whole list, in the order in which it was written."""
    return tuple(map(_read, conn.execute(sa.select(watched).order_by(watched.c.number)).mappings()))


def next_visit(conn: Connection) -> datetime | None:
    """The UTC instant of the next visit, which may have passed; None where nothing is watched."""
    return conn.execute(_query_of_next_visit()).scalar()


@cache
def _query_of_next_visit() -> sa.Select[Any]:
    """Made once, as every wake of `serve` asks. What was never visited was due when it was put on the list."""
    at = watched.c.next_at
    return sa.select(sa.func.min(sa.func.coalesce(at, watched.c.added_at), type_=at.type))


def record_visit(conn: Connection, visited: Watched) -> None:
    """Writes how the last visit went, where it was not taken off the list meanwhile."""
    state = {name: getattr(visited, name) for name in _STATE}
    conn.execute(watched.update().where(watched.c.number == visited.number).values(**state))


def unseen(conn: Connection, texts: Iterable[str]) -> set[str]:
    """Those texts, by their SHA-256, that no visit has taken in."""
    wanted = sorted(set(texts))
    known: set[str] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        known.update(conn.execute(sa.select(watched_text.c.sha256).where(watched_text.c.sha256.in_(some))).scalars())
    return set(wanted) - known


def mark_seen(conn: Connection, texts: Iterable[str], at: datetime) -> None:
    """Notes that these texts, by their SHA-256, were taken in."""
    rows = [{"sha256": sha256, "seen_at": at} for sha256 in sorted(unseen(conn, texts))]
    if rows:
        conn.execute(watched_text.insert(), rows)


def _read(row: Row) -> Watched:
    return Watched(number=row["number"], **{name: row[name] for name in (*_ADDED, *_STATE)})
