"""A speaker -> those who could be the same, and the names of its own that could be somebody else's."""

from __future__ import annotations

from itertools import islice

from accordingto.casebook import Casebook
from accordingto.errors import WrongFilter
from accordingto.records import Voice

MOST = 40
"""So many are offered at most; a search narrows them down."""


def likely_name(voice: Voice) -> str:
    """What to look for first: the last word of a person's name, the first one of a body's."""
    words = voice.name.split()
    return words[-1 if voice.kind == "person" else 0] if words else ""


def others(casebook: Casebook, voice: Voice, name: str) -> tuple[Voice, ...]:
    """The voices with these words in their names, without `voice` itself."""
    try:
        found = casebook.sources(name=name)
        return tuple(islice((one for one in found if one.id != voice.id), MOST))
    except WrongFilter:
        return ()
