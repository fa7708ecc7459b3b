"""What waits on the watch list for a page that is down."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """What waits on the watch list for a page that is down."""
    op.create_table(
        "watched_waiting",
        sa.Column("sha256", TEXT, primary_key=True),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("watched_waiting")
