"""The parameters of an address -> which figures are asked for, in which order, and the address of every other view."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, get_args

from accordingto.errors import WrongFilter
from accordingto.records import Harm
from accordingto.serve.paging import address

Review = Literal["none", "accepted", "corrected", "added", "rejected", "any"]
Sort = Literal["number", "harm", "place", "period", "speaker", "outlet", "published", "confidence", "review"]

REVIEWS: Mapping[str, str] = {
    "": "all but rejected",
    "none": "not yet decided",
    "accepted": "accepted",
    "corrected": "corrected",
    "added": "added by a person",
    "rejected": "rejected",
    "any": "all, rejected too",
}
"""The states of review that can be asked for, in words."""
_MOST = 200
"""Characters of a filter: a longer one is no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A view of the figures: None fits all.

    The filters are those of `casebook.FigureFilter`; `review` is the last decision about a figure, None for
    all but rejected ones. `sort` names a column, a hyphen before it turns its order; None is the order of adding.
    `versions` takes earlier versions of reports, too.
    """

    harm: Harm | None = None
    place: str | None = None
    period: str | None = None
    speaker: str | None = None
    unit: str | None = None
    low: float | None = None
    high: float | None = None
    outlet: str | None = None
    document: str | None = None
    review: Review | None = None
    versions: bool = False
    sort: str | None = None
    page: int = 1

    @classmethod
    def of(cls, query: Mapping[str, str]) -> Asked:
        """What an address asks for; empty values are none. Raises WrongFilter that names what makes no sense."""
        given = {name: value.strip() for name, value in query.items() if value.strip()}
        unknown = sorted(set(given) - {field.name for field in fields(cls)})
        if unknown:
            names = ", ".join(field.name for field in fields(cls))
            raise WrongFilter(f"there is no filter {unknown[0]!r}: take one of {names}")
        long = next((name for name, value in given.items() if len(value) > _MOST), None)
        if long is not None:
            raise WrongFilter(f"{long} has {len(given[long])} characters: give at most {_MOST}")
        values: dict[str, Any] = dict(given)
        for name in ("low", "high"):
            if name in given:
                values[name] = number(name, given[name])
        choice(given, "harm", get_args(Harm))
        choice(given, "review", get_args(Review))
        choice({"sort": given.get("sort", "number").removeprefix("-")}, "sort", get_args(Sort))
        values["versions"] = given.get("versions", "") not in {"", "0", "no"}
        values["page"] = page_number(given.get("page", "1"))
        return cls(**values)

    @property
    def down(self) -> bool:
        """Whether the order is turned: from the last to the first."""
        return (self.sort or "").startswith("-")

    @property
    def by(self) -> str | None:
        """The column that the figures are sorted by."""
        return self.sort.removeprefix("-") if self.sort else None

    @property
    def filtered(self) -> bool:
        """Whether anything but order and page is asked for."""
        return replace(self, sort=None, page=1) != Asked()

    def end(self, name: str) -> str | None:
        """The least (`low`) or the most (`high`) that is asked for, in digits."""
        value = getattr(self, name)
        return None if value is None else f"{value:.15g}"

    def to(self, path: str = "/figures", **changes: Any) -> str:  # noqa: ANN401  the fields have several types
        """The address of this view with these changes; other than the page, a change leads to the first page."""
        changed = replace(self, **{"page": 1, **changes})
        given = asdict(changed) | {"versions": 1 if changed.versions else None}
        given |= {name: changed.end(name) for name in ("low", "high")}
        return address(path, given | {"page": changed.page if changed.page > 1 else None})

    def sorted_by(self, column: str) -> str:
        """The address of this view sorted by a column, turned where it is sorted by it already."""
        return self.to(sort=f"-{column}" if self.sort == column else column)


def number(name: str, value: str) -> float:
    """A number of a filter, with or without commas; raises WrongFilter for anything else."""
    try:
        found = float(value.replace(",", ""))
    except ValueError:
        raise WrongFilter(f"{name}: {value!r} is no number: write it in digits, such as 1500") from None
    if not abs(found) < float("inf"):
        raise WrongFilter(f"{name}: {value!r} has no end: write a number in digits, such as 1500")
    return found


def choice(given: Mapping[str, str], name: str, known: tuple[str, ...]) -> None:
    """Raise WrongFilter where a filter has none of the values that there are."""
    if given.get(name, known[0]) not in known:
        raise WrongFilter(f"{name}: there is no {given[name]!r}: take one of {', '.join(known)}")


def page_number(value: str) -> int:
    """The number of a page; raises WrongFilter where it is none."""
    if not (value.isascii() and value.isdigit() and len(value) < 10 and int(value) > 0):
        raise WrongFilter(f"page: {value!r} is no page: write a number from 1 up")
    return int(value)
