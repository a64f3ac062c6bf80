"""English word lists for checks inside a report.

| file | what a line holds |
|---|---|
| `check_words.tsv` | a class of words that the checks look at, and a word of it |
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType


def check_words(name: str) -> frozenset[str]:
    """The words of one class of `check_words.tsv`; raises KeyError for a class that it does not have."""
    return _classes()[name]


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    text = resources.files("accordingto.language.en").joinpath("check_words.tsv").read_text(encoding="utf-8")
    for line in text.splitlines()[1:]:
        name, word = line.split("\t")
        found[name].add(word)
    return MappingProxyType({name: frozenset(words) for name, words in found.items()})
