"""The whole casebook as files."""

from __future__ import annotations

import io
import zipfile
from typing import get_args

import pytest

from accordingto.compare import Text, compare, copies
from accordingto.report.export import Format, export
from accordingto.report.export.in_parts import write_csv
from accordingto.serve.files import zipped
from tests.serve.board_made import figure, tolls


@pytest.fixture
def casebook(tmp_path):
    with tolls(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize("form", get_args(Format))
def test_every_export_can_be_downloaded(client, form):
    """The page leads to each format, which comes as a zip with files in it."""
    assert f'href="/downloads/{form}"' in client.get("/downloads").text
    answer = client.get(f"/downloads/{form}")
    assert answer.headers["content-disposition"] == f'attachment; filename="cases-{form}.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        assert archive.testzip() is None
        assert archive.namelist()


def test_a_download_has_decisions_applied(client, casebook):
    """What was corrected stands in the download as corrected."""
    one = figure(casebook, "30 people", "Daily Quay")
    casebook.decide(f"figure:{one.id}", "correct", {"low": 31, "high": 31}, by="tester", why="a slip")
    with zipfile.ZipFile(io.BytesIO(client.get("/downloads/csv").content)) as archive:
        figures = archive.read("figures.csv").decode()
        assert "a slip" in archive.read("decisions.csv").decode()
    assert ",31,31," in figures


def test_tables_made_in_parts_are_those_made_at_once(casebook, tmp_path, monkeypatch):
    """However few reports are in memory, the files are the same."""
    monkeypatch.setattr("accordingto.report.export.in_parts._AT_ONCE", 2)
    ledgers = list(casebook.decided())
    texts = copies(Text(one.document.id, one.document.text, one.document.published) for one in ledgers)
    contests = compare(list(casebook.figures()), copies=texts)
    paths = write_csv(tmp_path, iter(ledgers), iter(contests), casebook.decisions())
    at_once = export(ledgers, form="csv", contests=contests, decisions=casebook.decisions())
    assert [(p.name, p.read_bytes()) for p in paths] == [(f.name, f.content) for f in at_once]


def test_an_unknown_format_is_told_so(client):
    """A format that there is not is a page with those that there are."""
    page = client.get("/downloads/xlsx")
    assert page.status_code == 404
    assert "parquet" in page.text


def test_one_download_of_everything_at_a_time(client):
    """While one is made, another is refused with the next step, and later given."""
    lock = client.app.state.desk.exporting
    with lock:
        page = client.get("/downloads/csv")
    assert page.status_code == 503
    assert "ask again" in page.text
    assert client.get("/downloads/csv").status_code == 200


def test_every_column_is_told(client):
    """The page says what each column of the figures' files holds."""
    page = client.get("/downloads").text
    header = client.get("/figures.csv").text.splitlines()[0]
    for name in header.split(","):
        assert f"<code>{name}</code>" in page


def test_the_same_files_give_the_same_archive():
    """An archive depends on its files alone."""
    files = [("a.txt", b"one"), ("b.bin", bytes(range(256)) * 999)]
    made = b"".join(zipped(files))
    assert made == b"".join(zipped(files))
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert [(i.filename, archive.read(i)) for i in archive.infolist()] == files
