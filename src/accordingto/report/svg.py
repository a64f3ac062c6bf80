"""Panel -> SVG

Drawn by hand: the page needs a few lines and shapes whose looks are its style sheet's, in light, in dark and on paper,
and whose rows are links. Libraries that plot bring their own fonts and colours, and megabytes.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup

from accordingto.records import Figure, Harm
from accordingto.report.figure_rows import FigureRow
from accordingto.report.range_plot import Band, Panel, Scale
from accordingto.report.wording import split_at_controls

_STUB = 26.0
_CHARACTER = 7.3
"""The mean width of a character at the plot's size of bold type, a little on the safe side."""

SHAPES: dict[Harm | None, str] = {
    "killed": "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0 -11 0z",
    "injured": "M-5 -5h10v10h-10z",
    "missing": "M0 -6.5L6.5 0L0 6.5L-6.5 0z",
    "detained": "M0 -6L6.5 5.5H-6.5z",
    "displaced": "M0 6L6.5 -5.5H-6.5z",
    "casualties": "M0.0 -7.2L1.9 -2.7L6.8 -2.2L3.1 1.0L4.2 5.8L0.0 3.3L-4.2 5.8L-3.1 1.0L-6.8 -2.2L-1.9 -2.7z",
    "affected": "M-2 -6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
    None: "M-2 -6h4v12h-4z",
}
"""A disc, a square, a diamond, triangles up and down, a star, a cross and a stroke, each around 0 0."""


class Layout(NamedTuple):
    """Where things stand across a plot, in its own units; `stacked` puts names and values above their bars."""

    width: float
    left: float
    right: float
    row: float
    stacked: bool


WIDE = Layout(width=720, left=226, right=556, row=30, stacked=False)
NARROW = Layout(width=350, left=10, right=336, row=48, stacked=True)


def drawing(
    panel: Panel, layout: Layout, looks: Mapping[int, str], label: str, links: Mapping[int, str] | None = None
) -> Markup:
    """A panel as an SVG element; each row leads to its figure's words in the text, or to its address in `links`.

    `looks` are the classes of each row's voice, by the row's number. Nothing in it has a style of its own.
    """
    parts: list[Markup] = []
    y = 8.0
    for group in panel.groups:
        if group.harm:
            parts.append(_heading(group.harm, group.rows[0].figure, layout, y))
            y += 26
        height = layout.row * (len(group.rows) + len(group.bands))
        parts += [_band(band, panel.scale, layout, y, height) for band in group.bands]
        for row in group.rows:
            href = f"#q{row.number}" if links is None else links[row.number]
            parts.append(_row(row, panel.scale, layout, y, looks[row.number], href))
            y += layout.row
        for band in group.bands:
            parts.append(_record(band, panel.scale, layout, y))
            y += layout.row
        y += 8
    axis = _axis(panel.scale, layout, 8.0, y)
    return Markup(
        '<svg class="plot {kind}" viewBox="0 0 {width} {height}" role="group" aria-label="{label}">{axis}{rows}</svg>'
    ).format(
        kind="stacked" if layout.stacked else "wide",
        width=_n(layout.width),
        height=_n(y + 24),
        label=label,
        axis=axis,
        rows=Markup("").join(parts),
    )


def symbol(harm: Harm | None) -> Markup:
    """The shape that stands for a harm, as an SVG of its own for the text around a plot."""
    return Markup(
        '<svg class="symbol" viewBox="-8 -8 16 16" aria-hidden="true"><path class="full" d="{d}"/></svg>'
    ).format(d=SHAPES[harm])


def _heading(harm: str, figure: Figure, layout: Layout, y: float) -> Markup:
    room = (layout.width - 22) / _CHARACTER
    return Markup(
        '<path class="full quiet" transform="translate(8 {y})" d="{d}"/><text class="harm" x="22" y="{t}">{harm}</text>'
    ).format(y=_n(y + 8), d=SHAPES[figure.harm], t=_n(y + 12.5), harm=_cut(_clean(harm), room))


def _row(row: FigureRow, scale: Scale, layout: Layout, y: float, look: str, href: str) -> Markup:
    """One figure: its number and whose it is, its bar or dot, and its value in words."""
    middle = y + (34 if layout.stacked else layout.row / 2)
    name = f"{row.number}  {row.says}"
    note = [f"denied by {row.says}"] if row.figure.denied else []
    place = [row.where, row.when]
    value = f"{row.how_many}{' (denied)' if row.figure.denied else ''}"
    told = "; ".join(part for part in (f"{row.says}: {row.how_many}", row.of_whom, row.harm, *place, *note) if part)
    if layout.stacked:
        room = (layout.width - 20) / _CHARACTER - len(value) - 2
        labels = Markup(
            '<text class="who" x="{l}" y="{y}">{name}</text><text class="value end" x="{r}" y="{y}">{value}</text>'
        )
    else:
        room = (layout.left - 40) / _CHARACTER
        labels = Markup(
            '<text class="who" x="22" y="{m}">{name}</text><text class="value" x="{v}" y="{m}">{value}</text>'
        )
    return Markup(
        '<a class="row {look}{denied}" href="{href}"><title>{told}</title>'
        '<rect class="hit" x="0" y="{y0}" width="{width}" height="{height}"/>{labels}{bar}</a>'
    ).format(
        look=look,
        denied=" denied" if row.figure.denied else "",
        href=href,
        told=_clean(told),
        y0=_n(y),
        width=_n(layout.width),
        height=_n(layout.row),
        labels=labels.format(
            l=_n(layout.left), r=_n(layout.right), y=_n(y + 16), m=_n(middle + 4.5), v=_n(layout.right + 18),
            name=_cut(_clean(name), room), value=_cut(_clean(value), 24),
        ),
        bar=_bar(row.figure, scale, layout, middle),
    )  # fmt: skip


def _band(band: Band, scale: Scale, layout: Layout, y: float, height: float) -> Markup:
    """The published interval behind all rows of a group, and its point as a line."""
    low, high = _ends(band, scale, layout)
    drawn = Markup('<rect class="band" x="{x}" y="{y}" width="{w}" height="{h}"/>').format(
        x=_n(low), y=_n(y), w=_n(max(high - low, 0.0)), h=_n(height)
    )
    if band.point is not None:
        x = layout.left + scale.at(band.point) * (layout.right - layout.left)
        drawn += Markup('<path class="point" d="M{x} {a}V{b}"/>').format(x=_n(x), a=_n(y), b=_n(y + height))
    return drawn


def _record(band: Band, scale: Scale, layout: Layout, y: float) -> Markup:
    """The row that says whose interval is drawn behind the rows above it."""
    low, high = _ends(band, scale, layout)
    middle = y + (34 if layout.stacked else layout.row / 2)
    if layout.stacked:
        room = (layout.width - 20) / _CHARACTER - len(band.value) - 2
        place = (layout.left, y + 16, layout.right, y + 16)
    else:
        room = (layout.left - 30) / _CHARACTER
        place = (22.0, middle + 4.5, layout.right + 18, middle + 4.5)
    return Markup(
        '<a class="row record" href="{href}"><title>on record: {name}: {value}</title>'
        '<rect class="hit" x="0" y="{y0}" width="{width}" height="{height}"/>'
        '<text class="who" x="{nx}" y="{ny}">{cut}</text><text class="value{end}" x="{vx}" y="{vy}">{value}</text>'
        '<path class="edge" d="M{a} {m}H{b}"/></a>'
    ).format(
        href=band.href, name=_clean(band.name), value=_cut(_clean(band.value), 26), y0=_n(y), width=_n(layout.width),
        height=_n(layout.row), nx=_n(place[0]), ny=_n(place[1]), cut=_cut(_clean(band.name), room),
        end=" end" if layout.stacked else "", vx=_n(place[2]), vy=_n(place[3]), a=_n(low), b=_n(high), m=_n(middle),
    )  # fmt: skip


def _ends(band: Band, scale: Scale, layout: Layout) -> tuple[float, float]:
    """Where a band begins and ends; an open end is that of the plot."""

    def x(value: float) -> float:
        return layout.left + scale.at(value) * (layout.right - layout.left)

    single = band.low is None and band.high is None and band.point is not None
    if single:
        return x(band.point or 0.0), x(band.point or 0.0)
    return (
        layout.left if band.low is None else x(band.low),
        layout.right if band.high is None else x(band.high),
    )


def _bar(figure: Figure, scale: Scale, layout: Layout, y: float) -> Markup:
    """The mark of a figure: a dot, a bar between two dots, or a bar whose open end is hollow."""

    def x(value: float) -> float:
        return layout.left + scale.at(value) * (layout.right - layout.left)

    low, high = figure.low, figure.high
    if low is not None and high is not None:
        ends = [(x(low), True), (x(high), True)] if low != high else [(x(low), True)]
    elif low is not None:
        ends = [(x(low), True), (min(x(low) + _STUB, layout.right + 14), False)]
    else:
        end = x(high or 0.0)
        ends = [(max(end - _STUB, layout.left - 10), False), (end, True)]
    kind = "bar rough" if figure.approx or figure.vague or not all(known for _, known in ends) else "bar"
    line = Markup("")
    if len(ends) > 1:
        line = Markup('<path class="{kind}" d="M{a} {y}H{b}"/>').format(
            kind=kind, a=_n(ends[0][0]), b=_n(ends[1][0]), y=_n(y)
        )
    marks = (
        Markup('<path class="{kind}" transform="translate({x} {y})" d="{d}"/>').format(
            kind="full" if known else "hollow", x=_n(at), y=_n(y), d=SHAPES[figure.harm]
        )
        for at, known in ends
    )
    return line + Markup("").join(marks)


def _axis(scale: Scale, layout: Layout, top: float, bottom: float) -> Markup:
    """Thin lines at the round values, and the values below them."""
    ticks = list(scale.ticks)
    if layout.stacked and len(ticks) > 5:
        ticks = ticks[::2]
    parts = []
    for value in ticks:
        x = layout.left + scale.at(value) * (layout.right - layout.left)
        parts.append(
            Markup(
                '<path class="grid" d="M{x} {top}V{bottom}"/><text class="tick" x="{x}" y="{y}">{words}</text>'
            ).format(x=_n(x), top=_n(top), bottom=_n(bottom), y=_n(bottom + 16), words=_tick(value))
        )
    return Markup("").join(parts)


def _tick(value: float) -> str:
    for size, letter in ((1e9, " bn"), (1e6, " m")):
        if abs(value) >= size:
            return f"{value / size:,.4g}{letter}"
    return f"{value:,.10g}"


def _n(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _clean(words: str) -> str:
    """Words without characters that XML cannot hold or that would turn the direction of what follows."""
    return "".join("\ufffd" if control else part for part, control in split_at_controls(words))


def _cut(words: str, room: float) -> str:
    """Words shortened to `room` characters of common width; wide ones count twice."""
    used = 0.0
    for place, character in enumerate(words):
        used += 2 if unicodedata.east_asian_width(character) in "WF" else 1
        if used > room:
            return words[: max(place - 1, 1)].rstrip() + "…"
    return words
