"""The voices of the casebook: the list, and of each what it says in all reports, as whom, and under which names."""

from __future__ import annotations

from typing import Any, NamedTuple, cast, get_args

from litestar import Request, get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Template

from accordingto.casebook import FigureFilter, FigureRow, StatementFilter, VoiceFilter
from accordingto.errors import UnknownTarget, WrongFilter
from accordingto.records import Kind
from accordingto.report.figure_rows import how_many
from accordingto.report.site.contests import Words, words
from accordingto.report.wording import one_line
from accordingto.serve.addresses import figure_href
from accordingto.serve.asking import SIZE, Asked
from accordingto.serve.desk import Desk
from accordingto.serve.rendering import shown

ORDERS = (
    ("-reports", "in most reports first"),
    ("-statements", "most statements first"),
    ("-figures", "most figures first"),
    ("name", "by name"),
)


class Stating(NamedTuple):
    """A figure that a voice gives: how many of whom, the words around it, its id, and what was decided about it."""

    id: str
    how_many: str
    of_whom: str
    words: Words
    review: str | None


@get("/voices", sync_to_thread=True)
def voices(request: Request[Any, Any, Any], desk: NamedDependency[Desk]) -> Template:
    """The voices that fit the filters in the address."""
    asked = Asked("/voices", request.query_params, ("q", "kind", "nameless"))
    sort, found, turns, problem = asked.sort("-reports"), None, [], ""
    kinds = get_args(Kind)
    try:
        kind = asked["kind"]
        if kind is not None and kind not in kinds:
            raise WrongFilter(f"{kind!r} is no kind of voice: give one of {', '.join(kinds)}")
        wanted = VoiceFilter(name=asked["q"], kind=cast("Kind | None", kind), named=asked["nameless"] is None)
        found = desk.casebook.voices_page(wanted, sort=sort, offset=asked.offset(), limit=SIZE)
        turns = asked.turns(found)
    except WrongFilter as error:
        problem = str(error)
    page = shown(
        "voices", title="Voices", asked=asked, sort=sort, orders=ORDERS, kinds=kinds, found=found, turns=turns,
        problem=problem,
    )  # fmt: skip
    page.status_code = 400 if problem else page.status_code
    return page


@get("/voices/{document:str}/{source:str}", sync_to_thread=True)
def voice(
    request: Request[Any, Any, Any], desk: NamedDependency[Desk], document: FromPath[str], source: FromPath[str]
) -> Template:
    """A voice, by the id of any source that is part of it."""
    id_, book = f"source:{document}/{source}", desk.casebook
    try:
        one = book.voice(id_)
    except UnknownTarget:
        raise NotFoundException(f"No voice has the source {id_}: look for its name in the list of voices") from None
    asked = Asked(request.url.path, request.query_params, ("q", "roles", "figures", "statements"))
    said = StatementFilter(voice=id_, about=asked["q"])
    problem, statements = "", None
    try:
        statements = book.statements_page(said, sort="published", offset=asked.offset("statements"), limit=SIZE)
    except WrongFilter as error:
        problem = str(error)
    roles = book.roles_page(id_, offset=asked.offset("roles"), limit=SIZE)
    figures = book.figures_page(FigureFilter(voice=id_), sort="published", offset=asked.offset("figures"), limit=SIZE)
    page = shown(
        "voice", title=one.name, asked=asked, voice=one, id=id_, roles=roles, figures=figures,
        stating=[_stating(row) for row in figures.items], statements=statements, problem=problem,
    )  # fmt: skip
    page.status_code = 400 if problem else page.status_code
    return page


def _stating(row: FigureRow) -> Stating:
    figure = row.figure.figure
    counted = one_line(figure.counted.text) if figure.counted else figure.unit
    harm = figure.harm if figure.harm and figure.harm not in counted.casefold() else None
    return Stating(
        id=row.figure.id,
        how_many=how_many(figure),
        of_whom=" ".join(part for part in (counted, harm) if part),
        words=words(row.figure, figure_href(row.figure.id)),
        review=None if row.review == "none" else row.review,
    )


ROUTES = [voices, voice]
