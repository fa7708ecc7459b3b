"""Alembic's entry: runs the migrations in the transaction that `tracker.store.migrate` has opened."""

from alembic import context

from tracker.store.migrate import VERSION_TABLE
from tracker.store.schema import metadata


def is_declared(name, _kind, _parents):
    """False for the search index, which SQLAlchemy has no words for; a test compares it as the database tells it."""
    return "commitment_search" not in (name or "")


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    include_name=is_declared,
)
context.run_migrations()
