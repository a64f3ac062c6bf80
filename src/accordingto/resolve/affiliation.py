"""What body or land a person belongs to, by the words of the function."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accordingto.resolve.names import names, person
from accordingto.resolve.words import words

Offsets = tuple[int, int]

_OF = re.compile(r"\b(?:of|for|at|with|from|in|to)\s+(?:the\s+)?(?=\S)")


def affiliation(text: str, roles: Iterable[Offsets]) -> Offsets | None:
    """Where the first body stands that the functions at `roles` name: behind `of`, `for`, `at`, or before the noun."""
    for start, end in roles:
        found = list(names(text, words(text, start, end), frozenset()))
        bodies = [n for n in found if person(n) is None and not all(w.role is not None for w in n.words)]
        behind = [
            n for n in bodies if _OF.search(text, start, n.start) and _OF.search(text, start, n.start).end() <= n.start
        ]
        chosen = (behind or bodies)[:1]
        if chosen:
            return chosen[0].start, chosen[0].end
    return None
