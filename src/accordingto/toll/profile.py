"""A coding profile: the rules by which a body makes one record of what reports say, each with where it is written.

The rules are data: a file says how vague words count, how sources that differ are brought together, and whether the
result is graded. Users may name a file of their own.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

import msgspec

from accordingto.errors import InvalidRecord, ProfileError
from accordingto.records.base import Record

Evidence = Literal["verified", "secondary", "unverified", "inference"]
"""How a rule was checked: read in the named text, in one that quotes it, not at all; or drawn by us from another."""
Combine = Literal["lowest", "recent_majority_lowest", "range", "range_with_best"]


class ProfileRule(Record, frozen=True, kw_only=True):
    """One rule in words, where it is written, and how that was checked."""

    id: str
    text: str
    citation: str
    evidence: Evidence


class Profile(Record, frozen=True, kw_only=True):
    """A body's rules, in a version.

    `combine` says what becomes of figures that differ: the `lowest`; the most recent source's, else the majority's,
    else the lowest; the `range` from the lowest to the highest; the range with a best number in it. `vague` says
    whether a word such as dozens counts as reported (`least`), is left `blank`, or counts by `vague_words`, in which
    `several` may have two values: outside war and in war. `casualties` is what casualties count as deaths where no
    deaths are told, None for nothing at all. `divide` is whether a figure for several days is divided among them,
    `grade` whether the result is graded, `claims_high_only` whether an armed group's claim moves the high end alone.
    """

    id: str
    version: str
    title: str
    combine: Combine
    vague: Literal["least", "blank", "words"]
    vague_words: dict[str, tuple[int, ...]] = msgspec.field(default_factory=dict)
    casualties: int | None = None
    divide: bool = False
    grade: bool = False
    claims_high_only: bool = False
    rules: tuple[ProfileRule, ...]

    def __post_init__(self) -> None:
        """Words are given where they are used, with one value or two."""
        if (self.vague == "words") != bool(self.vague_words):
            raise InvalidRecord('vague_words: give them where vague = "words", and only there')
        if any(len(values) not in (1, 2) for values in self.vague_words.values()):
            raise InvalidRecord("vague_words: each word has one value, or two: outside war and in war")

    @property
    def name(self) -> str:
        """Id and version, as a Toll names its profile."""
        return f"{self.id} {self.version}"

    def rule(self, identifier: str) -> ProfileRule:
        """The rule of that id; raises KeyError where there is none."""
        for rule in self.rules:
            if rule.id == identifier:
                return rule
        raise KeyError(identifier)


@cache
def profiles() -> dict[str, Profile]:
    """The profiles that come with the program, by id, sorted."""
    files = resources.files("accordingto.toll").joinpath("profiles").iterdir()
    return {p.id: p for p in map(_read, sorted((f for f in files if f.name.endswith(".toml")), key=lambda f: f.name))}


def profile(name: str | Path) -> Profile:
    """A profile by its id, or the one in a TOML file; raises ProfileError naming what there is, or what is wrong."""
    known = profiles()
    if str(name) in known:
        return known[str(name)]
    path = Path(name)
    if path.suffix != ".toml":
        raise ProfileError(f"there is no profile {str(name)!r}: take {', '.join(known)}, or a .toml file")
    if not path.is_file():
        raise ProfileError(f"{path}: there is no such file")
    return _read(path)


def _read(file: Traversable) -> Profile:
    try:
        return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), Profile)
    except (msgspec.ValidationError, ValueError) as error:
        raise ProfileError(f"{file.name}: {error}") from error
