"""What is left when all attributions are taken away: the outlet's own word."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.records import Attribution, Document, Span

_LINE = re.compile(r"[^\n]+")
_EDGE = re.compile(r"[\s,;:.–—-]+")


def narration(document: Document, attributions: Sequence[Attribution]) -> tuple[Span, ...]:
    """The stretches of `document` that no attribution covers, line by line, without loose punctuation at their start.

    A stretch without a letter or digit is left out.
    """
    text = document.text
    covered = sorted((s.start, s.end) for a in attributions for s in a.spans)
    out: list[Span] = []
    at = 0
    for start, end in [*covered, (len(text), len(text))]:
        if start > at:
            out += _pieces(text, at, start)
        at = max(at, end)
    return tuple(out)


def _pieces(text: str, first: int, last: int) -> list[Span]:
    out = []
    for line in _LINE.finditer(text, first, last):
        start, end = line.span()
        loose = _EDGE.match(text, start, end)
        if loose:
            start = loose.end()
        end = start + len(text[start:end].rstrip())
        if any(c.isalnum() for c in text[start:end]):
            out.append(Span.of(text, start, end))
    return out
