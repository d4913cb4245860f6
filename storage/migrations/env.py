"""Runs the migrations on the connection that `storage.migrate` opened."""

from alembic import context

from storage import partial_indexes  # noqa: F401  so that the metadata has them
from storage.tables import metadata

connection = context.config.attributes["connection"]
# SQLite cannot alter a table: Alembic copies it (batch mode).
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True, compare_type=True)
with context.begin_transaction():
    context.run_migrations()
