"""The tables of where announcements come from: what was fetched, and what is watched.

They outlive an ingestion that is taken back, so that nothing is fetched into the store twice and a purge finds all of
it; hence no foreign key leads to an announcement.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from tracker.store.columns import DERIVED, key, metadata, table, text
from tracker.store.types import JSON, TEXT, Instant

# The bytes as a server sent them, each once, however many entries a feed has.
archive = sa.Table(
    "archive",
    metadata,
    sa.Column("sha256", TEXT, primary_key=True),
    text("media_type"),
    sa.Column("content", sa.LargeBinary, nullable=False),
)

# Which announcement was read from which bytes, from which address, and when it was fetched.
archived = sa.Table(
    "archived",
    metadata,
    sa.Column("announcement", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("archive", TEXT, sa.ForeignKey("archive.sha256"), nullable=False),
    text("url"),
    sa.Column("fetched_at", Instant, nullable=False),
    sa.Index(None, "archive"),
)


def _state(name: str, kind: sa.types.TypeEngine[Any], default: object = None) -> sa.Column[Any]:
    """A column that visits write; it is left out of history, and begins anew where an undo puts the row back."""
    return sa.Column(name, kind, nullable=default is None, default=default, info={DERIVED: True})


watched = table(
    "watched",
    key("number"),
    text("url"),
    text("publisher"),
    text("added_by"),
    sa.Column("added_at", Instant, nullable=False),
    _state("etag", TEXT, ""),
    _state("last_modified", TEXT, ""),
    _state("visited_at", Instant()),
    _state("next_at", Instant()),
    _state("failures", sa.Integer(), 0),
    _state("problem", TEXT, ""),
    sa.UniqueConstraint("url"),
    sa.CheckConstraint("failures >= 0", name="failures"),
)

# What visits have taken in, by the SHA-256 of its text, and of what a feed says of it where that is only a part: one
# that a person took back does not come again.
watched_text = sa.Table(
    "watched_text",
    metadata,
    sa.Column("sha256", TEXT, primary_key=True),
    sa.Column("seen_at", Instant, nullable=False),
)

# What waits for a page that is down, by the same SHA-256: since when, and when the page was asked for last; whose entry
# it is and what that says, for the day on which its feed no longer holds it.
watched_waiting = sa.Table(
    "watched_waiting",
    metadata,
    sa.Column("sha256", TEXT, primary_key=True),
    sa.Column("since", Instant, nullable=False),
    sa.Column("asked_at", Instant, nullable=False),
    sa.Column("watched_url", TEXT, nullable=False),
    sa.Column("entry", JSON, nullable=False),
    sa.Index(None, "watched_url"),
)
