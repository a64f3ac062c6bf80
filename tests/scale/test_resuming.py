"""A batch that is killed is taken up again: nothing finished is done again, and nothing is written twice."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import msgspec
import pytest

from accordingto.errors import BatchError
from accordingto.records import ReaderInfo
from tests.scale.made import ODD, TERMS, content, write_jsonl

RUN = """
import sys
from accordingto.scale import How, Store, planned, run
from tests.scale.made import ODD, TERMS
store = Store(sys.argv[2])
how = How(engine=sys.argv[3], workers=2, reader=ODD)
run(planned([sys.argv[1]], TERMS, each=4, store=store), store, how)
"""


def killed(given, out, engine, *, after):
    """Run a batch in another process and kill it when so many partitions are finished."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(p or "." for p in sys.path)}
    process = subprocess.Popen([sys.executable, "-c", RUN, given, out, engine], env=environment, start_new_session=True)
    until = time.monotonic() + 120
    while len(list((out / "manifests").glob("*.json"))) < after and process.poll() is None:
        assert time.monotonic() < until
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    return process.wait() == -signal.SIGKILL


def test_two_kills_leave_no_trace(batch, tmp_path, engine):
    """After two kills on the way the tables are those of an undisturbed run, and what was finished was left alone."""
    given = write_jsonl(tmp_path / "slow.jsonl", 32, odd=dict.fromkeys(range(32), " SLOW"))
    out = tmp_path / "out"
    # A killed driver of Ray leaves its cluster to end by itself, so both kills are of the quicker engine.
    assert killed(given, out, "local", after=1)
    first = {p: p.stat().st_mtime_ns for p in (out / "manifests").iterdir()}
    assert killed(given, out, "local", after=len(first) + 2)
    total = batch(given, engine=engine, each=4)
    assert total.before > 4 * len(first)
    assert {p: p.stat().st_mtime_ns for p in first} == first
    batch(given, out="undisturbed", each=4, workers=1)
    assert content(out) == content(tmp_path / "undisturbed")
    assert [p for p in out.rglob("*") if p.name.startswith(".")] == []


def test_a_finished_batch_is_not_done_again(batch, jsonl, tmp_path):
    """Running a finished batch once more reads nothing, and tells the same counts."""
    first = batch(jsonl)
    again = batch(jsonl, reader="nobody:nothing")
    assert again == msgspec.structs.replace(first, before=40)


def test_other_input_is_refused(batch, jsonl, tmp_path):
    """A folder that holds a batch of other input is not written to, and the error names what differs."""
    batch(jsonl)
    write_jsonl(jsonl, 12)
    with pytest.raises(BatchError, match=r"other input \(2 files differ, such as .*news\.jsonl"):
        batch(jsonl)


def test_another_reader_is_refused(batch, jsonl):
    """Tables of two programs or models are not mixed."""
    batch(jsonl)
    newer = ReaderInfo(version="1", model="made-up", model_sha256="1" * 64)
    with pytest.raises(BatchError, match="another reader"):
        batch(jsonl, terms=msgspec.structs.replace(TERMS, reader=newer))


def test_input_that_changes_on_the_way_ends_the_batch(jsonl, tmp_path):
    """A file that is not as it was planned is not read: its reports would not be those that were counted."""
    from accordingto.scale import How, Store, plan, run

    made = plan([str(jsonl)], TERMS, each=10)
    write_jsonl(jsonl, 12)
    with pytest.raises(BatchError, match="changed since"):
        run(made, Store(str(tmp_path / "out")), How(workers=1, reader=ODD))
