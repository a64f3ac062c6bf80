"""Text -> the stretches of it that stand inside double quotation marks.

English newspapers write quotations with straight (`"`), curly (`“ ”`), low-high (`„ “`) and angle (`« »`, `» «`) marks,
and with doubled backticks and apostrophes (``` `` '' ```, or `''` on both sides) in text that went through TeX, the
Penn Treebank or a wire. Single marks are left out: they cannot be told from apostrophes.

A quotation that runs over several paragraphs has, by convention (Chicago Manual of Style, 17th edition, 13.30), an
opening mark at each paragraph and a closing mark only at the last. So a mark that is still open where its paragraph
ends counts to the end of that paragraph, or to the next mark of its kind that opens, and a closing mark without an
opening one is no quotation. A line that breaks in mid-sentence ends no paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

_TOKEN = re.compile(r"(?:[\"“”„‟«»＂]|``|'')+|(?:\r\n?|[\n\u2028\u2029])\s*")
_MARK = re.compile(r"[\"“”„‟«»＂]|``|''")
_BREAK = re.compile(r"\r\n?|[\n\u2028\u2029]")

_KIND = {
    '"': "straight", "＂": "straight", "''": "doubled", "``": "doubled", "“": "curly", "”": "curly",
    "„": "curly", "‟": "curly", "«": "angle", "»": "angle",
}  # fmt: skip
_PARTNERS = {
    "straight": ("straight", "curly", "doubled"),
    "doubled": ("doubled", "straight", "curly"),
    "curly": ("curly", "straight", "doubled"),
    "angle": ("angle",),
}
"""The kinds of opening mark that a closing mark of each kind closes, most fitting first: typesetters mix them."""

_BEFORE_OPENING = frozenset("([{<—–-/'‘’=")
_BEHIND_CLOSING = frozenset(".,;:!?)]}>…—–")
_NO_SENTENCE_END = frozenset(",;-–—&")

_Side = Literal["opens", "closes", "either"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Quotation:
    """One quotation in a text.

    `start` and `end` are code point offsets and include the marks; `inner_start` and `inner_end` leave them out.
    `closed` is False where the paragraph ended before the closing mark came; then `end == inner_end`.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    closed: bool


@lru_cache(maxsize=2)  # several steps ask for those of one document, one after the other
def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text` in order, outermost only (a quotation within a quotation is part of the outer one).

    Takes time in proportion to the text's length, whatever stands in it.

    >>> [text[q.start : q.end] for text in ['He said "yes" and “no”.'] for q in quotations(text)]
    ['"yes"', '“no”']
    """
    found: list[Quotation] = []
    paragraph = _Paragraph()
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if text[start] in "\r\n\u2028\u2029":
            if paragraph.open and _wraps(text, start, end):
                continue
            found += paragraph.finish(text, start)
            paragraph = _Paragraph() if paragraph.used else paragraph
            continue
        side = _side(text[start - 1 : start] if start else "", text[end : end + 1])
        for mark in _MARK.finditer(text, start, end):
            paragraph.take(mark.group(), mark.start(), mark.end(), side)
    found += paragraph.finish(text, len(text))
    return tuple(found)


class _Paragraph:
    """The marks of one paragraph as they are met: those still open, and the quotations closed so far."""

    def __init__(self) -> None:
        self.open: list[tuple[str, str, int, int]] = []
        self.used = False
        self._count = dict.fromkeys(_PARTNERS, 0)
        self._closed: list[Quotation] = []
        self._opened: dict[str, list[int]] = {}

    def take(self, mark: str, start: int, end: int, side: _Side) -> None:
        """Read one mark; `side` is what its neighbours say of it, the mark itself may know better."""
        self.used = True
        kind = _KIND[mark]
        partner = None
        for other in _PARTNERS[kind]:
            if self._count[other]:
                partner = other
                break
        if self._opens(mark, side, partner):
            self.open.append((kind, mark, start, end))
            self._count[kind] += 1
            self._opened.setdefault(kind, []).append(start)
        elif partner is not None:
            self._close(partner, start, end)

    def _opens(self, mark: str, side: _Side, partner: str | None) -> bool:
        """Whether `mark` opens a quotation; `partner` is the kind of open mark that it would close."""
        if mark in {"„", "‟", "``"}:
            return True
        last = self.open[-1][1] if self.open else ""
        if mark == "“":
            return not (partner == "curly" and (side == "closes" or (last == "„" and side != "opens")))
        if mark == "”":
            return partner is None and side == "opens"
        if mark == "«":
            return not (last == "»" and side != "opens")
        if mark == "»":
            return partner is None and side == "opens"
        return side == "opens" or (side == "either" and partner is None)

    def _close(self, kind: str, start: int, end: int) -> None:
        """Close the last open mark of `kind` and drop those opened behind it: they lie within."""
        while True:
            of, _, first, inner = self.open.pop()
            self._count[of] -= 1
            if of == kind:
                break
        self._closed.append(Quotation(start=first, end=end, inner_start=inner, inner_end=start, closed=True))

    def finish(self, text: str, end: int) -> list[Quotation]:
        """The outermost quotations of this paragraph of `text`, which ends at `end`."""
        if not self.used:
            return []
        found = list(self._closed)
        for kind, _, start, inner in self.open:
            later = self._opened[kind]
            at = bisect_right(later, start)
            stop = later[at] if at < len(later) else end
            while stop > inner and text[stop - 1].isspace():
                stop -= 1
            found.append(Quotation(start=start, end=stop, inner_start=inner, inner_end=stop, closed=False))
        found.sort(key=lambda q: q.start)
        outermost: list[Quotation] = []
        for q in found:
            if not outermost or q.start >= outermost[-1].end:
                outermost.append(q)
        return outermost


def _side(before: str, behind: str) -> _Side:
    """What the characters around a run of marks say ("" at the text's ends): where a word begins, it opens."""
    gap_before = not before or before.isspace() or before in _BEFORE_OPENING
    gap_behind = not behind or behind.isspace()
    if gap_before and not gap_behind and behind not in _BEHIND_CLOSING:
        return "opens"
    if not gap_before and (gap_behind or behind in _BEHIND_CLOSING):
        return "closes"
    return "either"


def _wraps(text: str, start: int, end: int) -> bool:
    """Whether the line break at `start` to `end` stands in mid-sentence, as in text wrapped at a width."""
    if end == len(text) or sum(1 for _ in zip(_BREAK.finditer(text, start, end), range(2), strict=False)) > 1:
        return False
    at = start
    while at and text[at - 1] in " \t":
        at -= 1
    return at > 0 and (text[at - 1].isalnum() or text[at - 1] in _NO_SENTENCE_END)
