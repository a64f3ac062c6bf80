"""A contest -> its range plot as Vega-Lite: a row per origin, the intervals on record behind those that cite them."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from accordingto.records import Figure
from accordingto.report.range_plot import Scale, bounds, scale
from accordingto.report.site.book import OnRecord
from accordingto.report.site.contests import Row, TopicRows
from accordingto.report.wording import capital, counted
from accordingto.serve.pages.contests_view import ContestView

Spec = dict[str, Any]
SCHEMA = "https://vega.github.io/schema/vega-lite/v6.json"
HUES = ("#0b5a9c", "#a33d00", "#00664a", "#8a2f7a", "#755600", "#a3184a", "#006578", "#5c5c5c")
"""The hues of page.css in their order, the last for the outlet's own word; a page puts its own in their place."""
SHAPES = {
    "killed": "circle",
    "injured": "square",
    "missing": "diamond",
    "detained": "triangle-up",
    "displaced": "triangle-down",
    "casualties": "M0,-1L0.25,-0.35L0.95,-0.3L0.4,0.15L0.6,0.8L0,0.45L-0.6,0.8L-0.4,0.15L-0.95,-0.3L-0.25,-0.35Z",
    "affected": "cross",
    "": "stroke",
}
"""The shape that stands for each harm, as `report.svg` draws them."""
INK, LINK, SOFT, RULE, PAPER = "#1f1d1a", "#0b4f87", "#635d54", "#ddd8cd", "#ffffff"
CONFIG: Spec = {
    "background": PAPER, "font": "system-ui, sans-serif", "view": {"stroke": None},
    "axis": {"labelFontSize": 12, "titleFontSize": 12, "labelColor": INK, "titleColor": SOFT, "gridColor": RULE},
}  # fmt: skip
_OPEN = 0.05
"""So much of the plot goes a bar whose end is open."""
_TOLD = ("who", "how many", "counts", "first reported", "reports")


def ranges(view: ContestView, page: int, *, narrow: bool = False) -> Spec | None:
    """The range plot of a page's rows, None where no row has a number; `narrow` sets names and numbers above the bars.

    Every row has the address of its words, and what a pointer over it tells.
    """
    topics = [drawn for t in view.topics(page) if (drawn := t._replace(rows=tuple(filter(_fits, t.rows)))).rows]
    if not topics:
        return None
    ends = [end for t in topics for row in t.rows for end in bounds(row.figure)]
    ends += [e for t in topics for r in t.records for e in (r.low, r.point, r.high) if e is not None]
    plot = _Plot(scale(ends), narrow=narrow)
    for topic in topics:
        plot.topic(topic)
    title = f"{capital(view.contest.subject)}: who says how many"
    return plot.spec(f"{title}. {counted(len(plot.hits), 'row')}, one per origin; the list below has the same.")


def _fits(row: Row) -> bool:
    return bool(bounds(row.figure)) and row.figure.per is None and not row.more


class _Plot:
    """Rows, bars, ends and bands as they come, each the data of a layer."""

    def __init__(self, on: Scale, *, narrow: bool) -> None:
        self.on, self.narrow = on, narrow
        self.keys: list[str] = []
        self.hits: list[Spec] = []
        self.heads: list[Spec] = []
        self.bars: list[Spec] = []
        self.ends: list[Spec] = []
        self.bands: list[Spec] = []

    def topic(self, topic: TopicRows) -> None:
        """Add a topic: its name, its rows, and what is on record behind them."""
        name = capital(topic.topic.words)
        self.heads.append({"key": self._key(f"h{topic.topic.id}", ""), "name": name})
        for row in topic.rows:
            key = self._key(str(row.number), f"{row.number}  {row.says}")
            self._row(key, row, name)
            self.bands += [{"key": key, **_interval(r, self.on)} for r in topic.records]
        for record in topic.records:
            key = self._key(f"r{topic.topic.id}/{record.id}", record.source)
            values = {"who": record.source, "how many": record.numbers, "counts": record.counted, "record": True}
            self.hits.append({"key": key, **values, "href": f"/register/{record.id}"})
            self.bands.append({"key": key, **_interval(record, self.on)})

    def _key(self, place: str, label: str) -> str:
        """A row's key: unlike any other, and its label behind the stroke."""
        self.keys.append(f"{place}|{label}")
        return self.keys[-1]

    def _row(self, key: str, row: Row, topic: str) -> None:
        values = {
            "who": row.says,
            "how many": row.how_many + (" (denied)" if row.denied else ""),
            "counts": topic,
            "first reported": row.first or "",
            "reports": row.reports,
            "record": False,
        }
        self.hits.append({"key": key, **values, "href": row.words[0].href.removeprefix("..")})
        low, high, hue = row.figure.low, row.figure.high, hue_of(row)
        first, last = _shown_ends(row.figure, self.on)
        if first != last:
            rough = row.figure.approx or row.figure.vague or low is None or high is None
            self.bars.append({"key": key, "from": first, "to": last, "rough": rough, "hue": hue})
        ends = {first: low is not None, last: high is not None}
        harm = row.figure.harm or ""
        self.ends += [{"key": key, "at": at, "known": known, "hue": hue, "harm": harm} for at, known in ends.items()]

    def spec(self, description: str) -> Spec:
        """The plot, its own width that of a page that is wide."""
        x, y = self._x(), self._y()
        marks: list[Spec] = [
            {"data": {"values": self.bands}, "mark": {"type": "rect", "color": LINK, "opacity": 0.13, "aria": False},
             "encoding": {"y": y, "x": {"field": "low", **x}, "x2": {"field": "high"}}},
            {"data": {"values": [b for b in self.bands if b["point"] is not None]},
             "mark": {"type": "tick", "color": LINK, "bandSize": self._step, "aria": False},
             "encoding": {"y": y, "x": {"field": "point", **x}}},
            {"data": {"values": self.bars}, "mark": {"type": "rule", "aria": False, "yOffset": self._down},
             "encoding": {"y": y, "x": {"field": "from", **x}, "x2": {"field": "to"}, "color": color(),
                          "strokeDash": _rough([3, 3], [1, 0]), "strokeWidth": _rough(2, 4)}},
            {"data": {"values": self.ends},
             "mark": {"type": "point", "size": 90, "filled": True, "opacity": 1, "strokeWidth": 1.5, "aria": False,
                      "yOffset": self._down},
             "encoding": {"y": y, "x": {"field": "at", **x}, "shape": shape(), "stroke": color(),
                          "fill": {"condition": {"test": "datum.known", **color()}, "value": PAPER}}},
            self._hits(y), *self._words(y),
        ]  # fmt: skip
        return {
            "$schema": SCHEMA, "description": description, "width": 440, "height": {"step": self._step},
            "layer": marks if self.bands else marks[2:], "config": CONFIG,
        }  # fmt: skip

    @property
    def _step(self) -> int:
        return 44 if self.narrow else 26

    @property
    def _down(self) -> int:
        """So far below a row's middle stands its bar: names need room above it where they do not stand beside."""
        return 9 if self.narrow else 0

    def _x(self) -> Spec:
        zero = 0.0 in self.on.ticks
        kind = ("symlog" if zero else "log") if self.on.log else "linear"
        title = "How many" + (", logarithmic scale" if self.on.log else "")
        domain = [0 if zero else self.on.low, self.on.high]
        axis = {"values": list(self.on.ticks), "format": ",~r", "labelFlush": True, "labelOverlap": True}
        return {
            "type": "quantitative", "title": title, "axis": axis,
            "scale": {"type": kind, "domain": domain, "nice": False, "clamp": True},
        }  # fmt: skip

    def _y(self) -> Spec:
        behind = "slice(datum.value, indexof(datum.value, '|') + 1)"
        style = {"condition": {"test": "slice(datum.value, 0, 1) == 'r'", "value": "italic"}, "value": "normal"}
        axis = {"labelExpr": behind, "labelLimit": 205, "labelFontStyle": style, "ticks": False, "domain": False}
        scale = {"domain": self.keys, "padding": 0}
        return {
            "field": "key", "type": "nominal", "title": None, "scale": scale, "axis": None if self.narrow else axis,
        }  # fmt: skip

    def _hits(self, y: Spec) -> Spec:
        """What a pointer or the keyboard finds: each row whole."""
        told = [{"field": name, "title": name.capitalize()} for name in _TOLD]
        return {
            "data": {"values": self.hits}, "mark": {"type": "rect", "fill": "transparent", "cursor": "pointer"},
            "encoding": {"y": y, "x": {"value": 0}, "x2": {"value": "width"}, "href": {"field": "href"},
                         "tooltip": told, "description": {"field": "who"}},
        }  # fmt: skip

    def _words(self, y: Spec) -> list[Spec]:
        """Topics, numbers, and where it is narrow the names, as text."""
        text = {"type": "text", "fontSize": 12, "aria": False, "color": INK}
        beside = {"align": "left", "x": "width", "dx": 10} if not self.narrow else {"align": "right", "x": "width"}
        up = {} if not self.narrow else {"dy": -9}
        heads = {**text, "align": "left", "x": 0, "fontWeight": "bold", "color": SOFT, "limit": 440}
        words = [
            {"data": {"values": self.heads}, "mark": heads, "encoding": {"y": y, "text": {"field": "name"}}},
            {"data": {"values": self.hits}, "mark": {**text, **beside, **up, "limit": 150},
             "encoding": {"y": y, "text": {"field": "how many"}}},
        ]  # fmt: skip
        if self.narrow:
            names = {**text, **up, "align": "left", "x": 0, "fontWeight": "bold", "limit": 190}
            words.append({"data": {"values": self.hits}, "mark": names, "encoding": {"y": y, "text": {"field": "who"}}})
        return words


def hue_of(row: Row) -> int:
    """The place of a row's hue among `HUES`: that of its class, `h0` to `h6` or `hx`."""
    name = row.look.partition(" ")[0].removeprefix("h")
    return int(name) if name.isdigit() else len(HUES) - 1


def color() -> Spec:
    """The encoding of a voice's hue."""
    scale = {"domain": list(range(len(HUES))), "range": list(HUES)}
    return {"field": "hue", "type": "nominal", "legend": None, "scale": scale}


def shape() -> Spec:
    """The encoding of a harm's shape."""
    return {
        "field": "harm",
        "type": "nominal",
        "legend": None,
        "scale": {"domain": list(SHAPES), "range": list(SHAPES.values())},
    }


def _rough(value: object, otherwise: object) -> Spec:
    return {"condition": {"test": "datum.rough", "value": value}, "value": otherwise}


def _shown_ends(figure: Figure, on: Scale) -> tuple[float, float]:
    """Where a figure's bar begins and ends: an open end a little further on."""
    low, high = figure.low, figure.high
    if low is not None and high is not None:
        return low, high
    known = low if low is not None else high or 0
    return (known, _moved(known, on, _OPEN)) if low is not None else (_moved(known, on, -_OPEN), known)


def _moved(value: float, on: Scale, by: float) -> float:
    """The value that stands a part of the whole scale further on; at most at its end."""
    if on.log:
        return min(max(value * math.pow(on.high / on.low, by), on.low), on.high)
    return min(max(value + (on.high - on.low) * by, on.low), on.high)


def _interval(record: OnRecord, on: Scale) -> Spec:
    """A published interval: an open end is that of the plot, a number alone both of its ends."""
    alone = record.low is None and record.high is None
    low = record.point if alone else on.low if record.low is None else record.low
    high = record.point if alone else on.high if record.high is None else record.high
    return {"low": low, "high": high, "point": record.point}


def with_addresses(spec: Spec, base: str) -> Spec:
    """The same plot with whole addresses, for a file that is kept elsewhere."""
    layers: Sequence[Spec] = spec.get("layer", ())
    for layer in layers:
        for value in layer["data"]["values"]:
            if "href" in value:
                value["href"] = f"{base}{value['href']}"
    return spec
