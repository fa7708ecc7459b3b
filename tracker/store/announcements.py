"""Announcements in the database."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.announcement import normalised
from tracker.core.record import StoredAnnouncement
from tracker.core.status import Review
from tracker.errors import NotFoundError, UsageError
from tracker.store import (
    archives,
    evidence,
    evidence_tables,
    ledger,
    outbox,
    search,
    tables,
    versions,
    watches,
    wish_tables,
)
from tracker.store.payload import PURGED
from tracker.store.rows import announcement_row, read_announcement

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from sqlalchemy.engine import Connection

    from tracker.core.announcement import Announcement
    from tracker.store.change import Change

_announcement = tables.announcement


def add(change: Change, announcement: Announcement, ingested_at: datetime) -> StoredAnnouncement:
    """Adds an announcement and what it was fetched as, and notes which one it is a newer version of.

    `ingested_at` is a UTC instant.
    """
    version_of = versions.latest_before(change.conn, announcement, ingested_at)
    number = change.insert(_announcement, announcement_row(announcement, ingested_at, version_of))
    if announcement.original:
        archives.keep(change.conn, number, announcement.original, announcement.url, ingested_at)
    return StoredAnnouncement(number, announcement, ingested_at, version_of)


def name_publisher(change: Change, stored: StoredAnnouncement, name: str, commitment: int) -> None:
    """Writes who published an announcement; its history is also that of the commitment by which it was named.

    Raises ConflictError where somebody else named it since it was read.
    """
    before, after = {"publisher": stored.announcement.publisher}, {"publisher": name}
    change.update(_announcement, stored.number, before, after, commitment=commitment)
    fold_publisher(change.conn, stored.number)


def fold_publisher(conn: Connection, number: int) -> None:
    """Derives anew what filters look through from an announcement's publisher."""
    is_its = _announcement.c.number == number
    name = conn.execute(sa.select(_announcement.c.publisher).where(is_its)).scalar_one()
    conn.execute(_announcement.update().where(is_its).values(publisher_folded=normalised(name)))


def get(conn: Connection, number: int) -> StoredAnnouncement:
    """The announcement of a number. Raises NotFoundError."""
    row = conn.execute(sa.select(_announcement).where(_announcement.c.number == number)).mappings().one_or_none()
    if row is None:
        raise NotFoundError("announcement", number)
    return read_announcement(row)


def headings(conn: Connection, numbers: Collection[int]) -> dict[int, StoredAnnouncement]:
    """By number, the announcements of these numbers without their texts."""
    columns: list[sa.ColumnElement[Any]] = [column for column in _announcement.c if column.name != "text"]
    query = sa.select(*columns, sa.literal("").label("text")).where(_announcement.c.number.in_(sorted(set(numbers))))
    return {row["number"]: read_announcement(row) for row in conn.execute(query).mappings()}


def by_sha256(conn: Connection, sha256: str) -> StoredAnnouncement | None:
    """The announcement of this text, also where the text was purged since."""
    row = conn.execute(sa.select(_announcement).where(_announcement.c.sha256 == sha256)).mappings().one_or_none()
    return read_announcement(row) if row else None


def publishers_of(conn: Connection, numbers: Collection[int]) -> dict[int, str]:
    """The publishers of these announcements, by number."""
    query = sa.select(_announcement.c.number, _announcement.c.publisher).where(_announcement.c.number.in_(numbers))
    return {row.number: row.publisher for row in conn.execute(query)}


def erase(change: Change, number: int, why: str, at: datetime) -> None:
    """Purges an announcement for good: its text, title and archived copy, the words of all that was found in it or said
    of that, the messages that quote it, what a feed says of its page while that is waited for, and what history tells
    of them. Numbers, dates and verdicts stay, and the
    text's SHA-256, by which it is known again.

    Its commitments become dismissed, and what is proposed of them, or of what it says of others, is rejected. Works
    also for one whose ingestion was taken back, as history still tells it.
    Raises NotFoundError, UsageError where it was purged before.
    """
    conn, purge, history = change.conn, ledger.purge, ledger.history
    if conn.execute(sa.select(purge.c.announcement).where(purge.c.announcement == number)).first():
        raise UsageError(f"announcement {number} was purged before", "nothing is left to erase")
    if not conn.execute(sa.select(history.c.id).where(history.c.announcement == number).limit(1)).first():
        raise NotFoundError("announcement", number)
    evidence.withdraw_of(change, number)
    _forget_what_waits(conn, number)
    conn.execute(purge.insert().values(announcement=number, why=why, purged_at=at))
    _erase_words(conn, number)
    search.tidy(conn)
    _erase_history(conn, number)
    outbox.erase(conn, number, at)
    archives.erase(conn, number)
    change.record(_announcement, str(number), PURGED, PURGED, announcement=number)
    found = sa.select(tables.commitment.c.number).where(tables.commitment.c.announcement == number)
    for commitment in conn.execute(found).scalars():
        change.record(tables.commitment, str(commitment), PURGED, PURGED, announcement=number, commitment=commitment)


def _forget_what_waits(conn: Connection, number: int) -> None:
    """Takes away what a feed said of the same page, or in the same words; history tells of undone ones too."""
    history = ledger.history
    is_its = history.c.announcement == number, history.c.table_name == _announcement.name
    written = [one for one in conn.execute(sa.select(history.c.after).where(*is_its)).scalars() if one]
    told = [one for one in written if "sha256" in one]  # the others tell of a publisher that was named
    watches.forget(conn, {one["sha256"] for one in told}, {one["url"] for one in told} - {""})


def _erase_words(conn: Connection, number: int) -> None:
    commitment, occurrence, note = tables.commitment, tables.occurrence, tables.note
    found = sa.select(commitment.c.number).where(commitment.c.announcement == number)
    falls_due = sa.select(occurrence.c.id).where(occurrence.c.commitment.in_(found))
    emptied = dict.fromkeys(("text", "title", "publisher", "url", "origin", "document", "publisher_folded"), "")
    conn.execute(_announcement.update().where(_announcement.c.number == number).values(is_erased=True, **emptied))
    for table in (tables.amendment, tables.evidence):
        words = dict.fromkeys({"source", "reason", "reference", "quote", "sha256"} & set(table.c.keys()), "")
        conn.execute(table.update().where(table.c.occurrence.in_(falls_due)).values(**words))
    _erase_matched(conn, number, falls_due)
    conn.execute(note.update().where(note.c.commitment.in_(found)).values(text=""))
    conn.execute(tables.event.delete().where(tables.event.c.announcement == number))
    wish = wish_tables.wish
    conn.execute(wish.update().where(wish.c.occurrence.in_(falls_due)).values(reason=""))
    conn.execute(
        occurrence.update()
        .where(occurrence.c.commitment.in_(found))
        .values(reason="", next_stage_on=None, version=occurrence.c.version + 1)
    )
    conn.execute(
        commitment.update()
        .where(commitment.c.announcement == number)
        .values(
            **dict.fromkeys(("sentence", "promisor", "deed", "key", "search_text"), ""),
            **dict.fromkeys(("promisor_folded", "deed_folded"), ""),
            **{
                name: sa.case((commitment.c.words.is_not(None), ""))
                for name in ("anchor_reason", "explanation", "words")
            },
            features=[],
            steps=sa.case((commitment.c.words.is_not(None), sa.literal([], commitment.c.steps.type))),
            condition=None,
            review=Review.DISMISSED.value,
            dismissed_for="purged",
            version=commitment.c.version + 1,
        )
    )


def _erase_matched(conn: Connection, number: int, falls_due: sa.Select[Any]) -> None:
    """Empties what other commitments' evidence quotes from the announcement, and what is quoted on its own ones."""
    matched, shown = evidence_tables.matched, tables.evidence
    told = sa.select(matched.c.evidence).where(matched.c.announcement == number)
    own = sa.select(shown.c.id).where(shown.c.occurrence.in_(falls_due))
    conn.execute(shown.update().where(shown.c.id.in_(told)).values(reference="", quote=""))
    conn.execute(matched.update().where(matched.c.evidence.in_(told.union(own))).values(words=[]))


def _erase_history(conn: Connection, number: int) -> None:
    """Empties the payloads, and the summaries of the changes that they belong to; the triggers allow just this."""
    history, change_set = ledger.history, ledger.change_set
    emptied = sa.literal(PURGED, history.c.before.type)
    conn.execute(
        history.update()
        .where(history.c.announcement == number)
        .values({side: sa.case((history.c[side].is_not(sa.null()), emptied)) for side in ("before", "after")})
    )
    touching = sa.select(history.c.change_set).where(history.c.announcement == number)
    conn.execute(change_set.update().where(change_set.c.number.in_(touching)).values(summary=""))
