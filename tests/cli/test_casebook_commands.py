"""The commands on a casebook: what they print and write, and how they end."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import threading
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from accordingto.casebook import Casebook
from accordingto.cli.main import run
from accordingto.read import fetch
from accordingto.records import Item, Reported
from benchmarks.plain_reports import MadeUpReader

REPORT = "The minister said on Friday that the road would be opened again. Nobody answered.\n"
KILLED = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."
WHO = "World Health Organization said 300 people were injured in Aleppo in 2012."


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def accordingto(capfdbinary):
    """Runs the command in this process."""

    def call(*arguments: object) -> Ended:
        code = run([str(a) for a in arguments])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return call


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "in"
    made.mkdir()
    (made / "a.txt").write_text(REPORT)
    return made


@pytest.fixture
def book(tmp_path):
    """A casebook with two figures."""
    path = tmp_path / "casebook.db"
    with Casebook.open(path) as casebook:
        for i, text in enumerate((KILLED, WHO)):
            item = Item(name=f"{i}.txt", data=text.encode(), outlet="Wire", title="Toll", published="2013-01-02")
            casebook.add(item, MadeUpReader(), by="tester")
    return path


# ------------------------------------------------------------------------------------------------------------------ add


def test_add_tells_what_became_of_each_report(accordingto, folder, tmp_path):
    """Read, known and rejected add up to what was given; a rejection costs exit code 1 and is named."""
    (folder / "b.txt").write_text(" ")
    book = tmp_path / "c.db"
    first = accordingto("add", book, folder, "--by", "tester", "--why", "a test")
    assert first.code == 1
    assert first.err.splitlines()[-1] == (
        "accordingto: 2 reports: 1 added with 1 statement and 0 figures, 0 there already, 1 rejected"
    )
    assert "b.txt: is empty" in first.err
    again = accordingto("add", book, folder)
    assert "0 added with 0 statements and 0 figures, 1 there already, 1 rejected" in again.err
    with Casebook.open(book, make=False) as casebook:
        assert casebook.size() == 1
        assert [one.reason for one in casebook.rejections()] == ["empty"]


def test_add_goes_on_where_it_was_cut_off(accordingto, folder, tmp_path):
    """Started again with more reports, it adds those that are not there."""
    accordingto("add", tmp_path / "c.db", folder)
    (folder / "c.txt").write_text(REPORT.replace("road", "bridge"))
    assert "1 added" in accordingto("add", tmp_path / "c.db", folder).err


def test_add_tells_what_changed_in_a_later_version(accordingto, tmp_path):
    """A later version of a report is told, with its reason."""
    for number, word in enumerate(("road", "bridge")):
        line = {"text": REPORT.replace("road", word), "url": "https://a.test/1"}
        (tmp_path / f"{number}.jsonl").write_text(json.dumps(line))
    accordingto("add", tmp_path / "c.db", tmp_path / "0.jsonl")
    ended = accordingto("add", tmp_path / "c.db", tmp_path / "1.jsonl")
    assert "is a later version of" in ended.err
    assert "the same address (a.test/1)" in ended.err
    assert "because: the same address" in accordingto("versions", tmp_path / "c.db").out


def test_add_fetches_an_address_once(accordingto, tmp_path, monkeypatch):
    """An address is fetched, kept with its record, and not fetched again unless `--again` is given."""
    asked = []

    class Site(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            body = REPORT.encode() if self.path == "/1" else b""
            self.send_response(200 if body else 404)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Site)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    address = f"http://127.0.0.1:{server.server_port}/1"
    refused = accordingto("add", tmp_path / "c.db", address)
    assert (refused.code, asked) == (1, [])
    assert "[address_refused]" in refused.err

    monkeypatch.setitem(fetch.Fetcher.__init__.__kwdefaults__, "allowed", (ip_address("127.0.0.1"),))
    assert accordingto("add", tmp_path / "c.db", address).code == 0
    assert "1 there already" in accordingto("add", tmp_path / "c.db", address).err
    assert asked == ["/robots.txt", "/1"]
    accordingto("add", tmp_path / "c.db", address, "--again")
    assert asked.count("/1") == 2
    server.shutdown()
    server.server_close()


def test_links_of_a_saved_feed_are_not_fetched_unasked(accordingto, tmp_path):
    """Nothing is fetched for a file; what it only links to is rejected with the way to have it."""
    (tmp_path / "a.xml").write_text(
        '<rss version="2.0"><channel><title>W</title><item><link>http://127.0.0.1:9/x</link></item></channel></rss>'
    )
    ended = accordingto("add", tmp_path / "c.db", tmp_path / "a.xml")
    assert (ended.code, "--links" in ended.err, "[only_linked]" in ended.err) == (1, True, True)


# -------------------------------------------------------------------------------------------------------------- finding


def test_figures_as_a_table(accordingto, book):
    """The table names the figure, who says so, and the report."""
    ended = accordingto("figures", book, "--harm", "killed", "--place", "Iraq", "--period", "2003/2006")
    assert ended.code == 0
    line = ended.out.splitlines()[1]
    assert all(part in line for part in ("12 ", "killed", "Mosul", "2004-05", "Ilse Marrant (mayor)", "Wire"))


def test_figures_as_csv(accordingto, book):
    """CSV has a header and one row per figure; whole numbers have no point, and truth is a word."""
    rows = list(csv.DictReader(io.StringIO(accordingto("figures", book, "--format", "csv").out)))
    assert [(row["low"], row["country"], row["denied"]) for row in rows] == [
        ("12", "IQ", "false"),
        ("300", "SY", "false"),
    ]


def test_figures_as_json(accordingto, book):
    """JSON is one figure per line, as the records are."""
    import msgspec

    lines = accordingto("figures", book, "--format", "json", "--speaker", "WHO").out.splitlines()
    (one,) = [msgspec.json.decode(line, type=Reported) for line in lines]
    assert (one.figure.low, one.speaker.name) == (300, "World Health Organization")


def test_figures_as_parquet(accordingto, book, tmp_path):
    """Parquet has the same columns with types, and empty cells where nothing is known."""
    parquet = pytest.importorskip("pyarrow.parquet")
    out = tmp_path / "figures.parquet"
    assert accordingto("figures", book, "--format", "parquet", "--out", out).code == 0
    rows = parquet.read_table(out).to_pylist()
    assert [rows[0][name] for name in ("low", "approx", "who", "start")] == [12.0, False, None, 26]
    header = next(csv.reader(io.StringIO(accordingto("figures", book, "--format", "csv").out)))
    assert list(rows[0]) == header


def test_parquet_without_its_library(accordingto, book, monkeypatch):
    """Where the extra is missing, one line says how to get it."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    ended = accordingto("figures", book, "--format", "parquet")
    assert (ended.code, ended.out) == (1, "")
    assert ended.err == "accordingto: Parquet needs the library pyarrow: pip install 'accordingto[parquet]'\n"


def test_no_figure(accordingto, book):
    """Where nothing fits, that is said, and is no error."""
    ended = accordingto("figures", book, "--min", "1000")
    assert (ended.code, ended.out, ended.err) == (0, "", "accordingto: 0 figures\n")


def test_statements(accordingto, book):
    """Statements are found by their words, with speaker, report and id."""
    ended = accordingto("statements", book, "--about", "killing")
    lines = ended.out.splitlines()
    assert lines[0] == "12 people were killed in Mosul in 2004-05"
    assert lines[1:3] == ["  Ilse Marrant (asserts, indirect)", "  Wire · 2013-01-02 · Toll"]
    assert json.loads(accordingto("statements", book, "--speaker", "WHO", "--format", "json").out)["outlet"] == "Wire"


def test_sources_and_decisions(accordingto, book):
    """Sources are listed with their ids, by which they are merged; the decision is told and shown."""
    listed = accordingto("sources", book).out.splitlines()
    ids = [line.rpartition(" ")[2] for line in listed]
    assert listed[0].startswith("Ilse Marrant · person · 1 report, 1 statement, 1 figure · source:")
    made = accordingto("decide", book, "merge", *ids, "--by", "tester", "--why", "a test")
    assert made.out == f"decision 5: merge {ids[0]}, by tester\n"
    merged = accordingto("sources", book, "--spellings").out
    assert "decided by tester: a test" in merged
    assert len(accordingto("sources", book).out.splitlines()) == 1


def test_a_correction(accordingto, book):
    """`--set` takes JSON or plain words."""
    target = "figure:" + json.loads(accordingto("figures", book, "--harm", "killed", "--format", "json").out)["id"]
    ended = accordingto("decide", book, "correct", target, "--set", "low=null", "--set", "harm=missing", "--why", "x")
    assert ended.code == 0
    (row,) = csv.DictReader(io.StringIO(accordingto("figures", book, "--harm", "missing", "--format", "csv").out))
    assert (row["low"], row["high"]) == ("", "12")


def test_decide_takes_a_place_and_a_speaker_by_name(accordingto, book):
    """`--set place=Raqqa` is the place of that name with its country, `--set speaker=…` who is called so."""
    target = "figure:" + json.loads(accordingto("figures", book, "--harm", "killed", "--format", "json").out)["id"]
    named = ("--set", "place=Raqqa", "--set", "speaker=Harbour Relief")
    assert accordingto("decide", book, "correct", target, *named, "--why", "read again").code == 0
    (row,) = csv.DictReader(io.StringIO(accordingto("figures", book, "--harm", "killed", "--format", "csv").out))
    assert (row["place"], row["country"], row["speaker"]) == ("Raqqa", "SY", "Harbour Relief")


def test_no_toll_of_several_countries(accordingto, book):
    """Figures of two countries are not of one incident: their toll is refused until one is chosen."""
    ended = accordingto("toll", book)
    assert (ended.code, ended.out) == (2, "")
    assert "--place" in ended.err
    assert accordingto("toll", book, "--place", "Iraq").code == 0


# ------------------------------------------------------------------------------------------------------------ verifying


def test_verify(accordingto, book):
    """A casebook as it was written: its size and last hash, which a later check can expect."""
    ended = accordingto("verify", book)
    assert ended.code == 0
    assert ended.out.startswith("verified: 4 entries, 4 contents\nlast hash: ")
    head = ended.out.split()[-1]
    assert accordingto("verify", book, "--expect", head).code == 0
    assert accordingto("verify", book, "--expect", "0" * 63 + "1").code == 4


def test_verify_names_what_is_broken(accordingto, book):
    """A casebook that is not as it was written ends with a code of its own and the first broken link."""
    import sqlite3

    with sqlite3.connect(book) as connection:
        connection.execute("DROP TRIGGER entry_no_update")
        connection.execute("UPDATE entry SET by = 'x' WHERE number = 2")
    connection.close()
    ended = accordingto("verify", book)
    assert (ended.code, ended.out) == (4, "")
    assert ended.err.splitlines()[0].startswith(f"accordingto: {book}: entry 2: ")


def test_rebuild(accordingto, book):
    """Look-up tables that were changed are told, and made anew."""
    import sqlite3

    with sqlite3.connect(book) as connection:
        connection.execute("DELETE FROM figure")
    connection.close()
    assert accordingto("verify", book).code == 4
    assert accordingto("verify", book, "--rebuild").code == 0


@pytest.mark.parametrize(
    ("content", "said"),
    [(None, "no such casebook"), (b"other", "is no casebook but some other file"), (b"", "has no casebook in it")],
)
def test_what_is_no_casebook(accordingto, tmp_path, content, said):
    """A missing file, or another one, is one line and exit code 1; nothing is made."""
    path = tmp_path / "x.db"
    if content is not None:
        path.write_bytes(content)
    ended = accordingto("figures", path)
    assert (ended.code, ended.err.count("\n"), said in ended.err) == (1, 1, True)
    assert path.exists() == (content is not None)


def test_another_database_is_left_alone(accordingto, tmp_path, folder):
    """An SQLite file with tables of another program is refused, and stays as it is."""
    import sqlite3

    path = tmp_path / "x.db"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE bills (n)")
    connection.close()
    before = path.read_bytes()
    ended = accordingto("add", path, folder)
    assert (ended.code, "holds other tables (bills)" in ended.err) == (1, True)
    assert path.read_bytes()[100:] == before[100:]


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "c.db"],
        ["add", "", "x"],
        ["figures"],
        ["figures", "c.db", "--harm", "sung"],
        ["decide", "c.db", "reject", "figure:x"],
        ["decide", "c.db", "reject", "figure:x", "figure:y", "--why", "x"],
        ["decide", "c.db", "reject", "figure:x", "--set", "low=1", "--why", "x"],
        ["decide", "c.db", "correct", "figure:x", "--set", "low", "--why", "x"],
        ["decide", "c.db", "grade", "figure:x", "--why", "x"],
        ["decide", "c.db", "sing", "figure:x", "--why", "x"],
    ],
    ids=" ".join,
)
def test_a_command_line_without_sense(accordingto, arguments, tmp_path, monkeypatch):
    """A wrong command line is one line that leads to the help, exit code 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    ended = accordingto(*arguments)
    assert (ended.code, ended.out, ended.err.count("\n")) == (2, "", 1)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("command", ["add", "figures", "verify"])
def test_help_loads_no_database_library(command):
    """`--help` is quick: it loads neither the database's library nor the model's."""
    code = (
        f"import sys; from accordingto.cli.main import run; run(['{command}', '--help']); "
        "print([m for m in ('sqlalchemy', 'alembic', 'onnxruntime', 'feedparser') if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("[]\n")


def test_reading_loads_no_database_library(folder):
    """`accordingto read` needs no casebook, and does not load what one needs."""
    code = (
        f"import sys; from accordingto.cli.main import run; run(['read', {str(folder / 'a.txt')!r}]); "
        "print([m for m in ('sqlalchemy', 'alembic', 'feedparser', 'warcio', 'protego') if m in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("[]\n")
