"""A filter, an order and a place in the list -> one page of it, quick also where the list is very long.

First it is counted, up to a cap, how much fits. Of a list below the cap, all rows are found by the filter and put in
order; of a longer one, the rows are gone through in the order that is asked for until the page is full. Both go by
indexes that hold all that is asked for; only the rows of the page are fetched.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, func, select

from accordingto.casebook.conditions import Conditions
from accordingto.casebook.rows import CAP
from accordingto.errors import WrongFilter

MOST = 500
"""So many items a page has at most."""


@dataclass(frozen=True, slots=True)
class Listing:
    """What is listed: the table, its key, the columns by which it can be put in order, and the conditions.

    `conditions` gives the conditions; called with True, for going through the rows (see `conditions`).
    """

    table: Table
    orders: Mapping[str, Column[Any]]
    conditions: Callable[[bool], Conditions]
    key: str = "number"


@dataclass(frozen=True, slots=True)
class Found:
    """The keys of the rows of a page, how many rows there are, and whether there are more than that."""

    keys: tuple[Any, ...]
    total: int
    capped: bool


def paged(connection: Connection, listing: Listing, *, sort: str, offset: int, limit: int) -> Found:
    """The keys on a page.

    `sort` names an order, with a minus before it for the other way round; what is not known is last.

    Raises WrongFilter for an order or a place that there is not.
    """
    if offset < 0 or not 0 < limit <= MOST:
        raise WrongFilter(f"offset {offset}, limit {limit}: give an offset from 0, and a limit from 1 to {MOST}")
    column = listing.orders.get(sort.removeprefix("-"))
    if column is None:
        known = ", ".join(listing.orders)
        raise WrongFilter(f"{sort!r} is no order: give one of {known}, with a minus before it for the other way round")
    key = listing.table.c[listing.key]
    few = listing.conditions(False)  # noqa: FBT003  as the name of the type says
    counted = connection.execute(
        select(func.count()).select_from(select(key).where(*few).limit(CAP + 1).subquery())
    ).scalar_one()
    capped = counted > CAP
    # Of equal ones those that were added later come last, and first where all is turned round: one index serves both.
    order = (column.desc() if sort.startswith("-") else column.asc()).nulls_last()
    keys = key.desc() if sort.startswith("-") else key.asc()
    query = select(key).where(*(listing.conditions(True) if capped else few))  # noqa: FBT003
    query = query.order_by(order, keys) if column is not key else query.order_by(keys)
    found = connection.execute(query.offset(offset).limit(limit)).scalars().all() if offset < counted else []
    return Found(tuple(found), min(counted, CAP), capped)


def fetched(connection: Connection, table: Table, keys: Sequence[Any], *, key: str = "number") -> list[Any]:
    """The rows with these keys, in their order."""
    found = {row._mapping[key]: row for row in connection.execute(select(table).where(table.c[key].in_(keys)))}  # noqa: SLF001  a row's columns by name
    return [found[one] for one in keys]
