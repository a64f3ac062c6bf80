"""How the tables of a casebook came about, one step after the other, for alembic."""
