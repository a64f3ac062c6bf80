"""How far indirect statements reach: into one sentence before their cue, and not into a dateline."""

from __future__ import annotations

import re
from collections.abc import Sequence

from accordingto.attribute.draft import Offsets
from accordingto.attribute.edges import quotation_at
from accordingto.language.quotations import Quotation

_END = re.compile(r"(?<=\w{4})[.!?][)\]]*\s+(?=[A-Z0-9])")
"""Where a sentence ends, if the word before is too long for an abbreviation."""
_DATELINE = re.compile(
    r"(?:[^\W\d_a-z][^\W\d_a-z.'’-]+(?:[ ,/]+[^\W\d_][\w.'’-]*){0,5}"
    r"(?:,? (?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2})?(?:,? \d{4})?)?(?: \([^()\n]{2,45}\))?|\([^()\n]{2,45}\))"
    r"\s*(?:—|–|--|(?<=\s)-(?=\s)|(?<=\))-)\s*"
)
"""A place in capitals, with land, day and agency where it has them, and the dash behind: `TARN, May 3 (Wire) - `."""
_OPENING = 100
"""A dateline ends within so many code points of its line."""


def within_reach(text: str, content: Offsets, cue: Offsets | None, quotes: Sequence[Quotation]) -> Offsets:
    """Content without the sentences before the one in which its cue follows, and without the report's dateline.

    What stands in quotation marks is left as it is: a quotation may have many sentences before its cue.
    """
    start, end = content
    if quotation_at(start, quotes) is not None:
        return content
    start = behind_dateline(text, start, end)
    if cue is None or end > cue[0] or quotation_at(end - 1, quotes) is not None:
        return start, end
    last = max((m.end() for m in _END.finditer(text, start, end) if quotation_at(m.start(), quotes) is None), default=0)
    return max(start, last), end


def behind_dateline(text: str, start: int, end: int) -> int:
    """`start`, or where the dateline ends in which it stands; `start` too where that is not before `end`."""
    line = text.rfind("\n", max(0, start - _OPENING), start) + 1
    if not line and start >= _OPENING:
        return start
    opening = _DATELINE.match(text, line, line + _OPENING)
    return opening.end() if opening is not None and start < opening.end() < end else start
