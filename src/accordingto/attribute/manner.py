"""Content and the text's quotations -> whether the content is quoted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from accordingto.language.quotations import Quotation
from accordingto.language.quotations import quotations as within
from accordingto.records import Manner

Offsets = tuple[int, int]

_LEAD = ("that", "how")


def manner(
    text: str, content: Sequence[Offsets], quotations: Sequence[Quotation], cue: Offsets | None = None
) -> Manner:
    """How `content` (code point offsets into `text`) is reported, given all `quotations` of the text in order.

    `direct`: all its words stand inside quotation marks; `indirect`: none does; `mixed`: some do. Punctuation counts
    for nothing, so the marks may lie inside the span or just outside it, and a "that" before a quotation may stand in
    the span. A quotation that holds the `cue` as well is the words of an outer speaker: only the marks inside
    it count. A quoted word or two within an unquoted statement is a quotation too: the guidelines know
    no scare quotes.
    """
    inside = outside = False
    first = True
    near = _near(text, content, quotations, cue)
    for start, end in content:
        at = start
        for q in near[bisect_left(near, start + 1, key=lambda q: q.end) :]:
            if q.start >= end:
                break
            unquoted = text[at : max(at, q.start)]
            if _has_words(unquoted) and not (first and unquoted.strip().lower() in _LEAD):
                outside = True
            inside = inside or _has_words(text[max(at, q.inner_start) : min(end, q.inner_end)])
            at = max(at, min(end, q.end))
            first = False
        outside = outside or _has_words(text[at:end])
        first = False
    if inside:
        return "mixed" if outside else "direct"
    return "indirect"


def _near(
    text: str, content: Sequence[Offsets], quotations: Sequence[Quotation], cue: Offsets | None
) -> Sequence[Quotation]:
    """The quotations that can quote `content`: in place of one that holds the cue too, those inside it."""
    first = min(s for s, _ in content)
    last = max(e for _, e in content)
    near: list[Quotation] = []
    for q in quotations[bisect_left(quotations, first + 1, key=lambda q: q.end) :]:
        if q.start >= last:
            break
        if cue is None or not (q.start <= cue[0] and cue[1] <= q.end):
            near.append(q)
            continue
        # One code point more on each side, so that marks that stand just outside the content are seen.
        shift = max(q.inner_start, min(cue[0], first) - 1)
        inner = within(text[shift : min(q.inner_end, max(cue[1], last) + 1)])
        near += [
            Quotation(
                start=i.start + shift,
                end=i.end + shift,
                inner_start=i.inner_start + shift,
                inner_end=i.inner_end + shift,
                closed=i.closed,
            )
            for i in inner
            if i.closed and not (i.start + shift <= cue[0] and cue[1] <= i.end + shift)
        ]
    return near


def _has_words(text: str) -> bool:
    """Whether a letter or digit stands in `text`."""
    return any(c.isalnum() for c in text)
