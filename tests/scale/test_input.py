"""What a batch takes: every kind of file, plain and compressed, here or at an address, in partitions of any size."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
from pathlib import Path

import msgspec
import pyarrow as pa
import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st
from pyarrow import parquet
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from accordingto.errors import BatchError
from accordingto.read.rows import Keys
from accordingto.records import Item, Rejection
from accordingto.scale import plan
from accordingto.scale.files import Laid, files
from accordingto.scale.reports import reports
from tests.scale.made import TERMS, content, table, write_jsonl

ROWS = [
    {"text": f'Report {n}, with "marks",\nand lines.', "title": f"Title {n}", "published": f"2024-05-{n + 1:02}"}
    for n in range(7)
]
PACK = {".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress, ".zst": zstandard.compress}


def write_csv(path):
    quoted = [",".join('"' + v.replace('"', '""') + '"' for v in row.values()) for row in ROWS]
    path.write_text("\r\n".join(["﻿text,title,published", *quoted]) + "\r\n", encoding="utf-8", newline="")


def write_parquet(path):
    parquet.write_table(pa.Table.from_pylist(ROWS), path, row_group_size=3)


def write_lines(path):
    path.write_bytes(b"\n".join(msgspec.json.encode(row) for row in ROWS))


WRITERS = {".csv": write_csv, ".parquet": write_parquet, ".jsonl": write_lines}


def taken(given, tmp_path, *, each, keys=TERMS.keys):
    """All reports of the input, read partition by partition, each with a folder of its own as other workers have."""
    made = plan([str(one) for one in given], msgspec.structs.replace(TERMS, keys=keys), each=each)
    found = []
    for some in made.slices:
        folder = tmp_path / f"laid-{each}-{some.number}"
        folder.mkdir(exist_ok=True)
        laid = Laid(folder)
        part = [one for piece in some.pieces for one in reports(piece, laid, keys)]
        assert len(part) == some.count
        found += part
    assert len(found) == made.count
    return found


@pytest.mark.parametrize("each", [1, 2, 3, 100])
@pytest.mark.parametrize("packed", ["", *PACK])
@pytest.mark.parametrize("ending", WRITERS)
def test_rows_come_once_in_order_with_their_fields(tmp_path, ending, packed, each):
    """However a file of rows is written, compressed and partitioned, each row comes once, in order, under its name."""
    path = tmp_path / f"news{ending}"
    WRITERS[ending](path)
    if packed:
        plain, path = path, tmp_path / f"news{ending}{packed}"
        path.write_bytes(PACK[packed](plain.read_bytes()))
    found = taken([path], tmp_path, each=each)
    assert [(i.text, i.title, i.published) for i in found] == [tuple(row.values()) for row in ROWS]
    assert len({i.name for i in found}) == 7
    assert all(i.name.startswith(str(path)) for i in found)


@given(st.lists(st.text(alphabet='ab,"\n\r; é', min_size=1).filter(str.strip), max_size=8), st.integers(1, 4))
def test_any_table_of_text_comes_whole(tmp_path_factory, texts, each):
    """Whatever stands in the cells of a CSV file, planning counts what reading gives, and no text is altered."""
    folder = tmp_path_factory.mktemp("any")
    path = folder / "any.csv"
    rows = ['"' + text.replace('"', '""') + '"' for text in texts]
    path.write_bytes("\n".join(["text", *rows]).encode())
    assert [one.text for one in taken([path], folder, each=each)] == texts


def test_columns_are_named_by_options(tmp_path):
    """Tables whose columns have other names are read by those names."""
    path = tmp_path / "news.tsv"
    path.write_text("body\thead\nWords of it.\tA title\n")
    (item,) = taken([path], tmp_path, each=5, keys=Keys(text="body", title="head"))
    assert (item.text, item.title) == ("Words of it.", "A title")


def test_damaged_rows_are_rejected_in_their_place(tmp_path):
    """A row without text, with too few values, or not in UTF-8 is rejected by its number, and its neighbours come."""
    path = tmp_path / "news.csv"
    path.write_bytes(b"text,title\nOne.,a\n,b\nThree.\nFo\xffur.,d\nFive.,e\n")
    found = taken([path], tmp_path, each=2)
    assert [one.reason if isinstance(one, Rejection) else one.text for one in found] == [
        "One.", "empty", "damaged", "damaged", "Five.",
    ]  # fmt: skip


def test_a_table_that_breaks_off_is_rejected_behind_what_was_read(tmp_path):
    """Compression or quotation marks that break off cost what stands behind, which a rejection says."""
    write_lines(plain := tmp_path / "news.jsonl")
    cut = tmp_path / "news.jsonl.gz"
    cut.write_bytes(gzip.compress(plain.read_bytes())[:-9])
    quoted = tmp_path / "news.csv"
    quoted.write_text('text\nOne.\n"Two')
    assert isinstance(taken([cut], tmp_path, each=3)[-1], Rejection)
    first, last = taken([quoted], tmp_path, each=1)
    assert (first.text, last.reason) == ("One.", "damaged")


def test_a_parquet_file_that_is_none_is_one_rejection(tmp_path):
    """What is named as Parquet and is none is rejected by name."""
    path = tmp_path / "news.parquet"
    path.write_bytes(b"PAR1 and no more")
    (one,) = taken([path], tmp_path, each=3)
    assert (one.name, one.reason) == (str(path), "damaged")


def write_warc(path, *, packed):
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=packed)
        for n in range(5):
            for kind in ("image/png", "text/html"):
                http = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.0")
                page = io.BytesIO(f"<html><body><p>Page {n}.</p></body></html>".encode())
                address = f"http://a.test/{n}"
                writer.write_record(writer.create_warc_record(address, "response", page, http_headers=http))


@pytest.mark.parametrize("each", [1, 2, 3])
@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
def test_a_web_archive_gives_its_pages(tmp_path, ending, each):
    """HTML responses of a WARC come with address and record, in partitions as in one."""
    path = tmp_path / f"crawl{ending}"
    write_warc(path, packed=ending.endswith(".gz"))
    found = taken([path], tmp_path, each=each)
    assert [one.url for one in found] == [f"http://a.test/{n}" for n in range(5)]
    assert all(one.carrier for one in found)
    assert found == taken([path], tmp_path, each=9)


@pytest.mark.parametrize("cut", [20, 200, 500, 900])
@pytest.mark.parametrize("ending", [".warc", ".warc.gz"])
def test_a_web_archive_that_breaks_off_does_so_once(tmp_path, ending, cut):
    """However a WARC is cut, partitions give the pages before the cut once, and then what one partition gives."""
    path = tmp_path / f"crawl{ending}"
    write_warc(path, packed=ending.endswith(".gz"))
    path.write_bytes(path.read_bytes()[:-cut])
    whole = taken([path], tmp_path, each=99)
    for each in (1, 2, 3):
        parts = taken([path], tmp_path, each=each)
        assert [getattr(one, "url", one.name) for one in parts] == [getattr(one, "url", one.name) for one in whole]


def test_single_files_missing_ones_and_folders(tmp_path):
    """A folder gives its reports sorted, packed ones too; one that is not there is rejected by name."""
    (tmp_path / "b.txt").write_text("B")
    (tmp_path / "a.html.xz").write_bytes(lzma.compress(b"<p>A</p>"))
    (tmp_path / "c.png").write_bytes(b"\x89PNG")
    gone = tmp_path / "gone.txt"
    found = taken([tmp_path, gone], tmp_path, each=2)
    assert [one.name for one in found] == [str(tmp_path / "a.html.xz"), str(tmp_path / "b.txt"), str(gone)]
    assert found[0].data == b"<p>A</p>"
    assert found[2].reason == "missing"


def test_input_and_output_at_addresses(batch, tmp_path):
    """Input and output may be addresses; the tables are those of local files, but for the names."""
    (folder := tmp_path / "in").mkdir()
    write_jsonl(folder / "news.jsonl", 12)
    batch(folder / "news.jsonl", out="local", each=5)
    total = batch(f"file://{folder}", out=f"file://{tmp_path}/remote", each=5)
    assert total.documents == 12
    assert table(tmp_path / "remote", "figures") == table(tmp_path / "local", "figures")
    assert {one["name"].partition(":///")[0] for one in table(tmp_path / "remote", "documents")} == {"file"}
    assert batch(f"file://{folder}", out=f"file://{tmp_path}/remote", each=5).before == 12
    assert content(tmp_path / "remote").keys() == content(tmp_path / "local").keys()


def test_an_object_store_is_listed(tmp_path):
    """Of a folder at an address, the files of known kinds come, with what tells a changed one apart."""
    import fsspec

    store = fsspec.filesystem("memory")
    for name in ("a.txt", "deep/b.jsonl.zst", "c.png", ".hidden/d.txt"):
        store.pipe_file(f"/archive/{name}", b"x")
    found = list(files(["memory://archive"]))
    assert [file.address for file in found] == ["memory://archive/a.txt", "memory://archive/deep/b.jsonl.zst"]
    assert all(file.size == 1 and file.mark for file in found)


@pytest.mark.parametrize("address", ["https://a.test/news.jsonl", "nonsense://a/b"])
def test_addresses_that_are_not_taken(address):
    """An address of the web, or of no known kind, is refused with what to do instead."""
    with pytest.raises(BatchError, match=r"accordingto add|check its scheme"):
        list(files([address]))


def test_items_keep_the_bytes_of_their_row(tmp_path):
    """A row's raw bytes are those in the file, which name its document."""
    write_lines(path := tmp_path / "news.jsonl")
    found = [one for one in taken([path], tmp_path, each=4) if isinstance(one, Item)]
    assert b"\n".join(one.data for one in found) == Path(path).read_bytes()
