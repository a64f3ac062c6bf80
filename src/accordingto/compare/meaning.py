"""Reported -> Meaning: where a figure stands on the axes, in values that can be compared and used as keys."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from accordingto.compare.kinds import Path, categories, measure, population
from accordingto.compare.periods import Period, period_of, with_year
from accordingto.edtf import InvalidDate
from accordingto.errors import InvalidRecord
from accordingto.gazetteer import find
from accordingto.language.en.comparing import facet, population_words, singular
from accordingto.language.en.speakers import country_names, demonyms
from accordingto.records import Place, Reported

Statistic = Literal["count", "point", "interval", "bound", "none"]
_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*\.?")
_NEAR = 80
"""Words that tell how a figure came about stand within so many characters of it, in its sentence."""
_OWN = "own: "
"""Before a noun that no list has, so that it is never taken for a category."""


@dataclass(frozen=True, slots=True)
class Population:
    """Who is counted: the category, nationality or group, age, sex, and whether only those since an earlier figure."""

    category: Path
    group: str | None
    age: str | None
    sex: str | None
    added: bool


@dataclass(frozen=True, slots=True)
class Definition:
    """How it came about (`count`, `estimate`, `projection`), and whether `direct`, `indirect` or `excess`."""

    basis: str | None
    scope: str | None


@dataclass(frozen=True, slots=True)
class Meaning:
    """A figure's place on the axes. `measure` begins with the unit, so that money and people are far apart.

    `by_report` says that the place is what the figure's report is about, `by_copy` that the day on which a copy of its
    text appeared tells the year: the figure itself does not say so.
    """

    measure: Path
    population: Population
    place: Place | None
    period: Period
    definition: Definition
    by_report: bool = False
    by_copy: bool = False


def meaning(reported: Reported, *, place: Place | None = None, published: str | None = None) -> Meaning:
    """Where a figure stands on the axes; raises InvalidRecord where its period is no EDTF.

    `place` is taken where the figure names none. `published` is when a copy of its text appeared, for a report that has
    no day of its own.
    """
    figure = reported.figure
    counted = figure.counted.text if figure.counted else ""
    try:
        dated = with_year(figure.period, published)
        until = with_year(figure.as_of, published)
        period = period_of(dated, until, reported.published)
    except InvalidDate as error:
        raise InvalidRecord(f"figure {reported.id}: {error}") from error
    people = figure.unit == "people"
    category, group = _counted(counted, figure.who) if people else ((), None)
    return Meaning(
        measure=(figure.unit, *(measure(figure.harm) if figure.harm else ()), *((figure.per,) if figure.per else ())),
        population=Population(
            category=category,
            group=_group(figure.group) if figure.group else group,
            age=figure.age,
            sex=figure.sex,
            added=figure.since_last,
        ),
        place=_place(figure.place or place),
        period=period,
        definition=_definition(reported) if people else Definition(figure.basis, None),
        by_report=figure.place is None and place is not None,
        by_copy=(dated, until) != (figure.period, figure.as_of),
    )


def statistic(reported: Reported) -> Statistic:
    """What kind of number it is: a documented count, a point, an interval, or one bound."""
    figure = reported.figure
    if figure.low is None or figure.high is None:
        return "none" if figure.low == figure.high else "bound"
    if figure.low != figure.high:
        return "interval"
    return "count" if figure.basis == "count" else "point"


def near_words(reported: Reported) -> str:
    """The words of the figure's sentence around it, which tell how it came about."""
    at = reported.figure.span.start - reported.sentence.start
    end = at + len(reported.figure.span.text)
    return reported.sentence.text[max(0, at - _NEAR) : end + _NEAR]


@lru_cache(maxsize=65536)
def _counted(words: str, who: str | None) -> tuple[Path, str | None]:
    """The category and the nationality that the counted words name; `who` where they name none."""
    known = population_words()
    found: list[str] = []
    group: str | None = None
    for match in _WORD.finditer(words):
        word = match[0]
        code = demonyms().get(word.casefold()) or demonyms().get(singular(word))
        if code is None and word[:1].isupper():
            code = country_names().get(word.casefold())
        if code is not None:
            group = group or f"={code}"
        elif (category := known.get(singular(word))) is not None and category != "people":
            found.append(category)
    best = max(found, key=lambda c: len(population(c)), default=None)
    if best is None:
        best = _unlisted(words) if who is None else who if who in categories() else "people"
    elif who == "civilians" and "combatants" in population(best):
        best = "civilians"
    return population(best), group


def _unlisted(words: str) -> str:
    """The category for counted words that name none: everyone, or a category of their own for a noun of its own."""
    heads = [m[0] for m in _WORD.finditer(words) if m[0][:1].islower()]
    if not heads or any(singular(head) in population_words() for head in heads):
        return "people"
    return _OWN + singular(heads[-1])


@lru_cache(maxsize=65536)
def _group(words: str) -> str:
    """A nationality as `=CODE`, another group in lower case and without its article."""
    plain = words.casefold().removeprefix("the ").strip()
    code = demonyms().get(plain) or demonyms().get(singular(plain)) or country_names().get(plain)
    return f"={code}" if code else plain


@lru_cache(maxsize=65536)
def _place(place: Place | None) -> Place | None:
    """The place with its country, where the gazetteer knows it and the figure does not say."""
    if place is None or place.country is not None:
        return place
    found = find(place.name)
    return Place(name=place.name, country=found.country if found else None)


def _definition(reported: Reported) -> Definition:
    words = near_words(reported)
    return Definition(reported.figure.basis or _told("basis", words), _told("scope", words))


def _told(name: str, words: str) -> str | None:
    """What the words tell of a facet: the phrase that comes first, None where there is none."""
    pattern, values = facet(name)
    found = pattern.search(words)
    return values[found[0].casefold()] if found else None
