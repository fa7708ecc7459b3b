"""The tables of what people wish of the alerts, and of how a commitment is followed up."""

from __future__ import annotations

import sqlalchemy as sa

from tracker.core.timing import Timing
from tracker.core.wish import WishKind
from tracker.store import ledger, tables
from tracker.store.columns import DERIVED, key, metadata, one_of, real_days, table, text, to
from tracker.store.types import TEXT, Instant

wish = table(
    "wish",
    key(),
    to(tables.occurrence.c.id, "occurrence"),
    text("kind"),
    sa.Column("day", sa.Date),
    sa.Column("timing", TEXT),
    sa.Column("arming", sa.Integer, nullable=False),
    text("reason"),
    text("made_by"),
    sa.Column("made_at", Instant, nullable=False),
    one_of("kind", WishKind),
    one_of("timing", Timing),
    sa.CheckConstraint(f"(kind = '{WishKind.ACKNOWLEDGE}') = (timing IS NOT NULL)", name="stands"),
    sa.CheckConstraint(f"kind = '{WishKind.ACKNOWLEDGE}' OR day IS NOT NULL", name="has_a_day"),
    *real_days("day"),
    sa.Index(None, "occurrence"),
)

silence = table(
    "silence",
    key(),
    text("filter"),
    sa.Column("starts_on", sa.Date, nullable=False),
    sa.Column("ends_on", sa.Date, nullable=False),
    text("comment"),
    text("made_by"),
    sa.Column("made_at", Instant, nullable=False),
    sa.Column("version", sa.Integer, nullable=False, info={DERIVED: True}),
    sa.CheckConstraint("starts_on <= ends_on", name="ends"),
    sa.CheckConstraint("version >= 1", name="version"),
    *real_days("starts_on", "ends_on"),
    sa.Index(None, "ends_on"),
)

# The alerts that a silence kept back.
silenced = sa.Table(
    "silenced",
    metadata,
    sa.Column("alert", sa.Integer, sa.ForeignKey(ledger.alert.c.id), primary_key=True, autoincrement=False),
    to(silence.c.id, "silence"),
    sa.Index(None, "silence"),
)

# How one commitment is followed up, where that is not as the settings say; one without a row is.
following = sa.Table(
    "following",
    metadata,
    sa.Column(
        "commitment", sa.Integer, sa.ForeignKey(tables.commitment.c.number), primary_key=True, autoincrement=False
    ),
    text("policy"),
    sa.Column("ends_on", sa.Date),
    sa.Column("version", sa.Integer, nullable=False, info={DERIVED: True}),
    sa.CheckConstraint("version >= 1", name="version"),
    *real_days("ends_on"),
)
