"""Places where somebody speaks: `said in Vienna` does not tell where what is said happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from accordingto.count.place_nouns import PlaceName
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words
from accordingto.records import Attribution, Span

_REACH = 12
"""So many words behind a cue still tell where it was said."""
_ENDS = frozenset(",;:—–")


class Standpoints:
    """The places around what is said in one text."""

    def __init__(self, words: Words, names: Sequence[PlaceName], attributions: Iterable[Attribution]) -> None:
        """`names` are the places of the text, in its order."""
        self._words = words
        self._names = names
        self._starts = [n.start for n in names]
        self._offsets = [w.start for w in words.all]
        some = list(attributions)
        told = {n.start for a in some for c in a.content for n in self._within(c)}
        self._away = {n.start for a in some for n in (*self._spoken_at(a), *self._offices(a)) if n.start not in told}

    def away(self, name: PlaceName) -> bool:
        """Whether a place is one where somebody speaks, writes or has an office, and no more."""
        return name.start in self._away

    def own(self, attribution: Attribution) -> list[PlaceName]:
        """The places that a speaker is of or speaks from, where things may have happened: `police in Aleppo said`."""
        source = attribution.source
        if source is None or attribution.cue is None:
            return []
        begin, end = self._bounds(source)
        first, _ = self._words.sentence(begin)
        fronted = self._between(first, begin) if begin < self._bounds(attribution.cue)[0] else []
        return [n for n in (*fronted, *self._between(begin, end)) if not self.away(n)]

    def _offices(self, attribution: Attribution) -> list[PlaceName]:
        """The places in the words for a speaker who speaks for a whole country, or who was only told of it."""
        if attribution.source is None:
            return []
        begin, end = self._bounds(attribution.source)
        afar = any(self._words.lower(at) in figure_words("speaks_from_afar") for at in range(begin, end))
        return self._between(begin, end) if afar else []

    def _spoken_at(self, attribution: Attribution) -> Iterator[PlaceName]:
        """The places behind the cue and outside the content, and those behind a word of speaking or of a visit."""
        if attribution.cue is None:
            return
        begin, end = self._bounds(attribution.cue)
        first, stop = self._words.sentence(begin)
        source = attribution.source
        behind = self._clause_end(end, stop)
        yield from (n for n in self._between(end, behind) if source is None or not self._stands(n, source))
        for head, last in ((first, begin), *(() if source is None else (self._bounds(source),))):
            speaking = next((at for at in range(head, last) if self._words.lower(at) in figure_words("speaking")), None)
            if speaking is not None:
                yield from self._between(speaking, last)

    def _clause_end(self, at: int, stop: int) -> int:
        """Where the words that go with a cue end, which begin at word `at`: at a comma, or after a few."""
        last = min(stop, at + _REACH)
        return next((i for i in range(at, last) if self._words.all[i].text in _ENDS), last)

    def _bounds(self, span: Span) -> tuple[int, int]:
        """The words of a span, as a half-open range."""
        return bisect_left(self._offsets, span.start), bisect_left(self._offsets, span.end)

    def _within(self, span: Span) -> list[PlaceName]:
        return self._between(*self._bounds(span))

    def _between(self, begin: int, end: int) -> list[PlaceName]:
        return list(self._names[bisect_left(self._starts, begin) : bisect_left(self._starts, end)])

    def _stands(self, name: PlaceName, span: Span) -> bool:
        return span.start <= self._offsets[name.start] < span.end
