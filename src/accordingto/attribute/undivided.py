"""Quotations that the model parted between two statements: each belongs whole to the nearer cue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from accordingto.attribute.draft import Draft, Offsets
from accordingto.attribute.edges import quotation_place
from accordingto.language.quotations import Quotation

_ENDS = 2
"""So few code points may part the end of content from that of the quotation."""


def undivided(drafts: Sequence[Draft], quotes: Sequence[Quotation]) -> list[Draft]:
    """The drafts, where content that begins amid a quotation and ends with it has all of it.

    The cue must stand outside the quotation, and no other draft may have its cue in what is added, nor all its content:
    what else of the quotation another draft claims is taken from it.
    """
    inside: dict[int, list[tuple[int, Offsets]]] = defaultdict(list)
    cues: set[int] = set()
    for number, draft in enumerate(drafts):
        if draft.cue is not None and (place := quotation_place(draft.cue[0], quotes)) is not None:
            cues.add(place)
        for span in draft.content:
            if (place := quotation_place(span[0], quotes)) is not None:
                inside[place].append((number, span))
    contents = [list(d.content) for d in drafts]
    for place, claims in inside.items():
        if place not in cues:
            _settle(drafts, contents, quotes[place], claims)
    return [
        draft if tuple(content) == draft.content else replace(draft, content=tuple(sorted(content)))
        for draft, content in zip(drafts, contents, strict=True)
    ]


def _settle(
    drafts: Sequence[Draft], contents: list[list[Offsets]], quote: Quotation, claims: Sequence[tuple[int, Offsets]]
) -> None:
    """Give the quotation to the draft with the nearest cue among those whose content ends with it."""
    late = [
        (_distance(drafts[n].cue, quote), n, span)
        for n, span in claims
        if quote.inner_start < span[0] and quote.inner_end - _ENDS <= span[1] <= quote.end and drafts[n].cue is not None
    ]
    if not late or not quote.closed:
        return
    _, owner, span = min(late)
    others = [(n, s) for n, s in claims if n != owner]
    if any(len(contents[n]) == 1 or s[1] > quote.end for n, s in others) or any(
        s[0] == quote.start for n, s in claims if n == owner
    ):
        return
    for number, claimed in others:
        if claimed in contents[number] and len(contents[number]) > 1:
            contents[number].remove(claimed)
    contents[owner].remove(span)
    contents[owner].append((quote.start, span[1]))


def _distance(cue: Offsets | None, quote: Quotation) -> int:
    """How far a cue is from a quotation, in code points."""
    return 0 if cue is None else max(cue[0] - quote.end, quote.start - cue[1], 0)
