"""The noun phrase before a relative pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.resolve.phrases import DEFINITE, INDEFINITE, PREPOSITIONS, Phrase, parse
from accordingto.resolve.words import Word, words

_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+(?=[^a-z])|\n")
_WINDOW = 160
_SOMEBODY = frozenset(("person", "role", "people", "anonymous"))


def antecedent(text: str, at: int, lower: frozenset[str], *, who: bool) -> Phrase | None:
    """The phrase that the relative pronoun at offset `at` takes up; None where none stands before it.

    `who` asks for somebody; a body or a thing will do for `which` and `that`.
    """
    start = max(0, at - _WINDOW)
    for end in _SENTENCE.finditer(text, start, at):
        start = end.end()
    some = words(text, start, at)
    best: Phrase | None = None
    for i in range(len(some) - 1, -1, -1):
        if not _begins(some, i):
            continue
        phrase = parse(text, some[i].start, some[-1].end, lower)
        if who and phrase.sort not in _SOMEBODY and (phrase.name is None or phrase.sort in {"organisation", "country"}):
            continue
        best = phrase
        if not _goes_on(text, some, i, phrase):
            break
    return best


def _begins(some: Sequence[Word], i: int) -> bool:
    """Whether a noun phrase may begin at a word."""
    return some[i].key in DEFINITE | INDEFINITE or not i or (some[i].capital and not some[i - 1].capital)


def _goes_on(text: str, some: Sequence[Word], i: int, phrase: Phrase) -> bool:
    """Whether more of the phrase stands before its word `i`: what it is of, its article, or whom it is apposed to."""
    if not i:
        return False
    before, gap = some[i - 1], text[some[i - 1].end : some[i].start]
    if some[i].key in DEFINITE | INDEFINITE:
        return phrase.sort == "role" and "," in gap and before.capital
    return "," not in gap and (before.key in DEFINITE | INDEFINITE | PREPOSITIONS)
