"""Text -> windows of word pieces with their features, as the model takes them.

The same code makes the model's training examples (training/examples.py), so that what it sees at run time is what it
saw when it learned.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np
import numpy.typing as npt
from tokenizers import Tokenizer

from accordingto.language.quotations import quotations

Ints = npt.NDArray[np.int64]

SHAPES = ("special", "lower", "capital", "upper", "digit", "punctuation", "mixed")
GAPS = ("attached", "space", "line", "paragraph")
QUOTES = ("outside", "inside", "opening", "closing")

_LINE = re.compile(r"[^\n]*\n?")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Pieces:
    """All word pieces of a text, in order, with their features: arrays of one length.

    `start` and `end` are code point offsets into the text, `line` the number of the line a piece stands in.
    """

    ids: Ints
    start: Ints
    end: Ints
    line: Ints
    shape: Ints
    gap: Ints
    quote: Ints

    def __len__(self) -> int:
        return len(self.ids)


@dataclass(frozen=True, slots=True)
class Window:
    """The pieces `first` to `last` (exclusive) of a text; its own: `own_first` to `own_last`, the rest is context."""

    first: int
    last: int
    own_first: int
    own_last: int

    @property
    def length(self) -> int:
        """How many pieces it has, without the two special ones."""
        return self.last - self.first


def pieces(text: str, tokenizer: Tokenizer) -> Pieces:
    """Cut `text` into word pieces, line by line.

    Lone surrogates, which no tokenizer takes, are read as U+FFFD: one code point for one, so offsets hold.
    """
    readable = _LONE_SURROGATE.sub("\ufffd", text)
    bounds = [(m.start(), m.end()) for m in _LINE.finditer(readable) if m.end() > m.start()]
    ids: list[int] = []
    start: list[int] = []
    end: list[int] = []
    line: list[int] = []
    chunk = 512
    for at in range(0, len(bounds), chunk):
        some = bounds[at : at + chunk]
        encoded = tokenizer.encode_batch([readable[s:e] for s, e in some], add_special_tokens=False)
        for number, ((s, _), one) in enumerate(zip(some, encoded, strict=True), at):
            offsets = one.offsets
            ids += one.ids
            line += [number] * len(offsets)
            start += [s + a for a, _ in offsets]
            end += [s + b for _, b in offsets]
    first, last = np.array(start, np.int64), np.array(end, np.int64)
    return Pieces(
        ids=np.array(ids, np.int64),
        start=first,
        end=last,
        line=np.array(line, np.int64),
        shape=_shapes(readable, start, end),
        gap=_gaps(readable, start, end),
        quote=_quotes(readable, first, last),
    )


def _shapes(text: str, start: list[int], end: list[int]) -> Ints:
    return np.array([_shape_number(text[s:e]) for s, e in zip(start, end, strict=True)], np.int64)


@lru_cache(maxsize=16_384)
def _shape_number(piece: str) -> int:
    return SHAPES.index(_shape(piece))


def _shape(piece: str) -> str:
    if not any(c.isalnum() for c in piece):
        return "punctuation"
    if piece.isdigit():
        return "digit"
    if piece.islower():
        return "lower"
    if piece[0].isupper() and (len(piece) == 1 or piece[1:].islower()):
        return "capital"
    return "upper" if piece.isupper() else "mixed"


def _gaps(text: str, start: list[int], end: list[int]) -> Ints:
    out: list[int] = []
    before = 0
    for s, e in zip(start, end, strict=True):
        if s > before:
            lines = text.count("\n", before, s)
            out.append(3 if lines > 1 else 2 if lines else 1)
        else:
            out.append(0)
        before = max(before, e)
    out[:1] = [3] * len(out[:1])  # where a text begins, a paragraph does
    return np.array(out, np.int64)


def _quotes(text: str, start: Ints, end: Ints) -> Ints:
    out = np.zeros(len(start), np.int64)
    for q in quotations(text):
        a, b = np.searchsorted(end, q.start, side="right"), np.searchsorted(start, q.end, side="left")
        out[a:b] = 1
        out[a : np.searchsorted(start, q.inner_start, side="left")] = 2
        if q.closed:
            out[np.searchsorted(end, q.inner_end, side="right") : b] = 3
    return out


def windows(all_pieces: Pieces, size: int, context: int) -> Iterator[Window]:
    """Cut pieces into windows of at most `size`, at line ends where that can be, each piece in just one as its own.

    A window holds as many whole lines as fit; up to `context` pieces of the lines before and behind it are added for
    the model to see. A line longer than a window is cut where a piece follows white space, if one does.
    """
    room = size - 2 * context
    starts = np.flatnonzero(np.diff(all_pieces.line, prepend=-1))
    blocks = _blocks([*starts.tolist(), len(all_pieces)], all_pieces.gap, room)
    at = 0
    while at < len(blocks):
        first = blocks[at][0]
        stop = at + 1
        while stop < len(blocks) and blocks[stop][1] - first <= room:
            stop += 1
        last = blocks[stop - 1][1]
        yield Window(
            first=max(0, first - context), last=min(len(all_pieces), last + context), own_first=first, own_last=last
        )
        at = stop


def _blocks(cuts: list[int], gap: Ints, room: int) -> list[tuple[int, int]]:
    """The lines as (first, last), those longer than `room` cut further."""
    out: list[tuple[int, int]] = []
    for begin, last in pairwise(cuts):
        first = begin
        while last - first > room:
            cut = first + room
            spaces = np.flatnonzero(gap[first + room // 2 : cut + 1] > 0)
            if len(spaces):
                cut = first + room // 2 + int(spaces[-1])
            out.append((first, cut))
            first = cut
        if last > first:
            out.append((first, last))
    return out


def batch(all_pieces: Pieces, some: Iterable[Window], cls: int, sep: int, pad: int) -> dict[str, Ints]:
    """The model's inputs for windows: `ids`, `mask`, `shape`, `gap`, `quote`, each (windows, longest + 2)."""
    chosen = list(some)
    width = max(w.length for w in chosen) + 2
    out = {name: np.zeros((len(chosen), width), np.int64) for name in ("ids", "mask", "shape", "gap", "quote")}
    out["ids"][:] = pad
    for row, w in enumerate(chosen):
        n = w.length
        out["ids"][row, 0], out["ids"][row, n + 1] = cls, sep
        out["ids"][row, 1 : n + 1] = all_pieces.ids[w.first : w.last]
        out["mask"][row, : n + 2] = 1
        for name in ("shape", "gap", "quote"):
            out[name][row, 1 : n + 1] = getattr(all_pieces, name)[w.first : w.last]
    return out
