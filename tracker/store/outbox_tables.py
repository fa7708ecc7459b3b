"""The tables of what is sent. They tell what the program did, so that no history is kept of them."""

from __future__ import annotations

import sqlalchemy as sa

from tracker.core.outbox import MessageKind, MessageState, Verdict
from tracker.store import ledger
from tracker.store.columns import flag, key, metadata, one_of, table, text, to
from tracker.store.types import TEXT, Instant

message = table(
    "message",
    key(),
    text("uuid"),
    text("channel"),
    text("recipient"),
    text("kind"),
    text("summary"),
    text("body"),
    text("state"),
    sa.Column("composed_at", Instant, nullable=False),
    sa.Column("attempts", sa.Integer, nullable=False),
    sa.Column("next_attempt_at", Instant, nullable=False),
    sa.Column("leased_until", Instant),
    text("lease"),
    sa.Column("ended_at", Instant),
    sa.UniqueConstraint("uuid"),
    sa.CheckConstraint("attempts >= 0", name="attempts"),
    sa.CheckConstraint(f"(state = '{MessageState.PENDING}') = (ended_at IS NULL)", name="ended"),
    sa.CheckConstraint("(leased_until IS NULL) = (lease = '')", name="leased"),
    one_of("kind", MessageKind),
    one_of("state", MessageState),
    sa.Index(
        "ix_message_pending",
        "channel",
        "next_attempt_at",
        sqlite_where=sa.text(f"state = '{MessageState.PENDING}'"),
        postgresql_where=sa.text(f"state = '{MessageState.PENDING}'"),
    ),
    sa.Index(None, "state", "ended_at"),
    sa.Index(None, "channel", "recipient", "composed_at"),
)

delivery = table(
    "delivery",
    key(),
    to(ledger.alert.c.id, "alert"),
    text("channel"),
    text("recipient"),
    flag("is_single"),
    sa.Column("send_after", Instant, nullable=False),
    sa.Column("planned_at", Instant, nullable=False),
    to(message.c.id, "message", nullable=True),
    sa.Column("withdrawn_at", Instant),
    text("withdrawn_for"),
    sa.UniqueConstraint("alert", "channel", "recipient"),
    sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_for = '')", name="withdrawn"),
    sa.Index(None, "message"),
    sa.Index(
        "ix_delivery_planned",
        "channel",
        "recipient",
        sqlite_where=sa.text("message IS NULL AND withdrawn_at IS NULL"),
        postgresql_where=sa.text("message IS NULL AND withdrawn_at IS NULL"),
    ),
)

attempt = table(
    "attempt",
    key(),
    to(message.c.id, "message"),
    sa.Column("started_at", Instant, nullable=False),
    sa.Column("ended_at", Instant, nullable=False),
    text("verdict"),
    text("detail"),
    sa.Column("next_attempt_at", Instant),
    one_of("verdict", Verdict),
    sa.Index(None, "message"),
    sa.Index(None, "started_at"),
)

# A recipient whose server said that it wants nothing any more: nothing is composed for it before somebody revives it.
switched_off = sa.Table(
    "switched_off",
    metadata,
    sa.Column("channel", TEXT, primary_key=True),
    sa.Column("recipient", TEXT, primary_key=True),
    text("reason"),
    sa.Column("since", Instant, nullable=False),
)
