"""Free direct quotations: paragraphs that are all quotation and name nobody."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from accordingto.attribute.taken import Taken
from accordingto.language.quotations import Quotation

Offsets = tuple[int, int]

_WORD = re.compile(r"\w+")
_LINE = re.compile(r"[^\n]+")
MIN_WORDS = 4
"""Shorter ones are headings, titles of works and slogans more often than statements."""

FREE_CHANCE = 0.6
"""The chance that a reader would mark such a paragraph; on PolNeAR's development half 15 of 20 were statements."""


def free_quotations(text: str, quotes: Sequence[Quotation], taken: Iterable[Offsets]) -> Iterator[tuple[Offsets, ...]]:
    """Each paragraph of `text` that is quotation from end to end and of which no content in `taken` holds a word.

    Gives its quotations as content.
    """
    starts = [q.start for q in quotes]
    claimed = Taken(taken)
    for line in _LINE.finditer(text):
        inside = quotes[bisect_left(starts, line.start()) : bisect_right(starts, line.end() - 1)]
        if not inside:
            continue
        outside, at = [], line.start()
        for q in inside:
            outside.append(text[at : q.start])
            at = q.end
        outside.append(text[at : line.end()])
        if any(_WORD.search(part) for part in outside):
            continue
        if len(_WORD.findall(line.group())) < MIN_WORDS:
            continue
        if not claimed.touches(*line.span()):
            yield tuple((q.start, q.end) for q in inside)
