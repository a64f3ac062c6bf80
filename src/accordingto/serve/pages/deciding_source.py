"""A speaker -> those who could be the same, and the names of its own that could be somebody else's."""

from __future__ import annotations

from accordingto.casebook import Casebook, VoiceFilter, VoiceRow
from accordingto.errors import WrongFilter
from accordingto.records import Voice

MOST = 40
"""So many are offered at most; a search narrows them down."""


def likely_name(voice: Voice) -> str:
    """What to look for first: the last word of a person's name, the first one of a body's."""
    words = voice.name.split()
    return words[-1 if voice.kind == "person" else 0] if words else ""


def others(casebook: Casebook, voice: Voice, name: str) -> tuple[VoiceRow, ...]:
    """The voices with these words in their names, without `voice` itself."""
    try:
        found = casebook.voices_page(VoiceFilter(name=name or None), limit=MOST + 1).items
    except WrongFilter:
        return ()
    return tuple(one for one in found if one.id != voice.id)[:MOST]
