"""Figures that must be one statement: one speaker gives one large number on one day, whatever reports make of it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise

from accordingto.compare.ranges import Range, alike
from accordingto.compare.speakers import Voice
from accordingto.records import Reported

_LARGE = 1_000
"""Nobody says a number of four digits of two things on one day; 12 dead there may be in two towns."""
_DAY = dt.timedelta(days=1)


def restated(
    figures: Sequence[Reported],
    keys: Sequence[Hashable],
    days: Sequence[dt.date | None],
    speaking: Mapping[str, Voice],
) -> Iterator[tuple[int, int]]:
    """Pairs of places in `figures` that report one statement, each beside the next in size.

    `keys` says which figures may be laid side by side at all, `days` when their reports appeared: on one day or the
    next, where both are known.
    """
    found: dict[Hashable, list[tuple[float, dt.date, int]]] = defaultdict(list)
    for at, figure in enumerate(figures):
        voice, f = speaking[figure.id], figure.figure
        mark = Range(f.low, f.high, approx=f.approx, vague=f.vague).mark
        if voice.known and f.unit == "people" and not f.vague and mark is not None and mark >= _LARGE:
            found[voice.key, keys[at]].append((mark, days[at] or dt.date.min, at))
    for some in found.values():
        for (size, _, one), (next_size, _, other) in pairwise(sorted(some)):
            day, next_day = days[one], days[other]
            near = day is None or next_day is None or abs(day - next_day) <= _DAY
            if near and alike(size, next_size):
                yield one, other
