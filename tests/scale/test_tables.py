"""The tables: as documented, joined by their keys, holding all of a ledger, readable by other programs."""

from __future__ import annotations

import hashlib
from pathlib import Path

import duckdb
import msgspec
import pytest
from pyarrow import parquet

from accordingto.casebook import Casebook
from accordingto.records import Figure, Rejection, Span
from accordingto.report.tables import TABLES, VERSION, Tables, table_rows
from accordingto.scale import Into
from tests.scale.made import TERMS, table, write_jsonl
from tests.scale.schema import listed

PAGE = Path(__file__).resolve().parents[2] / "docs" / "batch.md"
SCHEMAS = {1: "2c7b20e389225122"}
"""Of each version of the schema, the beginning of the sha256 of its list of columns."""


def test_the_schema_is_documented():
    """docs/batch.md lists every column of every table with its type, and no other."""
    told = PAGE.read_text(encoding="utf-8").partition("<!-- schema:begin -->")[2].partition("<!-- schema:end -->")[0]
    assert told.strip().removeprefix("```text\n").removesuffix("\n```") == listed()


def test_a_change_of_the_schema_is_a_new_version():
    """The columns are those that this version had from its first day."""
    assert hashlib.sha256(listed().encode()).hexdigest()[:16] == SCHEMAS[VERSION]


def test_every_file_names_the_schema(batch, jsonl, tmp_path):
    """Each file of a table has the columns of its table, and the version of the schema."""
    batch(jsonl, each=40)
    for name, columns in TABLES.items():
        (path,) = (tmp_path / "out" / name).glob("*.parquet")
        schema = parquet.read_schema(path)
        assert schema.names == list(columns)
        assert schema.metadata[b"accordingto.schema"] == str(VERSION).encode()


def test_the_tables_hold_all_of_a_ledger(example, tmp_path):
    """Every row of the example's ledger comes back from its table as it was, spans and lists included."""
    tables = Tables()
    tables.add(7, "a.txt", example)
    counts = tables.write(tmp_path)
    for name in ("sources", "attributions", "figures", "dates", "checks"):
        records = getattr(example, name)
        rows = parquet.read_table(tmp_path / f"{name}.parquet").to_pylist()
        assert len(rows) == counts[name] == len(records)
        for row, record in zip(rows, records, strict=True):
            kept = {key: value for key, value in row.items() if key in record.__struct_fields__}
            assert msgspec.convert(kept, type(record)) == record
            assert (row["report"], row["document"]) == (7, example.document.id)
    (document,) = parquet.read_table(tmp_path / "documents.parquet").to_pylist()
    assert document["text"] == example.document.text
    assert [Span(**one) for one in document["narration"]] == list(example.narration)


def test_a_number_beyond_reals_is_kept_as_the_largest(example):
    """A figure of four hundred digits is a row like any other, and no infinity."""
    figure = example.figures[0]
    huge = msgspec.structs.replace(figure, id="huge", low=10**400, high=None)
    ledger = msgspec.structs.replace(example, figures=(*example.figures, huge))
    row = table_rows(0, "a.txt", ledger)["figures"][-1]
    assert (row["low"] > 1e308, row["low"] < float("inf"), row["high"]) == (True, True, None)
    assert isinstance(figure, Figure)


def test_a_name_that_is_no_text_can_be_written(tmp_path):
    """A file's name that is not in UTF-8 is a cell with its bytes shown."""
    tables = Tables()
    tables.add(0, "x", Rejection(name="caf\udce9.txt", reason="empty", message="is empty"))
    tables.write(tmp_path)
    assert parquet.read_table(tmp_path / "rejections.parquet")["name"].to_pylist() == [r"caf\xe9.txt"]


def test_other_programs_join_the_tables(batch, tmp_path):
    """DuckDB reads the tables, reports are numbered through, and every key leads to one row."""
    given = write_jsonl(tmp_path / "news.jsonl", 12, odd={5: " EXIT"})
    batch(given, each=5)
    base = tmp_path / "out"
    found = duckdb.sql(
        f"""select count(*), count(distinct (f.report, f.id)), count(s.id), count(a.id)
        from '{base}/figures/*.parquet' f
        join '{base}/documents/*.parquet' d using (report)
        join '{base}/sources/*.parquet' s on s.report = f.report and s.id = f.speaker
        join '{base}/attributions/*.parquet' a on a.report = f.report and a.id = f.attribution"""
    ).fetchall()
    assert found == [(22, 22, 22, 22)]
    numbers = [row["report"] for name in ("documents", "rejections") for row in table(base, name)]
    assert sorted(numbers) == list(range(12))


def test_a_casebook_takes_the_reports_once_and_in_order(batch, tmp_path, engine):
    """Into a casebook go all reports and rejections in order; a run whose manifest was lost adds nothing twice."""
    given = write_jsonl(tmp_path / "news.jsonl", 12, odd={5: " EXIT"})
    terms = msgspec.structs.replace(TERMS, into="casebook")
    with Casebook.open(tmp_path / "cases.db") as casebook:
        total = batch(given, each=5, terms=terms, engine=engine, into=Into(casebook, by="tester"))
        assert (total.documents, total.rejections) == (11, 1)
        (tmp_path / "out" / "manifests" / "part-00000001.json").unlink()
        assert batch(given, each=5, terms=terms, into=Into(casebook, by="tester")).before == 7
        titles = [ledger.document.title for ledger in casebook.ledgers(outdated=True)]
        assert titles == [f"Report 3-{n}" for n in range(12) if n != 5]
        assert [one.reason for one in casebook.rejections()] == ["crashed"]
        assert casebook.verify().faults == ()


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_its_key_first(name):
    """The first column of every table is the number of the report."""
    assert next(iter(TABLES[name])) == "report"
