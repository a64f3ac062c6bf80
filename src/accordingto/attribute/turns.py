"""Transcripts: lines that begin with a speaker's name in capitals and a colon."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from accordingto.attribute.taken import Taken
from accordingto.language.en import not_speakers

Offsets = tuple[int, int]

_TURN = re.compile(
    r"^[ \t]*[\"“]?(?P<name>[QA]|[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3})(?P<colon>:)[ \t]+(?P<words>\S.*\S)",
    re.MULTILINE,
)
TURN_CHANCE = 0.9
"""The chance that a reader would mark a turn: an estimate, PolNeAR's development half has one transcript only."""
_MIN_TURNS = 2
"""A single line in this form is more often a label (`UPDATE: …`) than a turn."""


def turns(text: str, sources: Iterable[Offsets]) -> Iterator[tuple[Offsets, Offsets, Offsets]]:
    """Source, cue and content of each turn of the transcript in `text`, but of those whose name is in `sources`.

    `sources` are those of the attributions that are known already, in any order. A turn goes on over the paragraphs
    behind it to the next turn, unless one of them has a source of its own. A text has a transcript where at least two
    lines begin that way.
    """
    found = [turn for turn in _TURN.finditer(text) if turn["name"].replace("’", "'").casefold() not in not_speakers()]
    if len(found) < _MIN_TURNS:
        return
    known = Taken(sources)
    for turn, following in zip(found, [*found[1:], None], strict=True):
        if known.touches(*turn.span("name")):
            continue
        start, end = turn.span("words")
        if following is not None and not known.touches(end, following.start()):
            end = start + len(text[start : following.start()].rstrip())
        yield turn.span("name"), turn.span("colon"), (start, end)
