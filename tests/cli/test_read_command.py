"""`accordingto read`: what it prints and writes, and how it ends."""

from __future__ import annotations

import errno
import io
import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from accordingto.cli import main as main_function
from accordingto.cli.main import run
from accordingto.records import Ledger

REPORT = "The minister said on Friday that the road would be opened again. Nobody answered.\n"
OTHER = "The mayor denied on Friday that the road would be opened again. Nobody answered.\n"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


@pytest.fixture
def accordingto(capfdbinary, monkeypatch):
    """Runs the command in this process, with `given` as standard input."""

    def call(*arguments: object, given: bytes | None = None) -> Ended:
        stdin = io.TextIOWrapper(io.BytesIO(given or b""))
        stdin.isatty = lambda: given is None  # type: ignore[method-assign]
        monkeypatch.setattr(sys, "stdin", stdin)
        code = run([str(a) for a in arguments])
        out, err = capfdbinary.readouterr()
        return Ended(code, out.decode(), err.decode())

    return call


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "in" / "report.txt"
    path.parent.mkdir()
    path.write_text(REPORT)
    return path


def ledgers(folder):
    return {p.name: Ledger.from_json(p.read_bytes()) for p in folder.glob("*.json")}


# ------------------------------------------------------------------------------------------------------ what it prints


def test_example(accordingto):
    """`read --example` shows the shipped report, plain where nobody looks at a terminal, in at most 100 columns."""
    ended = accordingto("read", "--example")
    assert ended.code == 0
    assert ended.err == ""
    assert "Mayor Ilse Marrant" in ended.out
    assert "\x1b" not in ended.out
    assert max(map(len, ended.out.splitlines())) <= 100


def test_json_is_the_ledger(accordingto, report, reader):
    """`--format json` prints the ledger on one line."""
    ended = accordingto("read", report, "--format", "json")
    assert ended.out.count("\n") == 1
    assert Ledger.from_json(ended.out) == reader.read(report)


def test_indent(accordingto, report):
    """`--indent 3` spreads the JSON, three spaces per level."""
    assert accordingto("read", report, "--format", "json", "--indent", 3).out.startswith('{\n   "version": 1,\n')


def test_many_reports_are_json_lines(accordingto, report, tmp_path):
    """Several reports are one ledger per line, and the sum stands on standard error."""
    (tmp_path / "in" / "other.txt").write_text(OTHER)
    ended = accordingto("read", tmp_path / "in", "--format", "json")
    assert [json.loads(line)["document"]["text"] for line in ended.out.splitlines()] == [OTHER, REPORT]
    assert re.fullmatch(r"accordingto: 2 reports: 2 read with \d+ statements, 0 rejected\n", ended.err)


def test_many_reports_are_named(accordingto, report, tmp_path):
    """In the terminal view each of several reports stands under its name."""
    (tmp_path / "in" / "other.txt").write_text(OTHER)
    out = accordingto("read", tmp_path / "in").out
    assert re.findall(r"==> .*/(.*) <==", out) == ["other.txt", "report.txt"]


def test_standard_input(accordingto, report, reader):
    """`-` is standard input, and so is a pipe without any argument."""
    named = accordingto("read", "-", "--format", "json", given=REPORT.encode())
    piped = accordingto("read", "--format", "json", given=REPORT.encode())
    assert named == piped
    assert Ledger.from_json(named.out).attributions == reader.read(report).attributions


def test_standard_input_keeps_its_place(accordingto, report, tmp_path):
    """Standard input among files comes where `-` stands."""
    last = tmp_path / "last.txt"
    last.write_text(OTHER)
    ended = accordingto("read", report, "-", last, "--format", "json", given=b"Nobody said anything at all today.")
    assert [json.loads(line)["document"]["text"][:6] for line in ended.out.splitlines()] == [
        "The mi",
        "Nobody",
        "The ma",
    ]


def test_by_speaker_groups_statements(accordingto):
    """`--by speaker` puts all statements of a voice under its name, `--by text` is what stands without it."""
    by_speaker = accordingto("read", "--example", "--by", "speaker").out
    assert "Statements, in the order of the text" not in by_speaker
    voices = re.findall(r"^(.+) · \d+ statements?$", by_speaker.partition("Whose words")[0], re.MULTILINE)
    assert len(voices) == len(set(voices)) > 5
    assert accordingto("read", "--example", "--by", "text").out == accordingto("read", "--example").out


def test_by_speaker(accordingto):
    """`--by speaker` is another view of the same statements."""
    assert accordingto("read", "--example", "--by", "speaker").out != accordingto("read", "--example").out


def test_colour_can_be_asked_for(accordingto):
    """`--colour` colours even where nobody looks at a terminal."""
    assert "\x1b[" in accordingto("read", "--example", "--colour").out


@pytest.mark.parametrize(("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False)])
def test_a_terminal_is_coloured_unless_no_color_is_set(environment, coloured):
    """At a terminal the view is coloured; with NO_COLOR it is not."""
    seen = at_a_terminal("--example", environment=environment)
    assert b"Marrant" in seen
    assert (b"\x1b[" in seen) is coloured


@pytest.mark.parametrize(("arguments", "bar"), [(["--out", "ledgers"], True), (["--format", "json"], False)])
def test_a_bar_shows_progress_unless_reports_do(report, tmp_path, monkeypatch, arguments, bar):
    """At a terminal there is a progress bar for many reports, but never between the lines of a report."""
    (report.parent / "other.txt").write_text(OTHER)
    monkeypatch.chdir(tmp_path)
    seen = at_a_terminal(report.parent, *arguments)
    assert (b"Reading" in seen) is bar
    assert (b'"attributions"' in seen) is not bar


def at_a_terminal(*arguments: object, environment: dict[str, str] | None = None) -> bytes:
    """What `accordingto read` shows at a terminal."""
    ours, theirs = pty.openpty()
    base = {k: v for k, v in os.environ.items() if k != "NO_COLOR"} | (environment or {})
    command = [sys.executable, "-m", "accordingto", "read", *map(str, arguments)]
    process = subprocess.Popen(command, stdout=theirs, stderr=theirs, env=base)
    os.close(theirs)
    seen = b""
    while True:
        try:
            chunk = os.read(ours, 65536)
        except OSError as error:  # how a pseudo-terminal says that the other end is closed
            assert error.errno == errno.EIO
            break
        if not chunk:
            break
        seen += chunk
    os.close(ours)
    assert process.wait() == 0
    return seen


def test_a_poor_locale_is_no_error():
    """Where the locale has no curly quotation marks the view still comes, and JSON is UTF-8 all the same."""
    environment = os.environ | {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    command = [sys.executable, "-m", "accordingto", "read", "-"]
    text = "\u201cWe will stay,\u201d the mayor said in the town hall on Friday evening."
    for extra in ([], ["--format", "json"]):
        ended = subprocess.run(command + extra, input=text.encode(), env=environment, capture_output=True)
        assert (ended.returncode, ended.stderr) == (0, b"")
    assert "\u201cWe will stay,\u201d" in ended.stdout.decode("utf-8")


# ------------------------------------------------------------------------------------------------------ what it writes


def test_html(accordingto, report, tmp_path):
    """`--html FILE` writes the page and prints nothing."""
    page = tmp_path / "page.html"
    assert accordingto("read", report, "--html", page) == Ended(0, "", "")
    assert page.read_text().lstrip().lower().startswith("<!doctype html>")


def test_html_and_json(accordingto, report, tmp_path):
    """With a format named too, both come."""
    assert accordingto("read", report, "--html", tmp_path / "p.html", "--format", "json").out.startswith('{"version":1')
    assert (tmp_path / "p.html").exists()


def test_out(accordingto, report, tmp_path, reader):
    """`--out DIR` makes DIR and writes DIR/STEM.json, nothing else, readable as any new file is."""
    out = tmp_path / "deep" / "out"
    ended = accordingto("read", report, "--out", out, "--format", "json")
    assert (ended.code, ended.out) == (0, "")
    assert [p.name for p in out.iterdir()] == ["report.json"]
    assert ledgers(out)["report.json"] == reader.read(report)
    (tmp_path / "any").touch()
    assert (out / "report.json").stat().st_mode == (tmp_path / "any").stat().st_mode


def test_equal_stems_stand_side_by_side(accordingto, report, tmp_path):
    """Two reports of one name: the second carries its id; none is lost, in any order or later run."""
    second = tmp_path / "in" / "sub" / "report.txt"
    second.parent.mkdir()
    second.write_text(OTHER)
    out = tmp_path / "out"
    accordingto("read", report, second, "--out", out)
    assert sorted(led.document.text for led in ledgers(out).values()) == [OTHER, REPORT]
    assert all(n in ("report.json", f"report-{led.document.id[:12]}.json") for n, led in ledgers(out).items())
    before = {p: p.read_bytes() for p in out.iterdir()}
    assert "2 there already" in accordingto("read", second, report, "--out", out).err
    assert {p: p.read_bytes() for p in out.iterdir()} == before


@pytest.mark.parametrize("letter", ["a", "報"])
def test_the_longest_names_are_cut(accordingto, tmp_path, letter):
    """Reports with names as long as a file system takes them get a ledger each, also where the cut names are equal."""
    folder = tmp_path / "long"
    folder.mkdir()
    stem = letter * (248 // len(letter.encode()))
    (folder / f"{stem}-a.txt").write_text(REPORT)
    (folder / f"{stem}-b.txt").write_text(OTHER)
    ended = accordingto("read", folder, "--out", tmp_path / "out")
    assert (ended.code, one_line(ended)) == (0, True)
    assert sorted(one.document.text for one in ledgers(tmp_path / "out").values()) == sorted([REPORT, OTHER])


def test_a_file_that_is_no_ledger_is_left_alone(accordingto, report, tmp_path):
    """A foreign DIR/STEM.json is not overwritten."""
    (tmp_path / "report.json").write_text('{"mine": true}')
    accordingto("read", report, "--out", tmp_path)
    assert (tmp_path / "report.json").read_text() == '{"mine": true}'
    assert len(list(tmp_path.glob("report-????????????.json"))) == 1


def test_a_batch_can_be_taken_up_again(accordingto, report, tmp_path):
    """What is there by the same model and bytes is passed over; a changed or new report is read."""
    accordingto("read", report, "--out", tmp_path / "out")
    stamp = (tmp_path / "out" / "report.json").stat().st_mtime_ns
    (tmp_path / "in" / "new.txt").write_text(OTHER)
    err = accordingto("read", tmp_path / "in", "--out", tmp_path / "out").err
    assert re.fullmatch(r"accordingto: 2 reports: 1 read with \d+ statements, 1 there already, 0 rejected\n", err)
    assert (tmp_path / "out" / "report.json").stat().st_mtime_ns == stamp


def test_another_model_reads_again(accordingto, report, tmp_path):
    """A ledger that another model made of the same bytes is replaced, under the same name."""
    path = tmp_path / "out" / "report.json"
    accordingto("read", report, "--out", tmp_path / "out")
    honest = path.read_text()
    path.write_text(honest.replace(json.loads(honest)["reader"]["model_sha256"], "0" * 64))
    accordingto("read", report, "--out", tmp_path / "out")
    assert path.read_text() == honest
    assert len(list(path.parent.iterdir())) == 1


def test_again(accordingto, report, tmp_path):
    """`--again` reads what is there already."""
    accordingto("read", report, "--out", tmp_path / "out")
    assert accordingto("read", report, "--out", tmp_path / "out", "--again", "--indent", 1).code == 0
    assert (tmp_path / "out" / "report.json").read_text().startswith('{\n "version"')


def test_rejections_are_kept_beside_the_ledgers(accordingto, report, tmp_path):
    """DIR/rejections.jsonl says what was rejected; after a run without any it is gone."""
    empty = tmp_path / "in" / "empty.txt"
    empty.touch()
    out = tmp_path / "out"
    assert accordingto("read", tmp_path / "in", "--out", out).code == 1
    assert [json.loads(line)["reason"] for line in (out / "rejections.jsonl").read_text().splitlines()] == ["empty"]
    empty.unlink()
    assert accordingto("read", tmp_path / "in", "--out", out).code == 0
    assert not (out / "rejections.jsonl").exists()


@pytest.mark.skipif(sys.platform != "linux", reason="file names are any bytes on Linux alone")
def test_a_file_name_that_is_no_utf8_is_kept_among_the_rejections(accordingto, tmp_path):
    """A rejected file whose name is not UTF-8 ends no batch; its odd bytes are written as escapes."""
    path = os.fsdecode(os.fsencode(tmp_path) + b"/odd\xff.txt")
    Path(path).touch()
    ended = accordingto("read", path, "--out", tmp_path / "out")
    assert (ended.code, one_line(ended)) == (1, True)
    line = json.loads((tmp_path / "out" / "rejections.jsonl").read_text())
    assert (line["name"], line["reason"]) == (f"{tmp_path}/odd\\xff.txt", "empty")


def test_a_failed_write_leaves_the_old_file(tmp_path, monkeypatch):
    """If writing breaks off, what stood there still stands, and no half file is left."""
    from accordingto.cli import folder

    path = tmp_path / "a.json"
    path.write_text("old")

    def full(_handle):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(folder.os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        folder.write(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["a.json"]


# --------------------------------------------------------------------------------------------------------- how it ends


def one_line(ended: Ended) -> bool:
    return ended.err.startswith("accordingto: ") and ended.err.count("\n") == 1 and "Traceback" not in ended.err


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (bytes(range(256)) * 8, "not_text"),
        (b"\xed\xa0\x80 he said that they had left the town", "not_text"),
        (b"%PDF-1.7\nno more of it", "damaged"),
        (b"<html><head><title>x</title></head><body><nav>a</nav></body></html>", "no_article"),
        ("Der Minister sagte am Freitag, dass die Straße nicht wieder geöffnet werde.".encode() * 3, "other_language"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_bad_input_is_one_line_and_exit_code_1(accordingto, tmp_path, content, reason):
    """What cannot be read gives one line with the name and the reason, and exit code 1."""
    path = tmp_path / "bad.txt"
    path.write_bytes(content)
    ended = accordingto("read", path)
    assert (ended.code, ended.out) == (1, "")
    assert one_line(ended)
    assert str(path) in ended.err
    assert f"[{reason}]" in ended.err


def test_fifty_megabytes_are_too_large(accordingto, tmp_path):
    """A file of 50 MB is refused before it is read."""
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    ended = accordingto("read", path)
    assert (ended.code, one_line(ended), "[too_large]" in ended.err) == (1, True, True)


@pytest.mark.parametrize(("given", "reason"), [("nowhere.txt", "missing"), ("https://example.org/a", "address")])
def test_what_is_no_file(accordingto, given, reason):
    """A missing file and an address are one line each."""
    ended = accordingto("read", given)
    assert (ended.code, one_line(ended), f"[{reason}]" in ended.err) == (1, True, True)


def test_a_folder_without_reports_says_what_is_looked_for(accordingto, tmp_path):
    """Files of other kinds are not passed over in silence: the sum names the kinds that are taken from a folder."""
    (tmp_path / "notes.md").write_text(REPORT)
    ended = accordingto("read", tmp_path)
    assert (ended.code, one_line(ended)) == (0, True)
    assert "0 reports" in ended.err
    assert "*.txt" in ended.err


@pytest.mark.skipif(os.name != "posix", reason="needs a name with a control character")
def test_a_file_name_does_not_steer_the_terminal(accordingto, tmp_path):
    """Control characters in a file's name are shown by their code, in messages and above reports."""
    (tmp_path / "a\x1b[31m.txt").touch()
    (tmp_path / "b\x1b[31m.txt").write_text(REPORT)
    ended = accordingto("read", tmp_path, "--no-colour")
    assert "\x1b" not in ended.out + ended.err
    assert "b⟨U+001B⟩[31m.txt <==" in ended.out
    assert "a⟨U+001B⟩[31m.txt: is empty" in ended.err


def test_a_batch_goes_on(accordingto, report, tmp_path):
    """One bad report costs exit code 1 and a line, not the others."""
    (tmp_path / "in" / "a-bad-one.txt").touch()
    ended = accordingto("read", tmp_path / "in", "--format", "json")
    assert (ended.code, ended.out.count("\n")) == (1, 1)
    assert ended.err.splitlines()[1].endswith(", 1 rejected")


@pytest.mark.parametrize(
    "arguments",
    [
        ["read", "--bogus"],
        ["bogus"],
        ["read", "--format", "xml", "x"],
        ["read", "--threads", "0", "x"],
        ["read", "--example", "x"],
        ["read", "-", "-"],
        ["read", "x", "--again"],
        ["read", "x", "--out", "d", "--format", "terminal"],
        ["read", "x", "--out", "d", "--html", "f"],
        ["read", "x", "y", "--html", "f"],
        ["read", ""],
        ["read", "x", "--html", ""],
        ["read", "x", "--out", ""],
        ["read"],
    ],
    ids=" ".join,
)
def test_a_command_line_without_sense(accordingto, arguments, tmp_path, monkeypatch):
    """A wrong command line is one line that leads to the help, exit code 2, and nothing is written."""
    monkeypatch.chdir(tmp_path)
    ended = accordingto(*arguments)
    assert (ended.code, ended.out, one_line(ended)) == (2, "", True)
    assert "--help" in ended.err
    assert list(tmp_path.iterdir()) == []


def test_no_report_at_a_terminal_hints_at_the_example(accordingto):
    """Who gives no report is told of the example."""
    assert "accordingto read --example" in accordingto("read").err


def test_a_page_that_cannot_be_written(accordingto, report, tmp_path):
    """A file in a folder that is not there is one line that names it, exit code 1."""
    ended = accordingto("read", report, "--html", tmp_path / "none" / "page.html")
    assert (ended.code, one_line(ended)) == (1, True)
    assert ended.err.startswith(f"accordingto: {tmp_path / 'none' / 'page.html'}: cannot be written (")


def test_a_missing_model_is_exit_code_3(accordingto, report):
    """A model that is missing is one line and a code of its own."""
    ended = accordingto("read", report, "--model", "no-such-model")
    assert (ended.code, one_line(ended), "no-such-model" in ended.err) == (3, True, True)


def test_ctrl_c_is_quiet(tmp_path):
    """An interrupt ends with 130 and without a traceback."""
    process = subprocess.Popen(
        [sys.executable, "-m", "accordingto", "read", "-"], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin is not None
    process.stdin.write(b"The ministry ")
    process.stdin.flush()
    # The interrupt must meet the command, not the start of Python: it waits for input once all is loaded.
    process_files = Path(f"/proc/{process.pid}")
    for _ in range(300):
        time.sleep(0.02)
        if "onnxruntime" in (process_files / "maps").read_text() and "pipe" in (process_files / "wchan").read_text():
            break
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    assert process.returncode == 130
    assert b"Traceback" not in err


def test_a_closed_pipe_is_quiet(tmp_path):
    """When the reader of the output goes away, nothing is said, and the exit code is 141."""
    for i in range(40):
        (tmp_path / f"{i}.txt").write_text(f"{i}. {REPORT}" * 60)
    command = [sys.executable, "-m", "accordingto", "read", str(tmp_path), "--format", "json"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout is not None
    process.stdout.read(10)
    process.stdout.close()
    assert process.stderr is not None
    err = process.stderr.read()
    process.stderr.close()
    assert (process.wait(), err) == (141, b"")


@pytest.mark.skipif(os.name != "posix", reason="needs a POSIX shell")
@pytest.mark.parametrize(("closed", "code"), [("<&-", 1), (">&-", 0), ("2>&-", 0)])
def test_closed_standard_streams(report, tmp_path, closed, code):
    """A closed standard stream gives no traceback: no input is an empty report, and output goes nowhere."""
    (report.parent / "other.txt").write_text(OTHER)
    arguments = "read -" if closed == "<&-" else f"read {report.parent} --out {tmp_path / 'out'}"
    ended = subprocess.run(
        ["/bin/sh", "-c", f"exec {sys.executable} -m accordingto {arguments} {closed}"], capture_output=True, text=True
    )
    assert ended.returncode == code
    assert "Traceback" not in ended.stderr
    assert ("[empty]" in ended.stderr) == (closed == "<&-")
    assert (tmp_path / "out" / "report.json").exists() == (closed != "<&-")


def test_version(accordingto, reader):
    """`--version` names program, model and the model's hash."""
    out = accordingto("--version").out
    assert all(part in out for part in (reader.info.version, reader.info.model, reader.info.model_sha256))


def test_no_command_shows_the_help(accordingto):
    """Without a command the help comes, with exit code 2."""
    ended = accordingto()
    assert ended.code == 2
    assert "Commands:" in ended.err


def test_python_m_accordingto():
    """`python -m accordingto` is the command."""
    ended = subprocess.run([sys.executable, "-m", "accordingto", "--help"], capture_output=True, text=True)
    assert ended.returncode == 0
    assert ended.stdout.startswith("Usage: accordingto ")


def test_help_loads_no_model_library():
    """`--help` is quick: it does not load the model's library."""
    code = (
        "import sys; from accordingto.cli.main import run; run(['read', '--help']); print('onnxruntime' in sys.modules)"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.endswith("False\n")


def test_main_ends_the_process():
    """The entry point ends the process with the code."""
    with pytest.raises(SystemExit) as ended:
        main_function(["read", "--bogus"])
    assert ended.value.code == 2
