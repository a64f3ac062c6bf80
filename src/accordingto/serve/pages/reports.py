"""The reports of the casebook: the list, with its search, filters and what it can be narrowed by."""

from __future__ import annotations

from typing import Any, NamedTuple, get_args

from litestar import Request, get
from litestar.di import NamedDependency
from litestar.response import Redirect, Template

from accordingto.casebook import Facet, Facets, RejectionFilter, ReportFilter
from accordingto.errors import UnknownTarget, WrongFilter
from accordingto.records import Harm
from accordingto.serve.asking import SIZE, Asked
from accordingto.serve.desk import Desk
from accordingto.serve.rendering import shown

FILTERS = ("q", "outlet", "from", "to", "speaker", "voice", "harm", "place", "older")
ORDERS = (
    ("-added", "latest added first"),
    ("added", "first added first"),
    ("-published", "latest published first"),
    ("published", "first published first"),
    ("title", "by headline"),
    ("outlet", "by outlet"),
    ("-figures", "most figures first"),
    ("-statements", "most statements first"),
    ("-checks", "most to look at first"),
)


class Choice(NamedTuple):
    """A value that a list can be narrowed by, or is: then its address is that without it."""

    label: str
    number: int
    href: str
    chosen: bool


@get("/", sync_to_thread=False)
def home() -> Redirect:
    """The workbench begins with its reports."""
    return Redirect("/reports")


@get("/reports", sync_to_thread=True)
def reports(request: Request[Any, Any, Any], desk: NamedDependency[Desk]) -> Template:
    """The reports that fit the filters in the address."""
    asked = Asked("/reports", request.query_params, FILTERS)
    try:
        wanted = _wanted(asked)
        sort = asked.sort("-added")
        found = desk.casebook.reports_page(wanted, sort=sort, offset=asked.offset(), limit=SIZE)
        turns = asked.turns(found)
        groups = _groups(asked, desk.casebook.facets(wanted))
        voice = desk.casebook.voice(asked["voice"]) if asked["voice"] else None
    except (WrongFilter, UnknownTarget) as error:
        page = _page(desk, asked, problem=str(error))
        page.status_code = 400
        return page
    return _page(desk, asked, sort=sort, found=found, turns=turns, groups=groups, voice=voice)


@get("/reports/rejected", sync_to_thread=True)
def rejected(request: Request[Any, Any, Any], desk: NamedDependency[Desk]) -> Template:
    """What could not be read, the latest first."""
    asked = Asked("/reports/rejected", request.query_params, ("q",))
    found = desk.casebook.rejections_page(RejectionFilter(name=asked["q"]), offset=asked.offset(), limit=SIZE)
    return shown("rejected", title="What could not be read", asked=asked, found=found, turns=asked.turns(found))


def _page(desk: Desk, asked: Asked, *, problem: str = "", **values: object) -> Template:
    nothing: dict[str, object] = {"sort": "-added", "found": None, "turns": [], "groups": [], "voice": None}
    return shown(
        "reports",
        title="Reports",
        asked=asked,
        problem=problem,
        harms=get_args(Harm),
        orders=ORDERS,
        any_there=desk.casebook.size() > 0,
        **(nothing | values),
    )


def _wanted(asked: Asked) -> ReportFilter:
    return ReportFilter(
        text=asked["q"],
        outlet=asked["outlet"],
        published_from=asked["from"],
        published_to=asked["to"],
        speaker=asked["speaker"],
        voice=asked["voice"],
        harm=asked["harm"],
        place=asked["place"],
        outdated=asked["older"] is not None,
    )


def _groups(asked: Asked, facets: Facets) -> list[tuple[str, list[Choice]]]:
    """By what the list can be narrowed: the name of each group, and its values."""
    times = facets.months if asked["from"] and len(facets.years) < 2 else facets.years
    groups = [
        ("Outlet", [_choice(asked, one, outlet=one.value) for one in facets.outlets]),
        ("Published", [_choice(asked, one, **{"from": one.value, "to": one.value}) for one in times]),
        ("Voice", [_choice(asked, one, voice=one.value) for one in facets.speakers]),
        ("Harm", [_choice(asked, one, harm=one.value) for one in facets.harms]),
        ("Country", [_choice(asked, one, place=one.value) for one in facets.countries]),
    ]
    return [(name, choices) for name, choices in groups if choices]


def _choice(asked: Asked, facet: Facet, **filters: str) -> Choice:
    chosen = all(asked[name] == value for name, value in filters.items())
    changes: dict[str, str | None] = dict.fromkeys(filters, None) if chosen else dict(filters)
    return Choice(facet.label, facet.reports, asked.to(**changes), chosen)


ROUTES = [home, reports, rejected]
