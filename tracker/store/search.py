"""Commitments found by words, with their forms: what may be meant, generously; the ranking is not made here."""

from __future__ import annotations

from functools import reduce
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from tracker.core.status import UNSETTLED, Review
from tracker.store import tables

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy.engine import Connection

_commitment, _occurrence = tables.commitment, tables.occurrence
AT_ONCE = 200
"""The most words that one statement asks for."""

_FOUND: sa.Select[Any] = sa.select(_commitment.c.number, _commitment.c.promisor_folded, _commitment.c.deed_folded)
_IS_OPEN = sa.and_(
    _commitment.c.review == Review.TRACKED.value,
    sa.exists().where(_occurrence.c.commitment == _commitment.c.number, _occurrence.c.status.in_(sorted(UNSETTLED))),
)


def newest(conn: Connection) -> int:
    """The number of the newest commitment, whatever its state; 0 where there is none."""
    return conn.execute(sa.select(sa.func.max(_commitment.c.number))).scalar() or 0


def has_open(conn: Connection, after: int = 0) -> bool:
    """True where any commitment of a number after this one is tracked and not settled."""
    is_asked = sa.and_(_commitment.c.number > after, _IS_OPEN)
    return conn.execute(sa.select(_commitment.c.number).where(is_asked).limit(1)).first() is not None


def find_open(conn: Connection, words: Collection[str], after: int = 0) -> dict[int, tuple[str, str]]:
    """The tracked, unsettled commitments in which any of these words stands: by number, promisor and deed, folded;
    those of a number after one.

    Words mean themselves, whatever characters they have. All are found: to rank is not the search's.
    """
    search = _in_sqlite if conn.dialect.name == "sqlite" else _in_postgresql
    asked = sorted(set(words))
    found: dict[int, tuple[str, str]] = {}
    for start in range(0, len(asked), AT_ONCE):
        rows = conn.execute(search(asked[start : start + AT_ONCE]).where(_commitment.c.number > after))
        found.update({row.number: (row.promisor_folded, row.deed_folded) for row in rows})
    return found


def tidy(conn: Connection) -> None:
    """Lets the index forget for good what was taken out of it; PostgreSQL's does with the next VACUUM."""
    if conn.dialect.name == "sqlite":
        conn.exec_driver_sql("INSERT INTO commitment_search (commitment_search) VALUES ('optimize')")


def _in_sqlite(words: Sequence[str]) -> sa.Select[Any]:
    """A query in FTS5's own language: each word between quotes, those in it doubled, so that no sign means more."""
    index = sa.table("commitment_search", sa.column("rowid", sa.Integer))
    asked = " OR ".join('"' + word.replace('"', '""').replace("\0", " ") + '"' for word in words)
    matching = sa.select(index.c.rowid).where(sa.literal_column("commitment_search").op("MATCH")(asked))
    return _FOUND.where(_commitment.c.number.in_(matching), _IS_OPEN)


def _in_postgresql(words: Sequence[str]) -> sa.Select[Any]:
    """The same in PostgreSQL, which reads each word as text and not as a query."""
    english: sa.ColumnElement[str] = sa.literal_column("'english'")
    vector = sa.func.to_tsvector(english, _commitment.c.search_text)
    each: list[sa.ColumnElement[Any]] = [sa.func.plainto_tsquery(english, word.replace("\0", " ")) for word in words]
    asked = reduce(lambda one, other: one.op("||")(other), each)
    return _FOUND.where(vector.op("@@")(asked), _IS_OPEN)
