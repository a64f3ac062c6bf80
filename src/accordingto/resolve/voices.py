"""A voice in the making: all that the text has told of one speaker so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from accordingto.language.en.speakers import Gender
from accordingto.records import Kind, Party
from accordingto.resolve.words import Word, particles, plain

Offsets = tuple[int, int]
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))


@dataclass(slots=True, eq=False)
class Voice:
    """Somebody who may speak.

    `names` are where proper names of it stand, `best` what it is called where it has none, `heads` the nouns that it
    goes by (`general`), `words` all words of its functions, `common` those that are no names, `country` the code of the
    land that its functions name, `spoken` which mentions are sources of statements, `sources` how many statements it
    makes, `performs` how many of them in the present tense.
    """

    kind: Kind
    names: list[Offsets] = field(default_factory=list)
    best: str | None = None
    parts: tuple[Voice, ...] = ()
    given: tuple[str, ...] = ()
    surname: str = ""
    heads: set[str] = field(default_factory=set)
    words: set[str] = field(default_factory=set)
    common: set[str] = field(default_factory=set)
    roles: list[Offsets] = field(default_factory=list)
    affiliations: list[Offsets] = field(default_factory=list)
    mentions: set[Offsets] = field(default_factory=set)
    spoken: set[Offsets] = field(default_factory=set)
    gender: Gender | None = None
    party: Party | None = None
    country: str | None = None
    plural: bool = False
    note: str | None = None
    sources: int = 0
    performs: int = 0

    @property
    def person(self) -> bool:
        """Whether it is one human being."""
        return self.kind in {"person", "anonymous"} and not self.plural

    @property
    def first(self) -> int:
        """Where it is first mentioned."""
        return min((s for s, _ in self.mentions), default=0)


@dataclass(frozen=True, slots=True)
class Parts:
    """A person's name as given names and surname, for comparison."""

    given: tuple[str, ...]
    surname: str
    prefixed: bool
    """Whether al- or el- stands before the surname."""


def parts(name: tuple[Word, ...]) -> Parts:
    """The parts of a person's name; a family name with al- is its last part, whether or not it has the hyphen."""
    flat = [p for w in name for p in plain(w.bare).split()]
    while len(flat) > 1 and flat[-1] in _SUFFIXES:
        flat.pop()
    given = flat[:-1]
    prefixed = bool(given) and given[-1] in {"al", "el"}
    return Parts(tuple(g for g in given if g not in particles()), flat[-1] if flat else "", prefixed)


def one_person(a: Parts, b: Voice) -> bool:
    """Whether a name can be that of a person known by another one: same surname, and no given name against it.

    Initials stand for what begins with them, and a name may leave out given names.
    """
    if a.surname != b.surname:
        return False
    if not a.given or not b.given:
        return True
    if len(a.given) != len(b.given) and (a.given[-1] == b.given[-1] or a.given[0] == b.given[0]):
        return True
    return _same_given(a.given[0], b.given[0]) and (
        len(a.given) != len(b.given) or all(_same_given(x, y) for x, y in zip(a.given, b.given, strict=True))
    )


def _same_given(a: str, b: str) -> bool:
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])
