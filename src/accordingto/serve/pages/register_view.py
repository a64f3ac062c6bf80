"""The register, and what is asked for -> the rows that fit; a row -> what its page says of it in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, get_args

from accordingto.errors import WrongFilter
from accordingto.register import Measure, Register, Row
from accordingto.register.rows import Status
from accordingto.register.wording import counted, kind_of_interval, numbers, period
from accordingto.serve.pages.figures_asked import choice, number, page_number
from accordingto.serve.paging import Pager, address

STATUS: Mapping[Status, str] = {
    "verified": "read in the source itself",
    "secondary": "read in a text that quotes the source",
    "unverified": "not read again: listed, and no figure is held against it",
}
"""How a row was checked, in words."""
_MEASURES: tuple[Measure, ...] = get_args(Measure)
_STATUSES: tuple[Status, ...] = get_args(Status)
_FILTERS = ("conflict", "source", "measure", "status", "value", "page")


class AskedRows(NamedTuple):
    """Which rows are asked for: of a conflict, a source by any of its names, a measure, a status, with a number."""

    conflict: str | None = None
    source: str | None = None
    measure: Measure | None = None
    status: Status | None = None
    value: float | None = None
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str], register: Register) -> AskedRows:
        """What an address asks for; empty values are none. Raises WrongFilter that names what makes no sense."""
        given = {name: value.strip() for name, value in query.items() if value.strip()}
        unknown = sorted(set(given) - set(_FILTERS))
        if unknown:
            raise WrongFilter(f"there is no filter {unknown[0]!r}: take one of {', '.join(_FILTERS)}")
        choice(given, "conflict", tuple(sorted({row.conflict for row in register.rows})) or ("",))
        choice(given, "measure", _MEASURES)
        choice(given, "status", _STATUSES)
        return cls(
            conflict=given.get("conflict"),
            source=given.get("source"),
            measure=next((m for m in _MEASURES if m == given.get("measure")), None),
            status=next((s for s in _STATUSES if s == given.get("status")), None),
            value=number("value", given["value"]) if "value" in given else None,
            page=page_number(given.get("page", "1")),
        )

    @property
    def filtered(self) -> bool:
        """Whether anything but a page is asked for."""
        return self._replace(page=1) != AskedRows()

    def to(self, page: int) -> str:
        """The address of a page of this view."""
        value = None if self.value is None else f"{self.value:.15g}"
        return address("/register", {**self._asdict(), "value": value, "page": page if page > 1 else None})


class Line(NamedTuple):
    """A row of the register in words. `doi` and `url` are addresses, None where there is none."""

    row: Row
    source: str
    numbers: str
    counted: str
    kind: str
    published: str
    as_of: str
    url: str | None


def rows_page(register: Register, asked: AskedRows) -> tuple[list[Line], Pager]:
    """The rows of the page that is asked for, those that are switched off too."""
    named = asked.source.casefold() if asked.source else None
    found = [
        row
        for row in register.find(conflict=asked.conflict, measure=asked.measure, off=True)
        if asked.status in {None, row.status}
        and (asked.value is None or asked.value in (row.low, row.point, row.high))
        and (named is None or any(named in name.casefold() for name in _names(register, row)))
    ]
    pager = Pager(asked.page, len(found), asked.to)
    return [line(register, row) for row in found[pager.part]], pager


def line(register: Register, row: Row) -> Line:
    """A row in words."""
    doi = f"https://doi.org/{row.citation.doi}" if row.citation.doi else None
    url = row.citation.url if (row.citation.url or "").startswith(("https://", "http://")) else None
    return Line(
        row=row,
        source=", ".join(register.publishers[p].name for p in row.publishers),
        numbers=numbers(row),
        counted=counted(row),
        kind=kind_of_interval(row),
        published=period(row.published),
        as_of=period(row.as_of),
        url=doi or url,
    )


def chain(register: Register, row: Row) -> list[Line]:
    """All rows by which the source replaced one another, the first first; empty where this is the only one."""
    before = [row]
    while (earlier := before[0].supersedes) is not None and all(earlier != r.id for r in before):
        before.insert(0, register[earlier])
    behind = {r.supersedes: r for r in register.rows if r.supersedes}
    while (later := behind.get(before[-1].id)) is not None and later not in before:
        before.append(later)
    return [line(register, r) for r in before] if len(before) > 1 else []


def _names(register: Register, row: Row) -> Iterator[str]:
    for publisher in row.publishers:
        yield from register.publishers[publisher].names
