"""Places that a noun tells of: a war by the place it is named after (`the Tigray war`), and `in the country`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.count.words import Words
from accordingto.gazetteer import find, level
from accordingto.language.en.quantities import figure_words
from accordingto.language.en.speakers import country_names, demonyms, names_of_codes

_LONGEST = 3
_CIVIL = frozenset({"civil", "ethnic", "sectarian"})
_LARGE = frozenset({"country", "region", "area"})
_BEFORE = frozenset({"the", "this", "that", "their", "his", "her", "our"})


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place at the words `start` to `end` (exclusive); `whole` ends behind the places it is said to lie in."""

    start: int
    end: int
    whole: int
    country: str | None
    weak: bool
    """Whether it stands behind a preposition that does not say where (`of`), or behind none."""
    sure: bool
    """Whether its form alone shows that it is a place."""
    called: str | None = None
    """What the place is called, where its words do not name it: `the country`."""


def told_by_noun(words: Words) -> Iterator[PlaceName]:
    """The places that a noun for a war or for a country tells of, in text order."""
    country: str | None = None
    for at, word in enumerate(words.all):
        country = _code(words, at) or country
        if word.lower in figure_words("conflict_noun"):
            name = _named_after(words, at)
            if name is not None:
                yield name
        elif word.lower == "country" and country is not None and _again(words, at):
            yield PlaceName(at, at + 1, at + 1, country, weak=False, sure=True, called=names_of_codes()[country])


def _code(words: Words, at: int) -> str | None:
    """The country that a word names, unless it may only say whose something is: `the US Army`, `U.S. officials`."""
    word = words.all[at]
    if word.kind != "word" or not word.text[0].isupper() or word.text.isupper():
        return None
    own = word.lower.endswith("'s")
    attributive = not own and at + 1 < len(words.all) and words.all[at + 1].text[0].isupper()
    return None if attributive else country_names().get(word.lower.removesuffix("'s"))


def _again(words: Words, at: int) -> bool:
    """Whether `the country` at word `at` takes up one named before: `in the country`, and no more is said of it."""
    if words.lower(at - 1) not in _BEFORE or words.lower(at - 2) not in figure_words("place_before"):
        return False
    return words.lower(at + 1) not in {"of", "house", "club", "that", "where", "which"}


def _named_after(words: Words, at: int) -> PlaceName | None:
    """The place that the war at word `at` is named after: a country or region, so that no person can be meant."""
    end = at - (words.lower(at - 1) in _CIVIL)
    begin = end
    while begin > 0 and end - begin < _LONGEST and _capital(words, begin - 1):
        begin -= 1
    for start in range(begin, end):
        name = words.text[words.all[start].start : words.all[end - 1].end]
        code = demonyms().get(name.casefold()) if end < at else None
        if code is not None:
            return PlaceName(start, end, end, code, weak=True, sure=True, called=names_of_codes()[code])
        found = find(name)
        if found is not None and level(found) in _LARGE:
            return PlaceName(start, end, end, found.country, weak=True, sure=True)
    return None


def _capital(words: Words, at: int) -> bool:
    """Whether a word begins with a capital, and nothing but a space parts it from the next."""
    word, behind = words.all[at], words.all[at + 1]
    alone = words.text[word.end : behind.start] == " "
    name = word.kind == "word" and word.text[0].isupper() and word.lower not in _BEFORE
    return alone and name and not words.shouted
