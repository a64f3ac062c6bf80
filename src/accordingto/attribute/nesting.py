"""Which attribution stands within which."""

from __future__ import annotations

from collections.abc import Sequence

Offsets = tuple[int, int]


def nesting(items: Sequence[tuple[Sequence[Offsets], Offsets]]) -> list[int | None]:
    """For each item (its content spans, and the whole stretch from its first to its last span): which one holds it.

    An item is within another where one content span of the other holds its whole stretch; the smallest such counts. It
    may fill that span (`he said | she hopes to win`), but not with its own content: then the two say the same.
    Result: the place of that other item, or None. Grows as n log n, times how deep contents overlap.
    """
    contents = sorted((start, -end, owner) for owner, (spans, _) in enumerate(items) for start, end in spans)
    out: list[int | None] = [None] * len(items)
    open_now: list[tuple[int, int, int]] = []
    at = 0
    for place in sorted(range(len(items)), key=lambda i: items[i][1]):
        own, (first, last) = items[place]
        while at < len(contents) and contents[at][0] <= first:
            start, end, owner = contents[at]
            open_now.append((start, -end, owner))
            at += 1
        open_now = [c for c in open_now if c[1] > first]
        holders = [
            (end - start, owner)
            for start, end, owner in open_now
            if owner != place and end >= last and ((start, end) != (first, last) or (first, last) not in own)
        ]
        if holders:
            out[place] = min(holders)[1]
    return out
