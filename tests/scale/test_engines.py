"""Both engines give the same tables, and reject the reports that end their worker."""

from __future__ import annotations

import msgspec
import pytest

from accordingto.errors import BatchError
from accordingto.records import ReaderInfo
from accordingto.scale import How, Store, planned, run
from tests.scale.made import ODD, TERMS, content, table, write_jsonl


def test_both_engines_give_the_tables_of_one_process(batch, engine, jsonl, tmp_path):
    """Whatever the engine and the number of workers, every file of the tables has the same bytes."""
    total = batch(jsonl, out="one", workers=1)
    assert batch(jsonl, out="more", engine=engine) == total
    assert (total.count, total.documents) == (40, 40)
    one = content(tmp_path / "one")
    assert len(one) == 4 * 7
    assert content(tmp_path / "more") == one


def test_reports_that_end_their_worker_are_rejected(batch, engine, tmp_path):
    """A report that ends its process, or hangs, is rejected with the reason; all others are read."""
    given = write_jsonl(tmp_path / "odd.jsonl", 20, odd={3: " SEGFAULT", 4: " EXIT", 11: " HANG"})
    total = batch(given, engine=engine, seconds=3.0)
    assert (total.documents, total.rejections) == (17, 3)
    rejections = table(tmp_path / "out", "rejections")
    assert [(r["report"], r["reason"]) for r in rejections] == [(3, "crashed"), (4, "crashed"), (11, "timeout")]
    assert "SIGSEGV" in rejections[0]["message"]
    assert rejections[0]["name"] == f"{given}:4"
    assert [r["report"] for r in table(tmp_path / "out", "documents")] == [*range(3), *range(5, 11), *range(12, 20)]


def test_a_report_that_takes_too_much_memory_is_rejected(batch, tmp_path):
    """A worker that grows beyond its limit is ended, and the report that it was at is rejected."""
    given = write_jsonl(tmp_path / "odd.jsonl", 6, odd={2: " GROW"})
    assert batch(given, workers=1, megabytes=600).rejections == 1
    assert [r["reason"] for r in table(tmp_path / "out", "rejections")] == ["memory"]


def test_a_worker_with_another_model_ends_the_batch(batch, engine, jsonl):
    """Where a machine of the cluster has another program or model, nothing of it gets into the tables."""
    newer = ReaderInfo(version="1", model="newer", model_sha256="1" * 64)
    with pytest.raises(BatchError, match=r"worker has accordingto 0 with model made-up.*this program 1 with newer"):
        batch(jsonl, engine=engine, terms=msgspec.structs.replace(TERMS, reader=newer))


def test_a_report_that_takes_long_is_told_again_and_again(jsonl, tmp_path):
    """While one report is read, whoever shows the progress is called, so that the time goes on."""
    given = write_jsonl(tmp_path / "slow.jsonl", 1, odd={0: " SLOW" * 4})
    store = Store(str(tmp_path / "out"))
    plan = planned([str(given)], TERMS, each=1, store=store)
    told: list[tuple[int, int]] = []
    run(plan, store, How(workers=1, reader=ODD), tick=lambda *at: told.append(at))
    assert told.count((0, 0)) > 3


def test_what_is_no_fault_of_a_report_ends_the_batch(batch, engine, jsonl):
    """A reader that cannot be made is an error, not forty rejections."""
    with pytest.raises(BatchError):
        batch(jsonl, engine=engine, reader="accordingto.scale.store:Store.nothing", seconds=5.0)
