"""The fields of a form that hold words of the report -> spans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from accordingto.records import Span
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_words import places


def span_of(fields: Fields, name: str, text: str, *, near: Span | None = None) -> dict[str, Any] | None:
    """The span of the words in the field `name`, at the place that the field `name`_at gives; None for no words.

    Words that stand nowhere, or in several places of which none is meant plainly, are an error of the field.
    """
    return _span(fields, name, fields.text(name), fields.whole(f"{name}_at"), text, near)


def spans_of(fields: Fields, name: str, text: str, *, near: Sequence[Span] = ()) -> list[dict[str, Any]]:
    """The spans of the words in the fields `name`_0, `name`_1 and so on, in the order of the text.

    `near` are those that were meant before.
    """
    pieces = []
    for number in range(_pieces(fields, name)):
        piece, old = f"{name}_{number}", near[number] if number < len(near) else None
        pieces.append(_span(fields, piece, fields.text(piece), fields.whole(f"{piece}_at"), text, old))
    return sorted((one for one in pieces if one), key=lambda one: one["start"])


def _pieces(fields: Fields, name: str) -> int:
    numbers = [key.removeprefix(f"{name}_") for key in fields.sent]
    return 1 + max((int(n) for n in numbers if n.isdecimal() and len(n) < 3), default=-1)


def _span(fields: Fields, name: str, words: str, at: int | None, text: str, near: Span | None) -> dict[str, Any] | None:
    if not words:
        return None
    found = places(text, words, at=at, near=near)
    if len(found) == 1:
        span = found[0].span
        return {"start": span.start, "end": span.end, "text": span.text}
    if found:
        fields.places[name] = found
        fields.errors[name] = f"“{words}” stands in {len(found)} places of the report: choose which is meant"
    else:
        fields.errors[name] = f"“{words}” does not stand in the report: copy the words as they are there"
    return None
