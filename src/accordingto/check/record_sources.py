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
    only the nearest one that the words around the figure name.
    """

    publishers: frozenset[str]
    said: bool


class Citations:
    """Whom one report cites for its figures; each source of the report is looked up once."""

    def __init__(self, text: str, register: Register) -> None:
        self._text = text
        self._register = register
        self._of_source: dict[str, frozenset[str]] = {}

    def of(self, one: Reported) -> Iterator[Cited]:
        """Who may be cited for a figure, the likeliest first: who says it, then whom words around it name nearest."""
        said = frozenset(p for source in _voices(one) for p in self._publishers(source))
        if said:
            yield Cited(said, said=True)
        near = _nearest(one.sentence, one.figure.span, self._register)
        if not near and not said and (one.speaker is None or one.speaker.kind in _UNTIED):
            before = sentence_before(self._text, one.sentence)
            near = _nearest(before, one.figure.span, self._register) if before else frozenset()
        if near - said:
            yield Cited(near, said=False)

    def _publishers(self, source: Source) -> frozenset[str]:
        """The publishers that a source's name, affiliation or other words for it name."""
        if source.id not in self._of_source:
            words = (source.name, source.affiliation, source.role, *(m.text for m in source.mentions))
            named = (n.publisher for w in dict.fromkeys(words) if w for n in self._register.named(w))
            self._of_source[source.id] = frozenset(named)
        return self._of_source[source.id]


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


def _nearest(words: Span, figure: Span, register: Register) -> frozenset[str]:
    """The publishers whose name stands nearest to the figure in `words`; all those that one name may mean."""
    found: dict[tuple[int, int], set[str]] = {}
    for name in register.named(words.text):
        found.setdefault((words.start + name.start, words.start + name.end), set()).add(name.publisher)
    near = min(found, key=lambda at: (max(at[0] - figure.end, figure.start - at[1]), at), default=None)
    return frozenset(found[near]) if near is not None else frozenset()
