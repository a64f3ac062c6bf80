"""English words -> the lemmas that they may be forms of, by rule and a list of irregular forms.

The rules give every lemma that a form could have (`rating` -> `rat`, `rate`); whoever looks them up in a word list
finds the right one, because the others are not in it. That needs no dictionary.
"""

from __future__ import annotations

import re
from functools import lru_cache

from accordingto.language.en import irregular_forms

_WORD = re.compile(r"n't\b|'(?:s|re|ve|d|ll|m)\b|\w+(?:-\w+)*")
_NEGATED = re.compile(r"(?<=\w)n't\b")


def words(text: str) -> list[str]:
    """The words of `text` in lower case; `don't` gives `do` and `n't`, `cannot` gives `can` and `not`.

    >>> words("They don’t re-tweet.")
    ['they', 'do', "n't", 're-tweet']
    """
    plain = text.lower().replace("’", "'").replace("‘", "'").replace("cannot", "can not")
    return _WORD.findall(_NEGATED.sub(" n't", plain))


@lru_cache(maxsize=8192)
def lemmas(word: str) -> tuple[str, ...]:
    """`word` (lower case) itself, then its possible lemmas.

    >>> lemmas("denied")
    ('denied', 'deny', 'deni', 'denie')
    """
    found = [word]
    irregular = irregular_forms().get(word)
    if irregular:
        found.append(irregular)
    for ending, replacements in (
        ("ies", ("y", "ie")),
        ("es", ("", "e")),
        ("'s", ("",)),
        ("s", ("",)),
        ("ied", ("y",)),
        ("ed", ("", "e")),
        ("ying", ("y", "ie")),
        ("ing", ("", "e")),
    ):
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            found += [stem + replacement for replacement in replacements]
            if ending in {"ed", "ing"} and len(stem) > 2 and stem[-1] == stem[-2]:
                found.append(stem[:-1])
    return tuple(dict.fromkeys(found))
