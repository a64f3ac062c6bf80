"""Ledgers for checks: a text whose words in brackets are figures or dates."""

from __future__ import annotations

import re
from typing import Any

from accordingto.check import check
from accordingto.records import Attribution, Date, Figure, Ledger, Place, Source, Span
from tests.report.hand_made import document, ledger

MARK = re.compile(r"\[([^\]]+)\]")
HERE = {"place": Place(name="Arvan"), "period": "2024-05-13"}


def text_and_spans(marked: str) -> tuple[str, list[Span]]:
    """The text without brackets, and the spans of what stood in them."""
    text = MARK.sub(r"\1", marked)
    places = [m.start() - 2 * n for n, m in enumerate(MARK.finditer(marked))]
    words = [m[1] for m in MARK.finditer(marked)]
    return text, [Span.of(text, at, at + len(word)) for at, word in zip(places, words, strict=True)]


def people(value: float | None = None, high: float | None = None, **values: Any) -> dict[str, Any]:
    """What a figure of people says: exact unless `high` says otherwise; `None` for an open end is given as `open`."""
    return {"low": value, "high": value if high is None else high, "unit": "people", **values}


def report(marked: str, *meanings: dict[str, Any], said: str = "", **values: Any) -> Ledger:
    """A ledger of the marked text with one figure for each bracket.

    Figures are f1, f2 and so on. Those inside of the words `said` are the mayor's.
    """
    text, spans = text_and_spans(marked)
    source = Source(id="mayor", name="the mayor", kind="person", mentions=())
    attributions = ()
    inside = Span.of(text, text.index(said), text.index(said) + len(said)) if said else None
    if inside:
        attributions = (
            Attribution(
                id="a1", source=None, cue=None, content=(inside,), manner="indirect", stance="asserts", speaker="mayor",
                confidence=0.9,
            ),
        )  # fmt: skip
    figures = []
    for number, (span, meaning) in enumerate(zip(spans, meanings, strict=True), start=1):
        known: dict[str, Any] = {"id": f"f{number}", "span": span, "confidence": 0.9}
        if inside and inside.holds(span):
            known |= {"attribution": "a1", "speaker": "mayor"}
        figures.append(Figure(**{**known, **meaning}))
    return ledger(text, *attributions, sources=(source,), figures=tuple(figures), **values)


def dated(marked: str, *values: str | None, published: str | None = "2024-05-14") -> Ledger:
    """A ledger of the marked text with one date for each bracket."""
    text, spans = text_and_spans(marked)
    dates = tuple(
        Date(span=s, value=v, type="interval" if v and "/" in v else "date") for s, v in zip(spans, values, strict=True)
    )
    return ledger(text, document=document(text, published=published), dates=dates)


def codes(made: Ledger) -> list[str]:
    """The codes of the findings in a ledger."""
    return [c.code for c in check(made)]
