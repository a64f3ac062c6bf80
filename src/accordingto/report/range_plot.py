"""Figures on a common scale: what the plot of them shows, before it is drawn."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple, get_args

from accordingto.records import Figure, Harm
from accordingto.report.figure_rows import FigureRow

LOG_FROM = 100.0
"""Values that are more than two orders of magnitude apart go on a logarithmic scale."""
_ZERO = 0.08
"""Where the values above 0 begin on a logarithmic scale that 0 stands beside: it has no place on it."""
_MOST_TICKS = 6
_LEAST = 1e-300


class Scale(NamedTuple):
    """From `low` to `high`, in equal steps or, for `log`, in equal ratios; `ticks` are round values in it."""

    low: float
    high: float
    log: bool
    ticks: tuple[float, ...]

    def at(self, value: float) -> float:
        """Where a value stands, from 0 to 1; values beyond the ends stand at them."""
        if not self.log:
            return min(max((value - self.low) / (self.high - self.low), 0.0), 1.0)
        if value <= 0:
            return 0.0
        begin = _ZERO if self.ticks[0] == 0 else 0.0
        part = math.log(max(value, self.low) / self.low) / math.log(self.high / self.low)
        return min(max(begin + (1 - begin) * part, 0.0), 1.0)


class Band(NamedTuple):
    """A published interval that is drawn behind a group's rows; a number without interval is a line.

    `name` says whose it is, `value` which, `href` leads to where it is told. `low` and `high` are None where open.
    """

    name: str
    value: str
    href: str
    low: float | None
    point: float | None
    high: float | None


class Group(NamedTuple):
    """The figures of one harm, or without harm (an empty name), in text order, before the bands behind them."""

    harm: str
    rows: tuple[FigureRow, ...]
    bands: tuple[Band, ...] = ()


class Panel(NamedTuple):
    """Figures of one unit that can stand on one scale."""

    title: str
    scale: Scale
    groups: tuple[Group, ...]


def panels(rows: Sequence[FigureRow]) -> tuple[Panel, ...]:
    """One panel for the people harmed, and one for each unit that at least two figures have.

    Rates are left out, and figures without any bound: neither has a place on such a scale.
    """
    by_unit: dict[tuple[str, bool], list[FigureRow]] = {}
    for row in rows:
        if row.figure.per is None and bounds(row.figure):
            by_unit.setdefault((row.figure.unit, row.figure.harm is not None), []).append(row)
    chosen = sorted(by_unit.items(), key=lambda item: (item[0] != ("people", True), item[0][0] != "people"))
    return tuple(
        _panel(unit, harmed, members)
        for (unit, harmed), members in chosen
        if len(members) > 1 or (unit == "people" and harmed)
    )


def bounds(figure: Figure) -> tuple[float, ...]:
    """The ends of a figure's range that are known."""
    return tuple(end for end in (figure.low, figure.high) if end is not None)


def scale(values: Iterable[float]) -> Scale:
    """A scale on which all values have a place: from 0 in equal steps, or in equal ratios where they lie far apart."""
    # What is smaller than any power of ten that a float can hold whole has no logarithm to go by.
    known = [value if abs(value) >= _LEAST else 0.0 for value in values]
    above = [v for v in known if v > 0]
    if above and min(known) >= 0 and max(above) / min(above) > LOG_FROM:
        low, high = 10.0 ** math.floor(math.log10(min(above))), 10.0 ** math.ceil(math.log10(max(above)))
        powers = [10.0**n for n in range(round(math.log10(low)), round(math.log10(high)) + 1)]
        ticks = powers[:: math.ceil(len(powers) / _MOST_TICKS)]
        return Scale(low, high, log=True, ticks=(*([0.0] if 0 in known else []), *ticks))
    low, high = min([0.0, *known]), max([0.0, *known])
    step = _step((high - low) or 1.0)
    first, last = math.floor(low / step), max(math.ceil(high / step), math.floor(low / step) + 1)
    return Scale(first * step, last * step, log=False, ticks=tuple(n * step for n in range(first, last + 1)))


def _panel(unit: str, harmed: bool, members: Sequence[FigureRow]) -> Panel:  # noqa: FBT001  half of the panel's key
    title = {"people": "People", "percent": "Per cent", "thing": "Things"}.get(unit, unit)
    order = [*get_args(Harm), ""]
    ranked = sorted(members, key=lambda row: (order.index(row.figure.harm or ""), row.number))
    groups = itertools.groupby(ranked, key=lambda row: row.figure.harm or "")
    return Panel(
        title=f"{title} harmed" if harmed else title,
        scale=scale(end for row in members for end in bounds(row.figure)),
        groups=tuple(Group(harm, tuple(of)) for harm, of in groups),
    )


def _step(span: float) -> float:
    """A round step, of which some four or five make up the span."""
    rough = span / 4
    power = 10.0 ** math.floor(math.log10(rough))
    return next((n * power for n in (1.0, 2.0, 2.5, 5.0) if n * power >= rough), 10.0 * power)
