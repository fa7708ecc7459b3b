"""Commitments found by words, with their forms: what may be meant, generously; the ranking is not made here."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.status import UNSETTLED, Review
from tracker.store import tables

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy.engine import Connection

_commitment, _occurrence = tables.commitment, tables.occurrence
MOST = 300
"""The most commitments that one search gives."""

_IS_OPEN = sa.and_(
    _commitment.c.review == Review.TRACKED.value,
    sa.exists().where(_occurrence.c.commitment == _commitment.c.number, _occurrence.c.status.in_(sorted(UNSETTLED))),
)


def has_open(conn: Connection) -> bool:
    """True where any commitment is tracked and not settled."""
    return conn.execute(sa.select(_commitment.c.number).where(_IS_OPEN).limit(1)).first() is not None


def find_open(conn: Connection, searches: Iterable[Sequence[str]]) -> set[int]:
    """The numbers of tracked, unsettled commitments in which any word of one of these searches stands.

    Each search gives those with the most of its words. Words mean themselves, whatever characters they have.
    """
    search = _in_sqlite if conn.dialect.name == "sqlite" else _in_postgresql
    found: set[int] = set()
    for words in searches:
        if words:
            found.update(conn.execute(search(words)).scalars())
    return found


def tidy(conn: Connection) -> None:
    """Lets the index forget for good what was taken out of it; PostgreSQL's does with the next VACUUM."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("INSERT INTO commitment_search (commitment_search) VALUES ('optimize')")


def _in_sqlite(words: Sequence[str]) -> sa.Select[Any]:
    """A query in FTS5's own language: each word between quotes, those in it doubled, so that no sign means more."""
    index = sa.table("commitment_search", sa.column("rowid", sa.Integer), sa.column("rank"))
    asked = " OR ".join('"' + word.replace('"', '""').replace("\0", " ") + '"' for word in words)
    return (
        sa.select(_commitment.c.number)
        .join(index, index.c.rowid == _commitment.c.number)
        .where(sa.literal_column("commitment_search").op("MATCH")(asked), _IS_OPEN)
        .order_by(index.c.rank, _commitment.c.number)
        .limit(MOST)
    )


def _in_postgresql(words: Sequence[str]) -> sa.Select[Any]:
    """The same in PostgreSQL, which reads each word as text and not as a query."""
    english: sa.ColumnElement[str] = sa.literal_column("'english'")
    vector = sa.func.to_tsvector(english, _commitment.c.search_text)
    each: list[sa.ColumnElement[Any]] = [sa.func.plainto_tsquery(english, word.replace("\0", " ")) for word in words]
    asked = reduce(lambda one, other: one.op("||")(other), each)
    return (
        sa.select(_commitment.c.number)
        .where(vector.op("@@")(asked), _IS_OPEN)
        .order_by(sa.func.ts_rank(vector, asked).desc(), _commitment.c.number)
        .limit(MOST)
    )
