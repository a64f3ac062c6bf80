"""What every check looks at: a ledger with its figures by sentence and by voice, worked out once."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cached_property

from accordingto.language.en.checks import check_words
from accordingto.records import Attribution, Figure, Ledger, Span
from accordingto.records.reported import sentence

OUTLET = "the outlet"
_LONGEST_HEADLINE = 200
_SENTENCE = re.compile(r"[^\W\d_]{4}\.\s+[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)?")


class Context:
    """A ledger as the checks see it. `figures` stand in text order."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.text = ledger.document.text
        self.figures = sorted(ledger.figures, key=lambda f: (f.span.start, f.span.end))
        self.by_id = {f.id: f for f in self.figures}
        self._attributions = {a.id: a for a in ledger.attributions}
        self._names = {s.id: s.name for s in ledger.sources}
        self._sentences: dict[int, Span] = {}

    def sentence(self, span: Span) -> Span:
        """The sentence around a span."""
        if span.start not in self._sentences:
            self._sentences[span.start] = sentence(self.text, span)
        return self._sentences[span.start]

    def figures_in(self, span: Span) -> list[Figure]:
        """The figures that share a character with a span."""
        stop = bisect_left(self.figures, span.end, key=lambda f: f.span.start)
        return [f for f in self.figures[max(0, stop - 8) : stop] if f.span.overlaps(span)]

    def in_headline(self, span: Span) -> bool:
        """Whether a span stands in the report's headline."""
        return span.end <= self.headline_end

    @cached_property
    def headline_end(self) -> int:
        """Where the headline ends, 0 where the text has none.

        It is the first line where that ends without a full stop and is the title, or is short with an empty line
        behind it.
        """
        start = len(self.text) - len(self.text.lstrip())
        line, _, rest = self.text[start:].partition("\n")
        words = line.strip()
        ended = words.rstrip("\"”’')").endswith((".", "!", ":", ",")) or bool(_SENTENCE.search(words))
        title = self.ledger.document.title if not ended else None
        if title and " ".join(title.split()).casefold() == " ".join(words.split()).casefold():
            return start + len(line)
        alone = rest[:1] in {"\n", "\r"} and bool(rest.strip())
        return start + len(line) if alone and not ended and len(words) <= _LONGEST_HEADLINE else 0

    def attribution(self, figure: Figure) -> Attribution | None:
        """The attribution whose content holds the figure."""
        return self._attributions.get(figure.attribution) if figure.attribution else None

    def voice(self, figure: Figure) -> str | None:
        """Whose figure it is, the same for the same voice: "" for the outlet, None where the voice is not known.

        A source that has no speaker is known by its words, unless they are a pronoun.
        """
        if figure.speaker:
            return f"speaker {figure.speaker}"
        attribution = self.attribution(figure)
        if attribution is None:
            return ""
        if attribution.speaker:
            return f"speaker {attribution.speaker}"
        if attribution.source is None:
            return None
        said = words_of(attribution.source.text)
        return None if len(said) == 1 and said[0] in check_words("pronoun") else f"words {' '.join(said)}"

    def name(self, figure: Figure) -> str:
        """Whose figure it is, in words for a message."""
        attribution = self.attribution(figure)
        speaker = figure.speaker or (attribution.speaker if attribution else None)
        if speaker in self._names:
            return self._names[speaker]
        if attribution is None:
            return OUTLET
        return f"“{flat(attribution.source.text)}”" if attribution.source else "nobody named"

    def attributed(self, span: Span) -> bool:
        """Whether any source, cue or content of an attribution shares a character with the span."""
        place = bisect_left(self._covered, (span.end, 0)) - 1
        return place >= 0 and self._reach[place] > span.start

    @cached_property
    def _covered(self) -> list[tuple[int, int]]:
        return sorted((s.start, s.end) for a in self.ledger.attributions for s in a.spans)

    @cached_property
    def _reach(self) -> list[int]:
        """How far the spans up to each place reach."""
        reach, furthest = [], 0
        for _, end in self._covered:
            furthest = max(furthest, end)
            reach.append(furthest)
        return reach


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, with straight apostrophes."""
    return [w.replace("’", "'") for w in _WORD.findall(text.casefold())]


def flat(text: str) -> str:
    """Words of the report on one line."""
    return " ".join(text.split())


def quoted(span: Span) -> str:
    """Words of the report on one line, in quotation marks."""
    return f"“{flat(span.text)}”"
