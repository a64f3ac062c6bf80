"""A name -> the keys under which its other spellings are found.

The strict key forgives case, accents, hyphens, doubled letters, titles and articles. The loose key of a person's name
forgives what transliteration does: vowels, and consonants that languages write differently (Khaled and Haled, Qasim and
Kasem). It is loose on purpose: names that are only loosely the same are one voice only where their roles agree, too.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from accordingto.language.en.speakers import countries, demonyms, organisation_nouns, titles
from accordingto.records import Kind

_WORD = re.compile(r"[^\W_]+")
_BRACKET = re.compile(r"\(([^()]*)\)")
_DOTTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_ACRONYM = re.compile(r"[A-Z]{3,7}")
# The Arabic article with its assimilated forms, as they stand before a hyphen or a space.
_ARTICLE = re.compile(r"\b(?:al|el|as|ash|ad|an|ar|at|az)-", re.IGNORECASE)
_ARTICLES = frozenset({"al", "el", "the"})
_LITTLE = frozenset({"of", "for", "and", "the", "in", "on", "to", "de", "du", "des", "et", "pour"})
_FOLDS = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        ("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("dj|dzh|zh", "j"), ("tch|tsch", "ch"),
        ("sch", "sh"), ("ck", "k"), ("q", "k"), ("c(?!h)", "k"), ("w", "v"), ("x", "ks"), ("ts|tz", "z"),
    )
)  # fmt: skip
_VOWELS = re.compile("[aeiouy]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def strict(name: str) -> str:
    """The name's words, folded, parted by spaces; titles and articles left out unless nothing else is there.

    >>> strict("Dr. Mohammed al-Sahaf") == strict("MOHAMED AL SAHAF"), strict("the World Health Organization (WHO)")
    (True, 'world health organization')
    """
    found = _words(_ARTICLE.sub("", _BRACKET.sub(" ", name)))
    kept = [w for i, w in enumerate(found) if w not in _ARTICLES and not (w in _titles() and i < len(found) - 1)]
    return " ".join(_DOUBLED.sub(r"\1", word) for word in kept or found)


@lru_cache(maxsize=20_000)
def loose(name: str) -> str:
    """The consonants of the strict key's words, as all spellings of a person's name share them.

    >>> loose("Volodymyr Zelenskyy") == loose("Volodimir Zelensky"), loose("Qasim") == loose("Kassem")
    (True, True)
    """
    return " ".join(_skeleton(word) for word in strict(name).split())


def initials(name: str) -> str | None:
    """The initials of a body's name of three capitalised words or more, in lower case; None for any other name.

    >>> initials("World Health Organization"), initials("the police"), initials("Ministry of Health")
    ('who', None, None)
    """
    found = [w for w in _WORD.findall(_BRACKET.sub(" ", name)) if w.casefold() not in _LITTLE]
    if len(found) < 3 or not all(word[0].isupper() for word in found):
        return None
    return "".join(word[0] for word in found).casefold()


def acronym(name: str) -> str | None:
    """The name in lower case where it is an acronym and no more (`WHO`, `U.N.H.C.R.`); else None.

    >>> acronym("WHO"), acronym("U.N.H.C.R."), acronym("Reuters")
    ('who', 'unhcr', None)
    """
    plain = name.replace(".", "").removeprefix("the ").strip()
    return plain.casefold() if _ACRONYM.fullmatch(plain) else None


def in_brackets(name: str) -> str | None:
    """The acronym that a name carries in brackets, in lower case; None where there is none."""
    found = _BRACKET.search(name)
    return acronym(found[1].strip()) if found else None


def group(kind: Kind) -> str | None:
    """Which kinds can be one voice under several names; None for those that never are, since they have no name."""
    return {"person": "person", "organisation": "body", "media": "body", "document": "document"}.get(kind)


def is_name(name: str, kind: Kind) -> bool:
    """Whether `name` names somebody wherever it stands, and is no description (`the police`, `Health Ministry`)."""
    if not any(word[0].isupper() for word in _WORD.findall(name) if word.casefold() not in _LITTLE):
        return False
    found = strict(name).split()
    if kind == "person":
        return bool(found)
    known = countries(), demonyms()
    return len(found) > 2 or any(any(word in names for names in known) for word in found) or not _generic(name)


def search_words(name: str) -> frozenset[str]:
    """The words under which a source of that name is found: strict ones, and its acronym or initials."""
    more = {word for word in (initials(name), acronym(name), in_brackets(name)) if word}
    return frozenset({*strict(name).split(), *more})


def loose_words(name: str) -> frozenset[str]:
    """The words under which a person's other spellings are found; they begin with `~`, as no word does."""
    return frozenset(f"~{word}" for word in loose(name).split() if len(word) > 1)


def plain(name: str) -> str:
    """The name's words folded and no more, for names of places and outlets."""
    return " ".join(word for word in _words(name) if word != "the")


def _words(name: str) -> list[str]:
    joined = _DOTTED.sub(lambda found: found[0].replace(".", ""), name)
    bare = unicodedata.normalize("NFKD", joined)
    bare = "".join(c for c in bare if not unicodedata.combining(c) and c not in "'’‘ʿʾ`´")
    return _WORD.findall(bare.casefold())


def _skeleton(word: str) -> str:
    for pattern, to in _FOLDS:
        word = pattern.sub(to, word)
    first = "a" if _VOWELS.match(word) else ""
    return first + _DOUBLED.sub(r"\1", _VOWELS.sub("", word))


def _generic(name: str) -> bool:
    """Whether a body's name says only what sort of body it is."""
    return any(word in organisation_nouns() for word in _words(name))


@lru_cache(maxsize=1)
def _titles() -> frozenset[str]:
    return frozenset({*titles(), *(noun for noun, _ in titles().values() if noun)})
