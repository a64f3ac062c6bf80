"""Short ways to figures for the tests: of a text, with attributions and dates where a test needs them."""

from __future__ import annotations

import hashlib

from accordingto.count import count
from accordingto.records import Attribution, Date, Document, Figure, Reading, Span


def document(text: str, published: str | None = None) -> Document:
    return Document(
        id=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain", text=text, published=published
    )


def span(text: str, words: str) -> Span:
    """The first place where `words` stand in `text`."""
    at = text.index(words)
    return Span.of(text, at, at + len(words))


def dated(text: str, **values: str | None) -> tuple[Date, ...]:
    """Dates by their words, with `_` for a space."""
    return tuple(Date(span=span(text, w.replace("_", " ")), value=v, type="date") for w, v in values.items())


def figures(
    text: str,
    *,
    attributions: tuple[Attribution, ...] = (),
    dates: tuple[Date, ...] = (),
    published: str | None = None,
) -> tuple[Figure, ...]:
    return count(document(text, published), Reading(), attributions, dates)


def one(text: str, **given: tuple[Date, ...] | str | None) -> Figure:
    """The only figure of a text."""
    found = figures(text, **given)  # type: ignore[arg-type]
    assert len(found) == 1, [f.span.text for f in found]
    return found[0]


def ranges(text: str) -> list[tuple[float | None, float | None]]:
    return [(f.low, f.high) for f in figures(text)]
