"""The work grows with the text, not with its square, whatever stands in it."""

from __future__ import annotations

import time

import pytest

from accordingto.attribute import attribute, narration
from accordingto.records import Document, Link, Reading, Span, Tagged

# Eight times the text takes eight times as long where the work grows with the text, and 64 times with its square.
LONGER = 8
TOO_MUCH = 28


def seconds(text: str, reading: Reading) -> float:
    """Processor time for the attributions of a text and what they leave, the best of three."""
    document = Document(id="0" * 64, media_type="text/plain", text=text)
    best = float("inf")
    for _ in range(3):
        began = time.process_time()
        narration(document, attribute(document, reading))
        best = min(best, time.process_time() - began)
    return best


def relation(text: str, cue: str, source: str | None, content: str, begin: int = 0) -> Reading:
    """One relation, given as the words that stand first behind `begin`."""

    def tagged(words: str, label: str) -> Tagged:
        at = text.index(words, begin)
        return Tagged(span=Span.of(text, at, at + len(words)), label=label, score=0.9)

    spans = [tagged(cue, "cue"), tagged(content, "content"), *([tagged(source, "source")] if source else [])]
    return Reading(spans=tuple(spans), links=tuple(Link(head=0, tail=i, score=0.9) for i in range(1, len(spans))))


def many(unit: str, count: int, cue: str, source: str | None, content: str) -> tuple[str, Reading]:
    """`unit` so many times, each with a relation in it."""
    text = unit * count
    spans: list[Tagged] = []
    links: list[Link] = []
    for i in range(count):
        one = relation(text, cue, source, content, i * len(unit))
        links += [Link(head=k.head + len(spans), tail=k.tail + len(spans), score=k.score) for k in one.links]
        spans += one.spans
    return text, Reading(spans=tuple(spans), links=tuple(links))


@pytest.mark.parametrize(
    "unit", [" ", "\t", "\u00a0", "\r", "\n ", '"', '" ', "“a\n", "AB: ", "AB: x\n", "a'", "A.", "x "]
)
def test_one_statement_before_a_long_rest(unit: str) -> None:
    """A cue and a colon, and behind them marks, white space or capitals without end."""
    took = []
    for count in (4_000, 4_000 * LONGER):
        text = "The mayor said:\n" + unit * count
        took.append(seconds(text, relation(text, "said", "The mayor", "The mayor")))
    assert took[1] < TOO_MUCH * took[0]


@pytest.mark.parametrize(
    ("unit", "cue", "source", "content"),
    [
        ("The mayor said the road is shut.\n", "said", "The mayor", "the road is shut"),
        ("The mayor said the road is shut, ", "said", "The mayor", "the road is shut"),
        ("Tarn said:\nthe road is shut\n", "said", "Tarn", "the road is shut"),
        ('"The road is shut, she said.\n\n', "said", "she", "The road is shut"),
        ('he said "the road is shut" then ', "said", "he", "the road is shut"),
        ('"yes the road is shut she said\n\n', "said", "she", "the road"),
        ("it said:\nroad shut\n", "said", "it", "road shut"),
    ],
)
def test_many_statements(unit: str, cue: str, source: str | None, content: str) -> None:
    """On lines of their own, on one line, as blocks, and in quotations that nobody closes."""
    took = [seconds(*many(unit, count, cue, source, content)) for count in (100, 100 * LONGER)]
    assert took[1] < TOO_MUCH * took[0]
