"""The events that conditional commitments wait for."""

from __future__ import annotations

import json

import sqlalchemy as sa
from alembic import op

from tracker.core.announcement import normalised

revision = "0006"
down_revision = "0005"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """The events that conditional commitments wait for, those that are stored among them."""
    op.create_table(
        "event",
        sa.Column("id", sa.Integer, sa.Identity(), primary_key=True),
        sa.Column("announcement", sa.Integer, sa.ForeignKey("announcement.number"), nullable=False),
        sa.Column("name", TEXT, nullable=False),
        sa.Column("happened_on", sa.Date),
        sa.Column("source", TEXT, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.UniqueConstraint("announcement", "name"),
        sa.CheckConstraint("version >= 1", name="version"),
        sa.CheckConstraint("happened_on IS date(happened_on, '+0 days')", name="happened_on_is_a_day").ddl_if(
            dialect="sqlite"
        ),
        sqlite_autoincrement=True,
    )
    event = sa.table("event", *map(sa.column, ("announcement", "name", "source", "version")))
    rows = [
        {"announcement": announcement, "name": name, "source": "", "version": 1} for announcement, name in _awaited()
    ]
    if rows:
        op.bulk_insert(event, rows)


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("event")


def _awaited() -> list[tuple[int, str]]:
    """Each event that a stored commitment waits for: its announcement's number and its normalised words."""
    query = "SELECT announcement, condition FROM commitment WHERE condition IS NOT NULL ORDER BY number"
    found = {}
    for announcement, condition in op.get_bind().execute(sa.text(query)):
        read = json.loads(condition) if isinstance(condition, str) else condition
        if read and read.get("event"):
            found[announcement, normalised(read["event"])] = None
    return list(found)
