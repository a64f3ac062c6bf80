"""Where content begins and ends: the annotation guidelines' rules for punctuation and quotation marks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from accordingto.language.quotations import Quotation

_BEFORE = frozenset(" \t\r\n\f\v\u00a0,;:–—-")
_BEHIND = _BEFORE | {"."}
_LONGEST = 40
"""More letters in a row are no word."""
_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}\Z")
"""An abbreviation such as p.m. or U.S., whose last stop is part of it."""
_SOME = re.compile(r"\S")
_WORDS = re.compile(r"[^ \t\u00a0.,;:!?…–—-]")
"""What parts content from a quotation's mark: before it anything but white space, behind it also stops."""


def trimmed(text: str, start: int, end: int, quotes: Sequence[Quotation]) -> tuple[int, int]:
    """Code points `start` to `end` of content, without loose punctuation and with the quotation marks it belongs in.

    A comma or full stop that ends content is not part of it, unless quotation marks hold it (`"Yes," he said`) or it is
    an abbreviation's (`at 7 p.m.`).
    The marks are part of content that fills the quotation to that side. `quotes` are the text's, in order.
    The result is empty (`start == end`) where there was nothing else.
    """
    while start < end and text[start] in _BEFORE:
        start += 1
    while end > start and text[end - 1] in _BEHIND and quotation_at(end - 1, quotes) is None:
        if text[end - 1] == "." and _DOTTED.search(text, max(start, end - _LONGEST), end):
            break
        end -= 1
    if start == end:
        return start, end
    first, last = quotation_at(start, quotes), quotation_at(end - 1, quotes)
    # Searched in place: a quotation may be as long as the text, and hold as many contents.
    if first is not None and not _SOME.search(text, first.inner_start, start):
        start = min(start, first.start)
    if last is not None and not _WORDS.search(text, end, last.inner_end):
        end = max(end, last.end)
    return start, end


def whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """`start` to `end` with the rest of a word that is cut at either end: the model reads pieces of words."""
    least, most = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    while start > least and text[start].isalnum() and text[start - 1].isalnum():
        start -= 1
    while end < most and text[end].isalnum() and text[end - 1].isalnum():
        end += 1
    return start, end


def quotation_at(offset: int, quotes: Sequence[Quotation]) -> Quotation | None:
    """The quotation that the code point at `offset` stands in, marks included; None outside quotations."""
    place = quotation_place(offset, quotes)
    return None if place is None else quotes[place]


def quotation_place(offset: int, quotes: Sequence[Quotation]) -> int | None:
    """The place in `quotes` of the quotation that the code point at `offset` stands in."""
    i = bisect_right(quotes, offset, key=lambda q: q.start) - 1
    return i if i >= 0 and offset < quotes[i].end else None
