"""Where what a figure counts happened: the place named nearest to it in its sentence, else in those before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterable

from accordingto.count.place_names import place_names
from accordingto.count.place_nouns import PlaceName
from accordingto.count.quantity import Quantity
from accordingto.count.standpoints import Standpoints
from accordingto.count.words import Words
from accordingto.gazetteer import find
from accordingto.records import Attribution, Place, Span

_BEFORE = 1.5
"""A place before a figure is so much farther than one behind it: English puts the place last."""
_OTHER_CLAUSE = 12
_WEAK = 8
_NEAREST = 3
_LEAD_SENTENCES = 4


class Places:
    """The places of a text, asked by quantity."""

    def __init__(self, words: Words, harmed: Container[int], attributions: Iterable[Attribution]) -> None:
        """`harmed` holds the first word of each sentence in which a figure of harm stands."""
        self._words = words
        named = place_names(words)
        self._standpoints = Standpoints(words, named, attributions)
        self._names = [n for n in named if not self._standpoints.away(n)]
        self._starts = [n.start for n in self._names]
        self._event = self._lead(harmed)

    def of(self, quantity: Quantity, within: Attribution | None, *, event: bool) -> tuple[Place, Span] | None:
        """The place and the words for it; with `event`, where its sentence names none, that of those before it.

        `within` is the attribution whose content holds the quantity: where the words around that name a place, somebody
        speaks there (`said in Vienna`), and it is not where things happened. A speaker's own place (`a hospital in
        Aleppo said`) is taken where nothing else tells. Measures have no place: `60 kilometres from the capital`.
        """
        if quantity.unit is not None and quantity.unit != "percent" and not quantity.unit.isupper():
            return None
        words = self._words
        first, stop = words.sentence(quantity.start)
        near = self._near(quantity, first, stop)
        told = [n for n in near if within is None or self._stands(n, within.content)]
        name = min(told, key=lambda n: self._distance(n, quantity), default=None)
        if name is None and event:
            name = self._last_before(first) or self._told(stop)
        if name is None and within is not None:
            name = min(self._standpoints.own(within), key=lambda n: self._distance(n, quantity), default=None)
        if name is None:
            return None
        text = words.text
        whole = text[words.all[name.start].start : words.all[name.whole - 1].end]
        span = Span.of(text, words.all[name.start].start, words.all[name.end - 1].end)
        place = Place(name=name.called or _plain(whole), country=name.country)
        return (find(place.name) or place) if place.country is None else place, span

    def _near(self, quantity: Quantity, first: int, stop: int) -> list[PlaceName]:
        """The places of the sentence on either side of a figure, a few of each."""
        at = bisect_left(self._starts, quantity.start)
        return [n for n in self._names[max(0, at - _NEAREST) : at + _NEAREST] if first <= n.start < stop]

    def _stands(self, name: PlaceName, spans: tuple[Span, ...]) -> bool:
        """Whether a place is named in one of these spans."""
        at = self._words.all[name.start].start
        return any(span.start <= at < span.end for span in spans)

    def _distance(self, name: PlaceName, quantity: Quantity) -> float:
        """How far a place is from a figure, in words."""
        behind = name.start >= quantity.start
        begin, end = (quantity.last, name.start) if behind else (name.end, quantity.start)
        parted = any(w.text in {";", ":"} for w in self._words.all[begin:end])
        return (end - begin) * (1.0 if behind else _BEFORE) + _OTHER_CLAUSE * parted + _WEAK * name.weak

    def _last_before(self, first: int) -> PlaceName | None:
        """The last place named before word `first` in its paragraph, of those that a preposition says to be one."""
        begin, _ = self._words.paragraph(first)
        at = bisect_left(self._starts, first)
        before = [n for n in self._names[max(0, at - _NEAREST) : at] if n.start >= begin and not n.weak]
        return before[-1] if before else None

    def _told(self, stop: int) -> PlaceName | None:
        """The lead's place, for a sentence that ends before word `stop`: told by then, unless it is a headline."""
        if self._event is None:
            return None
        headline = self._words.all[stop - 1].text not in {".", "!", "?", "”", '"'}
        return self._event if headline or self._event.start < stop else None

    def _lead(self, harmed: Container[int]) -> PlaceName | None:
        """The place that the first sentences give to the harm they tell of."""
        starts = self._words.starts
        end = starts[_LEAD_SENTENCES] if len(starts) > _LEAD_SENTENCES else len(self._words.all)
        for name in self._names:
            if name.start >= end:
                return None
            if not name.weak and name.sure and self._words.sentence(name.start)[0] in harmed:
                return name
        return None


def _plain(name: str) -> str:
    return " ".join(name.split()).removesuffix("'s").removesuffix("’s")
