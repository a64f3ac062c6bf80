"""The tables of a casebook, the same in both databases.

`entry` and `content` are the evidence: rows are added to them and never changed, which triggers enforce. All other
tables are made from them for looking things up, in the transaction that adds the entry, and can be made anew.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, LargeBinary, MetaData, Table, Text

HEAD = "0002"
"""The newest migration; a test compares it with the migrations."""

METADATA = MetaData()

ENTRY = Table(
    "entry",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("why", Text),
    Column("payload", Text, nullable=False),
    Column("payload_sha256", Text, nullable=False),
    Column("before", Text, nullable=False, unique=True),
    Column("hash", Text, nullable=False, unique=True),
)
CONTENT = Table(
    "content",
    METADATA,
    Column("sha256", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("data", LargeBinary, nullable=False),
)

REPORT = Table(
    "report",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("published", Text),
    Column("modified", Text),
    Column("retrieved", Text),
    Column("url", Text),
    Column("media_type", Text, nullable=False),
    Column("carrier", Text),
    Column("url_key", Text),
    Column("title_key", Text),
    Column("ledger", BigInteger),
    Column("outdated", Boolean, nullable=False),
    Index("report_url_key", "url_key"),
    Index("report_title_key", "title_key"),
    Index("report_name", "name"),
    Index("report_url", "url"),
)
LEDGER = Table(
    "ledger",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("document", Text, nullable=False),
    Column("version", Text, nullable=False),
    Column("model", Text, nullable=False),
    Column("model_sha256", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("extractor", Text),
    Index("ledger_document", "document"),
)
VERSION = Table(
    "version",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("earlier", Text, nullable=False),
    Column("later", Text, nullable=False),
    Column("because", Text, nullable=False),
    Index("version_earlier", "earlier"),
    Index("version_later", "later"),
)
REJECTION = Table(
    "rejection",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("name", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("message", Text, nullable=False),
    Column("sha256", Text),
    Column("version", Text, nullable=False),
    Index("rejection_name", "name"),
)
DECISION = Table(
    "decision",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("target", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("value", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("document", Text),
    Column("ledger", BigInteger),
    Column("start", BigInteger),
    Column("end", BigInteger),
    Index("decision_target", "target"),
    Index("decision_document", "document"),
)
SOURCE = Table(
    "source",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("key", Text, nullable=False),
    Column("initials", Text),
    Column("kind", Text, nullable=False),
    Column("party", Text),
    Column("role", Text),
    Column("affiliation", Text),
    Column("voice", BigInteger, nullable=False),
    Column("because", Text),
    Column("found", BigInteger, nullable=False),
    Column("found_because", Text),
    Column("part", BigInteger, nullable=False),
    Index("source_document", "document"),
    Index("source_key", "key"),
    Index("source_initials", "initials"),
    Index("source_voice", "voice"),
    Index("source_found", "found"),
    Index("source_part", "part"),
)
SOURCE_WORD = Table(
    "source_word",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("source", BigInteger, primary_key=True, autoincrement=False),
    Index("source_word_source", "source"),
)
STATEMENT = Table(
    "statement",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("start", BigInteger, nullable=False),
    Column("end", BigInteger, nullable=False),
    Column("speaker", BigInteger),
    Column("stance", Text, nullable=False),
    Column("manner", Text, nullable=False),
    Column("outlet_key", Text),
    Column("words", Text, nullable=False),
    Column("outdated", Boolean, nullable=False),
    Column("review", Text),
    Column("rank", Float, nullable=False),
    Column("record", Text, nullable=False),
    Index("statement_document", "document"),
    Index("statement_rank", "outdated", "review", "rank", "number"),
    Index("statement_speaker", "speaker"),
)
FIGURE = Table(
    "figure",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("document", Text, nullable=False),
    Column("start", BigInteger, nullable=False),
    Column("end", BigInteger, nullable=False),
    Column("harm", Text),
    Column("unit", Text, nullable=False),
    Column("low", Float),
    Column("high", Float),
    Column("country", Text),
    Column("place", Text),
    Column("period_start", Text),
    Column("period_end", Text),
    Column("speaker", BigInteger),
    Column("outlet_key", Text),
    Column("outdated", Boolean, nullable=False),
    Column("review", Text),
    Column("rank", Float, nullable=False),
    Column("findings", Text, nullable=False),
    Column("record", Text, nullable=False),
    Index("figure_document", "document"),
    Index("figure_rank", "outdated", "review", "rank", "number"),
    Index("figure_harm", "harm", "country", "period_start"),
    Index("figure_country", "country", "period_start"),
    Index("figure_place", "place", "country"),
    Index("figure_period", "period_start", "period_end"),
    Index("figure_speaker", "speaker"),
    Index("figure_outlet_key", "outlet_key"),
    Index("figure_unit", "unit", "low"),
)

DERIVED = (REPORT, LEDGER, VERSION, REJECTION, DECISION, SOURCE, SOURCE_WORD, STATEMENT, FIGURE)
