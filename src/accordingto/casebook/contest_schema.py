"""The tables in which contests are kept as they stand.

They hold nothing of their own: comparing the figures gives them again. So they are not part of what is verified.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Float, Index, LargeBinary, Table, Text

from accordingto.casebook.schema import METADATA

CONTEST_ORDERS = ("conflicts", "figures", "reports", "publishers", "origins", "widest", "latest", "subject_order")
"""The columns by which contests are put in order."""

CONTEST = Table(
    "contest",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("zone", Text, nullable=False),
    Column("entry", BigInteger, nullable=False),
    Column("subject", Text, nullable=False),
    Column("subject_order", Text, nullable=False),
    Column("harm", Text),
    Column("country", Text),
    Column("figures", BigInteger, nullable=False),
    Column("reports", BigInteger, nullable=False),
    Column("publishers", BigInteger, nullable=False),
    Column("origins", BigInteger, nullable=False),
    Column("conflicts", BigInteger, nullable=False),
    Column("widest", Float),
    Column("earliest", Text),
    Column("latest", Text),
    Column("record", LargeBinary, nullable=False),
    Index("contest_zone", "zone"),
    *(
        Index(f"contest_by_{name}", *dict.fromkeys((name, "id", "harm", "country", "conflicts")))
        for name in CONTEST_ORDERS
    ),
)
COMPARED = Table(
    "compared",
    METADATA,
    Column("figure", Text, primary_key=True),
    Column("document", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("entry", BigInteger, nullable=False),
    Column("contest", Text),
    Index("compared_document", "document"),
    Index("compared_zone", "zone"),
    Index("compared_contest", "contest"),
)
ZONE = Table(
    # Up to which entry its figures were placed in it, and its contests made.
    "zone",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("placed", BigInteger, nullable=False),
    Column("made", BigInteger, nullable=False),
)
SUCCESSOR = Table(
    "successor",
    METADATA,
    Column("id", Text, primary_key=True),
    Column("contest", Text),
    Column("figures", LargeBinary, nullable=False),
    Index("successor_contest", "contest"),
)
COMPARED_TO = Table(
    "compared_to",
    METADATA,
    Column("one", BigInteger, primary_key=True, autoincrement=False),
    Column("entry", BigInteger, nullable=False),
)
"""A single row: the number of the entry up to which figures have been looked at."""
CONTESTS = (CONTEST, COMPARED, ZONE, SUCCESSOR, COMPARED_TO)
