"""The reader: what goes in comes out as a ledger or a rejection, and a batch goes on."""

from __future__ import annotations

import hashlib

import pytest

from accordingto.errors import EmptyInput, MissingInput, ModelError, NotText
from accordingto.pipeline import Reader
from accordingto.records import Document, Ledger, Rejection

REPORT = "The minister said on Friday that the road would be opened again. Nobody answered.\n"


def test_path_and_bytes_give_the_same_ledger(reader, tmp_path):
    """A file and its bytes have one ledger."""
    path = tmp_path / "report.txt"
    path.write_text(REPORT)
    assert reader.read(path) == reader.read(str(path)) == reader.read(REPORT.encode())


def test_the_id_is_the_hash_of_the_bytes(reader):
    """A document's id is the sha256 of the bytes that were read."""
    assert reader.read(REPORT.encode()).document.id == hashlib.sha256(REPORT.encode()).hexdigest()


def test_text_stays_as_it_is(reader):
    """A string's offsets are its own: nothing is stripped, even where it looks like a page."""
    text = "\ufeff<html><p>\r\nThe minister said that \u201cthe road\u201d was closed.</p></html>  \n"
    assert reader.read_text(text).document.text == text


def test_lone_surrogate(reader):
    """A lone surrogate in a string is refused with its offset, before anything is encoded."""
    with pytest.raises(NotText, match=r"U\+D800\) at offset 5"):
        reader.read_text("He is\ud800 here.")


def test_empty_text(reader):
    """An empty string is an EmptyInput."""
    with pytest.raises(EmptyInput):
        reader.read_text(" \n")


def test_missing_file(reader, tmp_path):
    """A missing file raises, with its name."""
    with pytest.raises(MissingInput, match=r"nowhere\.txt"):
        reader.read(tmp_path / "nowhere.txt")


def test_batch_in_is_out_plus_rejected(reader, tmp_path):
    """Every file of a batch is a ledger or a rejection, in order, and a bad one does not end it."""
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_bytes(b"")
    (tmp_path / "c.txt").write_text(REPORT)
    results = list(reader.read_all([tmp_path, tmp_path / "missing.txt"]))
    assert [type(r) for r in results] == [Ledger, Rejection, Ledger, Rejection]
    assert [r.reason for r in results if isinstance(r, Rejection)] == ["empty", "missing"]


def test_a_single_string_is_no_batch(reader, tmp_path):
    """`read_all` refuses a single path at once: letter by letter, "/" in it would be the whole disk."""
    with pytest.raises(TypeError, match="several paths"):
        reader.read_all(str(tmp_path))


@pytest.mark.parametrize("threads", [0, -1])
def test_threads_that_are_none(threads):
    """A number of threads under 1 is refused by its value, when the reader is made."""
    with pytest.raises(ValueError, match=f"threads is {threads}"):
        Reader(threads=threads)


def test_a_fault_of_the_program_is_a_rejection(reader, tmp_path, monkeypatch):
    """An unforeseen exception in one report is named as `internal`, and the next report is read."""
    (tmp_path / "a.txt").write_text(REPORT)
    (tmp_path / "b.txt").write_text(REPORT + "More.")
    honest = Reader.read_document

    def faulty(self: Reader, document: Document) -> Ledger:
        if "More" not in document.text:
            raise ZeroDivisionError("by\nzero")
        return honest(self, document)

    monkeypatch.setattr(Reader, "read_document", faulty)
    bad, good = reader.read_all([tmp_path])
    assert (bad.reason, bad.name) == ("internal", str(tmp_path / "a.txt"))
    assert "ZeroDivisionError: by zero" in bad.message
    assert isinstance(good, Ledger)


def test_a_damaged_model_ends_a_batch(tmp_path):
    """A model that is not there is nobody's report's fault: it raises."""
    (tmp_path / "a.txt").write_text(REPORT)
    with pytest.raises(ModelError, match="no model at"):
        list(Reader(model=tmp_path / "none").read_all([tmp_path]))


def test_the_model_is_loaded_at_the_first_read(tmp_path):
    """A reader with a wrong model can be made; only reading needs the model."""
    assert Reader(model=tmp_path / "none") is not None


def test_the_ledger_says_who_made_it(reader, example):
    """A ledger names program, model and the model's hash."""
    assert example.reader == reader.info
    assert len(reader.info.model_sha256) == 64
