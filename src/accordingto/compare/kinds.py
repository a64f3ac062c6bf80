"""The taxonomies of what is measured and of whom, from `measures.tsv` and `populations.tsv`.

Each is a tree: a harm or a category lies within another, and two siblings are disjoint where both say so.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from types import MappingProxyType

from accordingto.records import Relation

Path = tuple[str, ...]


@cache
def families() -> MappingProxyType[str, str]:
    """Harm -> the family of harms that belong in one contest."""
    return MappingProxyType({harm: family for harm, _, family in _rows("measures.tsv")})


@cache
def measure(harm: str) -> Path:
    """The harms that hold `harm`, outermost first, and itself."""
    within = {name: outer for name, outer, _ in _rows("measures.tsv")}
    return (*(() if within[harm] == "-" else measure(within[harm])), harm)


@cache
def population(category: str) -> Path:
    """The categories that hold `category`, outermost first, and itself; one that is in no list lies within `people`."""
    within = {name: outer for name, outer, _ in _rows("populations.tsv")}
    outer = within.get(category, "people")
    return (*(() if outer == "-" else population(outer)), category)


@cache
def categories() -> frozenset[str]:
    """The categories of people."""
    return frozenset(name for name, *_ in _rows("populations.tsv"))


def paths(a: Path, b: Path, overlapping: frozenset[str] = frozenset()) -> Relation:
    """How two nodes of a tree lie to each other; siblings overlap where one of them is in `overlapping`."""
    for one, other in zip(a, b, strict=False):
        if one != other:
            return "overlapping" if overlapping & {one, other} else "disjoint"
    if len(a) == len(b):
        return "same"
    return "nested" if len(a) > len(b) else "contains"


@cache
def overlapping_categories() -> frozenset[str]:
    """Categories that share people with their siblings."""
    return frozenset(name for name, _, siblings in _rows("populations.tsv") if siblings == "overlapping")


def together(*relations: Relation) -> Relation:
    """The relation of two things that lie so on several independent sides of them."""
    found = set(relations) - {"same"}
    if not found:
        return "same"
    for decisive in ("disjoint", "unknown"):
        if decisive in found:
            return decisive
    return found.pop() if len(found) == 1 else "overlapping"


def _rows(name: str) -> list[list[str]]:
    text = resources.files(__package__).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
