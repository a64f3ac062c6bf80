"""The first tables of a casebook."""

from __future__ import annotations

from collections.abc import Sequence

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision: str | None = None
branch_labels: Sequence[str] | None = None
depends_on: Sequence[str] | None = None

_NEVER = "the entries of a casebook are never changed: append a decision instead"


def upgrade() -> None:
    """Make the tables, the triggers that guard the evidence, and the full text."""
    _evidence()
    _reports()
    _readings()
    _sources()
    _statements()
    _figures()
    if op.get_bind().dialect.name == "sqlite":
        _guard_sqlite()
        _full_text_sqlite()
    else:
        _guard_postgresql()
        _full_text_postgresql()


def _number() -> sa.Column[int]:
    return sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False)


def _text(name: str, *, null: bool = False, unique: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=null, unique=unique or None)


def _index(table: str, *columns: str, name: str | None = None) -> None:
    op.create_index(name or f"{table}_{columns[0]}", table, list(columns))


def _evidence() -> None:
    op.create_table(
        "entry",
        _number(),
        *(_text(name) for name in ("kind", "at", "by")),
        _text("why", null=True),
        *(_text(name) for name in ("payload", "payload_sha256")),
        _text("before", unique=True),
        _text("hash", unique=True),
    )
    op.create_table(
        "content",
        sa.Column("sha256", sa.Text, primary_key=True),
        sa.Column("size", sa.BigInteger, nullable=False),
        sa.Column("data", sa.LargeBinary, nullable=False),
    )


def _reports() -> None:
    op.create_table(
        "report",
        _number(),
        _text("document", unique=True),
        _text("name"),
        *(_text(name, null=True) for name in ("title", "outlet", "published", "modified", "retrieved", "url")),
        _text("media_type"),
        *(_text(name, null=True) for name in ("carrier", "url_key", "title_key")),
        sa.Column("ledger", sa.BigInteger),
        sa.Column("outdated", sa.Boolean, nullable=False),
    )
    for column in ("url_key", "title_key", "name", "url"):
        _index("report", column)


def _readings() -> None:
    op.create_table(
        "ledger",
        _number(),
        *(_text(name) for name in ("document", "version", "model", "model_sha256", "sha256", "text_sha256")),
        _text("extractor", null=True),
    )
    _index("ledger", "document")
    op.create_table("version", _number(), _text("earlier"), _text("later"), _text("because"))
    _index("version", "earlier")
    _index("version", "later")
    op.create_table(
        "rejection",
        _number(),
        *(_text(name) for name in ("name", "reason", "message")),
        _text("sha256", null=True),
        _text("version"),
    )
    _index("rejection", "name")
    op.create_table(
        "decision",
        _number(),
        *(_text(name) for name in ("target", "kind", "value", "why", "by", "at")),
        _text("document", null=True),
        *(sa.Column(name, sa.BigInteger) for name in ("ledger", "start", "end")),
    )
    _index("decision", "target")
    _index("decision", "document")


def _sources() -> None:
    op.create_table(
        "source",
        _number(),
        _text("id", unique=True),
        *(_text(name) for name in ("document", "name", "key")),
        _text("initials", null=True),
        _text("kind"),
        *(_text(name, null=True) for name in ("party", "role", "affiliation")),
        sa.Column("voice", sa.BigInteger, nullable=False),
        _text("because", null=True),
    )
    for column in ("document", "key", "initials", "voice"):
        _index("source", column)
    op.create_table(
        "source_word",
        sa.Column("word", sa.Text, primary_key=True),
        sa.Column("source", sa.BigInteger, primary_key=True, autoincrement=False),
    )
    _index("source_word", "source")


def _statements() -> None:
    op.create_table(
        "statement",
        _number(),
        _text("id", unique=True),
        _text("document"),
        sa.Column("start", sa.BigInteger, nullable=False),
        sa.Column("end", sa.BigInteger, nullable=False),
        sa.Column("speaker", sa.BigInteger),
        *(_text(name) for name in ("stance", "manner")),
        _text("outlet_key", null=True),
        _text("words"),
        sa.Column("outdated", sa.Boolean, nullable=False),
        _text("review", null=True),
        _text("record"),
    )
    _index("statement", "document")
    _index("statement", "speaker")


def _figures() -> None:
    op.create_table(
        "figure",
        _number(),
        _text("id", unique=True),
        _text("document"),
        sa.Column("start", sa.BigInteger, nullable=False),
        sa.Column("end", sa.BigInteger, nullable=False),
        _text("harm", null=True),
        _text("unit"),
        sa.Column("low", sa.Float),
        sa.Column("high", sa.Float),
        *(_text(name, null=True) for name in ("country", "place", "period_start", "period_end")),
        sa.Column("speaker", sa.BigInteger),
        _text("outlet_key", null=True),
        sa.Column("outdated", sa.Boolean, nullable=False),
        _text("review", null=True),
        _text("record"),
    )
    _index("figure", "document")
    _index("figure", "harm", "country", "period_start")
    _index("figure", "country", "period_start")
    _index("figure", "place", "country")
    _index("figure", "period_start", "period_end", name="figure_period")
    _index("figure", "speaker")
    _index("figure", "outlet_key")
    _index("figure", "unit", "low")


def _guard_sqlite() -> None:
    for table in ("entry", "content"):
        for what in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{what.lower()} BEFORE {what} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{_NEVER}'); END"
            )
    # INSERT OR REPLACE takes a row away without asking the triggers above.
    op.execute(
        "CREATE TRIGGER entry_only_next BEFORE INSERT ON entry "  # noqa: S608  our own words
        "WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry) "
        f"BEGIN SELECT RAISE(ABORT, '{_NEVER}'); END"
    )
    op.execute(
        "CREATE TRIGGER content_only_new BEFORE INSERT ON content "  # noqa: S608  our own words
        "WHEN EXISTS (SELECT 1 FROM content WHERE sha256 = NEW.sha256) "
        f"BEGIN SELECT RAISE(ABORT, '{_NEVER}'); END"
    )


def _guard_postgresql() -> None:
    op.execute(
        "CREATE FUNCTION casebook_never() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN RAISE EXCEPTION '{_NEVER}'; END $$"
    )
    for table in ("entry", "content"):
        op.execute(
            f"CREATE TRIGGER {table}_never BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION casebook_never()"
        )
    op.execute(
        "CREATE FUNCTION casebook_only_next() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "  # noqa: S608  our own words
        "IF NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entry) THEN "
        f"RAISE EXCEPTION '{_NEVER}'; END IF; RETURN NEW; END $$"
    )
    op.execute(
        "CREATE TRIGGER entry_only_next BEFORE INSERT ON entry FOR EACH ROW EXECUTE FUNCTION casebook_only_next()"
    )


def _full_text_sqlite() -> None:
    op.execute(
        "CREATE VIRTUAL TABLE statement_text USING fts5(words, content='statement', content_rowid='number', "
        "tokenize='porter unicode61 remove_diacritics 2')"
    )
    add = "INSERT INTO statement_text(rowid, words) VALUES (NEW.number, NEW.words);"
    drop = "INSERT INTO statement_text(statement_text, rowid, words) VALUES ('delete', OLD.number, OLD.words);"
    op.execute(f"CREATE TRIGGER statement_text_insert AFTER INSERT ON statement BEGIN {add} END")
    op.execute(f"CREATE TRIGGER statement_text_delete AFTER DELETE ON statement BEGIN {drop} END")
    op.execute(f"CREATE TRIGGER statement_text_update AFTER UPDATE OF words ON statement BEGIN {drop} {add} END")


def _full_text_postgresql() -> None:
    # Like SQLite's: stems, and no word left out for being common.
    op.execute("CREATE TEXT SEARCH DICTIONARY casebook_stem (TEMPLATE = snowball, Language = english)")
    op.execute("CREATE TEXT SEARCH CONFIGURATION casebook (COPY = pg_catalog.english)")
    op.execute(
        "ALTER TEXT SEARCH CONFIGURATION casebook ALTER MAPPING FOR "
        "asciiword, asciihword, hword_asciipart, word, hword, hword_part WITH casebook_stem"
    )
    op.execute("CREATE INDEX statement_text ON statement USING gin (to_tsvector('casebook', words))")
