"""A ledger is evidence: what does not lead somewhere is refused."""

from __future__ import annotations

import hashlib

import msgspec
import pytest

from accordingto.errors import InvalidRecord
from accordingto.records import Attribution, Check, Document, Figure, Ledger, ReaderInfo, Source, Span

TEXT = "The mayor said 31 people died."


def span(words: str) -> Span:
    """Where `words` stand in the text."""
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


LEDGER = Ledger(
    document=Document(id=hashlib.sha256(TEXT.encode()).hexdigest(), media_type="text/plain", text=TEXT),
    sources=(Source(id="s1", name="the mayor", kind="person", role="mayor", role_spans=(span("mayor"),), mentions=()),),
    attributions=(
        Attribution(
            id="a1",
            source=span("The mayor"),
            cue=span("said"),
            content=(span("31 people died"),),
            manner="indirect",
            stance="asserts",
            speaker="s1",
            confidence=0.9,
        ),
    ),
    figures=(
        Figure(
            id="f1",
            span=span("31 people"),
            low=31,
            high=31,
            unit="people",
            counted=span("people"),
            harm="killed",
            harm_words=span("died"),
            attribution="a1",
            speaker="s1",
            confidence=0.9,
        ),
    ),
    reader=ReaderInfo(version="0", model="none", model_sha256=""),
)


def with_first(field: str, **changes: object) -> dict[str, object]:
    """The ledger's `field` with changes in its first record."""
    first, *rest = getattr(LEDGER, field)
    return {field: (msgspec.structs.replace(first, **changes), *rest)}


def test_every_span_of_every_record_is_held_against_the_text():
    """Also those of a role and of a figure's harm."""
    words = [s.text for s in LEDGER.spans()]
    assert {"mayor", "died", "people", "31 people"} <= set(words)


@pytest.mark.parametrize(
    "changes",
    [
        with_first("sources", role_spans=(Span(start=4, end=9, text="mayer"),)),
        with_first("figures", harm_words=Span(start=0, end=3, text="the")),
        with_first("attributions", within="a9"),
        with_first("attributions", speaker="s9"),
        with_first("attributions", to="s9"),
        with_first("figures", attribution="a9"),
        with_first("figures", speaker="s9"),
        with_first("figures", via=("s1", "s9")),
        with_first("figures", part_of="f9"),
        with_first("figures", part_of="f1"),
        {"sources": LEDGER.sources * 2},
        {"attributions": LEDGER.attributions * 2},
        {"figures": LEDGER.figures * 2},
        {"checks": (Check(code="sum", message="It does not add up.", figures=("f9",)),)},
    ],
    ids=str,
)
def test_what_leads_nowhere_is_refused(changes):
    """Words that do not stand there, ids of nothing, one id for two."""
    with pytest.raises(InvalidRecord):
        msgspec.structs.replace(LEDGER, **changes)


@pytest.mark.parametrize("changes", [{"low": 40}, {"confidence": 1.5}])
def test_figures_that_cannot_be(changes):
    """A range that ends before it begins, and a chance above 1."""
    with pytest.raises(InvalidRecord):
        msgspec.structs.replace(LEDGER.figures[0], **changes)


def test_a_ledger_comes_back_from_json():
    """Nothing is lost on the way."""
    assert Ledger.from_json(LEDGER.to_json()) == LEDGER
