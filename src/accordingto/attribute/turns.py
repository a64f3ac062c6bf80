"""Transcripts: lines that begin with a speaker's name in capitals and a colon."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

Offsets = tuple[int, int]

_TURN = re.compile(
    r"^[ \t]*[\"“]?(?P<name>[A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]*){0,3})(?P<colon>:)[ \t]+(?P<words>\S.*\S)", re.MULTILINE
)
TURN_CHANCE = 0.9
_MIN_TURNS = 2
"""A single line in this form is more often a label (`UPDATE: …`) than a turn."""


def turns(text: str, taken: Sequence[Offsets]) -> Iterator[tuple[Offsets, Offsets, Offsets]]:
    """Source, cue and content of each turn that a transcript in `text` has, where no content in `taken` holds it yet.

    A text has a transcript where at least two lines begin that way.
    """
    found = list(_TURN.finditer(text))
    if len(found) < _MIN_TURNS:
        return
    ends = sorted(e for _, e in taken)
    starts = sorted(s for s, _ in taken)
    for turn in found:
        content = turn.span("words")
        if bisect_right(starts, content[1] - 1) > bisect_right(ends, content[0]):
            continue
        yield turn.span("name"), turn.span("colon"), content
