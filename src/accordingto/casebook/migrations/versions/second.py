"""What undoing a decision and a queue of what to look at need; the look-up tables are made anew behind it."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None


def upgrade() -> None:
    """Add the columns; what stands in them until the tables are made anew is never looked at."""
    for name in ("found", "part"):
        op.add_column("source", sa.Column(name, sa.BigInteger, nullable=False, server_default="0"))
        op.create_index(f"source_{name}", "source", [name])
    op.add_column("source", sa.Column("found_because", sa.Text))
    for table in ("statement", "figure"):
        op.add_column(table, sa.Column("rank", sa.Float, nullable=False, server_default="0"))
        op.create_index(f"{table}_rank", table, ["outdated", "review", "rank", "number"])
    op.add_column("figure", sa.Column("findings", sa.Text, nullable=False, server_default="[]"))
