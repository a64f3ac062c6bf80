"""Sources that the model breaks off amid a noun phrase."""

from __future__ import annotations

import re

from accordingto.attribute.draft import Offsets
from accordingto.language.en import speakers

_LAST = re.compile(r"(?:[A-Z]\.)+$|[^\W\d_]+$")
_NEXT = re.compile(r"[ \u00a0]([a-z]+)\b")


def with_noun(text: str, source: Offsets | None) -> Offsets | None:
    """A source that ends in a land's name or demonym, with the noun for persons behind it: `U.S. | officials`.

    Only where the very next word is such a noun in lower case, so that nothing but the same phrase can be meant.
    """
    if source is None:
        return None
    start, end = source
    last = _LAST.search(text, max(start, end - _LONGEST), end)
    following = _NEXT.match(text, end)
    if last is None or following is None or not _of_land(last.group()) or not _person(following[1]):
        return source
    return start, following.end()


_LONGEST = 30
"""No demonym is longer, in code points."""


def _of_land(word: str) -> bool:
    key = word.casefold()
    return word[0].isupper() and (key in speakers.demonyms() or key in speakers.country_names())


def _person(noun: str) -> bool:
    known = speakers.role_nouns()
    return noun in known or (noun.endswith("s") and noun[:-1] in known)
