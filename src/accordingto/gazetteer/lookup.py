"""Name -> Place, and how two places lie to each other."""

from __future__ import annotations

import re
from functools import lru_cache

from accordingto.gazetteer.extent import Extent, joined, related, somewhere
from accordingto.gazetteer.folding import folded, without_article
from accordingto.gazetteer.index import Kind, Named, areas, kinds, named
from accordingto.records import Place, Relation

_PLAUSIBLE = 10
"""Of places of one name, those with a tenth of the people of the largest may be meant too."""
_TOWN = 15
"""A name that a region and a town of one country share means the town, where it has a fifteenth of the people."""
_WITHIN = re.compile(r"^(?P<part>.+?)(?:\s+(?:in|of)\s+(?:the\s+)?|\s*,\s*)(?P<whole>[^,]+(?:,.*)?)$")
_AND = re.compile(r"\s+and\s+")
_LISTED = re.compile(r"\s*,\s*(?:and\s+)?|\s+and\s+")
_DEPTH: dict[Kind, int] = {"region": 2, "town": 3}


def find(name: str, country: str | None = None) -> Place | None:
    """The place that a name most likely means, with its country's code where it lies in one; None where none is known.

    The name stays as it was given. `country`, an ISO 3166-1 alpha-2 code, says where to look first.

    >>> find("Mosul"), find("Nowhereville")
    (Place(name='Mosul', country='IQ'), None)
    """
    extents = _extents(name.strip(), country) or (_extents(name.strip(), None) if country else ())
    if not extents:
        return None
    countries = {path[0] for path in extents[0]}
    return Place(name=name.strip(), country=countries.pop() if len(countries) == 1 else None)


def relation(a: Place, b: Place) -> Relation:
    """How two places lie to each other: `nested` where the first lies within the second.

    Where a name may mean several places, it is what all of them have in common, else `unknown`. Of a place that the
    gazetteer does not have, no more is known than its country.

    >>> relation(Place(name="Mosul", country="IQ"), Place(name="the Middle East"))
    'nested'
    """
    if folded(a.name) == folded(b.name) and (a.country == b.country or None in {a.country, b.country}):
        return "same"
    return _relation(a.name, a.country, b.name, b.country)


@lru_cache(maxsize=65536)
def _relation(a: str, a_country: str | None, b: str, b_country: str | None) -> Relation:
    found = {related(one, other) for one in extents(a, a_country) for other in extents(b, b_country)}
    return found.pop() if len(found) == 1 else "unknown"


def extents(name: str, country: str | None) -> tuple[Extent, ...]:
    """What a place of a report may cover, the likeliest first; a name not known is somewhere in its country."""
    known = _extents(name, country)
    if known or country is None:
        return known
    return (somewhere(frozenset({(country,)}), folded(name)),)


@lru_cache(maxsize=65536)
def _extents(name: str, country: str | None) -> tuple[Extent, ...]:
    """What the gazetteer knows of a name: as it stands, without its kind, as a row of names, or in the last."""
    filed = folded(name)
    for form in dict.fromkeys((filed, without_article(filed))):
        if found := _of(form, country):
            return found
    words = without_article(filed).split(" ")
    if len(words) > 1 and (found := _by_kind(words, country)):
        return found
    if found := _joined(name, country):
        return found
    parts = _WITHIN.match(name)
    return _within(parts["part"], parts["whole"], country) if parts else ()


def _of(filed: str, country: str | None, kind: Kind | None = None) -> tuple[Extent, ...]:
    """The extents of a filed name, in a country and of a kind where these are given."""
    area = areas().get(filed)
    if area is not None and kind != "town":
        inside = area if country is None else frozenset(path for path in area if path[0] == country)
        if inside:
            return (inside,)
    found = [n for n in named(filed) if country is None or n.path[0] == country]
    if kind is not None:
        found = [n for n in found if len(n.path) == _DEPTH[kind]] or found
    else:
        found = [n for n in found if not _behind_town(n, found)]
    return tuple(frozenset({n.path}) for n in found if n.weight * _PLAUSIBLE >= found[0].weight)


def _behind_town(region: Named, found: list[Named]) -> bool:
    """Whether this is a region whose name means a town of the same country, as `Aleppo` does."""
    towns = (n for n in found if len(n.path) == _DEPTH["town"] and n.path[0] == region.path[0])
    return len(region.path) == _DEPTH["region"] and any(n.weight * _TOWN >= region.weight for n in towns)


def _by_kind(words: list[str], country: str | None) -> tuple[Extent, ...]:
    """The extents of a name that says what it is: `Anbar province`, `city of Mosul`, `northern Iraq`."""
    for kind, rest in ((kinds().get(words[0]), words[1:]), (kinds().get(words[-1]), words[:-1])):
        if kind is None:
            continue
        core = without_article(" ".join(rest).removeprefix("of "))
        if kind != "part":
            found = _of(core, country, kind)
        else:
            found = tuple(somewhere(e, " ".join(words)) for e in _extents(core, country))
        if found:
            return found
    return ()


def _joined(name: str, country: str | None) -> tuple[Extent, ...]:
    """The extent of several places that are named in a row (`Iraq and Syria`); none where one of them is unknown."""
    if not _AND.search(name):
        return ()
    found = [_extents(part, country) for part in _LISTED.split(name) if part.strip()]
    return (joined([some[0] for some in found]),) if all(found) else ()


def _within(part: str, whole: str, country: str | None) -> tuple[Extent, ...]:
    """The extents of `part` that lie within `whole`; where none does, somewhere within it."""
    outer = _extents(whole.strip(), country)
    inner = _extents(part.strip(), country)
    fits = tuple(i for i in inner if any(related(i, o) in {"nested", "same"} for o in outer))
    return fits or tuple(somewhere(o, folded(part)) for o in outer)
