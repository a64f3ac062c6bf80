"""Dates that say when somebody spoke: near a cue, or before a speaker with whom the sentence goes on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from accordingto.count.harm_phrases import Hits
from accordingto.count.words import Words
from accordingto.records import Attribution, Span

_CUE_REACH = 3


class Spoken:
    """Where in a text cues stand, and what stands before speakers, asked by words."""

    def __init__(self, words: Words, hits: Hits, cues: Iterable[Span], attributions: Iterable[Attribution]) -> None:
        """`cues` are the words that tie speakers to what they say: those of `attributions`, and others."""
        self._offsets = [w.start for w in words.all]
        spans = sorted(self._words(cue) for cue in cues)
        self._starts = [s for s, _ in spans]
        self._ends = sorted(e for _, e in spans)
        self._fronts = sorted(front for a in attributions if (front := self._front(words, hits, a)) is not None)

    def holds(self, start: int, end: int) -> bool:
        """Whether the date at the words `start` to `end` says when somebody spoke."""
        return self._near(start, end) or self._before_speaker(start)

    def _near(self, start: int, end: int) -> bool:
        """Whether a cue ends shortly before word `start`, or begins shortly behind word `end`."""
        behind = bisect_left(self._starts, end)
        if behind < len(self._starts) and self._starts[behind] - end <= _CUE_REACH:
            return True
        before = bisect_left(self._ends, start + 1) - 1
        return before >= 0 and start - self._ends[before] <= _CUE_REACH

    def _before_speaker(self, start: int) -> bool:
        """Whether a word stands before the speaker of a statement: `On a visit to Tarn on Monday, the mayor said`."""
        at = bisect_left(self._fronts, (start + 1, 0)) - 1
        return at >= 0 and self._fronts[at][0] <= start < self._fronts[at][1]

    def _front(self, words: Words, hits: Hits, attribution: Attribution) -> tuple[int, int] | None:
        """The words from a sentence's beginning to its speaker, where what is said follows and they tell no harm."""
        source, cue = attribution.source, attribution.cue
        if source is None or cue is None or source.start > cue.start or attribution.content[0].start < cue.end:
            return None
        begin, _ = self._words(source)
        first, _ = words.sentence(begin)
        return None if begin == first or hits.between(first, begin) else (first, begin)

    def _words(self, span: Span) -> tuple[int, int]:
        """The words of a span, as a half-open range."""
        offsets: Sequence[int] = self._offsets
        return bisect_left(offsets, span.start), bisect_left(offsets, span.end)
