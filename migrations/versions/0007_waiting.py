"""What waits on the watch list for a page that is down."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

revision = "0007"
down_revision = "0006"

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
JSON = sa.JSON().with_variant(JSONB(), "postgresql")
INSTANT = sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite")


def upgrade() -> None:
    """What waits on the watch list for a page that is down."""
    op.create_table(
        "watched_waiting",
        sa.Column("sha256", TEXT, primary_key=True),
        sa.Column("since", INSTANT, nullable=False),
        sa.Column("asked_at", INSTANT, nullable=False),
        sa.Column("watched_url", TEXT, nullable=False, index=True),
        sa.Column("entry", JSON, nullable=False),
    )


def downgrade() -> None:
    """Takes it back."""
    op.drop_table("watched_waiting")
