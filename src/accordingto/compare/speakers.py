"""Reported* -> who speaks, by one key across reports.

Spellings of one name are joined: without articles and titles, a surname with the only full name that ends in it, an
acronym with the name that it stands for, the ways to name a country's body, and a body with its tally. Sources without
a name are never joined across reports.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from accordingto.language.en.bodies import body_key
from accordingto.language.en.speakers import role_nouns, titles
from accordingto.records import Reported, Source

_WORD = re.compile(r"[^\W_]+(?:[’'.-][^\W_]+)*")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on", "de", "du", "des", "la", "et"})
_BY_NAME = frozenset({"person", "organisation", "document", "media"})
_TALLY = r"(?:counts?|data|estimates?|figures|records|statistics|tally|tallies)"
_TALLY_OF = re.compile(
    rf"^(?:an?\s|the\s)?(?:[a-z]+\s)?{_TALLY}\s(?:of|by|from|kept by|compiled by)\s+(?P<body>.+)$", re.IGNORECASE
)
_OWN_TALLY = re.compile(rf"^(?:an?\s|the\s)?(?P<body>.+?)(?:[’']s?)?\s(?:own\s|official\s)?{_TALLY}$", re.IGNORECASE)
_NAMELESS = frozenset({"a", "an", "one", "some", "several", "two", "three", "many", "another"})


@dataclass(frozen=True, slots=True)
class Voice:
    """Who a figure is from: the key, the name to show, and whether it names somebody rather than the outlet itself."""

    key: str
    name: str
    known: bool


def voices(figures: Iterable[Reported]) -> Mapping[str, Voice]:
    """The voice of each figure, by the figure's id; the outlet where the report gives the figure as its own word."""
    given = list(figures)
    names = {s.name: s.kind for f in given if (s := f.speaker) is not None and _named(s)}
    keys = _joined(names)
    fullest: dict[str, str] = {}
    for name in sorted(names, key=lambda n: (-len(n), n)):
        fullest.setdefault(keys[name], name)
    return {f.id: _voice(f, keys, fullest) for f in given}


def _voice(reported: Reported, keys: Mapping[str, str], fullest: Mapping[str, str]) -> Voice:
    speaker = reported.speaker
    if speaker is None:
        outlet = reported.outlet
        return Voice(f"outlet {outlet or reported.document}", outlet or reported.title or "the report", known=False)
    key = keys.get(speaker.name)
    if key is None:
        return Voice(f"{reported.document} {speaker.name.casefold()}", speaker.name, known=False)
    return Voice(key, fullest[key], known=True)


def _named(source: Source) -> bool:
    """Whether a source has a name that means the same in another report."""
    name = _body(source.name, source.kind)
    first = name.split(maxsplit=1)[:1]
    capital = any(word[:1].isupper() or word[:1].isdigit() for word in name.split())
    return source.kind in _BY_NAME and capital and not (first and first[0].casefold() in _NAMELESS)


def _body(name: str, kind: str) -> str:
    """Whose a tally is (`a tally of the Health Ministry`, `an Associated Press tally`); else the name itself."""
    found = kind == "document" and (_TALLY_OF.match(name) or _OWN_TALLY.match(name))
    return found["body"] if found else name


def _joined(names: Mapping[str, str]) -> dict[str, str]:
    """Name -> key, the same for spellings of one name."""
    plain = {name: _plain(name, kind) for name, kind in names.items()}
    kinds = {plain[name]: kind for name, kind in names.items()}
    key = {form: form for form in plain.values()}
    acronyms: dict[str, set[str]] = defaultdict(set)
    surnames: dict[str, set[str]] = defaultdict(set)
    for form, kind in kinds.items():
        words = form.split(" ")
        if kind == "person" and len(words) > 1:
            surnames[words[-1]].add(form)
        elif len(words) > 2 or (len(words) > 1 and not _SMALL & set(words)):
            acronyms["".join(w[0] for w in words if w not in _SMALL)].add(form)
    for name, form in plain.items():
        if " " in form:
            continue
        longer = acronyms[form] if name.strip().isupper() and len(form) > 2 else surnames[form]
        if len(longer) == 1 and (longer is not surnames[form] or kinds[form] == "person"):
            key[form] = next(iter(longer))
    for form in list(key):
        key[form] = _full_name(form, kinds[form], surnames) if key[form] == form else key[form]
    return {name: _key(key[form], names[name]) for name, form in plain.items()}


def _key(form: str, kind: str) -> str:
    """What all spellings of a body's name share; of other names the name."""
    return form if kind == "person" else body_key(form) or form


def _full_name(form: str, kind: str, surnames: Mapping[str, set[str]]) -> str:
    """The one longer name of a person whose first and last words are this one's (`Ilse Marrant`, `Ilse J Marrant`)."""
    words = form.split(" ")
    if kind != "person" or len(words) != 2:
        return form
    longer = {n for n in surnames.get(words[-1], ()) if len(n.split(" ")) > 2 and n.split(" ")[0] == words[0]}
    return longer.pop() if len(longer) == 1 else form


def _plain(name: str, kind: str) -> str:
    """A name in lower case without articles, titles before it, points and possessives; of a tally its body's."""
    name = _body(name, kind)
    ranks = titles().keys() | role_nouns().keys()
    words = [re.sub(r"[’']s?$", "", m[0]).replace(".", "").casefold() for m in _WORD.finditer(name)]
    while len(words) > 1 and (words[0] in {"the", "a", "an"} or (kind == "person" and words[0] in ranks)):
        words = words[1:]
    return " ".join(words)
