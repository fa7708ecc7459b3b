"""What was announced and what became of it: announcements, commitments, occurrences."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0001"
down_revision = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def key(name: str = "id") -> sa.Column[int]:
    """A number that is never used again."""
    return sa.Column(name, sa.Integer, sa.Identity(), primary_key=True)


def to(target: str, name: str, *, nullable: bool = False) -> sa.Column[int]:
    """A number that must stand in another table's column."""
    return sa.Column(name, sa.Integer, sa.ForeignKey(target), nullable=nullable)


def text(name: str) -> sa.Column[str]:
    """Words, empty where there are none."""
    return sa.Column(name, TEXT, nullable=False)


def flag(name: str) -> sa.Column[bool]:
    """True or false, never unknown."""
    return sa.Column(name, sa.Boolean(name=name, create_constraint=True), nullable=False)


def one_of(column: str, *values: str) -> sa.CheckConstraint:
    """A column that holds these values and nothing else."""
    return sa.CheckConstraint(f"{column} IN ({', '.join(repr(value) for value in values)})", name=column)


def real_days(*columns: str) -> list[sa.CheckConstraint]:
    """Days that exist; PostgreSQL's type for them sees to it by itself."""
    return [
        sa.CheckConstraint(f"{column} IS date({column}, '+0 days')", name=f"{column}_is_a_day").ddl_if(dialect="sqlite")
        for column in columns
    ]


def upgrade() -> None:
    """What was announced and what became of it: announcements, commitments, occurrences."""
    create_announcement()
    create_commitment()
    create_commitment_tag()
    create_occurrence()
    create_amendment()
    create_evidence()
    create_note()


def downgrade() -> None:
    """Takes all of it back."""
    op.drop_table("note")
    op.drop_table("evidence")
    op.drop_table("amendment")
    op.drop_table("occurrence")
    op.drop_table("commitment_tag")
    op.drop_table("commitment")
    op.drop_table("announcement")


def create_announcement() -> None:
    op.create_table(
        "announcement",
        key("number"),
        text("sha256"),
        text("text"),  # long, and never changed: history would only make it harder to purge
        sa.Column("announced_on", sa.Date, nullable=False),
        text("date_source"),
        text("title"),
        text("publisher"),
        text("url"),
        text("kind"),
        text("document"),
        text("origin"),
        sa.Column("ingested_at", INSTANT, nullable=False),
        to("announcement.number", "version_of", nullable=True),
        flag("is_erased"),
        text("publisher_folded"),
        sa.UniqueConstraint("sha256"),
        one_of("date_source", "given", "metadata", "dateline", "time_tag", "feed", "guessed"),
        *real_days("announced_on"),
        sa.Index(None, "url"),
        sqlite_autoincrement=True,
    )


def create_commitment() -> None:
    op.create_table("commitment", *commitment_columns(), *commitment_constraints(), sqlite_autoincrement=True)


def commitment_columns() -> list[sa.Column[Any]]:
    return [
        key("number"),
        text("uuid"),
        to("announcement.number", "announcement"),
        text("sentence"),
        sa.Column("span_start", sa.Integer, nullable=False),
        sa.Column("span_end", sa.Integer, nullable=False),
        text("promisor"),
        text("promisor_source"),
        text("deed"),
        text("band"),
        sa.Column("score", sa.Double, nullable=False),
        sa.Column("features", JSON, nullable=False),
        text("kind"),
        text("sense"),
        sa.Column("words", TEXT),  # from here to is_past null where the sentence names no time
        sa.Column("words_start", sa.Integer),
        sa.Column("words_end", sa.Integer),
        sa.Column("rules", JSON),
        sa.Column("anchor_on", sa.Date),
        sa.Column("anchor_reason", TEXT),
        sa.Column("explanation", TEXT),
        sa.Column("steps", JSON),
        sa.Column("read_due", sa.Date),
        sa.Column("read_opens", sa.Date),
        sa.Column("read_strict_due", sa.Date),
        sa.Column("rrule", TEXT),
        sa.Column("condition", JSON),
        flag("is_past"),
        text("review"),
        sa.Column("tracked_on", sa.Date),
        text("reviewed_by"),
        sa.Column("reviewed_at", INSTANT),
        text("dismissed_for"),
        text("owner"),
        sa.Column("version", sa.Integer, nullable=False),
        text("key"),
        text("promisor_folded"),
        text("deed_folded"),
        text("owner_folded"),
        text("search_text"),
    ]


def commitment_constraints() -> list[sa.SchemaItem]:
    return [
        sa.UniqueConstraint("uuid"),
        sa.CheckConstraint("0 <= span_start AND span_start <= span_end", name="span"),
        sa.CheckConstraint("0 <= words_start AND words_start <= words_end", name="words_span"),
        sa.CheckConstraint("version >= 1", name="version"),
        sa.CheckConstraint(
            "(words IS NULL) = (rules IS NULL) AND (words IS NULL) = (anchor_on IS NULL) "
            "AND (words IS NULL) = (explanation IS NULL) AND (words IS NULL) = (steps IS NULL) "
            "AND (words IS NULL) = (words_start IS NULL) AND (words IS NULL) = (words_end IS NULL)",
            name="deadline",
        ),
        sa.CheckConstraint("review <> 'tracked' OR tracked_on IS NOT NULL", name="tracked_since"),
        sa.CheckConstraint("review <> 'proposed' OR tracked_on IS NULL", name="not_yet_tracked"),
        one_of("promisor_source", "subject", "agent", "speaker", "publisher", "person", "unknown"),
        one_of("band", "commitment", "review", "dropped"),
        one_of("kind", "dated", "recurring", "conditional", "vague", "open"),
        one_of("sense", "achieve", "keep"),
        one_of("review", "proposed", "tracked", "dismissed"),
        *real_days("anchor_on", "read_due", "read_opens", "read_strict_due", "tracked_on"),
        sa.Index(None, "announcement"),
        sa.Index(None, "review"),
        sa.Index(None, "key"),
    ]


def create_commitment_tag() -> None:
    op.create_table(
        "commitment_tag",
        sa.Column("commitment", sa.Integer, sa.ForeignKey("commitment.number"), primary_key=True),
        sa.Column("tag", TEXT, primary_key=True),
        sa.CheckConstraint("tag <> ''", name="tag"),
        sa.Index(None, "tag"),
    )


def create_occurrence() -> None:
    op.create_table("occurrence", *occurrence_columns(), *occurrence_constraints(), sqlite_autoincrement=True)


def occurrence_columns() -> list[sa.Column[Any]]:
    return [
        key(),
        to("commitment.number", "commitment"),
        sa.Column("number", sa.Integer, nullable=False),
        text("status"),
        sa.Column("due", sa.Date),
        sa.Column("first_due", sa.Date),
        sa.Column("opens", sa.Date),
        sa.Column("strict_due", sa.Date),
        sa.Column("review_on", sa.Date),
        sa.Column("done_on", sa.Date),
        sa.Column("settled_at", INSTANT),
        text("settled_by"),
        text("reason"),
        to("commitment.number", "superseded_by", nullable=True),
        sa.Column("arming", sa.Integer, nullable=False),
        sa.Column("next_stage_on", sa.Date),
        sa.Column("version", sa.Integer, nullable=False),
    ]


def occurrence_constraints() -> list[sa.SchemaItem]:
    return [
        sa.UniqueConstraint("commitment", "number"),
        sa.CheckConstraint("number >= 1", name="number"),
        sa.CheckConstraint("arming >= 0", name="arming"),
        sa.CheckConstraint("version >= 1", name="version"),
        sa.CheckConstraint("status <> 'fulfilled' OR done_on IS NOT NULL", name="fulfilled_on"),
        sa.CheckConstraint(
            "(status IN ('in_progress', 'open', 'stalled')) = (settled_at IS NULL)", name="settled_when"
        ),
        sa.CheckConstraint("done_on IS NULL OR settled_at IS NOT NULL", name="done_once_settled"),
        one_of(
            "status",
            "open",
            "in_progress",
            "stalled",
            "fulfilled",
            "partly_fulfilled",
            "not_fulfilled",
            "withdrawn",
            "superseded",
            "unverifiable",
        ),
        *real_days("due", "first_due", "opens", "strict_due", "review_on", "done_on", "next_stage_on"),
        sa.Index(None, "status"),
        sa.Index(None, "due"),
        sa.Index(None, "superseded_by"),
        sa.Index(
            None,
            "next_stage_on",
            sqlite_where=sa.text("next_stage_on IS NOT NULL"),
            postgresql_where=sa.text("next_stage_on IS NOT NULL"),
        ),
    ]


def create_amendment() -> None:
    op.create_table(
        "amendment",
        key(),
        to("occurrence.id", "occurrence"),
        sa.Column("old_due", sa.Date),
        sa.Column("new_due", sa.Date, nullable=False),
        text("source"),
        text("reason"),
        text("recorded_by"),
        sa.Column("recorded_at", INSTANT, nullable=False),
        *real_days("old_due", "new_due"),
        sa.Index(None, "occurrence"),
        sqlite_autoincrement=True,
    )


def create_evidence() -> None:
    op.create_table(
        "evidence",
        key(),
        to("occurrence.id", "occurrence"),
        text("kind"),
        text("reference"),
        text("stance"),
        text("state"),
        text("quote"),
        text("sha256"),
        text("added_by"),
        sa.Column("added_at", INSTANT, nullable=False),
        one_of("kind", "page", "file", "search", "question", "announcement"),
        one_of("stance", "done", "partly_done", "not_done", "moved", "dropped", "restated", "mention"),
        one_of("state", "proposed", "accepted", "rejected"),
        sa.Index(None, "occurrence"),
        sa.Index(None, "state"),
        sqlite_autoincrement=True,
    )


def create_note() -> None:
    op.create_table(
        "note",
        key(),
        to("commitment.number", "commitment"),
        text("text"),
        text("added_by"),
        sa.Column("added_at", INSTANT, nullable=False),
        sa.Index(None, "commitment"),
        sqlite_autoincrement=True,
    )
