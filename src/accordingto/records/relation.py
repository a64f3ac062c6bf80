"""How two things on one axis lie to each other."""

from __future__ import annotations

from typing import Literal

Relation = Literal["same", "nested", "contains", "overlapping", "disjoint", "unknown"]
"""The first is `nested` where it lies within the second and is smaller, `contains` where the second lies within it."""

_MIRRORED: dict[Relation, Relation] = {"nested": "contains", "contains": "nested"}


def mirrored(relation: Relation) -> Relation:
    """The relation of the second to the first, for that of the first to the second.

    >>> mirrored("nested"), mirrored("disjoint")
    ('contains', 'disjoint')
    """
    return _MIRRORED.get(relation, relation)
