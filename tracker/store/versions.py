"""Which announcement is a newer version of which, and what the older ones hold.

The same address with another text is a new version, unless both have names of their own in a file of many, or stand
in different places of the same file or feed that is read: a site's notices may all share its first page's address.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import sqlalchemy as sa

from tracker.store import tables

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from tracker.core.announcement import Announcement

_announcement, _commitment = tables.announcement, tables.commitment


def latest_before(conn: Connection, announcement: Announcement, at: datetime | None = None) -> int | None:
    """The number of the latest announcement that this one, read at a UTC instant, is a newer version of; else None."""
    if not announcement.url:
        return None
    of_the_address = sa.select(sa.func.max(_announcement.c.number)).where(_announcement.c.url == announcement.url)
    if announcement.id:
        of_the_address = of_the_address.where(_announcement.c.document.in_(("", announcement.id)))
    place, mark, number = announcement.origin.rpartition(":")
    if at is not None and mark and number.isdigit():
        is_beside = _announcement.c.origin.startswith(place + mark, autoescape=True)
        is_other = _announcement.c.origin != announcement.origin
        read_together = _announcement.c.ingested_at == at
        of_the_address = of_the_address.where(sa.not_(sa.and_(read_together, is_beside, is_other)))
    return conn.execute(of_the_address).scalar()


def earlier(conn: Connection, version_of: int | None) -> set[int]:
    """The numbers of all versions from one on backwards; none where there is none."""
    if version_of is None:
        return set()
    return set(conn.execute(sa.select(_chain(version_of).c.number)).scalars())


def keys_before(conn: Connection, version_of: int | None) -> set[str]:
    """The keys of the commitments that any version from one on backwards holds."""
    if version_of is None:
        return set()
    among = _commitment.c.announcement.in_(sa.select(_chain(version_of).c.number))
    return set(conn.execute(sa.select(_commitment.c.key).where(among)).scalars())


def _chain(version_of: int) -> sa.CTE:
    """The numbers of the versions, each found by what the newer one says that it is one of."""
    newest = sa.select(_announcement.c.number, _announcement.c.version_of).where(_announcement.c.number == version_of)
    chain = newest.cte("chain", recursive=True)
    older = sa.select(_announcement.c.number, _announcement.c.version_of)
    return chain.union(older.where(_announcement.c.number == chain.c.version_of))
