"""What later announcements say: proposed evidence, the names of promisors, and the search over commitments."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0005"
down_revision = "0004"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")

# In step by triggers, which a later migration that rebuilds `commitment` in batch mode must make again.
SEARCH = {
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
        "INSERT INTO commitment_search (commitment_search) VALUES ('rebuild')",
    ),
    "postgresql": ("CREATE INDEX ix_commitment_search ON commitment USING gin (to_tsvector('english', search_text))",),
}
UNSEARCH = {
    "sqlite": (
        "DROP TRIGGER commitment_search_update",
        "DROP TRIGGER commitment_search_delete",
        "DROP TRIGGER commitment_search_insert",
        "DROP TABLE commitment_search",
    ),
    "postgresql": ("DROP INDEX ix_commitment_search",),
}


def text(name: str) -> sa.Column[str]:
    """Words, empty where there are none."""
    return sa.Column(name, TEXT, nullable=False)


def real_days(*columns: str) -> list[sa.CheckConstraint]:
    """Days that exist; PostgreSQL's type for them sees to it by itself."""
    return [
        sa.CheckConstraint(f"{column} IS date({column}, '+0 days')", name=f"{column}_is_a_day").ddl_if(dialect="sqlite")
        for column in columns
    ]


def upgrade() -> None:
    """What later announcements say: proposed evidence, the names of promisors, and the search over commitments."""
    create_matched()
    create_alias()
    for statement in SEARCH[op.get_bind().dialect.name]:
        op.execute(statement)


def downgrade() -> None:
    """Takes all of it back."""
    for statement in UNSEARCH[op.get_bind().dialect.name]:
        op.execute(statement)
    op.drop_table("alias")
    op.drop_table("matched")


def create_matched() -> None:
    op.create_table(
        "matched",
        sa.Column("evidence", sa.Integer, sa.ForeignKey("evidence.id"), primary_key=True, autoincrement=False),
        sa.Column("announcement", sa.Integer, sa.ForeignKey("announcement.number"), nullable=False),
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


def create_alias() -> None:
    op.create_table(
        "alias",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        *map(text, ("alias", "name", "alias_folded", "name_folded", "made_by")),
        sa.Column("made_at", INSTANT, nullable=False),
        sa.UniqueConstraint("alias_folded"),
        sa.CheckConstraint("alias_folded <> name_folded", name="another"),
        sa.Index(None, "name_folded"),
        sqlite_autoincrement=True,
    )
