"""A view that is asked for -> the figures in it, each with the last decision about it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from accordingto.report.calendar_words import began
from accordingto.records import Reported
from accordingto.serve.desk import Desk
from accordingto.serve.pages.figures_asked import Asked
from accordingto.serve.paging import Pager

_STATES = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}
_Key = str | float | int


class Found(NamedTuple):
    """A figure, and what was decided about it last: `accepted`, `corrected`, `rejected` or None."""

    one: Reported
    review: str | None


def figures_page(desk: Desk, asked: Asked) -> tuple[list[Found], Pager]:
    """The figures of the page that is asked for."""
    found = list(figures_found(desk, asked))
    pager = Pager(asked.page, len(found), lambda page: asked.to(page=page))
    return found[pager.part], pager


def figures_found(desk: Desk, asked: Asked) -> Iterator[Found]:
    """All figures of a view, in its order; those for which a column tells nothing stand last in either direction."""
    states = {d.target.removeprefix("figure:"): _STATES[d.kind] for d in desk.casebook.decisions() if d.kind in _STATES}
    some = desk.casebook.figures(
        harm=asked.harm,
        place=asked.place,
        period=asked.period,
        speaker=asked.speaker,
        unit=asked.unit,
        low=asked.low,
        high=asked.high,
        outlet=asked.outlet,
        document=asked.document,
        outdated=asked.versions,
        rejected=asked.review in {"rejected", "any"},
    )
    found = (Found(one, states.get(one.id)) for one in some)
    if asked.review not in {None, "any"}:
        wanted = None if asked.review == "unreviewed" else asked.review
        found = (f for f in found if f.review == wanted)
    if asked.by is None:
        yield from found
        return
    key = _KEYS[asked.by]
    keyed = [(key(f), f) for f in found]
    yield from (f for _, f in sorted((p for p in keyed if p[0] is not None), key=lambda p: p[0], reverse=asked.down))  # type: ignore[arg-type,return-value]
    yield from (f for k, f in keyed if k is None)


def _number(found: Found) -> float | None:
    figure = found.one.figure
    return figure.low if figure.low is not None else figure.high


_KEYS: dict[str, Callable[[Found], _Key | None]] = {
    "number": _number,
    "harm": lambda f: f.one.figure.harm,
    "place": lambda f: f.one.figure.place.name.casefold() if f.one.figure.place else None,
    "period": lambda f: began(f.one.figure.period) if f.one.figure.period else None,
    "speaker": lambda f: f.one.speaker.name.casefold() if f.one.speaker else None,
    "outlet": lambda f: f.one.outlet.casefold() if f.one.outlet else None,
    "published": lambda f: f.one.published,
    "confidence": lambda f: f.one.figure.confidence,
    "review": lambda f: f.review,
}
