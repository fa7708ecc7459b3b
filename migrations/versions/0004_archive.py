"""Where announcements come from: what was fetched, and what is watched."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def text(name: str) -> sa.Column[str]:
    """Words, empty where there are none."""
    return sa.Column(name, TEXT, nullable=False)


def upgrade() -> None:
    """What was fetched, and what is watched."""
    create_archive()
    create_watched()


def downgrade() -> None:
    """Takes it back."""
    for name in ("watched_text", "watched", "archived", "archive"):
        op.drop_table(name)


def create_archive() -> None:
    """The bytes, and which announcement was read from them."""
    op.create_table(
        "archive",
        sa.Column("sha256", TEXT, primary_key=True),
        text("media_type"),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "archived",
        sa.Column("announcement", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("archive", TEXT, sa.ForeignKey("archive.sha256"), nullable=False),
        text("url"),
        sa.Column("fetched_at", INSTANT, nullable=False),
        sa.Index(None, "archive"),
    )


def create_watched() -> None:
    """The watch list, and the texts that visits have taken in."""
    op.create_table(
        "watched",
        sa.Column("number", sa.Integer, sa.Identity(), primary_key=True),
        text("url"),
        text("publisher"),
        text("added_by"),
        sa.Column("added_at", INSTANT, nullable=False),
        text("etag"),
        text("last_modified"),
        sa.Column("visited_at", INSTANT),
        sa.Column("next_at", INSTANT),
        sa.Column("failures", sa.Integer, nullable=False),
        text("problem"),
        sa.UniqueConstraint("url"),
        sa.CheckConstraint("failures >= 0", name="failures"),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "watched_text",
        sa.Column("sha256", TEXT, primary_key=True),
        sa.Column("seen_at", INSTANT, nullable=False),
    )
