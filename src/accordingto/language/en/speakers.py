"""English word lists about who speaks: nouns for persons, organisations and documents, names, countries.

| file | what a line holds |
|---|---|
| `speaker_roles.tsv` | a noun for a person by what he or she does, its party, the gender that lies in it |
| `general_roles.tsv` | a noun that may take up a more special one (`the diplomat` an ambassador), and that one |
| `titles.tsv` | a title before a name, without its full stop, the noun that it stands for, the gender that lies in it |
| `organisation_nouns.tsv` | a noun for a body, and the party it speaks for |
| `document_nouns.txt` | nouns for what can be read, shown or cited |
| `hearsay_nouns.txt` | nouns for statements whose speaker nobody names (`rumours`) |
| `media_names.txt`, `media_words.txt` | names of outlets, and words at the end of such names |
| `organisation_names.txt` | names of bodies that hold no noun for one (`Amnesty International`) |
| `not_names.txt` | words that are capitalised only because a sentence begins, and names of days and months |
| `countries.tsv` | ISO 3166-1 alpha-2 code, names, demonyms, capitals |
| `given_names.tsv` | a given name and the gender of most who bear it (US census of 1990, commoner names elsewhere) |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal, cast, get_args

from accordingto.records import Party

Gender = Literal["male", "female"]


@dataclass(frozen=True, slots=True)
class Noun:
    """What lies in a noun for a speaker."""

    party: Party | None = None
    gender: Gender | None = None


@cache
def role_nouns() -> Mapping[str, Noun]:
    """Nouns for persons, in the singular and in lower case."""
    return MappingProxyType({noun: Noun(_party(p), _gender(g)) for noun, p, g in _rows("speaker_roles.tsv")})


@cache
def general_roles() -> Mapping[str, frozenset[str]]:
    """Noun for a person -> the more special nouns that it may take up."""
    found: dict[str, set[str]] = {}
    for general, special in _rows("general_roles.tsv"):
        found.setdefault(general, set()).add(special)
    return MappingProxyType({general: frozenset(special) for general, special in found.items()})


@cache
def titles() -> Mapping[str, tuple[str | None, Gender | None]]:
    """Title before a name, in lower case and without its full stop -> the noun that it stands for, and its gender."""
    rows = _rows("titles.tsv")
    return MappingProxyType({title: (None if noun == "-" else noun, _gender(g)) for title, noun, g in rows})


@cache
def organisation_nouns() -> Mapping[str, Noun]:
    """Nouns for bodies, in lower case."""
    return MappingProxyType({noun: Noun(_party(p)) for noun, p in _rows("organisation_nouns.tsv")})


@cache
def document_nouns() -> frozenset[str]:
    """Nouns for what can be read, shown or cited."""
    return frozenset(_lines("document_nouns.txt"))


@cache
def hearsay_nouns() -> frozenset[str]:
    """Nouns for statements whose speaker nobody names."""
    return frozenset(_lines("hearsay_nouns.txt"))


@cache
def media_names() -> frozenset[str]:
    """Names of outlets and agencies, in lower case, without an article."""
    agencies = (cell for line in _lines("agencies.txt") if line[:1] != "#" for cell in line.split("\t") if cell)
    return frozenset(name.casefold() for name in (*_lines("media_names.txt"), *agencies))


@cache
def media_words() -> frozenset[str]:
    """Words at the end of an outlet's name."""
    return frozenset(_lines("media_words.txt"))


@cache
def organisation_names() -> frozenset[str]:
    """Names of bodies that hold no noun for one, in lower case."""
    return frozenset(name.casefold() for name in _lines("organisation_names.txt"))


@cache
def not_names() -> frozenset[str]:
    """Words, in lower case, that no name of a speaker begins with."""
    return frozenset(_lines("not_names.txt"))


@cache
def countries() -> Mapping[str, str]:
    """Name or capital of a country, in lower case -> its code."""
    return _country_cells(1) | _country_cells(3)


@cache
def country_names() -> Mapping[str, str]:
    """Name of a country, in lower case -> its code."""
    return _country_cells(1)


@cache
def country_spellings() -> Mapping[str, str]:
    """Name of a country, as it is written -> its code."""
    rows = _rows("countries.tsv")
    return MappingProxyType({name: row[0] for row in reversed(rows) for name in row[1].split("|")})


@cache
def names_of_codes() -> Mapping[str, str]:
    """Code of a country -> its first name, as it is written."""
    return MappingProxyType({row[0]: row[1].split("|")[0] for row in _rows("countries.tsv")})


@cache
def demonyms() -> Mapping[str, str]:
    """Adjective or noun for what comes from a country, in lower case -> the country's code."""
    return _country_cells(2)


@cache
def given_names() -> Mapping[str, Gender | None]:
    """Given name, in lower case -> the gender of most who bear it, None where it is borne by both."""
    return MappingProxyType({name.casefold(): _gender(g) for name, g in _rows("given_names.tsv")})


def _country_cells(column: int) -> dict[str, str]:
    """Name -> code; a name that two bear is the first one's."""
    found: dict[str, str] = {}
    for row in _rows("countries.tsv"):
        for name in filter(None, row[column].split("|")):
            found.setdefault(name.casefold(), row[0])
    return found


def _party(cell: str) -> Party | None:
    if cell != "-" and cell not in get_args(Party):
        raise ValueError(f"{cell!r} is no party: {get_args(Party)}")
    return None if cell == "-" else cast("Party", cell)


def _gender(cell: str) -> Gender | None:
    if cell not in ("-", *get_args(Gender)):
        raise ValueError(f"{cell!r} is no gender of the word lists")
    return None if cell == "-" else cast("Gender", cell)


def _lines(name: str) -> list[str]:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8").splitlines()


def _rows(name: str) -> list[list[str]]:
    return [line.split("\t") for line in _lines(name)[1:]]
