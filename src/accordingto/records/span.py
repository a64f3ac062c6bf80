"""A stretch of a document's text."""

from __future__ import annotations

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record


class Span(Record, frozen=True, kw_only=True):
    """The code points `start` to `end` (exclusive) of a document's text, and the words that stand there.

    >>> Span.of("He said no.", 3, 7)
    Span(start=3, end=7, text='said')
    """

    start: int
    end: int
    text: str

    def __post_init__(self) -> None:
        """A span is never empty, and its length is its text's: else offsets were not code points."""
        if not 0 <= self.start < self.end or len(self.text) != self.end - self.start:
            raise InvalidRecord(f"span {self.start}..{self.end} cannot quote {self.text!r}: offsets are code points")

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """The span of `text` from `start` to `end`; raises InvalidRecord if it is empty or beyond the text."""
        return cls(start=start, end=end, text=text[start:end])

    def quotes(self, text: str) -> bool:
        """Whether these words stand at these offsets of `text`."""
        return text[self.start : self.end] == self.text

    def holds(self, other: Span) -> bool:
        """Whether `other` lies wholly inside this span (or is it)."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end
