"""What alembic runs: the migrations, on the connection and in the transaction that `database` gives."""

from __future__ import annotations

from alembic import context

from accordingto.casebook.schema import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite can: a casebook whose making was cut off has no tables at all, not half of them.
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
