"""The watch list in the database."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.watch import Watched
from tracker.errors import NotFoundError, UsageError
from tracker.store.source_tables import watched, watched_text, watched_waiting

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


def unseen(conn: Connection, keys: Iterable[str]) -> set[str]:
    """Those of these SHA-256 that no visit has taken in."""
    wanted = sorted(set(keys))
    known: set[str] = set()
    for start in range(0, len(wanted), _AT_ONCE):
        some = wanted[start : start + _AT_ONCE]
        known.update(conn.execute(sa.select(watched_text.c.sha256).where(watched_text.c.sha256.in_(some))).scalars())
    return set(wanted) - known


def mark_seen(conn: Connection, keys: Iterable[str], at: datetime) -> None:
    """Notes that what has these SHA-256 was taken in; it waits no longer."""
    new = sorted(unseen(conn, keys))
    if new:
        conn.execute(watched_text.insert(), [{"sha256": sha256, "seen_at": at} for sha256 in new])
    for start in range(0, len(new), _AT_ONCE):
        conn.execute(watched_waiting.delete().where(watched_waiting.c.sha256.in_(new[start : start + _AT_ONCE])))


def waiting(conn: Connection, keys: Iterable[str]) -> dict[str, datetime]:
    """Since which UTC instant each of these SHA-256 waits that does; what was asked for longest ago comes first."""
    wanted = sorted(set(keys))
    found: list[sa.Row[Any]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        among = watched_waiting.c.sha256.in_(wanted[start : start + _AT_ONCE])
        found += conn.execute(sa.select(watched_waiting).where(among)).all()
    return {row.sha256: row.since for row in sorted(found, key=lambda row: row.asked_at)}


def mark_waiting(conn: Connection, keys: Iterable[str], at: datetime) -> None:
    """Notes that what has these SHA-256 waits, and was asked for at an instant; `since` stays what it was."""
    wanted = set(keys)
    known = waiting(conn, wanted).keys()
    if known:
        asked = watched_waiting.update().where(watched_waiting.c.sha256.in_(known))
        conn.execute(asked.values(asked_at=at))
    if new := sorted(wanted - known):
        conn.execute(watched_waiting.insert(), [{"sha256": sha256, "since": at, "asked_at": at} for sha256 in new])


def _read(row: Row) -> Watched:
    return Watched(number=row["number"], **{name: row[name] for name in (*_ADDED, *_STATE)})
