"""What announcements were read from: the bytes that servers sent."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import sqlalchemy as sa

from tracker.core.announcement import Original
from tracker.errors import NotFoundError
from tracker.store.source_tables import archive, archived

if TYPE_CHECKING:
    from datetime import datetime

    from sqlalchemy.engine import Connection


class Archived(NamedTuple):
    """A copy as it was fetched: from which address and when (a UTC instant)."""

    original: Original
    url: str
    fetched_at: datetime


def keep(conn: Connection, announcement: int, original: Original, url: str, fetched_at: datetime) -> None:
    """Keeps what an announcement was read from; the same bytes are kept once."""
    sha256 = original.sha256
    if not conn.execute(sa.select(archive.c.sha256).where(archive.c.sha256 == sha256)).first():
        row = {"sha256": sha256, "media_type": original.media_type, "content": original.content}
        conn.execute(archive.insert().values(**row))
    link = {"announcement": announcement, "archive": sha256, "url": url, "fetched_at": fetched_at}
    conn.execute(archived.insert().values(**link))


def of_announcement(conn: Connection, announcement: int) -> Archived:
    """The copy that an announcement was read from. Raises NotFoundError where none is kept: it came from a file."""
    query = (
        sa.select(archive.c.content, archive.c.media_type, archived.c.url, archived.c.fetched_at)
        .join(archive, archive.c.sha256 == archived.c.archive)
        .where(archived.c.announcement == announcement)
    )
    row = conn.execute(query).one_or_none()
    if row is None:
        raise NotFoundError("archived copy of announcement", announcement, "what came from a file is not copied")
    return Archived(Original(row.content, row.media_type), row.url, row.fetched_at)


def erase(conn: Connection, announcement: int) -> None:
    """Erases the copy, unless another announcement was read from the same bytes."""
    mine = archived.c.announcement == announcement
    sha256 = conn.execute(sa.select(archived.c.archive).where(mine)).scalar()
    conn.execute(archived.delete().where(mine))
    used = sa.select(archived.c.archive).where(archived.c.archive == sha256)
    conn.execute(archive.delete().where(archive.c.sha256 == sha256, ~used.exists()))
