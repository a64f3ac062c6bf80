"""Figures by the day on which they were reported -> SVG: how a toll was told as time went on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from accordingto.records import Figure
from accordingto.report.range_plot import Scale, bounds, scale
from accordingto.report.svg import SHAPES, Layout

_HEIGHT, _TOP = 210.0, 14.0
_LEFT, _RIGHT = 58.0, 16.0
_APART = 11.0
"""So far apart stand figures of one day."""


class Point(NamedTuple):
    """A figure with the day of its first report, and the number of its row, to which it leads."""

    number: int
    day: str
    figure: Figure
    says: str
    how_many: str
    look: str


def over_time(points: Sequence[Point], layout: Layout) -> Markup:
    """The figures as an SVG element: days from left to right, numbers from below, each figure a dot or a bar."""
    days = [_ordinal(point.day) for point in points]
    first, last = min(days), max(days)
    drawn = _Course(layout.width, scale([e for p in points for e in bounds(p.figure)]), first, max(last - first, 1))
    seen: dict[int, int] = {}
    marks = []
    for point, day in zip(points, days, strict=True):
        seen[day] = seen.get(day, -1) + 1
        marks.append(drawn.point(point, drawn.x(day) + min(seen[day], 5) * _APART))
    label = "The numbers by the day on which they were first reported"
    return Markup(
        '<svg class="plot {kind}" viewBox="0 0 {w:g} {h:g}" role="group" aria-label="{label}">{axes}{marks}</svg>'
    ).format(
        kind="stacked" if layout.stacked else "wide",
        w=layout.width,
        h=_HEIGHT + 26,
        label=label,
        axes=drawn.axes(),
        marks=Markup("").join(marks),
    )


class _Course(NamedTuple):
    width: float
    scale: Scale
    first: int
    days: int

    def x(self, day: int) -> float:
        """Where a day stands, with room at the right for several figures of the last."""
        return _LEFT + 12 + (self.width - _LEFT - _RIGHT - 12 - 5 * _APART) * (day - self.first) / self.days

    def y(self, value: float) -> float:
        """Where a number stands."""
        return _HEIGHT - self.scale.at(value) * (_HEIGHT - _TOP)

    def point(self, point: Point, x: float) -> Markup:
        """A figure: a dot, a bar from its low to its high end, or a bar whose open end is hollow."""
        low, high = point.figure.low, point.figure.high
        ends = [self.y(e) for e in (low, high) if e is not None]
        line = Markup("")
        if low is None or high is None:
            to = max(ends[0] - 22, 4.0) if high is None else min(ends[0] + 22, _HEIGHT)
            line = Markup('<path class="bar rough" d="M{x:.1f} {a:.1f}V{b:.1f}"/>').format(x=x, a=ends[0], b=to)
        elif low != high:
            line = Markup('<path class="bar" d="M{x:.1f} {a:.1f}V{b:.1f}"/>').format(x=x, a=ends[0], b=ends[1])
        dots = Markup("").join(
            Markup('<path class="full" transform="translate({x:.1f} {y:.1f})" d="{d}"/>').format(
                x=x, y=y, d=SHAPES[point.figure.harm]
            )
            for y in dict.fromkeys(ends)
        )
        return Markup(
            '<a class="row {look}" href="#r{n}"><title>{day}, {says}: {many}</title>'
            '<rect class="hit" x="{left:.1f}" y="{top:.1f}" width="11" height="{h:.1f}"/>{line}{dots}</a>'
        ).format(
            look=point.look, n=point.number, day=point.day, says=point.says, many=point.how_many, left=x - 5.5,
            top=min(ends) - 9, h=max(ends) - min(ends) + 18, line=line, dots=dots,
        )  # fmt: skip

    def axes(self) -> Markup:
        """Lines at the round numbers with their values, and the first, the middle and the last day."""
        parts = [
            Markup(
                '<path class="grid" d="M{l:g} {y:.1f}H{r:g}"/><text class="tick end" x="{t:g}" y="{b:.1f}">{v}</text>'
            ).format(l=_LEFT, r=self.width - _RIGHT, y=self.y(v), t=_LEFT - 8, b=self.y(v) + 4, v=_short(v))
            for v in self.scale.ticks
        ]
        for day in sorted({self.first, self.first + self.days}):
            words = dt.date.fromordinal(day).isoformat()
            parts.append(
                Markup('<text class="tick" x="{x:.1f}" y="{y:g}">{words}</text>').format(
                    x=self.x(day), y=_HEIGHT + 20, words=words
                )
            )
        return Markup("").join(parts)


def _ordinal(day: str) -> int:
    """A day of `YYYY`, `YYYY-MM` or `YYYY-MM-DD` as a number; a month and a year stand at their beginning."""
    year, month, number = ([int(p) for p in day.split("-") if p.isdigit()] + [1, 1])[:3]
    try:
        return dt.date(year, month, number).toordinal()
    except ValueError:
        return dt.date(max(year, 1), 1, 1).toordinal()


def _short(value: float) -> str:
    for size, letter in ((1e9, " bn"), (1e6, " m")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{letter}"
    return f"{value:,.10g}"
