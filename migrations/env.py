"""Alembic's entry: runs the migrations in the transaction that `tracker.store.migrate` has opened."""

from alembic import context

from tracker.store.migrate import VERSION_TABLE
from tracker.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
context.run_migrations()
