"""Ledger* -> W3C Web Annotation, JSON-LD.

Offsets are ours: the Recommendation of 23 February 2017 (4.2.5) wants text positions in Unicode code points, not in
code units. What it also wants, a normalised text, is not done: a span must quote the report.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from accordingto.records import Attribution, Document, Figure, Ledger, Source, Span
from accordingto.report.export.file import File
from accordingto.report.figure_rows import how_many

_AROUND = 32
"""So many code points before and behind the words make them findable where the text has changed."""


def web_annotation_files(ledgers: Iterable[Ledger]) -> tuple[File, ...]:
    """`annotations.jsonld`: a page of annotations, one for each statement and each figure."""
    items = [item for ledger in ledgers for item in _items(ledger)]
    page = {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "urn:accordingto:annotations",
        "type": "AnnotationPage",
        "startIndex": 0,
        "items": items,
    }
    return (File(name="annotations.jsonld", content=json.dumps(page, ensure_ascii=False, indent=1).encode()),)


def _items(ledger: Ledger) -> Iterator[dict[str, Any]]:
    sources = {s.id: s for s in ledger.sources}
    made = ledger.reader
    generator = {
        "id": f"urn:accordingto:reader:{made.version}:{made.model_sha256}",
        "type": "Software",
        "name": f"accordingto {made.version}, model {made.model}",
    }
    for kind, one, spans, words in _told(ledger, sources):
        id_ = f"urn:accordingto:{kind}:{ledger.document.id[:16]}/{one.id}"
        yield {
            "id": f"{id_}#annotation",
            "type": "Annotation",
            "motivation": "describing",
            "generator": generator,
            "body": {"id": id_, "type": "TextualBody", "value": words, "format": "text/plain", "purpose": "describing"},
            "target": [_target(ledger.document, span) for span in spans],
        }


def _told(
    ledger: Ledger, sources: dict[str, Source]
) -> Iterator[tuple[str, Attribution | Figure, tuple[Span, ...], str]]:
    """Each statement and figure, with the spans it is about and what is told of it."""
    for one in ledger.attributions:
        who = _who(one.speaker, sources) or (one.source.text if one.source else "nobody named")
        yield "statement", one, one.content, f"{who} {one.stance} this ({one.manner})"
    for figure in ledger.figures:
        what = " ".join(part for part in (how_many(figure), figure.who, figure.harm) if part)
        who = _who(figure.speaker, sources) or "the outlet"
        yield "figure", figure, (figure.span,), f"{what}, {'denied by' if figure.denied else 'according to'} {who}"


def _who(speaker: str | None, sources: dict[str, Source]) -> str | None:
    return sources[speaker].name if speaker in sources else None


def _target(document: Document, span: Span) -> dict[str, Any]:
    text = document.text
    target: dict[str, Any] = {
        "type": "SpecificResource",
        "source": document_id(document),
        "selector": [
            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
            {
                "type": "TextQuoteSelector",
                "exact": span.text,
                "prefix": text[max(0, span.start - _AROUND) : span.start],
                "suffix": text[span.end : span.end + _AROUND],
            },
        ],
    }
    if address(document):
        # The offsets count in the extracted text, so that the page is where it came by, not the source itself.
        target["source"] = {"id": document_id(document), "type": "Text", "via": address(document)}
    return target


def document_id(document: Document) -> str:
    """A name for the text of a report."""
    return f"urn:accordingto:document:{document.id}"


def address(document: Document) -> str | None:
    """The report's address, where it is one that can stand in JSON-LD."""
    url = document.url
    return url if url and url.startswith(("http://", "https://")) and not set(url) & set(' <>"{}|\\^`') else None
