"""Filters -> the conditions on the rows of figures, statements, reports and voices.

With `walking` the conditions are written so that no index serves them: for lists of which so much fits that the rows
are best gone through in the order that is asked for, and tried one by one.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, Text, UnaryExpression, cast, func, or_, select
from sqlalchemy.sql.operators import custom_op

from accordingto.casebook.filters import (
    DecisionFilter,
    FigureFilter,
    RejectionFilter,
    ReportFilter,
    StatementFilter,
    VoiceFilter,
)
from accordingto.casebook.fulltext import about, about_each
from accordingto.casebook.names import loose_words, plain, search_words
from accordingto.casebook.schema import (
    DECISION,
    FACET,
    FIGURE,
    REJECTION,
    REPORT,
    SOURCE,
    STATEMENT,
    TRAIT,
    VOICE,
    VOICE_WORD,
)
from accordingto.casebook.scope import searched_country, searched_days, within
from accordingto.errors import UnknownTarget, WrongFilter
from accordingto.records import Place

Conditions = list[ColumnElement[bool]]
_Trait = Callable[[Any], ColumnElement[bool]]
Of = Callable[[Column[Any]], ColumnElement[Any]]


def of_figures(connection: Connection, wanted: FigureFilter, *, walking: bool = False) -> Conditions:
    """What figures must fit. Raises WrongFilter for what can find nothing by its form."""
    column, of = FIGURE.c, columns(connection, walking=walking)
    found = [
        of(column[name]) == value
        for name in ("harm", "unit", "document")
        if (value := getattr(wanted, name)) is not None
    ]
    found += _common(FIGURE, wanted, of)
    found += _by_voice(connection, FIGURE, wanted, of)
    if wanted.place is not None:
        found.append(_in_place(connection, wanted.place, of))
    if wanted.period is not None:
        first, last = searched_days(wanted.period)
        found += [of(column.period_start) <= last, of(column.period_end) >= first]
    return [*found, *_of_size(wanted.low, wanted.high, of)]


def of_statements(connection: Connection, wanted: StatementFilter, *, walking: bool = False) -> Conditions:
    """What statements must fit. Raises WrongFilter for what can find nothing by its form."""
    column, of = STATEMENT.c, columns(connection, walking=walking)
    found = [
        of(column[name]) == value for name in ("stance", "document") if (value := getattr(wanted, name)) is not None
    ]
    found += _common(STATEMENT, wanted, of)
    found += _by_voice(connection, STATEMENT, wanted, of)
    if wanted.about is not None:
        found.append((about_each if walking else about)(connection, wanted.about))
    return found


def of_reports(connection: Connection, wanted: ReportFilter, *, walking: bool = False) -> Conditions:
    """What reports must fit. Raises WrongFilter for what can find nothing by its form, UnknownTarget for no voice."""
    column, of = REPORT.c, columns(connection, walking=walking)
    found: Conditions = [] if wanted.outdated else [of(column.outdated).is_(False)]
    if wanted.outlet is not None:
        found.append(of(column.outlet_key) == plain(wanted.outlet))
    if wanted.published_from is not None:
        found.append(of(column.day) >= searched_days(wanted.published_from)[0])
    if wanted.published_to is not None:
        found.append(of(column.day) <= searched_days(wanted.published_to)[1])
    if wanted.text is not None:
        found.append((about_each if walking else about)(connection, wanted.text, column.number))
    # The rarest trait leads to the reports, and the others are looked for in each of these.
    traits = sorted(_traits(connection, wanted), key=lambda trait: _frequency(connection, trait))
    return [*found, *(_having(one, walking=walking or place > 0) for place, one in enumerate(traits))]


def of_voices(connection: Connection, wanted: VoiceFilter, *, walking: bool = False) -> Conditions:
    """What voices must fit. Raises WrongFilter for a name without a word."""
    column, of = VOICE.c, columns(connection, walking=walking)
    found: Conditions = [of(column.named).is_(True)] if wanted.named else []
    if wanted.kind is not None:
        found.append(of(column.kind) == wanted.kind)
    if wanted.name is not None:
        found.append(column.number.in_(said_by(connection, wanted.name)))
    return found


def of_decisions(connection: Connection, wanted: DecisionFilter) -> Conditions:
    """What decisions must fit. Raises UnknownTarget for a report that is not there."""
    column = DECISION.c
    found: Conditions = [
        column[name] == value for name in ("target", "kind", "by") if (value := getattr(wanted, name)) is not None
    ]
    if wanted.about is not None:
        found.append(column.target.startswith(f"{wanted.about}:", autoescape=True))
    if wanted.day is not None:
        found.append(column.at.startswith(wanted.day, autoescape=True))
    if wanted.document is not None:
        document = whole_id(connection, wanted.document)
        found.append(or_(column.document == document, column.target == f"report:{document}"))
    return found


def of_rejections(wanted: RejectionFilter) -> Conditions:
    """What rejections must fit."""
    column = REJECTION.c
    found: Conditions = [] if wanted.reason is None else [column.reason == wanted.reason]
    if wanted.name is not None:
        found.append(column.name.icontains(wanted.name, autoescape=True))
    return found


def whole_id(connection: Connection, id_: str) -> str:
    """The id of the document that begins with `id_` (8 digits or more); raises UnknownTarget where there is not one."""
    if len(id_) >= 8 and id_.isalnum():
        found = connection.execute(
            select(REPORT.c.document).where(REPORT.c.document >= id_, REPORT.c.document < id_ + "g").limit(2)
        ).all()
        if len(found) == 1:
            return str(found[0].document)
    raise UnknownTarget(f"{id_!r} is no report of the casebook: give its sha256, or the first 8 digits or more of it")


def said_by(connection: Connection, name: str) -> Select[Any]:
    """The numbers of every voice that has these words in its names."""
    words = sorted(search_words(name))
    if not words:
        raise WrongFilter(f"{name!r} has no word to look for: give a speaker's name or a part of it")
    found = _with_words(words)
    if connection.execute(found.limit(1)).first() is None:
        found = _with_words(sorted(loose_words(name)))
    return found


def voice_number(connection: Connection, id_: str) -> int:
    """The number of the voice that a source belongs to; raises UnknownTarget where there is no such source."""
    found = connection.execute(select(SOURCE.c.voice).where(SOURCE.c.id == id_.removeprefix("source:"))).scalar()
    if found is None:
        raise UnknownTarget(f"{id_!r} is no source of the casebook: `accordingto sources` shows the ids")
    return int(found)


def _with_words(words: Sequence[str]) -> Select[Any]:
    """The voices that have all these words; none for no word."""
    column = VOICE_WORD.c
    if len(words) == 1:
        return select(column.voice).where(column.word == words[0])
    query = select(column.voice).where(column.word.in_(words))
    return query.group_by(column.voice).having(func.count() == len(words))


def columns(connection: Connection, *, walking: bool) -> Of:
    """A column as it is, or so that SQLite takes no index for it (a plus before it; PostgreSQL knows what fits)."""
    if walking and connection.dialect.name == "sqlite":
        return lambda column: UnaryExpression(column, operator=custom_op("+"), type_=column.type)
    return lambda column: column


def _common(table: Table, wanted: FigureFilter | StatementFilter, of: Of) -> Iterator[ColumnElement[bool]]:
    if not wanted.outdated:
        yield of(table.c.outdated).is_(False)
    review = of(table.c.review)
    if wanted.review == "none":
        yield review.is_(None)
    elif wanted.review is not None:
        yield review == wanted.review
    elif not wanted.rejected:
        yield or_(review.is_(None), review != "rejected")
    if wanted.outlet is not None:
        yield of(table.c.outlet_key) == plain(wanted.outlet)


def _by_voice(
    connection: Connection, table: Table, wanted: FigureFilter | StatementFilter, of: Of
) -> Iterator[ColumnElement[bool]]:
    if wanted.speaker is not None:
        yield of(table.c.voice).in_(said_by(connection, wanted.speaker))
    if wanted.voice is not None:
        yield of(table.c.voice) == voice_number(connection, wanted.voice)


def _of_size(low: float | None, high: float | None, of: Of) -> Iterator[ColumnElement[bool]]:
    """The conditions that a number from `low` to `high` is stated."""
    if any(value is not None and math.isnan(value) for value in (low, high)):
        raise WrongFilter("nan is no number: give the least or the most in digits")
    if low is not None and high is not None and low > high:
        raise WrongFilter(f"from {low:g} to {high:g} there is no number: give the smaller one first")
    if low is not None:
        yield of(FIGURE.c.most) >= low
    if high is not None:
        yield of(FIGURE.c.least) <= high


def _in_place(connection: Connection, wanted: str, of: Of) -> ColumnElement[bool]:
    """The condition that a figure's place is the one that is wanted, or lies within it."""
    code = searched_country(wanted)
    if code is not None:
        return of(FIGURE.c.country) == code
    return of(FIGURE.c.place).in_(sorted({value.partition(" ")[2] for value in _places(connection, wanted)}))


def _places(connection: Connection, wanted: str) -> list[str]:
    """The values of the trait `place` that lie within the place that is wanted.

    There are far fewer places than figures, so that each is looked up in the gazetteer once.
    """
    values = connection.execute(select(FACET.c.value).where(FACET.c.kind == "place"))
    return [value for (value,) in values if _inside(value, wanted)]


@lru_cache(maxsize=100_000)
def _inside(value: str, wanted: str) -> bool:
    country, _, name = value.partition(" ")
    place = Place(name=name, country=None if country == "-" else country)
    return plain(name) == plain(wanted) or within(place, wanted)


def _traits(connection: Connection, wanted: ReportFilter) -> Iterator[_Trait]:
    """The traits that a report must have, as conditions on a table with their kind and value."""
    if wanted.harm is not None:
        yield lambda column: (column.kind == "harm") & (column.value == wanted.harm)
    if wanted.place is not None:
        code = searched_country(wanted.place)
        if code is not None:
            yield lambda column: (column.kind == "country") & (column.value == code)
        else:
            places = _places(connection, wanted.place)
            yield lambda column: (column.kind == "place") & column.value.in_(places)
    if wanted.speaker is not None:
        voices = select(cast(said_by(connection, wanted.speaker).subquery().c.voice, Text))
        yield lambda column: (column.kind == "voice") & column.value.in_(voices)
    if wanted.voice is not None:
        voice = str(voice_number(connection, wanted.voice))
        yield lambda column: (column.kind == "voice") & (column.value == voice)


def _frequency(connection: Connection, trait: _Trait) -> int:
    """How many reports have a trait, of one with several values at most."""
    query = select(func.sum(FACET.c.reports + FACET.c.outdated)).where(trait(FACET.c))
    return int(connection.execute(query).scalar() or 0)


def _having(trait: _Trait, *, walking: bool) -> ColumnElement[bool]:
    found = select(TRAIT.c.report).where(trait(TRAIT.c))
    return found.where(TRAIT.c.report == REPORT.c.number).exists() if walking else REPORT.c.number.in_(found)
