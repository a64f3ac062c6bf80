"""Words of a phrase with what the word lists know of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from accordingto.language.en import speakers, word_class

_WORD = re.compile(r"[^\W\d_](?:[\w&/]|[.’'`-](?=\w))*\.?|\d[\d.,]*(?:\w+)?")
_POSSESSIVE = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_DOTTED = re.compile(r"(?:\w\.)+")
_SILENT = re.compile(r"[’'`.]")
_ARTICLE = re.compile(r"\b(?:al|el|as|ad|ar|at|az|ash)-\s*")
_KNOWN = 16_384
"""So many words are remembered: the commonest, which come again and again, are among them."""
_PREFIXES = ("al-", "el-", "d'")
_PLURALS = {"people": "person", "men": "man", "women": "woman", "children": "child", "wives": "wife"}


class Word(NamedTuple):
    """A word of the text, from `start` to `end` in code points.

    What a word tells by itself is worked out once for each of the few thousand words that make up most of all text.
    """

    start: int
    end: int
    text: str

    @property
    def bare(self) -> str:
        """The word without a possessive ending, and without the full stop of a sentence."""
        return _bare(self.text)

    @property
    def key(self) -> str:
        """The bare word in lower case, without the full stop of an abbreviation."""
        return _key(self.text)

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return bool(_POSSESSIVE.search(self.text))

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital, or with al- before one."""
        if self.text[0].isupper():
            return True
        return self.text[0] in "aed" and any(c.isupper() for c in self.text) and self.key.startswith(_PREFIXES)

    @property
    def singular(self) -> str:
        """The key, without the ending of a plural if there is a word list's noun without it."""
        return singular(self.key)

    @property
    def role(self) -> speakers.Noun | None:
        """What it says about a person, if it is a noun for one or a title."""
        return _role(self.key)

    @property
    def plural(self) -> bool:
        """Whether it is the plural of a noun for a person or of a demonym."""
        return self.key != self.singular or (self.key in _PLURALS)

    @property
    def country(self) -> str | None:
        """The code of the country that it names by name, capital or demonym."""
        return speakers.countries().get(self.key) or speakers.demonyms().get(self.singular)


@lru_cache(maxsize=_KNOWN)
def _bare(text: str) -> str:
    word = _POSSESSIVE.sub("", text)
    if word.endswith(".") and not _DOTTED.fullmatch(word) and len(word) > 2 and word not in {"Jr.", "Sr."}:
        word = word[:-1]
    return word


@lru_cache(maxsize=_KNOWN)
def _key(text: str) -> str:
    key = _bare(text).casefold().replace("’", "'")
    return key if _DOTTED.fullmatch(key) else key.rstrip(".")


@lru_cache(maxsize=_KNOWN)
def _role(key: str) -> speakers.Noun | None:
    noun, gender = speakers.titles().get(key, (None, None))
    if key in speakers.titles():
        known = speakers.role_nouns().get(noun or "", speakers.Noun())
        return speakers.Noun(known.party, gender or known.gender)
    one = singular(key)
    return speakers.role_nouns().get(one.rpartition("-")[2]) or speakers.role_nouns().get(one)


def particles() -> frozenset[str]:
    """Small words inside names (`bin`, `van`)."""
    return word_class("name_particle")


@lru_cache(maxsize=_KNOWN)
def singular(key: str) -> str:
    """The singular of a noun for a person or a demonym; other words stay as they are."""
    if key in _PLURALS:
        return _PLURALS[key]
    known = speakers.role_nouns()
    if key in known:
        return key
    guesses = [key[:-3] + "y"] if key.endswith("ies") else []
    guesses += [key[:-3] + "man"] if key.endswith("men") else []
    guesses += [key[:-2]] if key.endswith("es") else []
    guesses += [key[:-1]] if key.endswith("s") else []
    if key.endswith("men"):
        guesses.append(key[:-2] + "an")
    return next((g for g in guesses if g in known or g.rpartition("-")[2] in known or g in speakers.demonyms()), key)


def words(text: str, start: int, end: int) -> list[Word]:
    """The words of `text` between two offsets."""
    return [Word(*m.span(), m.group()) for m in _WORD.finditer(text, start, end)]


@lru_cache(maxsize=_KNOWN)
def plain(name: str) -> str:
    """A name for comparison: lower case, no accents, al- and el- without hyphen, one apostrophe, one space."""
    flat = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode() or name
    flat = _SILENT.sub("", flat.casefold())
    flat = _ARTICLE.sub("al ", flat)
    return " ".join(flat.replace("-", " ").split())


def joined(some: Sequence[Word], text: str) -> str:
    """The text from the first to the last of some words, without the last one's possessive."""
    return text[some[0].start : some[-1].start] + some[-1].bare
