"""Transcripts: lines that begin with a speaker's name in capitals and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accordingto.attribute.taken import Taken

Offsets = tuple[int, int]

_TURN = re.compile(
    r"^[ \t]*[\"“]?(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3})(?P<colon>:)[ \t]+(?P<words>\S.*\S)", re.MULTILINE
)
TURN_CHANCE = 0.9
"""The chance that a reader would mark a turn."""
_MIN_TURNS = 2
"""A single line in this form is more often a label (`UPDATE: …`) than a turn."""


def turns(text: str, taken: Iterable[Offsets]) -> Iterator[tuple[Offsets, Offsets, Offsets]]:
    """Source, cue and content of each turn of the transcript in `text`, but of those that `taken` has a part of.

    `taken` is the content that is claimed already, in any order. A text has a transcript where at least two lines begin
    that way.
    """
    found = list(_TURN.finditer(text))
    if len(found) < _MIN_TURNS:
        return
    claimed = Taken(taken)
    for turn in found:
        if not claimed.touches(*turn.span("words")):
            yield turn.span("name"), turn.span("colon"), turn.span("words")
