"""Expressions with their values -> the dates of a document."""

from __future__ import annotations

from accordingto.date.context import Context
from accordingto.date.joins import joined
from accordingto.date.plausible import plausible
from accordingto.date.scan import mentions
from accordingto.records import Date, Document, Span


def date(document: Document) -> tuple[Date, ...]:
    """The calendar expressions of `document` in text order, none over another.

    >>> from accordingto.records import Document
    >>> text = "They met on Tuesday and will meet again next month."
    >>> report = Document(id="0" * 64, published="2023-03-20", media_type="text/plain", text=text)
    >>> [(d.span.text, d.value) for d in date(report)]
    [('Tuesday', '2023-03-14'), ('next month', '2023-04')]
    """
    text = document.text
    found = list(mentions(text))
    context = Context(text, document.published, found)
    kept = [m for m in found if plausible(m, context)]
    return tuple(
        Date(span=Span.of(text, start, end), value=value.edtf, type=value.type, note=value.note)
        for start, end, value in joined(kept, context)
    )
