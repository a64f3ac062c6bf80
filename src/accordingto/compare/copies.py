"""Document* -> Copy*: which reports are copies of one text.

MinHash sketches of word shingles (rensa: 100 times as fast as datasketch at the same error, and quick to import) are
laid into bands (LSH), so that each report meets only those that share one; each such pair is then measured exactly.
Linear in the number of reports.
"""

from __future__ import annotations

import re
import unicodedata
import zlib
from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rensa import RMinHash, RMinHashLSH

from accordingto.compare.blocks import Groups

SHINGLE = 5
"""Words of a shingle: standing phrases are shorter. Of five words, one edited word in ten leaves three of five."""
THRESHOLD = 0.5
"""Of the shingles of the shorter report, so many stand in the longer one. `benchmarks/casebook.py` checks it."""
_PERMUTATIONS, _BANDS, _SEED = 384, 128, 20030320
_LIKELY = 0.3
"""Reports of this likeness (Jaccard) meet in one of the bands, of three rows, in 97 of 100 cases; those of 0.4 in all
but 2 of 10,000, those of 0.2 (half of a report beside the whole) in 64 of 100, and those of 0.01 in 1 of 10,000."""
_OFTEN = 20
"""Shingles of more reports than this, and of more than one in 200, say little about a text."""
_TABLE = 1 << 24
_FEW = 8
"""A text with fewer shingles is a headline, and a copy only of the very same words."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Copy:
    """The text that a report is a copy of: the id of the first of its copies by day and id, and the likeness to it.

    `shared` is the part of the shorter one's shingles that stand in the other, 1 for the first itself.
    """

    of: str
    shared: float


@dataclass(frozen=True, slots=True)
class Text:
    """A report's words, as light as comparing texts allows. `published` is EDTF or None."""

    id: str
    text: str
    published: str | None = None


def copies(texts: Iterable[Text]) -> Mapping[str, Copy]:
    """For the id of each report, the text that it is a copy of; the order of the reports makes no difference."""
    given = sorted({t.id: t for t in texts}.values(), key=lambda t: (t.published or "9999", t.id))
    telling = _telling([t.text for t in given])
    bands = RMinHashLSH(threshold=_LIKELY, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    groups = Groups(len(given))

    # A sketch is a hundredth of a text's shingles: only those of reports that meet in a band are made again.
    @lru_cache(maxsize=512)
    def of(at: int) -> frozenset[str]:
        return shingles(given[at].text)

    for at, text in enumerate(given):
        sketch = RMinHash(num_perm=_PERMUTATIONS, seed=_SEED)
        sketch.update(list(telling(shingles(text.text))))
        for other in sorted(bands.query(sketch)):
            if groups.find(at) != groups.find(other) and shared(of(at), of(other)) >= THRESHOLD:
                groups.join(at, other)
        bands.insert(at, sketch)
    firsts = [groups.find(at) for at in range(len(given))]
    return {
        t.id: Copy(given[first].id, 1.0 if at == first else round(shared(of(at), of(first)), 2))
        for at, (t, first) in enumerate(zip(given, firsts, strict=True))
    }


def _telling(texts: Sequence[str]) -> Callable[[frozenset[str]], frozenset[str]]:
    """What takes away shingles that stand in many texts, as closing words do, unless most of a text would go.

    Else every two reports with one closing would meet. A text of which half and more stands in many others is one that
    was copied often, and stays whole. Counted in a table of fixed size by checksum: two shingles rarely share a place.
    """
    if len(texts) <= _OFTEN:
        return lambda found: found
    counts = array("H", bytes(2 * _TABLE))
    for text in texts:
        for shingle in shingles(text):
            place = zlib.crc32(shingle.encode()) % _TABLE
            counts[place] = min(counts[place] + 1, 65535)
    many = max(_OFTEN, len(texts) // 200)

    def telling(found: frozenset[str]) -> frozenset[str]:
        rare = frozenset(s for s in found if counts[zlib.crc32(s.encode()) % _TABLE] <= many)
        return rare if 2 * len(rare) > len(found) else found

    return telling


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The part of the smaller set that stands in the larger one, from 0 to 1."""
    smaller = min(len(a), len(b))
    if smaller < _FEW:
        return float(a == b)
    return len(a & b) / smaller


def shingles(text: str) -> frozenset[str]:
    """The runs of `SHINGLE` words of a text in lower case, without punctuation; the whole of one that is shorter."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    if len(words) < SHINGLE:
        return frozenset({" ".join(words)})
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
