"""What long lists are paged by, the words of whole reports, and the contests as they stand.

The new columns are empty afterwards: whoever upgrades a casebook that holds entries makes its look-up tables anew.
"""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision: str | None = "0001"
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_REPORT = ("outdated", "outlet_key", "day")
_REPORT_ORDERS = ("number", "day", "outlet_key", "title_order", "statements", "figures", "checks")
_STATEMENT = ("outdated", "review", "stance", "manner", "voice", "outlet_key", "day", "confidence")
_STATEMENT_ORDERS = ("number", "day", "voice", "outlet_key", "speaker_order", "review", "confidence", "stance")
_FIGURE = ("outdated", "review", "harm", "unit", "least", "most", "country", "place", "period_start", "period_end",
           "voice", "outlet_key", "day", "confidence")  # fmt: skip
_FIGURE_ORDERS = ("number", "harm", "country", "least", "place", "period_start", "voice", "speaker_order", "outlet_key",
                  "day", "review", "confidence")  # fmt: skip
_VOICE_ORDERS = ("reports", "statements", "figures", "name_order")
_CONTEST_ORDERS = ("conflicts", "figures", "reports", "publishers", "origins", "widest", "latest", "subject_order")


def upgrade() -> None:
    """Add columns, tables, indexes and the full text of reports."""
    _reports()
    _readings()
    _traits()
    _contests()
    op.create_table("report_words", _number(), _text("words"))
    if op.get_bind().dialect.name == "sqlite":
        _full_text_sqlite()
    else:
        op.execute("CREATE INDEX report_text ON report_words USING gin (to_tsvector('casebook', words))")


def _number(name: str = "number") -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, primary_key=True, autoincrement=False)


def _text(name: str, *, null: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null)


def _count(name: str, *, null: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.BigInteger, nullable=null)


def _listings(table: str, orders: Sequence[str], columns: Sequence[str]) -> None:
    for name in orders:
        op.create_index(f"{table}_by_{name}", table, list(dict.fromkeys((name, "number", *columns))))


def _reports() -> None:
    for name in ("outlet_key", "title_order", "day"):
        op.add_column("report", _text(name, null=True))
    for name in ("statements", "figures", "checks"):
        op.add_column("report", _count(name, null=True))
    _listings("report", _REPORT_ORDERS, _REPORT)


def _readings() -> None:
    op.add_column("source", _text("day", null=True))
    op.drop_index("source_voice", "source")
    op.create_index("source_voice", "source", ["voice", "number", "key"])
    op.create_index("source_voice_day", "source", ["voice", "day", "number"])
    for table in ("statement", "figure"):
        op.add_column(table, _count("voice", null=True))
        op.add_column(table, _text("day", null=True))
        op.add_column(table, _text("speaker_order", null=True))
        op.add_column(table, sa.Column("confidence", sa.Float))
    for name in ("least", "most"):
        op.add_column("figure", sa.Column(name, sa.Float))
    for name in ("harm", "country", "place", "period", "outlet_key", "unit"):
        op.drop_index(f"figure_{name}", "figure")
    _listings("statement", _STATEMENT_ORDERS, _STATEMENT)
    _listings("figure", _FIGURE_ORDERS, _FIGURE)


def _traits() -> None:
    by_bytes = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
    op.drop_table("source_word")
    op.create_table(
        "voice",
        _number(),
        *(_text(name) for name in ("id", "name", "kind")),
        sa.Column("named", sa.Boolean, nullable=False),
        _text("name_order"),
        *(_count(name) for name in ("reports", "statements", "figures")),
    )
    _listings("voice", _VOICE_ORDERS, ("named", "kind"))
    op.create_table("voice_word", sa.Column("word", sa.Text, primary_key=True), _number("voice"))
    op.create_index("voice_word_voice", "voice_word", ["voice"])
    op.create_table(
        "trait",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("value", by_bytes, primary_key=True),
        _number("report"),
        sa.Column("outdated", sa.Boolean, nullable=False),
        _count("statements"),
        _count("figures"),
        sqlite_with_rowid=False,
    )
    op.create_index("trait_report", "trait", ["report", "kind", "value"])
    op.create_table(
        "facet",
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("value", by_bytes, primary_key=True),
        _count("reports"),
        _count("outdated"),
    )
    op.create_index("facet_reports", "facet", ["kind", "reports"])


def _contests() -> None:
    op.create_table(
        "contest",
        sa.Column("id", sa.Text, primary_key=True),
        _text("zone"),
        _count("entry"),
        _text("subject"),
        _text("subject_order"),
        _text("harm", null=True),
        _text("country", null=True),
        *(_count(name) for name in ("figures", "reports", "publishers", "origins", "conflicts")),
        sa.Column("widest", sa.Float),
        _text("earliest", null=True),
        _text("latest", null=True),
        sa.Column("record", sa.LargeBinary, nullable=False),
    )
    op.create_index("contest_zone", "contest", ["zone"])
    for name in _CONTEST_ORDERS:
        columns = dict.fromkeys((name, "id", "harm", "country", "conflicts"))
        op.create_index(f"contest_by_{name}", "contest", list(columns))
    op.create_table(
        "compared",
        sa.Column("figure", sa.Text, primary_key=True),
        _text("document"),
        _text("zone"),
        _count("entry"),
        _text("contest", null=True),
    )
    for name in ("document", "zone", "contest"):
        op.create_index(f"compared_{name}", "compared", [name])
    op.create_table("zone", sa.Column("name", sa.Text, primary_key=True), _count("placed"), _count("made"))
    op.create_table(
        "successor",
        sa.Column("id", sa.Text, primary_key=True),
        _text("contest", null=True),
        sa.Column("figures", sa.LargeBinary, nullable=False),
    )
    op.create_index("successor_contest", "successor", ["contest"])
    op.create_table("compared_to", _number("one"), _count("entry"))


def _full_text_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE report_text USING fts5(words, content='report_words', content_rowid='number', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    add = "INSERT INTO report_text(rowid, words) VALUES (NEW.number, NEW.words);"
    drop = "INSERT INTO report_text(report_text, rowid, words) VALUES ('delete', OLD.number, OLD.words);"
    op.execute(f"CREATE TRIGGER report_text_insert AFTER INSERT ON report_words BEGIN {add} END")
    op.execute(f"CREATE TRIGGER report_text_delete AFTER DELETE ON report_words BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER report_text_update AFTER UPDATE OF words ON report_words BEGIN {drop} {add} END")
