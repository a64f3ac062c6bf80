"""What body or land a person belongs to, by the words of the function."""

from __future__ import annotations

import re
from collections.abc import Iterable

from accordingto.language.en import speakers, word_class
from accordingto.resolve.names import Name, names, person
from accordingto.resolve.words import words

Offsets = tuple[int, int]

_OF = re.compile(r"\b(?:of|for|at|with|from|in|to)\s+(?:the\s+)?\Z")
_NOUN = re.compile(r"\s+([a-z-]+)")


def affiliation(text: str, roles: Iterable[Offsets]) -> Offsets | None:
    """Where the body or land stands that the first of the functions at `roles` names.

    Behind `of`, `for`, `at`, else before the noun: `spokesman for the army`, `Norland's minister`, `army spokesman`.
    """
    for start, end in roles:
        bodies = [b for n in names(text, words(text, start, end), frozenset()) if (b := _body(n)) is not None]
        behind = [b for b in bodies if _OF.search(text[max(start, b.start - 12) : b.start])]
        for chosen in (behind or bodies)[:1]:
            return chosen.start, _with_noun(text, chosen.end, end)
    return None


def _body(name: Name) -> Name | None:
    """A name without the functions that follow in the same run (`Senate Minority Leader`); None for a person's."""
    who = person(name)
    if who is not None and not (len(who.name) == 1 and who.name[0].role is not None):
        return None
    until = next((i for i, w in enumerate(name.words) if w.role is not None), len(name.words))
    body = list(name.words[:until])
    while body and (body[-1].key in word_class("rank") or not body[-1].capital):
        body.pop()
    while body and body[0].key in word_class("rank") and body[0].key != "new":  # "New Tarn"
        body = body[1:]
    office = word_class("office_word")  # "Home Secretary" is of no body called Home
    told = any(w.key not in word_class("body_in_general") for w in body) and not all(
        w.key in office and not w.possessive for w in body
    )
    return Name(tuple(body)) if told else None


def _with_noun(text: str, at: int, end: int) -> int:
    """The end of a name, with the noun for a body behind it (`Harrow campaign`)."""
    found = _NOUN.match(text, at, end)
    return found.end() if found and found[1] in speakers.organisation_nouns() else at
