"""A phrase that names a source, and the small words by which phrases are taken apart."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from accordingto.language.en import speakers, word_class
from accordingto.records import Party
from accordingto.resolve.names import Name, Person

Sort = Literal[
    "pronoun",
    "person",
    "role",
    "people",
    "organisation",
    "country",
    "media",
    "document",
    "hearsay",
    "anonymous",
    "name",
]
Offsets = tuple[int, int]


@dataclass(slots=True)
class Phrase:
    """What the words of a source tell by themselves.

    `name` is the name of a person or body in them, `roles` where functions stand, `head` the singular of the noun that
    they are about, `modifiers` the words that describe it, `common` those of them that
    are no names and no ranks, `core` where its first part ends, without relative clause, `owned` whether
    it begins with his, her or their.
    """

    start: int
    end: int
    sort: Sort
    core: int = 0
    head: str = ""
    name: Name | None = None
    person: Person | None = None
    roles: list[Offsets] = field(default_factory=list)
    modifiers: frozenset[str] = frozenset()
    common: frozenset[str] = frozenset()
    country: str | None = None
    definite: bool = False
    indefinite: bool = False
    owned: bool = False
    plural: bool = False
    owner: Name | None = None
    parts: tuple[Phrase, ...] = ()

    @property
    def name_end(self) -> int:
        """Where the name ends, or the phrase where it has none."""
        return self.name.end if self.name is not None else self.end

    @property
    def noun(self) -> speakers.Noun:
        """What lies in its head noun."""
        return speakers.role_nouns().get(self.head) or speakers.organisation_nouns().get(self.head) or speakers.Noun()

    @property
    def party(self) -> Party | None:
        """What side the head noun speaks for."""
        return self.noun.party


@cache
def determiners() -> frozenset[str]:
    """Words that a noun phrase begins with."""
    return word_class("definite") | word_class("indefinite")
