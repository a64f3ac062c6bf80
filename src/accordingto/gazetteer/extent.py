"""What places cover, and how what two of them cover lies to each other."""

from __future__ import annotations

from accordingto.gazetteer.index import Path
from accordingto.records import Relation

Extent = frozenset[Path]
"""The places that make up one place: one path for most, several for an area such as the Sahel."""
UNKNOWN = "-"
_SOMEWHERE = "?"


def somewhere(extent: Extent, filed: str) -> Extent:
    """A place within `extent` of which no more than its filed name is known."""
    return frozenset((*path, _SOMEWHERE + filed) for path in extent)


def joined(extents: list[Extent]) -> Extent:
    """What several places cover together; what lies within another of them adds nothing."""
    paths = frozenset().union(*extents)
    return frozenset(p for p in paths if not any(p[:depth] in paths for depth in range(1, len(p))))


def related(a: Extent, b: Extent) -> Relation:
    """How two extents lie to each other; `unknown` where a part lies somewhere within what the other splits up."""
    if len(a) == len(b) == 1:
        return _paths(*a, *b)
    within, holds = _within(a, b), _within(b, a)
    if within or holds:
        return "same" if within and holds else "nested" if within else "contains"
    pairs = {_paths(one, other) for one in a for other in b}
    if "unknown" in pairs:
        return "unknown"
    return "disjoint" if pairs <= {"disjoint"} else "overlapping"


def _within(a: Extent, b: Extent) -> bool:
    """Whether each part of `a` is or lies within a part of `b`."""
    return all(any(one[:depth] in b for depth in range(1, len(one) + 1)) for one in a)


def _paths(a: Path, b: Path) -> Relation:
    for one, other in zip(a, b, strict=False):
        if one != other:
            hidden = UNKNOWN in {one, other} or _SOMEWHERE in {one[0], other[0]}
            return "unknown" if hidden else "disjoint"
    if len(a) == len(b):
        return "same"
    return "nested" if len(a) > len(b) else "contains"
