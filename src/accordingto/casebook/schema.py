"""The tables of a casebook, the same in both databases.

`entry` and `content` are the evidence: rows are added to them and never changed, which triggers enforce. All other
tables are made from them for looking things up, in the transaction that adds the entry, and can be made anew.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, LargeBinary, MetaData, Table, Text


def _listing(name: str, *columns: str) -> Index:
    """An index that holds all that a page of a long list asks for, so that the rows themselves are not visited.

    Columns that the first ones repeat are left out. Only pages need it: making look-up tables anew goes without.
    """
    return Index(name, *dict.fromkeys(columns), info={"listing": True})


HEAD = "0002"
"""The newest migration; a test compares it with the migrations."""

METADATA = MetaData()
_BY_BYTES = Text().with_variant(Text(collation="C"), "postgresql")
"""Text in the order of its bytes, so that what begins alike stands together, whatever language a server is set to."""

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

_REPORT = ("outdated", "outlet_key", "day")
"""What reports are chosen by, without their traits."""
REPORT_ORDERS = ("number", "day", "outlet_key", "title_order", "statements", "figures", "checks")
"""The columns by which reports are put in order."""

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
    Column("outlet_key", Text),
    Column("title_order", Text),
    Column("day", Text),
    Column("statements", BigInteger),
    Column("figures", BigInteger),
    Column("checks", BigInteger),
    *(_listing(f"report_by_{name}", name, "number", *_REPORT) for name in REPORT_ORDERS),
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
    Column("day", Text),
    Index("source_document", "document"),
    Index("source_key", "key"),
    Index("source_initials", "initials"),
    Index("source_voice", "voice", "number", "key"),
    Index("source_voice_day", "voice", "day", "number"),
)
VOICE_ORDERS = ("reports", "statements", "figures", "name_order")
"""The columns by which voices are put in order."""

VOICE = Table(
    "voice",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("named", Boolean, nullable=False),
    Column("name_order", Text, nullable=False),
    Column("reports", BigInteger, nullable=False),
    Column("statements", BigInteger, nullable=False),
    Column("figures", BigInteger, nullable=False),
    *(_listing(f"voice_by_{name}", name, "number", "named", "kind") for name in VOICE_ORDERS),
)
VOICE_WORD = Table(
    "voice_word",
    METADATA,
    Column("word", Text, primary_key=True),
    Column("voice", BigInteger, primary_key=True, autoincrement=False),
    Index("voice_word_voice", "voice"),
)
TRAIT = Table(
    "trait",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("value", _BY_BYTES, primary_key=True),
    Column("report", BigInteger, primary_key=True, autoincrement=False),
    Column("outdated", Boolean, nullable=False),
    Column("statements", BigInteger, nullable=False),
    Column("figures", BigInteger, nullable=False),
    Index("trait_report", "report", "kind", "value"),
    sqlite_with_rowid=False,
)
FACET = Table(
    "facet",
    METADATA,
    Column("kind", Text, primary_key=True),
    Column("value", _BY_BYTES, primary_key=True),
    Column("reports", BigInteger, nullable=False),
    Column("outdated", BigInteger, nullable=False),
    Index("facet_reports", "kind", "reports"),
)
REPORT_WORDS = Table(
    "report_words",
    METADATA,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("words", Text, nullable=False),
)
_STATEMENT = ("outdated", "review", "stance", "manner", "voice", "outlet_key", "day", "confidence")
"""What statements are chosen by, without their words."""
STATEMENT_ORDERS = ("number", "day", "voice", "outlet_key", "speaker_order", "review", "confidence", "stance")
"""The columns by which statements are put in order, or found."""

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
    Column("record", Text, nullable=False),
    Column("voice", BigInteger),
    Column("day", Text),
    Column("speaker_order", Text),
    Column("confidence", Float),
    *(_listing(f"statement_by_{name}", name, "number", *_STATEMENT) for name in STATEMENT_ORDERS),
    Index("statement_document", "document"),
    Index("statement_speaker", "speaker"),
)
_FIGURE = ("outdated", "review", "harm", "unit", "least", "most", "country", "place", "period_start", "period_end",
           "voice", "outlet_key", "day", "confidence")  # fmt: skip
"""What figures are chosen by."""
FIGURE_ORDERS = ("number", "harm", "country", "least", "place", "period_start", "voice", "speaker_order", "outlet_key",
                 "day", "review", "confidence")  # fmt: skip
"""The columns by which figures are put in order, or found."""

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
    Column("record", Text, nullable=False),
    Column("least", Float),
    Column("most", Float),
    Column("voice", BigInteger),
    Column("day", Text),
    Column("speaker_order", Text),
    Column("confidence", Float),
    *(_listing(f"figure_by_{name}", name, "number", *_FIGURE) for name in FIGURE_ORDERS),
    Index("figure_document", "document"),
    Index("figure_speaker", "speaker"),
)

DERIVED = (
    REPORT, LEDGER, VERSION, REJECTION, DECISION, SOURCE, STATEMENT, FIGURE,
    VOICE, VOICE_WORD, TRAIT, FACET, REPORT_WORDS,
)  # fmt: skip
"""What is made from the entries: the same entries always give the same rows."""
