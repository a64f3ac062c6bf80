"""Decisions that move spans and add what was missed: they must quote the report, and outlast a newer reading."""

from __future__ import annotations

import pytest

from accordingto.errors import UnknownTarget
from accordingto.records import Item, ReaderInfo, Span
from benchmarks.plain_reports import MadeUpReader

TEXT = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."
NEWER = ReaderInfo(version="1", model="made-up", model_sha256="1" * 64)
WHY = {"by": "A. Reader", "why": "second reading"}


@pytest.fixture
def report(casebook):
    return casebook.add(Item(name="a.txt", data=TEXT.encode()), MadeUpReader(), by="tester").document


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def read_anew(casebook):
    casebook.add(Item(name="a.txt", data=TEXT.encode()), MadeUpReader(NEWER), by="tester")


def test_a_moved_figure_outlasts_a_newer_reading(casebook, report):
    """A figure whose span was corrected quotes its new words, also after the report was read anew."""
    (one,) = casebook.figures()
    casebook.decide(f"figure:{one.id}", "correct", {"span": span("12")}, **WHY)
    for _ in range(2):
        (found,) = casebook.figures()
        assert (found.figure.span.text, found.sentence.text) == ("12", TEXT)
        read_anew(casebook)
    assert casebook.verify().faults == ()


def test_a_statement_has_another_content_and_source(casebook, report):
    """A statement's content, source and speaker can be corrected, and it is found by its new words."""
    (one,) = casebook.statements()
    value = {"content": [span("killed in Mosul")], "source": None, "speaker": None}
    casebook.decide(f"statement:{one.id}", "correct", value, **WHY)
    (found,) = casebook.statements(about="Mosul")
    assert (found.words, found.attribution.source, found.speaker) == ("killed in Mosul", None, None)
    assert casebook.verify().faults == ()


@pytest.mark.parametrize("text", ["13", "12 "])
def test_a_span_must_quote_the_report(casebook, report, text):
    """A correction whose words do not stand at its offsets is refused, and so is an addition."""
    (one,) = casebook.figures()
    place = Span(start=26, end=26 + len(text), text=text) if text == "13" else Span(start=0, end=3, text=text)
    value = {"start": place.start, "end": place.end, "text": place.text}
    with pytest.raises(UnknownTarget, match="does not say"):
        casebook.decide(f"figure:{one.id}", "correct", {"span": value}, **WHY)
    missed = {"span": value, "low": 1, "high": 1, "unit": "people"}
    with pytest.raises(UnknownTarget, match="does not say"):
        casebook.decide(f"report:{report}", "add", {"figure": missed, "speaker": None}, **WHY)
    assert casebook.decisions() == ()


def test_what_was_missed_is_found_and_can_be_rejected(casebook, report):
    """A statement that was added has its speaker, is part of the decided ledger, and can be decided about in turn."""
    value = {"statement": {"source": span("mayor"), "cue": None, "content": [span("in 2004-05")], "manner": "indirect",
                           "stance": "doubts"}, "speaker": {"name": "The mayor", "kind": "person"}}  # fmt: skip
    decision = casebook.decide(f"report:{report}", "add", value, **WHY)
    (found,) = casebook.statements(speaker="mayor", stance="doubts")
    assert found.id == f"{report[:16]}/d{decision.number}"
    (ledger,) = casebook.decided()
    assert found.attribution in ledger.attributions
    casebook.decide(f"statement:{found.id}", "reject", **WHY)
    assert list(casebook.statements(stance="doubts")) == []
    assert casebook.verify().faults == ()


@pytest.mark.parametrize("value", [{}, {"figure": {}, "statement": {}}, {"figure": {"low": 1}}, {"other": {}}])
def test_an_addition_needs_its_fields(casebook, report, value):
    """What is no whole figure or statement is not added."""
    with pytest.raises(UnknownTarget):
        casebook.decide(f"report:{report}", "add", value, **WHY)


def test_what_was_rejected_leads_nowhere(casebook, report):
    """A rejected statement is in no decided ledger, and its figure stands there without it; the raw ledger stays."""
    (one,) = casebook.statements()
    casebook.decide(f"statement:{one.id}", "reject", **WHY)
    (decided,), (raw,) = casebook.decided(), casebook.ledgers()
    assert (decided.attributions, [f.attribution for f in decided.figures]) == ((), [None])
    assert len(raw.attributions) == 1


def test_the_last_word_counts(casebook, report):
    """What was accepted and then corrected is not accepted any more."""
    (one,) = casebook.figures()
    casebook.decide(f"figure:{one.id}", "accept", **WHY)
    assert casebook.accepted() == {one.id}
    casebook.decide(f"figure:{one.id}", "correct", {"low": 11}, **WHY)
    assert casebook.accepted() == frozenset()
