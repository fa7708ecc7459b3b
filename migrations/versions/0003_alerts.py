"""What people wish of the alerts, and what is sent: wishes, silences, deliveries, messages, attempts."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")
TABLES = ("wish", "silence", "silenced", "following", "message", "delivery", "attempt", "switched_off")

TIMINGS = (
    "'long_overdue', 'overdue', 'due_today', 'due_soon', 'review_due', 'upcoming', 'undated', 'on_time', 'late', "
    "'closed'"
)


def key(name: str = "id") -> sa.Column[int]:
    """A number that is never used again."""
    return sa.Column(name, sa.Integer, sa.Identity(), primary_key=True)


def to(target: str, name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A number that must stand in another table's column."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=nullable)


def alone(target: str, name: str) -> sa.Column[int]:
    """The number of another table's row, of which there is one row here at the most."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), primary_key=True, autoincrement=False)


def text(name: str) -> sa.Column[str]:
    """Words, empty where there are none."""
    return sa.Column(name, TEXT, nullable=False)


def instant(name: str, *, nullable: bool = False) -> sa.Column[object]:
    """A UTC instant."""
    return sa.Column(name, INSTANT, nullable=nullable)


def real_days(*columns: str) -> list[sa.CheckConstraint]:
    """Days that exist; PostgreSQL's type for them sees to it by itself."""
    return [
        sa.CheckConstraint(f"{column} IS date({column}, '+0 days')", name=f"{column}_is_a_day").ddl_if(dialect="sqlite")
        for column in columns
    ]


def upgrade() -> None:
    """What people wish of the alerts, and what is sent: wishes, silences, deliveries, messages, attempts."""
    create_wish()
    create_silence()
    create_following()
    create_message()
    create_delivery()
    create_attempt()
    create_switched_off()
    op.create_index("ix_occurrence_status_due", "occurrence", ["status", "due"])


def downgrade() -> None:
    """Takes all of it back."""
    op.drop_index("ix_occurrence_status_due", "occurrence")
    for table in reversed(TABLES):
        op.drop_table(table)


def create_wish() -> None:
    op.create_table(
        "wish",
        key(),
        to("occurrence.id", "occurrence"),
        text("kind"),
        sa.Column("day", sa.Date),
        sa.Column("timing", TEXT),
        sa.Column("arming", sa.Integer, nullable=False),
        text("reason"),
        text("made_by"),
        instant("made_at"),
        sa.CheckConstraint("kind IN ('acknowledge', 'snooze', 'remind')", name="kind"),
        sa.CheckConstraint(f"timing IN ({TIMINGS})", name="timing"),
        sa.CheckConstraint("(kind = 'acknowledge') = (timing IS NOT NULL)", name="stands"),
        sa.CheckConstraint("kind = 'acknowledge' OR day IS NOT NULL", name="has_a_day"),
        *real_days("day"),
        sa.Index(None, "occurrence"),
        sqlite_autoincrement=True,
    )


def create_silence() -> None:
    op.create_table(
        "silence",
        key(),
        text("filter"),
        sa.Column("starts_on", sa.Date, nullable=False),
        sa.Column("ends_on", sa.Date, nullable=False),
        text("comment"),
        text("made_by"),
        instant("made_at"),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("starts_on <= ends_on", name="ends"),
        sa.CheckConstraint("version >= 1", name="version"),
        *real_days("starts_on", "ends_on"),
        sa.Index(None, "ends_on"),
        sqlite_autoincrement=True,
    )
    op.create_table("silenced", alone("alert.id", "alert"), to("silence.id", "silence"), sa.Index(None, "silence"))


def create_following() -> None:
    op.create_table(
        "following",
        alone("commitment.number", "commitment"),
        text("policy"),
        sa.Column("ends_on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False),
        sa.CheckConstraint("version >= 1", name="version"),
        *real_days("ends_on"),
    )


def create_message() -> None:
    is_pending = sa.text("state = 'pending'")
    op.create_table(
        "message",
        key(),
        *map(text, ("uuid", "channel", "recipient", "kind", "summary", "body", "state")),
        instant("composed_at"),
        sa.Column("attempts", sa.Integer, nullable=False),
        instant("next_attempt_at"),
        instant("leased_until", nullable=True),
        text("lease"),
        instant("ended_at", nullable=True),
        sa.UniqueConstraint("uuid"),
        sa.CheckConstraint("attempts >= 0", name="attempts"),
        sa.CheckConstraint("(state = 'pending') = (ended_at IS NULL)", name="ended"),
        sa.CheckConstraint("(leased_until IS NULL) = (lease = '')", name="leased"),
        sa.CheckConstraint("kind IN ('digest', 'single', 'quiet', 'test')", name="kind"),
        sa.CheckConstraint("state IN ('pending', 'sent', 'dead', 'withdrawn')", name="state"),
        sa.Index(
            "ix_message_pending", "channel", "next_attempt_at", sqlite_where=is_pending, postgresql_where=is_pending
        ),
        sa.Index(None, "state", "ended_at"),
        sa.Index(None, "channel", "recipient", "composed_at"),
        sqlite_autoincrement=True,
    )


def create_delivery() -> None:
    is_planned = sa.text("message IS NULL AND withdrawn_at IS NULL")
    op.create_table(
        "delivery",
        key(),
        to("alert.id", "alert"),
        text("channel"),
        text("recipient"),
        sa.Column("is_single", sa.Boolean(name="is_single", create_constraint=True), nullable=False),
        instant("send_after"),
        instant("planned_at"),
        to("message.id", "message", nullable=True),
        instant("withdrawn_at", nullable=True),
        text("withdrawn_for"),
        sa.UniqueConstraint("alert", "channel", "recipient"),
        sa.CheckConstraint("(withdrawn_at IS NULL) = (withdrawn_for = '')", name="withdrawn"),
        sa.Index(None, "message"),
        sa.Index("ix_delivery_planned", "channel", "recipient", sqlite_where=is_planned, postgresql_where=is_planned),
        sqlite_autoincrement=True,
    )


def create_attempt() -> None:
    op.create_table(
        "attempt",
        key(),
        to("message.id", "message"),
        instant("started_at"),
        instant("ended_at"),
        text("verdict"),
        text("detail"),
        instant("next_attempt_at", nullable=True),
        sa.CheckConstraint("verdict IN ('sent', 'retry', 'few', 'gone')", name="verdict"),
        sa.Index(None, "message"),
        sa.Index(None, "started_at"),
        sqlite_autoincrement=True,
    )


def create_switched_off() -> None:
    op.create_table(
        "switched_off",
        sa.Column("channel", TEXT, primary_key=True),
        sa.Column("recipient", TEXT, primary_key=True),
        text("reason"),
        instant("since"),
    )
