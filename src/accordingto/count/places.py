"""Where what a figure counts happened: the place named nearest to it in its sentence, else in those before."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from accordingto.count.place_names import PlaceName, place_names
from accordingto.count.quantity import Quantity
from accordingto.count.words import Words
from accordingto.records import Place, Span

_BEFORE = 1.5
"""A place before a figure is so much farther than one behind it: English puts the place last."""
_OTHER_CLAUSE = 12
_NEAREST = 3


class Places:
    """The places of a text, asked by quantity."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._names = place_names(words)
        self._starts = [n.start for n in self._names]

    def of(self, quantity: Quantity, *, event: bool) -> tuple[Place, Span] | None:
        """The place and the words for it; with `event`, one of the sentence before holds where this one names none."""
        words = self._words
        first, stop = words.sentence(quantity.start)
        name = self._nearest(quantity, first, stop)
        if name is None and event:
            name = self._last_before(first)
        if name is None:
            return None
        text = words.text
        whole = text[words.all[name.start].start : words.all[name.whole - 1].end]
        span = Span.of(text, words.all[name.start].start, words.all[name.end - 1].end)
        return Place(name=_plain(whole), country=name.country), span

    def _nearest(self, quantity: Quantity, first: int, stop: int) -> PlaceName | None:
        """The nearest place of the sentence, those behind and in the same clause first."""
        at = bisect_left(self._starts, quantity.start)
        near = [n for n in self._names[max(0, at - _NEAREST) : at + _NEAREST] if first <= n.start < stop]
        return min(near, key=lambda n: self._distance(n, quantity), default=None)

    def _distance(self, name: PlaceName, quantity: Quantity) -> float:
        """How far a place is from a figure, in words."""
        behind = name.start >= quantity.start
        begin, end = (quantity.last, name.start) if behind else (name.end, quantity.start)
        parted = any(w.text in {";", ":"} for w in self._words.all[begin:end])
        return (end - begin) * (1.0 if behind else _BEFORE) + (_OTHER_CLAUSE if parted else 0)

    def _last_before(self, first: int) -> PlaceName | None:
        """The last place named before word `first` in its paragraph."""
        at = bisect_right(self._starts, first - 1)
        if at == 0:
            return None
        begin, _ = self._words.paragraph(first)
        return self._names[at - 1] if self._starts[at - 1] >= begin else None


def _plain(name: str) -> str:
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")
