"""Adding: what came is kept as it came, once, and what is there is never lost."""

from __future__ import annotations

import hashlib

import pytest

from accordingto.casebook import Added, Casebook, Known
from accordingto.errors import CasebookError
from accordingto.records import Item, ReaderInfo, Rejection
from benchmarks.plain_reports import MadeUpReader, reports

NEWER = ReaderInfo(version="1", model="made-up", model_sha256="1" * 64)


def item(text, **values):
    return Item(**{"name": "report.txt", "data": text.encode(), **values})


def add(casebook, *items, reader=None):
    return [casebook.add(one, reader or MadeUpReader(), by="tester") for one in items]


KILLED = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."


def test_a_report_is_kept_with_its_bytes_and_its_ledger(casebook):
    """After adding, the raw bytes are there as they came, and the ledger as the reader made it."""
    (added,) = add(casebook, item(KILLED))
    assert isinstance(added, Added)
    assert (added.fresh, added.statements, added.figures, added.version) == (True, 1, 1, None)
    assert added.document == hashlib.sha256(KILLED.encode()).hexdigest()
    assert casebook.raw(added.document) == KILLED.encode()
    assert casebook.ledgers_of(added.document) == (MadeUpReader().attempt(item(KILLED)),)


def test_the_same_bytes_twice_add_nothing(casebook):
    """A report that is there, under any name, leaves the casebook as it is."""
    add(casebook, item(KILLED))
    before = casebook.verify()
    (known,) = add(casebook, item(KILLED, name="copy.txt"))
    assert isinstance(known, Known)
    assert casebook.verify() == before
    assert casebook.size() == 1


def test_a_newer_model_adds_its_ledger_beside_the_old(casebook):
    """Read again by another reader, a report has both ledgers, and the figures of the newer one are found."""
    (first,) = add(casebook, item(KILLED))
    (again,) = add(casebook, item(KILLED), reader=MadeUpReader(NEWER))
    assert (again.fresh, again.document) == (False, first.document)
    assert [one.reader.version for one in casebook.ledgers_of(first.document)] == ["0", "1"]
    assert len(list(casebook.figures())) == 1
    assert casebook.verify().faults == ()


def test_a_rejection_is_noted_once(casebook):
    """What cannot be read is in the casebook with its reason, once however often it is tried."""
    for _ in range(2):
        (rejection,) = add(casebook, item("Nothing of the kind."))
        assert isinstance(rejection, Rejection)
    assert [(r.name, r.reason) for r in casebook.rejections()] == [("report.txt", "no_article")]
    assert casebook.verify().entries == 1


def test_a_name_that_is_no_utf8_is_noted(casebook):
    """A file whose name has a byte that is no character can be added and rejected."""
    add(casebook, item(KILLED, name="a\udcff.txt"), item("Nothing.", name="b\udcff.txt"))
    assert [r.name for r in casebook.rejections()] == ["b\\xff.txt"]
    assert casebook.verify().faults == ()


def test_the_carrier_is_kept(casebook):
    """What a report came in is kept beside it, and verified."""
    add(casebook, item(KILLED, carrier=b"a record", carrier_type="application/warc"))
    assert casebook.verify().contents == 3


def test_a_ledger_of_other_bytes_is_refused(casebook):
    """A ledger cannot be kept beside bytes that it was not made of."""
    ledger = MadeUpReader().attempt(item(KILLED))
    with pytest.raises(CasebookError, match="other bytes"):
        casebook.add_ledger(ledger, item(KILLED + " "), by="tester")
    assert casebook.size() == 0


def test_two_programs_add_to_one_casebook(where):
    """Entries of two openings stand in one chain."""
    with Casebook.open(where) as one, Casebook.open(where) as other:
        for i, report in enumerate(reports(10, seed=3)):
            (one, other)[i % 2].add(report, MadeUpReader(), by="tester")
        assert one.size() == other.size() == 10
        assert one.verify().faults == ()


def test_ledgers_come_in_the_order_of_adding(casebook):
    """`ledgers` gives the newest ledger of each report."""
    added = add(casebook, *reports(3, seed=1))
    add(casebook, *reports(1, seed=1), reader=MadeUpReader(NEWER))
    got = list(casebook.ledgers())
    assert [one.document.id for one in got] == [one.document for one in added]
    assert [one.reader.version for one in got] == ["1", "0", "0"]


def test_an_address_is_known_once_it_was_fetched(casebook):
    """`has_address` knows the name that was asked for and the address that answered."""
    add(casebook, item(KILLED, name="http://a.test/1", url="https://a.test/one"))
    assert casebook.has_address("http://a.test/1")
    assert casebook.has_address("https://a.test/one")
    assert not casebook.has_address("https://a.test/two")


def test_a_nul_in_a_text_is_no_hindrance(casebook):
    """PostgreSQL has no character NUL; a ledger that quotes one is kept unchanged all the same."""
    (added,) = add(casebook, item(KILLED.replace("Ilse Marrant", "Ilse\0Marrant")))
    assert casebook.ledgers_of(added.document)[0].sources[0].name == "Ilse\0Marrant"
    assert [one.name for one in casebook.sources()] == ["Ilse␀Marrant"]
    assert casebook.verify().faults == ()
