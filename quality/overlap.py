"""What the scorers have in common: the tokens that spans touch, one-to-one pairs by overlap, and F1."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from quality.corpora import Bounds

TOKEN = re.compile(r"\w+|[^\w\s]")
WORD = re.compile(r"\w+")

Tokens = frozenset[int]


class Tokenised:
    """A text cut into tokens, each known by the offset at which it starts."""

    def __init__(self, text: str, token: re.Pattern[str]) -> None:
        self.text = text
        self._owner: list[int] = [-1] * len(text)
        for match in token.finditer(text):
            start, end = match.span()
            self._owner[start:end] = [start] * (end - start)

    def touched(self, spans: Iterable[Bounds]) -> Tokens:
        """The tokens that share a code point with any of `spans`."""
        return frozenset(t for s, e in spans for t in self._owner[max(s, 0) : max(e, 0)]) - {-1}


class Pair(NamedTuple):
    """A gold item and a predicted one that are held to be the same: their places in the two lists."""

    gold: int
    pred: int


def jaccard(a: Tokens, b: Tokens) -> float:
    """The share of their tokens that two sets have in common; 0 where both are empty."""
    return len(a & b) / len(a | b) if a or b else 0.0


def pairs(gold: Sequence[Tokens], pred: Sequence[Tokens], floor: float = 0.5) -> list[Pair]:
    """Greedy pairs one to one, best Jaccard first, at least `floor`; ties go to the earlier gold, then prediction."""
    values = ((jaccard(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(pred))
    ranked = sorted((v for v in values if v[0] >= floor), key=lambda v: (-v[0], v[1], v[2]))
    free_gold, free_pred = set(range(len(gold))), set(range(len(pred)))
    out = []
    for _, i, j in ranked:
        if i in free_gold and j in free_pred:
            free_gold.remove(i)
            free_pred.remove(j)
            out.append(Pair(i, j))
    return out


def source_right(gold: Tokens, pred: Tokens) -> bool:
    """Whether the sources meet in a token, or neither side has one."""
    return bool(gold & pred) if gold else not pred


def f1(right: int, pred: int, gold: int) -> float:
    """F1 in per cent of `right` among `pred` predictions and `gold` gold items."""
    return percent(2 * right, pred + gold)


def percent(part: int, whole: int) -> float:
    """100 * part / whole, 0 where there is nothing to divide by."""
    return 100 * part / whole if whole else 0.0
