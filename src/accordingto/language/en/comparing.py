"""English words that tell what a figure counts and how it came about, for comparing it with others.

| file | what a line holds |
|---|---|
| `population_words.tsv` | a noun for people, in the singular, and its category in `compare/populations.tsv` |
| `comparison_words.tsv` | a phrase, what it tells of, and what it tells |
"""

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from types import MappingProxyType

_MEN = re.compile(r"(?<=.)(m[ae])n$")


@cache
def population_words() -> MappingProxyType[str, str]:
    """Noun for people, in the singular -> the category that it names."""
    return MappingProxyType({word: category for word, category in _rows("population_words.tsv")})  # noqa: C416


@cache
def facet(name: str) -> tuple[re.Pattern[str], MappingProxyType[str, str]]:
    """A pattern for the phrases that tell of `name`, the longest first, and what each of them tells, in lower case."""
    told = {phrase: value for phrase, of, value in _rows("comparison_words.tsv") if of == name}
    if not told:
        raise KeyError(f"comparison_words.tsv tells of no {name!r}")
    longest = "|".join(re.escape(phrase) for phrase in sorted(told, key=lambda p: (-len(p), p)))
    return re.compile(rf"\b(?:{longest})\b", re.IGNORECASE), MappingProxyType(told)


def singular(noun: str) -> str:
    """The singular of an English noun for people, in lower case, as far as its ending tells.

    >>> singular("Policemen"), singular("refugees"), singular("families"), singular("Iraqis")
    ('policeman', 'refugee', 'family', 'iraqi')
    """
    word = noun.casefold()
    if word in {"people", "police", "personnel"}:
        return word
    if word == "children":
        return "child"
    if word.endswith("men"):
        return _MEN.sub("man", word)
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "ches", "shes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _rows(name: str) -> list[list[str]]:
    text = resources.files("accordingto.language.en").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
