"""A text with overlapping marks, cut into segments that do not overlap."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

_LINE_BREAKS = re.compile(r"(?:\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029])\s*")
_EMPTY_LINE = re.compile(r"(?:\r\n|[\r\n])[ \t]*(?:\r\n|[\r\n])\s*")


class Mark(NamedTuple):
    """The code points `start` to `end` (exclusive), and what they are marked as: the owner's id and a role."""

    start: int
    end: int
    owner: str
    role: str


class Segment(NamedTuple):
    """A stretch of text throughout which the same marks are open, the outermost first."""

    start: int
    end: int
    marks: tuple[Mark, ...]


class Block(NamedTuple):
    """A paragraph: `start` to `end` are its words, `end` to `next` the line breaks that follow it."""

    start: int
    end: int
    next: int


def flatten(length: int, marks: Iterable[Mark], cuts: Iterable[int] = ()) -> list[Segment]:
    """Segments that cover a text of `length` code points without gap or overlap, whatever way the marks cross.

    Marks may hold, cross or equal each other, reach beyond the text (that part is left out) or be empty (left out
    whole). A new segment begins where a mark begins or ends and at each of `cuts`. In a segment, marks stand in the
    order in which they were given.
    """
    inside = [(place, mark) for place, mark in enumerate(marks) if max(mark.start, 0) < min(mark.end, length)]
    begins: dict[int, list[int]] = {}
    ends: dict[int, list[int]] = {}
    by_place = dict(inside)
    for place, mark in inside:
        begins.setdefault(max(mark.start, 0), []).append(place)
        ends.setdefault(min(mark.end, length), []).append(place)
    edges = sorted({0, length, *begins, *ends, *(cut for cut in cuts if 0 < cut < length)})
    open_places: set[int] = set()
    segments = []
    for start, end in itertools.pairwise(edges):
        open_places.difference_update(ends.get(start, ()))
        open_places.update(begins.get(start, ()))
        segments.append(Segment(start, end, tuple(by_place[place] for place in sorted(open_places))))
    return segments


def blocks(text: str) -> list[Block]:
    """The paragraphs of `text`, in order; together with the breaks behind them they are the text, whole.

    A paragraph is a line, or what stands between empty lines where the lines are wrapped by hand. Breaks before the
    first paragraph belong to an empty one.
    """
    breaks = _EMPTY_LINE if wrapped_by_hand(text) else _LINE_BREAKS
    found = []
    start = 0
    for gap in breaks.finditer(text):
        found.append(Block(start, gap.start(), gap.end()))
        start = gap.end()
    if start < len(text) or not found:
        found.append(Block(start, len(text), len(text)))
    return found


def wrapped_by_hand(text: str) -> bool:
    """Whether line breaks stand where a narrow column ended rather than where a paragraph does.

    So it is where most lines that another line follows without an empty one are 50 to 100 characters long, and
    the end of at least half of them is no end of a sentence.
    """
    lines = text.splitlines()
    followed = [line.rstrip() for line, after in itertools.pairwise(lines) if line.strip() and after.strip()]
    if len(followed) < 3:
        return False
    column = [line for line in followed if 50 <= len(line) <= 100]
    return len(column) > 0.6 * len(followed) and 2 * _open_ended(column) >= len(column)


def _open_ended(lines: Sequence[str]) -> int:
    """How many lines end in the middle of a sentence."""
    return sum(1 for line in lines if not line.endswith((".", "!", "?", '"', "”", "’", ":")))
