"""A view that is asked for -> the figures in it, each with the last decision about it."""

from __future__ import annotations

from collections.abc import Iterator

from accordingto.casebook import FigureFilter, FigureRow
from accordingto.serve.desk import Desk
from accordingto.serve.pages.figures_asked import Asked
from accordingto.serve.paging import SIZE, Pager

_AT_ONCE = 500


def figures_page(desk: Desk, asked: Asked) -> tuple[tuple[FigureRow, ...], Pager]:
    """The figures of the page that is asked for."""
    page = desk.casebook.figures_page(_wanted(asked), sort=asked.sort or "added", offset=(asked.page - 1) * SIZE)
    return page.items, Pager(asked.page, page.total, lambda at: asked.to(page=at), capped=page.capped)


def figures_found(desk: Desk, asked: Asked) -> Iterator[FigureRow]:
    """All figures of a view, in its order."""
    offset = 0
    while True:
        page = desk.casebook.figures_page(
            _wanted(asked), sort=asked.sort or "added", offset=offset, limit=_AT_ONCE
        ).items
        yield from page
        if len(page) < _AT_ONCE:
            return
        offset += _AT_ONCE


def _wanted(asked: Asked) -> FigureFilter:
    return FigureFilter(
        harm=asked.harm,
        place=asked.place,
        period=asked.period,
        speaker=asked.speaker,
        unit=asked.unit,
        low=asked.low,
        high=asked.high,
        outlet=asked.outlet,
        document=asked.document,
        review=None if asked.review == "any" else asked.review,
        outdated=asked.versions,
        rejected=asked.review == "any",
    )
