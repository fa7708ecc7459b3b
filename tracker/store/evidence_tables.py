"""The tables of what later announcements say of commitments, and of the names that promisors go by."""

from __future__ import annotations

import sqlalchemy as sa

from tracker.store import tables
from tracker.store.columns import key, metadata, real_days, table, text, to
from tracker.store.types import JSON, Instant

# One row beside each piece of evidence that the program proposed: where it read it, and what it read from it.
matched = sa.Table(
    "matched",
    metadata,
    sa.Column("evidence", sa.Integer, sa.ForeignKey(tables.evidence.c.id), primary_key=True, autoincrement=False),
    to(tables.announcement.c.number, "announcement"),
    sa.Column("span_start", sa.Integer, nullable=False),
    sa.Column("span_end", sa.Integer, nullable=False),
    sa.Column("words", JSON, nullable=False),
    sa.Column("score", sa.Double, nullable=False),
    sa.Column("due", sa.Date),
    sa.Column("done_on", sa.Date),
    sa.CheckConstraint("0 <= span_start AND span_start <= span_end", name="span"),
    *real_days("due", "done_on"),
    sa.Index(None, "announcement"),
)

alias = table(
    "alias",
    key(),
    text("alias"),
    text("name"),
    text("alias_folded"),
    text("name_folded"),
    text("made_by"),
    sa.Column("made_at", Instant, nullable=False),
    sa.UniqueConstraint("alias_folded"),
    sa.CheckConstraint("alias_folded <> name_folded", name="another"),
    sa.Index(None, "name_folded"),
)

# What SQLAlchemy has no words for: the index by which commitments are searched. `migrations/` has the same.
_SEARCH = {
    "sqlite": (
        (
            "CREATE VIRTUAL TABLE commitment_search USING fts5"
            "(search_text, content='commitment', content_rowid='number', tokenize='porter unicode61')"
        ),
        (
            "CREATE TRIGGER commitment_search_insert AFTER INSERT ON commitment BEGIN "
            "INSERT INTO commitment_search (rowid, search_text) VALUES (NEW.number, NEW.search_text); END"
        ),
        (
            "CREATE TRIGGER commitment_search_delete AFTER DELETE ON commitment BEGIN "
            "INSERT INTO commitment_search (commitment_search, rowid, search_text) "
            "VALUES ('delete', OLD.number, OLD.search_text); END"
        ),
        (
            "CREATE TRIGGER commitment_search_update AFTER UPDATE OF search_text ON commitment BEGIN "
            "INSERT INTO commitment_search (commitment_search, rowid, search_text) "
            "VALUES ('delete', OLD.number, OLD.search_text); "
            "INSERT INTO commitment_search (rowid, search_text) VALUES (NEW.number, NEW.search_text); END"
        ),
    ),
    "postgresql": ("CREATE INDEX ix_commitment_search ON commitment USING gin (to_tsvector('english', search_text))",),
}
for _dialect, _statements in _SEARCH.items():
    for _statement in _statements:
        sa.event.listen(tables.commitment, "after_create", sa.DDL(_statement).execute_if(dialect=_dialect))  # type: ignore[no-untyped-call]  # SQLAlchemy's own
