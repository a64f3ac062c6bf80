"""English words by which the accounts of tolls are read: one class of words after another.

| file | what a line holds |
|---|---|
| `account_words.tsv` | a class of words that checks against the record and coding profiles look at, and a word of it |
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources


@cache
def account_words(name: str) -> frozenset[str]:
    """The words of one class; raises KeyError for a class that the file does not have."""
    text = resources.files("accordingto.language.en").joinpath("account_words.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    found = frozenset(word for of, word in rows if of == name)
    if not found:
        raise KeyError(f"account_words.tsv has no class {name!r}")
    return found


@cache
def account_pattern(name: str) -> re.Pattern[str]:
    """A pattern that finds any word of one class as a whole word, in any case."""
    return whole_words(account_words(name))


def whole_words(words: frozenset[str]) -> re.Pattern[str]:
    """A pattern that finds any of these words or phrases as a whole, in any case, the longest first."""
    longest_first = sorted(words, key=lambda w: (-len(w), w))
    return re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)", re.IGNORECASE)
