"""Text -> the stretches of it that stand inside double quotation marks.

English newspapers write quotations with straight (`"`), curly (`“ ”`), low-high (`„ “`) and angle (`« »`) marks, and
with doubled backticks and apostrophes in text that went through TeX or the Penn Treebank. Single marks are left out:
they cannot be told from apostrophes.

A quotation that runs over several paragraphs has, by convention (Chicago Manual of Style, 17th edition, 13.30), an
opening mark at each paragraph and a closing mark only at the last. So a mark that is still open where its paragraph
ends counts to the end of that paragraph, and a closing mark without an opening one is no quotation.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_MARK = re.compile(r"\"|“|”|„|‟|«|»|``|''|＂|\n")
_OPENERS = {"“": "”", "„": "“”", "‟": "”", "«": "»", "»": "«", "``": "''"}
_STRAIGHT = {'"', "＂"}


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


def quotations(text: str) -> tuple[Quotation, ...]:
    """The quotations of `text` in order, outermost only (a quotation within a quotation is part of the outer one).

    >>> [text[q.start : q.end] for text in ['He said "yes" and “no”.'] for q in quotations(text)]
    ['"yes"', '“no”']
    """
    found: list[Quotation] = []
    opened: tuple[int, int] | None = None
    closers: frozenset[str] = frozenset()
    depth = 0
    opener = ""
    for match in _MARK.finditer(text):
        mark, start, end = match.group(), match.start(), match.end()
        if mark == "\n":
            if opened is not None:
                stop = len(text[:start].rstrip()) if text[start - 1 : start].isspace() else start
                stop = max(stop, opened[1])
                found.append(
                    Quotation(start=opened[0], end=stop, inner_start=opened[1], inner_end=stop, closed=False)
                )
                opened = None
            continue
        if opened is None:
            if mark in _STRAIGHT or mark in _OPENERS:
                if mark in {"»", "‟"} and not _could_open(text, end):
                    continue
                opened, opener, depth = (start, end), mark, 0
                closers = frozenset(_STRAIGHT) if mark in _STRAIGHT else frozenset(_split(_OPENERS[mark]))
        elif mark in closers or (mark in {"”", "''"} and opener in _STRAIGHT | {"“", "„", "‟"}):
            if depth:
                depth -= 1
                continue
            found.append(Quotation(start=opened[0], end=end, inner_start=opened[1], inner_end=start, closed=True))
            opened = None
        elif mark == opener and mark not in _STRAIGHT:
            depth += 1
        elif mark in _STRAIGHT and opener in {"“", "„"} and not _could_open(text, end):
            # Typesetters mix marks: “... " closes.
            found.append(Quotation(start=opened[0], end=end, inner_start=opened[1], inner_end=start, closed=True))
            opened = None
    if opened is not None:
        stop = max(len(text.rstrip()), opened[1])
        found.append(Quotation(start=opened[0], end=stop, inner_start=opened[1], inner_end=stop, closed=False))
    return tuple(found)


def _split(closers: str) -> tuple[str, ...]:
    return (closers,) if closers == "''" else tuple(closers)


def _could_open(text: str, end: int) -> bool:
    """Whether a mark that ends at `end` has a word right behind it."""
    return text[end : end + 1].isalnum()
