"""Names of public bodies -> one key for the ways in which reports write them.

`Russia's defence ministry`, `the Russian Ministry of Defense` and `Ministry of Defence of the Russian Federation` are
one body: the country, as its name, its adjective or in the genitive, and the words for what it does, in any order.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from accordingto.language.en.speakers import country_names, demonyms, organisation_nouns

_WORD = re.compile(r"[^\W_]+(?:[’'.&-][^\W_]+)*\.?")
_OWN = re.compile(r"(?:[’']s|(?<=s)[’'])$")
_LITTLE = frozenset({"a", "an", "and", "at", "by", "for", "in", "of", "on", "the", "to"})
_SPELT = {"center": "centre", "defense": "defence", "labor": "labour", "program": "programme"}
_PARTS = 2
"""Without a country a noun, what it is for and whose it is must be told: a word more than these."""
_LONGEST = 4
"""No country's name in the list has more words that reports use for it."""


@lru_cache(maxsize=65536)
def body_key(name: str) -> str | None:
    """What the spellings of a body's name share; None where it may be the name of several: `the defence ministry`.

    >>> body_key("Russia's defence ministry") == body_key("the Russian Ministry of Defense")
    True
    >>> body_key("Gaza's health ministry") == body_key("the Ministry of Health in Gaza")
    True
    >>> body_key("the defence ministry")
    """
    words = [_OWN.sub("", m[0]).replace(".", "").casefold() for m in _WORD.finditer(name)]
    country, rest = _country([word for word in words if word != "the"])
    if not any(word in organisation_nouns() for word in rest):
        return None
    kept = sorted({_spelt(word) for word in rest if word not in _LITTLE})
    if country is None:
        return " ".join(kept) if len(kept) > _PARTS else None
    return f"{country} {' '.join(kept)}" if len(kept) > 1 or _national(kept) else None


def _national(kept: list[str]) -> bool:
    """Whether a noun alone names one body of a country: its army, its government."""
    return kept[0] in {"army", "navy", "parliament", "government", "police", "presidency", "airforce"}


def _country(words: list[str]) -> tuple[str | None, list[str]]:
    """The code of the country that the words name first or last, and the other words."""
    for at in range(len(words)):
        for end in range(min(len(words), at + _LONGEST), at, -1):
            code = _codes().get(" ".join(words[at:end]))
            if code is not None:
                return code, words[:at] + words[end:]
    return None, words


def _spelt(word: str) -> str:
    """A word as British spelling has it."""
    return _SPELT.get(word, word.replace("ization", "isation"))


@cache
def _codes() -> dict[str, str]:
    """Country or demonym, in lower case and without its article -> code."""
    listed = {**demonyms(), **country_names()}
    return {name.removeprefix("the ").replace(".", ""): code for name, code in listed.items()}
