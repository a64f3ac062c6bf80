"""A figure of a report, with what comparing it with figures of other reports needs to know."""

from __future__ import annotations

import re
from collections.abc import Mapping

from accordingto.records.attribution import Attribution
from accordingto.records.base import Record
from accordingto.records.document import Document
from accordingto.records.figure import Figure
from accordingto.records.ledger import Ledger
from accordingto.records.source import Source
from accordingto.records.span import Span

_ABBREVIATED = "".join(
    rf"(?<!\b(?:{words})\.)"
    for words in ("[A-Z]", "Mr|Ms|Dr|Lt|St", "Mrs|Gen|Col|Maj|Sgt|Sen|Gov|Rep|Rev", "Capt|Prof")  # each of one length
)
# A set of characters first: by it the places where a sentence may end are found fast.
_SENTENCE_END = re.compile(rf"[.!?…\n](?:(?<=\n)\s*\n|(?<!\n){_ABBREVIATED}[\"”’')\]»]*\s+(?=[^a-z\s]))")
"""A stop before anything but a small letter, not behind an initial or a title before a name; or an empty line."""
_FARTHEST = 2000
"""So many characters to either side a sentence is looked for: a table without stops is none."""


class Reported(Record, frozen=True, kw_only=True):
    """One figure beside the report that states it.

    `id` is `<first 16 hex digits of the document's id>/<figure's id>`. `document` is the report's id; `title`,
    `outlet`, `author`, `published`, `url` and `notes` are the report's. `speaker` is the source that the figure is
    from, `via` the sources that pass it on, nearest first; both are empty for the outlet's own figure. `statement` is
    the content of the attribution that the figure stands in, `sentence` the sentence around the figure.
    """

    id: str
    document: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    url: str | None = None
    notes: tuple[str, ...] = ()
    figure: Figure
    speaker: Source | None = None
    via: tuple[Source, ...] = ()
    statement: tuple[Span, ...] = ()
    sentence: Span


def reported(ledger: Ledger) -> tuple[Reported, ...]:
    """The figures of a ledger, each beside its report, in the order of the text."""
    document = ledger.document
    sources = {s.id: s for s in ledger.sources}
    attributions = {a.id: a for a in ledger.attributions}
    return tuple(_one(document, figure, sources, attributions) for figure in ledger.figures)


def sentence(text: str, span: Span) -> Span:
    """The sentence of `text` that holds `span`, without white space around it save what is the span's own."""
    first = max(0, span.start - _FARTHEST)
    # One character further than the sentence before may reach: whether a stop ends it is told by what follows.
    before = _SENTENCE_END.finditer(text, first, min(len(text), span.start + 1))
    start = max((m.end() for m in before if m.end() <= span.start), default=first)
    after = _SENTENCE_END.search(text, span.end, min(len(text), span.end + _FARTHEST))
    end = after.end() if after else min(len(text), span.end + _FARTHEST)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end)


def _one(
    document: Document, figure: Figure, sources: Mapping[str, Source], attributions: Mapping[str, Attribution]
) -> Reported:
    attribution = attributions.get(figure.attribution) if figure.attribution else None
    return Reported(
        id=f"{document.id[:16]}/{figure.id}",
        document=document.id,
        title=document.title,
        outlet=document.outlet,
        author=document.author,
        published=document.published,
        url=document.url,
        notes=document.notes,
        figure=figure,
        speaker=sources.get(figure.speaker) if figure.speaker else None,
        via=tuple(sources[v] for v in figure.via),
        statement=attribution.content if attribution else (),
        sentence=sentence(document.text, figure.span),
    )
