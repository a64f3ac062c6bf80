"""Reported* -> what their reports leave to be understood: where it was, by what a report is about, and in which year.

A weaker reading than what a figure says itself: it only decides where a figure says nothing, is marked in the words of
a topic, and is written into no figure.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from accordingto.compare.copies import Copy
from accordingto.compare.periods import day_of
from accordingto.gazetteer import find, level
from accordingto.gazetteer import relation as places
from accordingto.language.en.lands import countries_named
from accordingto.language.en.speakers import countries, country_names, demonyms, names_of_codes
from accordingto.records import Place, Reported

_DATELINE = "dateline place: "
_THOUSAND = 1_000
"""Of so many people of one nationality, killed nobody says where, it is taken that it was in their country."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What one report is about, and whether its other figures of harm state a place. `country` is the place's."""

    place: Place | None
    stated: bool

    @property
    def country(self) -> str | None:
        """The code of the place's country."""
        return self.place.country if self.place is not None else None


def settings(figures: Iterable[Reported]) -> Mapping[str, Setting]:
    """The setting of each report, by its id.

    The one place of all its figures of harm; else the one country that these, its title and the sentences around its
    figures name; where they name none, its dateline's. A dateline's town within that country is the place, unless it is
    the capital, from where whole countries are reported. Of several countries none is the report's.
    """
    reports: dict[str, list[Reported]] = defaultdict(list)
    for figure in figures:
        reports[figure.document].append(figure)
    return {document: _setting(some) for document, some in reports.items()}


def place_of(reported: Reported, setting: Setting | None) -> Place | None:
    """Where a figure of people that names no place is taken to be of; None where its report does not tell.

    Not where the counted are of another nationality, unless other figures tell the place: it may be where they were
    spoken of. A large number of one nationality is then taken to be of its country.
    """
    figure = reported.figure
    if figure.place is not None or figure.unit != "people" or figure.harm is None:
        return None
    own = _nationality(figure.group or (figure.counted.text if figure.counted else ""))
    if setting is not None and setting.place is not None and (setting.stated or own in {None, setting.country}):
        return setting.place
    most = figure.low if figure.low is not None else figure.high
    if own is not None and most is not None and most >= _THOUSAND and (setting is None or not setting.stated):
        return Place(name=names_of_codes()[own], country=own)
    return None


def published(figures: Iterable[Reported], copies: Mapping[str, Copy]) -> Mapping[str, str]:
    """For the id of each report without a day of its own, when the first copy of its text that has one appeared."""
    days: dict[str, str] = {}
    bare: dict[str, str] = {}
    for figure in figures:
        if figure.document not in copies:
            continue
        text = copies[figure.document].of
        if day_of(figure.published) is None:
            bare[figure.document] = text
        elif figure.published is not None:
            days[text] = min(days.get(text, figure.published), figure.published)
    return {document: days[text] for document, text in bare.items() if text in days}


def _setting(some: Sequence[Reported]) -> Setting:
    stated = [f.figure.place for f in some if f.figure.place is not None and f.figure.harm is not None]
    dateline = _dateline(some[0].notes)
    if stated and all(places(stated[0], other) == "same" for other in stated[1:]):
        named = ({stated[0].country} - {None}) | _named(some)
        return Setting(stated[0] if len(named) < 2 else None, stated=True)
    named = {place.country for place in stated} | _named(some)
    if len(named) > 1 or None in named:
        return Setting(None, stated=bool(stated))
    if not named:
        return Setting(_town_or_country(dateline) if dateline is not None else None, stated=False)
    country = str(named.pop())
    inside = dateline is not None and dateline.country == country and not stated
    return Setting(_town_or_country(dateline) if inside and dateline else _land(country), stated=bool(stated))


def _named(some: Sequence[Reported]) -> set[str | None]:
    """The countries that the title and the sentences around the figures name."""
    return {
        code for words in {some[0].title or "", *(f.sentence.text for f in some)} for code in countries_named(words)
    }


@lru_cache(maxsize=65536)
def _dateline(notes: tuple[str, ...]) -> Place | None:
    """The dateline's place, where its country is known."""
    told = next((note.removeprefix(_DATELINE) for note in notes if note.startswith(_DATELINE)), None)
    name = told.title() if told is not None and told.isupper() else told
    found = find(name) if name else None
    return found if found is not None and found.country is not None else None


def _town_or_country(place: Place) -> Place:
    """A dateline's town, or its country where it is the capital or no town."""
    capital = countries().get(place.name.casefold()) == place.country and place.name.casefold() not in country_names()
    return _land(str(place.country)) if capital or level(place) != "town" else place


def _land(code: str) -> Place:
    return Place(name=names_of_codes()[code], country=code)


@lru_cache(maxsize=65536)
def _nationality(words: str) -> str | None:
    """The country whose people the counted words name."""
    codes = {demonyms().get(w.casefold()) or demonyms().get(w.casefold().removesuffix("s")) for w in words.split()}
    codes.discard(None)
    return codes.pop() if len(codes) == 1 else None
