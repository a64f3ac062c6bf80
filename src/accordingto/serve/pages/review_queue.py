"""A casebook -> what wants looking at first, with its words and why it is here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from accordingto.records import Contest
from accordingto.review import queue
from accordingto.review.queue import Item, Kind
from accordingto.serve.desk import Desk
from accordingto.serve.pages.deciding_context import Context, figure_context, statement_context

KINDS: tuple[Kind, ...] = get_args(Kind)
"""What can wait in the queue."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An item of the queue, its place in it from 1, and its words in their sentence; None for a contest."""

    item: Item
    place: int
    context: Context | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waitings:
    """A page of the queue, and how many wait in all; with `more`, so many were counted and there are others."""

    items: tuple[Waiting, ...]
    total: int
    more: bool


def waiting(desk: Desk, disputed: tuple[tuple[Contest, ...], bool], *, kind: str, start: int, most: int) -> Waitings:
    """At most `most` items from the `start`-th on, counted from 0; `kind` takes one kind only, "" all.

    `disputed` are the contests that may wait, and whether there are more of them.
    """
    contests, others = disputed
    kinds = [one for one in KINDS if kind in {"", one}]
    found = queue(desk.casebook, contests=contests, kinds=kinds, start=start, most=most)
    texts: dict[str, str] = {}
    items = []
    for place, item in enumerate(found.items, start=start + 1):
        one = item.figure or item.statement
        if one is not None and one.document not in texts:
            texts[one.document] = desk.casebook.ledgers_of(one.document)[-1].document.text
        items.append(Waiting(item=item, place=place, context=_context(item, texts)))
    return Waitings(items=tuple(items), total=found.total, more=found.more or others)


def _context(item: Item, texts: dict[str, str]) -> Context | None:
    if item.figure:
        return figure_context(texts[item.figure.document], item.figure)
    return statement_context(texts[item.statement.document], item.statement) if item.statement else None
