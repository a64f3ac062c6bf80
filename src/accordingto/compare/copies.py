"""Document* -> Copy*: which reports are copies of one text.

MinHash sketches of word shingles (rensa: 100 times as fast as datasketch at the same error, and quick to import) are
laid into bands (LSH), so that each report meets only those that share one; each such pair is then measured exactly.
Linear in the number of reports.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rensa import RMinHash, RMinHashLSH

from accordingto.compare.blocks import Groups

SHINGLE = 3
"""Words of a shingle. Of five, one edited word in ten leaves half; of two, unrelated reports share too many."""
THRESHOLD = 0.5
"""Of the shingles of the shorter report, so many stand in the longer one. `benchmarks/casebook.py` checks it."""
_PERMUTATIONS, _BANDS, _SEED = 126, 42, 20030320
"""Bands of three rows: a pair that shares half of its shingles meets in one of them with a chance of 99.6 per cent."""
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
    shingles = [_shingles(t.text) for t in given]
    sketches = RMinHash.from_token_sets([[str(s) for s in some] for some in shingles], _PERMUTATIONS, _SEED)
    bands = RMinHashLSH(threshold=0.3, num_perm=_PERMUTATIONS, num_bands=_BANDS)
    groups = Groups(len(given))
    for at, sketch in enumerate(sketches):
        for other in bands.query(sketch):
            if groups.find(at) != groups.find(other) and shared(shingles[at], shingles[other]) >= THRESHOLD:
                groups.join(at, other)
        bands.insert(at, sketch)
    firsts = [groups.find(at) for at in range(len(given))]
    return {
        t.id: Copy(given[first].id, 1.0 if at == first else round(shared(shingles[at], shingles[first]), 2))
        for at, (t, first) in enumerate(zip(given, firsts, strict=True))
    }


def shared(a: frozenset[str], b: frozenset[str]) -> float:
    """The part of the smaller set that stands in the larger one, from 0 to 1."""
    smaller = min(len(a), len(b))
    if smaller < _FEW:
        return float(a == b)
    return len(a & b) / smaller


def _shingles(text: str) -> frozenset[str]:
    """The runs of words of a text, without case, marks and punctuation; the whole of a text that is shorter."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    if len(words) < SHINGLE:
        return frozenset({" ".join(words)})
    return frozenset(" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
