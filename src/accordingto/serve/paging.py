"""How many there are and which page of them is asked for -> the part to show, and the addresses of the other pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from accordingto.report.wording import counted

SIZE = 50
"""So many entries stand on a page."""


class Pager(NamedTuple):
    """Page `at`, from 1, of a list of `total` entries, or where it is `capped` of more; `to` gives a page's address."""

    at: int
    total: int
    to: Callable[[int], str]
    size: int = SIZE
    capped: bool = False

    @property
    def pages(self) -> int:
        """How many pages there are, one for an empty list."""
        return max(-(-self.total // self.size), 1)

    @property
    def part(self) -> slice:
        """The entries of this page."""
        return slice((self.at - 1) * self.size, self.at * self.size)

    @property
    def first(self) -> int:
        """The place of this page's first entry, from 1; 0 where there is none."""
        return (self.at - 1) * self.size + 1 if self.capped else min((self.at - 1) * self.size + 1, self.total)

    @property
    def last(self) -> int:
        """The place of this page's last entry."""
        return self.at * self.size if self.capped else min(self.at * self.size, self.total)

    @property
    def more(self) -> bool:
        """Whether there is a page behind this one."""
        return self.capped or self.at < self.pages

    def counted(self, noun: str) -> str:
        """How many there are in all, in words."""
        return f"{'over ' if self.capped else ''}{counted(self.total, noun)}"

    @property
    def links(self) -> Iterator[tuple[str, int, bool]]:
        """Address and number of the first page, the last, and those around this one; True marks this one."""
        near = {1, self.pages, *range(self.at - 2, self.at + 3)}
        return ((self.to(n), n, n == self.at) for n in sorted(near) if 1 <= n <= self.pages)


def address(path: str, query: Mapping[str, object]) -> str:
    """A path with what is asked for, left out where it is nothing; the same query always gives the same address.

    >>> address("/figures", {"harm": "killed", "place": None, "page": 2})
    '/figures?harm=killed&page=2'
    """
    # 0 is something that can be asked for, though it equals False.
    told = urlencode(
        [(name, value) for name, value in query.items() if not (value is None or value is False or value == "")]
    )
    return f"{path}?{told}" if told else path
