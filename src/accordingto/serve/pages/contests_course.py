"""A contest -> how its toll was told as time went on, as Vega-Lite."""

from __future__ import annotations

from accordingto.report.range_plot import bounds
from accordingto.report.wording import capital
from accordingto.serve.pages.contests_chart import CONFIG, SCHEMA, Spec, color, hue_of, shape
from accordingto.serve.pages.contests_view import ContestView


def course(view: ContestView, page: int) -> Spec | None:
    """The numbers of a page's rows over the days of their first reports; None where there are not two days."""
    rows = [row for _, some in view.as_reported(page) for row in some if bounds(row.figure)]
    if len({row.first for row in rows}) < 2:
        return None
    values = [
        {
            "day": row.first,
            "low": row.figure.low if row.figure.low is not None else row.figure.high,
            "high": row.figure.high if row.figure.high is not None else row.figure.low,
            "who": row.says,
            "how many": row.how_many,
            "hue": hue_of(row),
            "harm": row.figure.harm or "",
            "href": row.words[0].href.removeprefix(".."),
        }
        for row in rows
    ]
    told = [{"field": name, "title": name.capitalize()} for name in ("day", "who", "how many")]
    days = {"labelOverlap": True, "format": "%-d %b %Y", "tickCount": 6}
    x = {"field": "day", "type": "temporal", "title": "First reported", "axis": days}
    y = {"field": "low", "type": "quantitative", "title": "How many", "axis": {"format": ",~r"}}
    link = {"href": {"field": "href"}, "tooltip": told, "description": {"field": "how many"}}
    return {
        "$schema": SCHEMA,
        "description": f"{capital(view.contest.subject)}: the numbers by the day on which they were first reported. "
        "The list below has the same.",
        "width": 600,
        "height": 220,
        "data": {"values": values},
        "layer": [
            {"mark": {"type": "rule", "strokeWidth": 3, "aria": False},
             "encoding": {"x": x, "y": y, "y2": {"field": "high"}, "color": color()}},
            {"mark": {"type": "point", "filled": True, "opacity": 1, "size": 90, "cursor": "pointer"},
             "encoding": {"x": x, "y": y, "color": color(), "shape": shape(), **link}},
        ],
        "config": CONFIG,
    }  # fmt: skip
