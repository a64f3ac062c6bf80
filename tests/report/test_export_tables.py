"""Tables of an export: CSV, Parquet and SQLite hold the same, and their keys lead somewhere."""

from __future__ import annotations

import csv
import io
import json
import sqlite3

import pytest
from hypothesis import given, settings

from accordingto.compare import compare
from accordingto.records import Decision, Place, Span, reported
from accordingto.report.csv_text import unmarked
from accordingto.report.export import export
from accordingto.report.export.columns import TABLES
from tests.report.hand_made import document, figure, ledger, with_all_parts
from tests.report.made_up import ledgers

pq = pytest.importorskip("pyarrow.parquet")
DECISION = Decision(number=7, target="report:x", kind="accept", value={}, why="read", by="A. Reader", at="2024-05-14")


def files(*given, form, **more):
    return {file.name: file.content for file in export(given, form=form, **more)}


def database(*given, **more):
    connection = sqlite3.connect(":memory:")
    connection.deserialize(files(*given, form="sqlite", **more)["accordingto.db"])
    return connection


def csv_rows(content):
    return list(csv.reader(io.StringIO(content.decode(), newline="")))


def two_reports():
    """Two reports whose tolls of one strike differ."""
    made = []
    for text, low in (("Nine people were killed in Port Arvan.", 9), ("Some 12 people were killed in Port Arvan.", 12)):
        at = text.index("people")
        one = figure(
            "f1", Span.of(text, at, at + 6), low, harm="killed", period="2024-05-13", place=Place(name="Port Arvan")
        )
        made.append(
            ledger(text, figures=(one,), document=document(text, outlet=f"Outlet {low}", published="2024-05-14"))
        )
    return made


@settings(max_examples=25)
@given(ledgers())
def test_csv_and_parquet_and_sqlite_hold_the_same(made):
    """Whatever the ledger, each table has the same rows in all three, and all keys lead somewhere."""
    tables, columnar, connection = files(made, form="csv"), files(made, form="parquet"), database(made)
    assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    for table in TABLES:
        names = [column.name for column in table.columns]
        rows = csv_rows(tables[f"{table.plural}.csv"])
        parquet = pq.read_table(io.BytesIO(columnar[f"{table.plural}.parquet"]))
        kept = connection.execute(f'SELECT * FROM "{table.name}"').fetchall()
        assert rows[0] == parquet.column_names == names
        assert len(rows) - 1 == parquet.num_rows == len(kept)
        assert sorted(map(str, kept)) == sorted(
            str(tuple(int(v) if isinstance(v, bool) else v for v in row.values())) for row in parquet.to_pylist()
        )
        words = [i for i, column in enumerate(table.columns) if column.type is str]
        for row, other in zip(rows[1:], parquet.to_pylist(), strict=True):
            assert [unmarked(row[i]) for i in words] == [other[names[i]] or "" for i in words]


def test_ranges_are_two_integers():
    """A range has its ends as integers, an open end is empty, and a number that is not whole is kept as one."""
    text = "12.5 and more than 70"
    made = ledger(
        text,
        figures=(
            figure("f1", Span.of(text, 0, 4), 12.5, unit="percent"),
            figure("f2", Span.of(text, 9, 21), 71, high=None),
        ),
    )
    query = "SELECT low, high, low_number, high_number FROM figure ORDER BY figure"
    assert database(made).execute(query).fetchall() == [(None, None, 12.5, 12.5), (71, None, 71.0, None)]


def test_offsets_quote_the_text():
    """Every offset in the tables cuts its words out of the report's text."""
    connection = database(with_all_parts())
    for name in ("mention", "content", "figure", "date", "check_span", "narration"):
        (text,) = connection.execute("SELECT text FROM report").fetchone()
        for start, end, words in connection.execute(f'SELECT start, "end", text FROM {name}').fetchall():
            assert text[start:end] == words


def test_full_text_search():
    """A statement is found by its words, through the table that metadata.json names."""
    connection = database(with_all_parts())
    told = json.loads(files(with_all_parts(), form="sqlite")["metadata.json"])["databases"]["accordingto"]["tables"]
    fts = told["statement"]["fts_table"]
    query = f"SELECT count(*) FROM statement WHERE rowid IN (SELECT rowid FROM {fts} WHERE {fts} MATCH 'missiles')"
    plain = "SELECT count(*) FROM statement WHERE content LIKE '%missiles%'"
    assert connection.execute(query).fetchone() == connection.execute(plain).fetchone() != (0,)


def test_every_reference_has_an_index():
    """What refers to another table is looked up by an index, so that Datasette shows what leads to a row."""
    connection = database()
    for table in TABLES:
        for column in table.columns:
            if column.refers:
                plan = connection.execute(f'EXPLAIN QUERY PLAN SELECT * FROM "{table.name}" WHERE "{column.name}" = 1')
                assert "USING" in plan.fetchone()[-1]


def test_contests_and_decisions():
    """The contest of two reports that differ stands with its claims, its reasons and its origins; so do decisions."""
    made = two_reports()
    contests = compare([one for each in made for one in reported(each)])
    connection = database(*made, contests=contests, decisions=(DECISION,))
    query = (
        "SELECT claim.low_number, report.outlet FROM claim JOIN claim_figure USING (claim) JOIN figure USING (figure) "
        "JOIN report USING (report) ORDER BY 1"
    )
    assert connection.execute(query).fetchall() == [(9.0, "Outlet 9"), (12.0, "Outlet 12")]
    assert connection.execute("SELECT verdict FROM comparison").fetchall() == [("conflict",)]
    assert connection.execute('SELECT decision, "by" FROM decision').fetchall() == [(7, "A. Reader")]
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


def test_a_report_is_exported_once():
    """The same report given twice has one row."""
    connection = database(with_all_parts(), with_all_parts())
    assert connection.execute("SELECT count(*) FROM report").fetchone() == (1,)


def test_parquet_tells_what_a_column_holds():
    """Each column of a Parquet file carries its description."""
    table = pq.read_table(io.BytesIO(files(form="parquet")["figures.parquet"]))
    assert b"inclusive" in table.schema.field("low").metadata[b"description"]
    assert str(table.schema.field("low").type) == "int64"


@pytest.mark.parametrize("table", TABLES, ids=lambda t: t.name)
def test_keys_name_columns(table):
    """A table's key and references are columns that there are."""
    columns = {(t.name, c.name) for t in TABLES for c in t.columns}
    assert {(table.name, name) for name in table.key} <= columns
    assert {tuple(c.refers.split(".")) for c in table.columns if c.refers} <= columns
