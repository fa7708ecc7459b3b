"""Alembic's entry: runs the migrations in the transaction that `tracker.store.migrate` has opened."""

from alembic import context

from tracker.store import schema
from tracker.store.migrate import VERSION_TABLE

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=schema.metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
