"""The tables of what happened: changes, their history, purges, alerts, checks. Triggers keep them as written."""

from __future__ import annotations

import sqlalchemy as sa

from tracker.store import tables
from tracker.store.columns import key, metadata, real_days, table, text, to
from tracker.store.types import JSON, TEXT, Instant

change_set = table(
    "change_set",
    key("number"),
    text("action"),
    text("summary"),
    text("made_by"),
    sa.Column("made_at", Instant, nullable=False),
    to("change_set.number", "undoes", nullable=True),
    sa.UniqueConstraint("undoes"),  # a change is taken back once
    sa.CheckConstraint("undoes < number", name="undoes"),
)

# `announcement` and `commitment` name whose row it was, without a foreign key: history outlives what an undo removes.
history = table(
    "history",
    key(),
    to("change_set.number", "change_set"),
    text("table_name"),
    text("row_key"),
    sa.Column("announcement", sa.Integer),
    sa.Column("commitment", sa.Integer),
    sa.Column("before", JSON),
    sa.Column("after", JSON),
    sa.CheckConstraint("before IS NOT NULL OR after IS NOT NULL", name="payload"),
    sa.Index(None, "change_set"),
    sa.Index(None, "announcement"),
    sa.Index(None, "commitment"),
    sa.Index(None, "table_name", "row_key"),
)

# An announcement whose text was erased; its row here is what lets the triggers empty its history.
purge = sa.Table(
    "purge",
    metadata,
    sa.Column("announcement", sa.Integer, primary_key=True, autoincrement=False),
    text("why"),
    sa.Column("purged_at", Instant, nullable=False),
)

alert = table(
    "alert",
    key(),
    to(tables.commitment.c.number, "commitment"),
    to(tables.occurrence.c.id, "occurrence"),
    sa.Column("arming", sa.Integer, nullable=False),
    text("stage"),
    sa.Column("stage_on", sa.Date, nullable=False),
    sa.Column("said_on", sa.Date, nullable=False),
    sa.UniqueConstraint("occurrence", "arming", "stage", "stage_on"),
    *real_days("stage_on", "said_on"),
    sa.Index(None, "commitment"),
)

check_run = sa.Table(
    "check_run",
    metadata,
    sa.Column("local_date", sa.Date, primary_key=True),
    sa.Column("checked_at", Instant, nullable=False),
    sa.Column("said", sa.Integer, nullable=False),
    sa.CheckConstraint("said >= 0", name="said"),
    *real_days("local_date"),
)

setting = sa.Table(
    "setting",
    metadata,
    sa.Column("name", TEXT, primary_key=True),
    text("value"),
)
