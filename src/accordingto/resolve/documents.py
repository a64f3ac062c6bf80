"""Which report, study or statement is meant by `this document`: the last one introduced, and whose it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from accordingto.language.en import speakers, word_class
from accordingto.resolve.cast import Cast
from accordingto.resolve.names import Name, names
from accordingto.resolve.phrase import Phrase
from accordingto.resolve.words import Word, words

_GENERIC = frozenset(("document", "paper", "publication", "text", "article"))
_BY = re.compile(r"[ \u00a0]+(?:(?:\w+)[ \u00a0]+)?(?:by|from|of)[ \u00a0]+(?:the[ \u00a0]+)?")
_BEFORE = 150
"""So far before its noun a document's owner is looked for, in code points."""
_FAR = 3000
"""A document introduced longer ago, in code points, is not the one meant."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that the text introduces: where its noun phrase stands, and what it is called."""

    start: int
    end: int
    noun: str
    owner: str | None
    name: str

    @property
    def key(self) -> str:
        """What makes it one document wherever the text comes back to it."""
        return f"document {self.owner or self.start} {self.noun}"


class Documents:
    """The documents that one text introduces, looked for at the first question."""

    def __init__(self, text: str, cast: Cast) -> None:
        self._text = text
        self._cast = cast

    @cached_property
    def _papers(self) -> list[Paper]:
        return [p for m in _nouns().finditer(self._text) if (p := self._paper(m.start(), m.end())) is not None]

    def find(self, phrase: Phrase) -> Paper | None:
        """The document that a phrase means; None where it tells all there is itself."""
        own = bisect_left(self._papers, phrase.start, key=lambda p: p.end)
        here = next((p for p in self._papers[own : own + 3] if phrase.start < p.end <= phrase.end), None)
        if here is not None and here.owner is not None:
            return here
        if not phrase.definite or phrase.owner is not None:
            return None
        before = [p for p in self._papers[max(0, own - 30) : own] if phrase.start - p.start < _FAR]
        noun = phrase.head.removesuffix("s")
        fit = [p for p in before if p.noun == noun or noun in _GENERIC]
        owned = [p for p in fit if p.owner is not None]
        return owned[-1] if owned else None

    def _paper(self, start: int, end: int) -> Paper | None:
        """The document whose noun stands at these offsets, with its owner if the sentence names one."""
        text = self._text
        noun = text[start:end].casefold().removesuffix("s")
        least = max(0, start - _BEFORE)
        line = max(text.rfind("\n", least, start), text.rfind(". ", least, start), least - 1) + 1
        before = words(text, line, start)
        first = _phrase_start(text, before, start)
        owner = self._premodifier(before, first) or self._behind(end) or self._publisher(before, first)
        if owner is None:
            return None
        full = self._cast.full_name(owner)
        name = text[start : owner.end] if owner.start >= end else f"{full} {text[start:end]}"
        return Paper(min(first, start), end, noun, owner.key, " ".join(name.split()))

    def _premodifier(self, before: list[Word], first: int) -> Name | None:
        """A name inside the noun phrase: `the Board of Inquiry's report`, `a Pew poll`."""
        inside = [w for w in before if w.start >= first]
        found = next(names(self._text, inside, self._cast.lower), None)
        # "Rowe reports": a verb
        verb = (
            found is not None and not found.possessive and inside[-1].end == found.end and inside[0] == found.words[0]
        )
        return None if verb else found

    def _behind(self, end: int) -> Name | None:
        """A name behind it: `a report by Amnesty International`."""
        by = _BY.match(self._text, end, end + 40)
        if by is None:
            return None
        found = next(
            names(self._text, words(self._text, by.end(), min(len(self._text), by.end() + 80)), frozenset()), None
        )
        return found if found is not None and found.start == by.end() else None

    def _publisher(self, before: list[Word], first: int) -> Name | None:
        """The subject of a verb of publishing before it: `The university published a report`."""
        ahead = [w for w in before if w.end <= first]
        if not ahead or ahead[-1].key not in word_class("publishes"):
            return None
        found = list(names(self._text, ahead[:-1], self._cast.lower))
        return found[-1] if found else None


def _phrase_start(text: str, before: list[Word], at: int) -> int:
    """Where the noun phrase begins whose noun stands at `at`."""
    first = at
    for word in reversed(before):
        if (word.key in word_class("preposition") and not word.capital) or word.key in word_class("publishes"):
            break
        if any(c in ',;:()"“”' for c in text[word.end : first]):
            break
        first = word.start
        if word.key in word_class("definite") or word.key in {"a", "an", "its", "their"}:
            break
    return first


def _nouns() -> re.Pattern[str]:
    # Grouped by their first letter, which most words do not have.
    first: defaultdict[str, list[str]] = defaultdict(list)
    for noun in sorted(speakers.document_nouns(), key=len, reverse=True):
        first[noun[0]].append(re.escape(noun[1:]))
    found = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in first.items())
    return re.compile(rf"\b(?:{found})\b", re.IGNORECASE)
