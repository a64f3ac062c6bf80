"""Words of a report, as somebody typed or selected them -> the span where they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass

from accordingto.records import Span

_AROUND = 60
"""So many characters to either side tell two places apart."""
_MOST = 20
"""So many places are offered at most."""


@dataclass(frozen=True, slots=True)
class Found:
    """A place of words: the span, and what stands before and behind it."""

    span: Span
    before: str
    after: str


def places(text: str, words: str, *, at: int | None = None, near: Span | None = None) -> tuple[Found, ...]:
    """The places where `words` stand in `text`, white space aside: one where it is clear which is meant, at most 20.

    Clear is the one at `at`, in code points, else the only one that touches `near`, the words that were meant before.
    """
    pattern = re.compile(r"\s+".join(map(re.escape, words.split())))
    if not pattern.pattern:
        return ()
    if at is not None and (exact := pattern.match(text, at)):
        return (_found(text, exact.start(), exact.end()),)
    spans = [found.span() for found in pattern.finditer(text)]
    if near is not None:
        touching = [(start, end) for start, end in spans if start < near.end and near.start < end]
        spans = touching if len(touching) == 1 else spans
    return tuple(_found(text, start, end) for start, end in spans[:_MOST])


def _found(text: str, start: int, end: int) -> Found:
    return Found(Span.of(text, start, end), text[max(0, start - _AROUND) : start], text[end : end + _AROUND])
