"""The query of an address -> what a list is asked for, and the addresses of its other pages, orders and filters."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple, Protocol
from urllib.parse import urlencode

from accordingto.errors import WrongFilter

SIZE = 50
"""So many entries stand on one page of a list."""


class Counted(Protocol):
    """A page of a list: how many entries there are in all, and whether there are more than that."""

    @property
    def total(self) -> int:
        """How many entries there are."""

    @property
    def capped(self) -> bool:
        """Whether there are more."""


class Turn(NamedTuple):
    """A page that another one leads to: its number from 1, its address, and whether it is this one."""

    number: int
    href: str
    here: bool


class Asked:
    """What a list is asked for. `names` are the filters that it knows; others, and empty ones, are passed over.

    >>> asked = Asked("/reports", {"outlet": "Northern Wire", "q": " ", "page": "2"}, ("q", "outlet"))
    >>> asked["outlet"], asked["q"], asked.offset()
    ('Northern Wire', None, 50)
    >>> asked.to(outlet=None, q="toll")
    '/reports?q=toll'
    """

    def __init__(self, path: str, query: Mapping[str, str], names: tuple[str, ...]) -> None:
        self.path = path
        self._given = {k: v for k, v in query.items() if v.strip()}
        self.filters = {name: self._given[name].strip() for name in names if name in self._given}

    def __getitem__(self, name: str) -> str | None:
        return self.filters.get(name)

    def sort(self, usual: str) -> str:
        """The order that is asked for, else the usual one."""
        return self._given.get("sort", usual)

    def number(self, key: str = "page") -> int:
        """Which page is asked for, from 1; raises WrongFilter for what is no page."""
        given = self._given.get(key, "1")
        if not given.isascii() or not given.isdigit() or not 0 < int(given) < 1_000_000:
            raise WrongFilter(f"{given!r} is no page: give a number from 1")
        return int(given)

    def offset(self, key: str = "page") -> int:
        """How many entries stand before the page that is asked for."""
        return (self.number(key) - 1) * SIZE

    def to(self, **changes: str | None) -> str:
        """The address with other values; what is None goes, and so does the page where it is not given."""
        kept = {k: v for k, v in self._given.items() if k in self.filters or k == "sort"}
        query = {k: v for k, v in (kept | changes).items() if v is not None}
        return f"{self.path}?{urlencode(query)}" if query else self.path

    def turns(self, found: Counted, key: str = "page") -> list[Turn]:
        """The pages of a list: the first, the last and those around this one; none where there is one page only."""
        here, last = self.number(key), -(-found.total // SIZE)
        if last <= 1 and here == 1:
            return []
        near = {1, *range(here - 2, here + 3), *([] if found.capped else [last])}
        return [
            Turn(n, self.to(**{key: str(n) if n > 1 else None}), n == here)
            for n in sorted(near)
            if 1 <= n <= (last if not found.capped else max(last, here + 1))
        ]
