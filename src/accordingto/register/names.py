"""Text -> the publishers that it names, and where.

All names are looked for at once: a text is cut into words, and at each only the names that begin with it are tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from accordingto.register.rows import Publisher

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+)*(?:['’][^\W_]+)*")
_APOSTROPHES = str.maketrans("’‘", "''")


class Named(NamedTuple):
    """A name in a text: the id of whose it is, and from where to where it stands."""

    publisher: str
    start: int
    end: int


class Names:
    """The names of publishers, by their first word."""

    def __init__(self, publishers: Iterable[Publisher]) -> None:
        self._by_first: dict[str, list[tuple[tuple[str, ...], bool, str]]] = {}
        for publisher in publishers:
            for name in publisher.names:
                words = tuple(w for w, _, _ in _words(name))
                folded = tuple(w.casefold() for w in words)
                capitals = len(words) == 1 and words[0] == words[0].upper()
                if words:
                    known = self._by_first.setdefault(folded[0], [])
                    entry = (words if capitals else folded, capitals, publisher.id)
                    if entry not in known:
                        known.append(entry)
        for known in self._by_first.values():
            known.sort(key=lambda k: -len(k[0]))

    def find(self, text: str) -> Iterator[Named]:
        """Every name in the text, in order; of names that begin at one word the longest, for all who bear it."""
        words = _words(text)
        folded = [w.casefold() for w, _, _ in words]
        at = 0
        while at < len(words):
            length = 0
            for name, capitals, publisher in self._by_first.get(folded[at], ()):
                if len(name) < length:
                    break
                there = tuple(w for w, _, _ in words[at : at + len(name)]) if capitals else folded[at : at + len(name)]
                if tuple(there) == name:
                    length = len(name)
                    yield Named(publisher, words[at][1], words[at + length - 1][2])
            at += length or 1


def _words(text: str) -> list[tuple[str, int, int]]:
    """The words with their offsets, without possessive 's and without the article that may stand before a name."""
    found = []
    for match in _WORD.finditer(text):
        word = match.group().translate(_APOSTROPHES)
        end = match.end()
        if word[-2:].casefold() == "'s":
            word, end = word[:-2], end - 2
        if word.casefold() != "the":
            found.append((word, match.start(), end))
    return found
