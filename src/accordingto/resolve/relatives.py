"""The noun phrase before a relative pronoun."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.language.en import speakers, word_class
from accordingto.resolve.phrase import Phrase, determiners
from accordingto.resolve.phrases import parse
from accordingto.resolve.words import Word, words

_SENTENCE = re.compile(r"[.!?][\"”’')]*\s+(?=[^a-z])|\n")
_WINDOW = 160
_MOST = 14
"""An antecedent has no more words than that."""
_SOMEBODY = frozenset(("person", "role", "people", "anonymous"))


def antecedent(text: str, at: int, lower: frozenset[str], *, who: bool) -> Phrase | None:
    """The phrase that the relative pronoun at offset `at` takes up; None where none stands before it.

    `who` asks for somebody; a body or a thing will do for `which` and `that`.
    """
    start = max(0, at - _WINDOW)
    for end in _SENTENCE.finditer(text, start, at):
        start = end.end()
    some = words(text, start, at)[-_MOST:]
    best: Phrase | None = None
    for i in range(len(some) - 1, -1, -1):
        if not _begins(some, i):
            continue
        phrase = parse(text, some[i].start, some[-1].end, lower)
        if who and not _somebody(phrase):
            continue
        best = phrase
        if not _goes_on(text, some, i, phrase, who=who):
            break
    return best


def _somebody(phrase: Phrase) -> bool:
    """Whether "who" may take up a phrase; a name behind "the" is a body's or a place's (`an official of the Reach`)."""
    if phrase.sort in _SOMEBODY:
        return True
    return phrase.name is not None and phrase.sort not in {"organisation", "country"} and not phrase.definite


def _begins(some: Sequence[Word], i: int) -> bool:
    """Whether a noun phrase may begin at a word: an article, a name, or a noun for several persons."""
    word = some[i]
    if i and word.text.islower() and word.role is not None and some[i - 1].capital and not some[i - 1].possessive:
        return False  # "EU leaders" begins with its name
    if word.key in determiners() or (word.key in {"those", "people"}):
        return True
    if word.capital:
        return not i or not some[i - 1].capital
    return word.plural and word.role is not None


def _goes_on(text: str, some: Sequence[Word], i: int, phrase: Phrase, *, who: bool) -> bool:
    """Whether more of the phrase stands before its word `i`: what it is of, its article, or whom it is apposed to."""
    if not i:
        return False
    before, gap = some[i - 1], text[some[i - 1].end : some[i].start]
    if some[i].key in determiners():
        apposed = phrase.sort == "role" and "," in gap and before.capital
        complement = "," not in gap and before.key in word_class("preposition")
        return apposed or (who and complement and phrase.sort not in _SOMEBODY)
    if "," in gap:
        return False
    if before.key in determiners() or before.key in {"of", "for"} or before.key in speakers.demonyms():
        return True
    return before.key in word_class("preposition") and phrase.sort not in _SOMEBODY
