"""Reported, Register -> the publishers of record that the report cites for a figure."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.records import Reported, Source, Span
from accordingto.records.reported import sentence
from accordingto.register import Register

_UNTIED = frozenset(("anonymous", "document", "people"))
"""Kinds of source that may stand for one named in the sentence before (`this document`, `researchers`)."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Ids of publishers that a report may cite for a figure.

    `said` is true where the figure's speaker, or one who passes it on, is the publisher, false where the publisher is
    only the nearest one that the words around the figure name. `before` is the sentence before the figure's.
    """

    publishers: frozenset[str]
    said: bool
    before: Span | None


def cited(one: Reported, text: str, register: Register) -> Iterator[Cited]:
    """Who may be cited for a figure, the likeliest first: who says it, then whom the words around it name nearest."""
    before = sentence_before(text, one.sentence)
    said = frozenset(p for source in _voices(one) for p in _publishers(source, register))
    if said:
        yield Cited(said, said=True, before=before)
    near = _nearest(one.sentence, one.figure.span, register)
    if not near and not said and before is not None and (one.speaker is None or one.speaker.kind in _UNTIED):
        near = _nearest(before, one.figure.span, register)
    if near - said:
        yield Cited(near, said=False, before=before)


def sentence_before(text: str, at: Span) -> Span | None:
    """The sentence that ends before `at`, None where the text begins with it."""
    end = at.start
    while end and text[end - 1].isspace():
        end -= 1
    return sentence(text, Span.of(text, end - 1, end)) if end else None


def _voices(one: Reported) -> Iterator[Source]:
    if one.speaker is not None:
        yield one.speaker
    yield from one.via


def _publishers(source: Source, register: Register) -> Iterator[str]:
    """The publishers that a source's name, affiliation or other words for it name."""
    said = (source.name, source.affiliation, source.role, *(m.text for m in source.mentions[:20]))
    for words in said:
        if words:
            yield from (n.publisher for n in register.named(words))


def _nearest(words: Span, figure: Span, register: Register) -> frozenset[str]:
    """The publishers whose name stands nearest to the figure in `words`; all those that one name may mean."""
    found: dict[tuple[int, int], set[str]] = {}
    for name in register.named(words.text):
        found.setdefault((words.start + name.start, words.start + name.end), set()).add(name.publisher)
    near = min(found, key=lambda at: (max(at[0] - figure.end, figure.start - at[1]), at), default=None)
    return frozenset(found[near]) if near is not None else frozenset()
