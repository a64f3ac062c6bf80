"""The tables of an export: their columns, what each holds, and which key of which table it names.

CSV, Parquet and SQLite have the same tables; `python -m docs.generate` writes them into docs/export.md.
"""

from __future__ import annotations

from typing import NamedTuple


class Column(NamedTuple):
    """A column: its name, `str`, `int`, `float` or `bool`, what it holds, and the `table.column` that it refers to."""

    name: str
    type: type
    says: str
    refers: str | None = None


class Table(NamedTuple):
    """A table: its name, the columns of its primary key, what one row is, and its columns.

    `plural` is its name as a file of CSV or Parquet.
    """

    name: str
    plural: str
    key: tuple[str, ...]
    says: str
    columns: tuple[Column, ...]


_IN_REPORT = Column("report", str, "The report that it stands in.", "report.report")
_START = Column("start", int, "Offset of its first code point in the report's text.")
_END = Column("end", int, "Offset behind its last code point.")
_TEXT = Column("text", str, "The words that stand there.")
_CONFIDENCE = Column("confidence", float, "Chance that a careful reader would mark it too.")


def _span(name: str, says: str) -> tuple[Column, Column, Column]:
    return (
        Column(f"{name}_start", int, f"Offset of the first code point of {says}."),
        Column(f"{name}_end", int, "Offset behind its last code point."),
        Column(f"{name}_text", str, f"The words of {says}."),
    )


LEDGER_TABLES = (
    Table("report", "documents", ("report",), "A report.", (
        Column("report", str, "sha256 of the report's bytes."),
        Column("title", str, "Title."),
        Column("outlet", str, "Who published it."),
        Column("author", str, "Byline."),
        Column("published", str, "When it was published, EDTF."),
        Column("retrieved", str, "When it was fetched, EDTF."),
        Column("language", str, "ISO 639-1 code."),
        Column("url", str, "Canonical address."),
        Column("media_type", str, "Media type of the bytes."),
        Column("text", str, "The text, unchanged; all offsets count its Unicode code points."),
        Column("reader_version", str, "Version of the program that read it."),
        Column("model", str, "Name of the model that read it."),
        Column("model_sha256", str, "sha256 of that model's file."),
    )),
    Table("source", "sources", ("source",), "Somebody who speaks in a report.", (
        Column("source", str, "Identifier, the report's first 16 digits before it."),
        _IN_REPORT,
        Column("name", str, "Fullest name or description in the report."),
        Column("kind", str, "person, organisation, document, media, people or anonymous."),
        Column("party", str, "Side of public life that it speaks from."),
        Column("role", str, "Role in the report's words."),
        Column("affiliation", str, "Affiliation in the report's words."),
        Column("note", str, "Why it could not be tied to a name."),
    )),
    Table("mention", "mentions", ("source", "start", "end"), "Words that a report uses for a source.", (
        Column("source", str, "The source.", "source.source"), _START, _END, _TEXT,
    )),
    Table("statement", "attributions", ("statement",), "An attributed statement.", (
        Column("statement", str, "Identifier."),
        _IN_REPORT,
        Column("speaker", str, "Who says it.", "source.source"),
        Column("spoken_to", str, "The medium that the speaker spoke to.", "source.source"),
        Column("within", str, "The statement whose content holds this one whole.", "statement.statement"),
        Column("manner", str, "direct, indirect or mixed."),
        Column("stance", str, "asserts, denies, doubts, believes, wants or asks."),
        *_span("source", "the words that name who says it"),
        *_span("cue", "the words that tie source and content"),
        Column("content", str, "What is said; parts are joined by an ellipsis."),
        _CONFIDENCE,
    )),
    Table("content", "contents", ("statement", "part"), "One part of what a statement says.", (
        Column("statement", str, "The statement.", "statement.statement"),
        Column("part", int, "Which part of it, from 1."),
        _START, _END, _TEXT,
    )),
    Table("figure", "figures", ("figure",), "A figure of a report.", (
        Column("figure", str, "Identifier."),
        _IN_REPORT,
        _START, _END, _TEXT,
        Column("low", int, "Lowest number meant, inclusive; empty where that end is open or the number is not whole."),
        Column("high", int, "Highest number meant, likewise."),
        Column("low_number", float, "Lowest number meant, whole or not; empty only where that end is open."),
        Column("high_number", float, "Highest number meant, likewise."),
        Column("approx", bool, "Whether the report calls it approximate."),
        Column("vague", bool, "Whether it is a word such as dozens."),
        Column("unit", str, "people, a currency code, percent, or the thing counted in the singular."),
        Column("counted", str, "Head phrase of what is counted."),
        Column("harm", str, "killed, injured, missing, detained, displaced, casualties or affected."),
        Column("who", str, "civilians, combatants, or all (both, said so)."),
        Column("group_name", str, "Nationality or other group, in the report's words."),
        Column("age", str, "children, adults or elderly."),
        Column("sex", str, "female or male."),
        Column("place", str, "Where it happened."),
        Column("country", str, "ISO 3166-1 alpha-2 code of that place's country."),
        Column("period", str, "When it happened, EDTF."),
        Column("as_of", str, "Day up to which it was counted, EDTF."),
        Column("basis", str, "count, estimate or projection."),
        Column("since_last", bool, "Whether it comes on top of an earlier figure."),
        Column("per", str, "ISO 8601 duration of a rate."),
        Column("part_of", str, "The figure that this one is a part or share of.", "figure.figure"),
        Column("statement", str, "The statement that holds it; empty for the outlet's own figure.",
               "statement.statement"),
        Column("speaker", str, "Who the figure is from.", "source.source"),
        Column("denied", bool, "Whether its source denies it."),
        _CONFIDENCE,
    )),
    Table("figure_via", "figure_vias", ("figure", "place"), "Who passes a figure on.", (
        Column("figure", str, "The figure.", "figure.figure"),
        Column("place", int, "Place in the chain, from 1, the speaker's nearest first."),
        Column("source", str, "Who passes it on.", "source.source"),
    )),
    Table("date", "dates", ("date",), "A calendar expression.", (
        Column("date", str, "Identifier: its place in the report, from 1."),
        _IN_REPORT, _START, _END, _TEXT,
        Column("value", str, "EDTF, or an ISO 8601 duration; empty where nothing anchors it."),
        Column("type", str, "date, interval, duration, set or time."),
        Column("note", str, "Why there is no value."),
    )),
    Table("check", "checks", ("check",), "Something that does not fit.", (
        Column("check", str, "Identifier: its place in the report, from 1."),
        _IN_REPORT,
        Column("code", str, "Code of the finding."),
        Column("message", str, "The finding in a plain sentence."),
        Column("register", str, "Row of the register of record that it rests on."),
    )),
    Table("check_figure", "check_figures", ("check", "figure"), "A figure that a finding rests on.", (
        Column("check", str, "The finding.", "check.check"),
        Column("figure", str, "The figure.", "figure.figure"),
    )),
    Table("check_span", "check_spans", ("check", "place"), "Words that a finding rests on.", (
        Column("check", str, "The finding.", "check.check"),
        Column("place", int, "Which of them, from 1."),
        _START, _END, _TEXT,
    )),
    Table("narration", "narrations", ("report", "start"), "The outlet's own word.", (
        _IN_REPORT, _START, _END, _TEXT,
    )),
)  # fmt: skip
CONTEST_TABLES = (
    Table("contest", "contests", ("contest",), "Figures of some reports that speak of the same thing.", (
        Column("contest", str, "Identifier."),
        Column("subject", str, "What they count."),
        Column("summary", str, "How many reports, publishers and origins stand behind it."),
    )),
    Table("topic", "topics", ("topic",), "Claims of a contest that count the same.", (
        Column("topic", str, "Identifier."),
        Column("contest", str, "The contest.", "contest.contest"),
        Column("words", str, "What they count."),
    )),
    Table("claim", "claims", ("claim",), "One figure as one speaker states it, in whatever reports.", (
        Column("claim", str, "Identifier."),
        Column("topic", str, "The topic.", "topic.topic"),
        Column("speaker", str, "Fullest name that the reports give, or the outlet."),
        Column("low_number", float, "Lowest number meant; empty where that end is open."),
        Column("high_number", float, "Highest number meant, likewise."),
        Column("approx", bool, "Whether it is called approximate."),
        Column("denied", bool, "Whether the speaker denies it."),
        Column("words", str, "The claim in words."),
        Column("first", str, "Day of the earliest report, EDTF."),
    )),
    Table("claim_figure", "claim_figures", ("claim", "figure"), "A figure that states a claim.", (
        Column("claim", str, "The claim.", "claim.claim"),
        Column("figure", str, "The figure.", "figure.figure"),
    )),
    Table("comparison", "comparisons", ("comparison",), "Two claims, or all claims of two topics, side by side.", (
        Column("comparison", str, "Identifier."),
        Column("contest", str, "The contest.", "contest.contest"),
        Column("first_claim", str, "The first claim, where claims are compared.", "claim.claim"),
        Column("second_claim", str, "The second claim.", "claim.claim"),
        Column("first_topic", str, "The first topic, where topics are compared.", "topic.topic"),
        Column("second_topic", str, "The second topic.", "topic.topic"),
        Column("verdict", str, "agree, conflict, incomparable or undecided."),
        Column("reasons", str, "Codes of the reasons, with commas between."),
        Column("sentence", str, "Why, in plain words."),
    )),
    Table("origin", "origins", ("origin",), "Figures of a contest that go back to one text, publisher or statement.", (
        Column("origin", str, "Identifier."),
        Column("contest", str, "The contest.", "contest.contest"),
        Column("level", str, "text, publisher or statement."),
        Column("name", str, "Which one."),
        Column("evidence", str, "What shows it."),
    )),
    Table("origin_figure", "origin_figures", ("origin", "figure"), "A figure of an origin.", (
        Column("origin", str, "The origin.", "origin.origin"),
        Column("figure", str, "The figure.", "figure.figure"),
    )),
)  # fmt: skip
DECISION_TABLES = (
    Table("decision", "decisions", ("decision",), "What a person decided; its effect is in the tables already.", (
        Column("decision", int, "Number of its entry in the casebook."),
        Column("target", str, "About what: figure:…, statement:…, source:…, report:… or contest:…."),
        Column("kind", str, "accept, correct, reject, merge, split, join, part, grade, add or undo."),
        Column("value", str, "The decided value, JSON."),
        Column("why", str, "The reason."),
        Column("by", str, "Who decided."),
        Column("at", str, "When, ISO 8601 in UTC."),
    )),
)  # fmt: skip
TABLES = (*LEDGER_TABLES, *CONTEST_TABLES, *DECISION_TABLES)
"""All tables; each refers to itself and to those before it only."""
