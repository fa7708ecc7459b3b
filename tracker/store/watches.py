"""The watch list in the database."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.announcement import Announcement, DateSource
from tracker.core.watch import Watched
from tracker.errors import NotFoundError, UsageError
from tracker.store.source_tables import watched, watched_text, watched_waiting

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
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
    """Takes one off the list, with what waits of it, and returns it. Raises NotFoundError."""
    one = get(change.conn, number)
    change.conn.execute(watched_waiting.delete().where(watched_waiting.c.watched_url == one.url))
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
    seen = sorted(set(keys))
    new = sorted(unseen(conn, seen))
    if new:
        conn.execute(watched_text.insert(), [{"sha256": sha256, "seen_at": at} for sha256 in new])
    for start in range(0, len(seen), _AT_ONCE):
        conn.execute(watched_waiting.delete().where(watched_waiting.c.sha256.in_(seen[start : start + _AT_ONCE])))


def waiting(conn: Connection, keys: Iterable[str]) -> dict[str, datetime]:
    """Since which UTC instant each of these SHA-256 waits that does; what was asked for longest ago comes first."""
    wanted = sorted(set(keys))
    found: list[sa.Row[Any]] = []
    for start in range(0, len(wanted), _AT_ONCE):
        among = watched_waiting.c.sha256.in_(wanted[start : start + _AT_ONCE])
        found += conn.execute(sa.select(watched_waiting).where(among)).all()
    return {row.sha256: row.since for row in sorted(found, key=lambda row: row.asked_at)}


def gone(conn: Connection, url: str, keys: Collection[str]) -> dict[str, Announcement]:
    """The entries of the feed at an address that wait and are none of these SHA-256, by their own."""
    rows = conn.execute(sa.select(watched_waiting).where(watched_waiting.c.watched_url == url)).all()
    return {row.sha256: _entry(row.entry) for row in rows if row.sha256 not in keys}


def mark_waiting(conn: Connection, url: str, entries: Mapping[str, Announcement], at: datetime) -> None:
    """Notes that these entries of the feed at an address wait, by their SHA-256, and were asked for at an instant.

    `since` stays what it was.
    """
    known = waiting(conn, entries).keys()
    if known:
        asked = watched_waiting.update().where(watched_waiting.c.sha256.in_(known))
        conn.execute(asked.values(asked_at=at))
    always = {"since": at, "asked_at": at, "watched_url": url}
    if new := sorted(entries.keys() - known):
        conn.execute(watched_waiting.insert(), [{"sha256": key, "entry": _told(entries[key]), **always} for key in new])


def forget(conn: Connection, texts: Collection[str], urls: Collection[str]) -> None:
    """Takes away what waits with a text of one of these SHA-256, or for the page at one of these addresses."""
    waits = {row.sha256: _entry(row.entry) for row in conn.execute(sa.select(watched_waiting))}
    keys = [key for key, entry in waits.items() if entry.sha256 in texts or entry.url in urls]
    for start in range(0, len(keys), _AT_ONCE):
        conn.execute(watched_waiting.delete().where(watched_waiting.c.sha256.in_(keys[start : start + _AT_ONCE])))


def _told(entry: Announcement) -> dict[str, str]:
    """An entry as JSON; without the bytes that it was read from, which are its whole feed's."""
    return {one.name: str(getattr(entry, one.name)) for one in fields(entry) if one.name != "original"}


def _entry(told: Mapping[str, Any]) -> Announcement:
    day, source = date.fromisoformat(told["announced_on"]), DateSource(told["date_source"])
    return Announcement(**{**told, "announced_on": day, "date_source": source})


def _read(row: Row) -> Watched:
    return Watched(number=row["number"], **{name: row[name] for name in (*_ADDED, *_STATE)})
