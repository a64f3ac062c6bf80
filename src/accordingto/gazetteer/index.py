"""A filed name -> the places of that name, from `places.tsv` and `areas.tsv`.

`places.tsv` is sorted by name and searched in its bytes: nothing is built at the start, and only the lines of a name
are decoded. It is made by `python -m training.gazetteer` from GeoNames (CC BY 4.0). `areas.tsv` and `kinds.tsv` are the
repository's own: areas across regions and countries, names that GeoNames' extract lacks, and words for kinds of places.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from types import MappingProxyType
from typing import Literal

from accordingto.gazetteer.folding import folded

Path = tuple[str, ...]
"""Country code, then region code, then GeoNames id: each place is within those whose paths its own begins with."""
Kind = Literal["region", "town", "part"]
_KINDS: dict[str, Kind] = {"region": "region", "town": "town", "part": "part"}


@dataclass(frozen=True, slots=True)
class Named:
    """A place of a name. `weight` is about how many people it has, by which places of one name are told apart."""

    path: Path
    weight: int


@lru_cache(maxsize=65536)
def named(filed: str) -> tuple[Named, ...]:
    """The places that are filed under a name, the weightiest first; empty where there is none."""
    data = _places()
    key = filed.encode() + b"\t"
    low, high = 0, len(data)
    while low < high:
        start = data.rfind(b"\n", 0, (low + high) // 2) + 1
        if data[start : start + len(key)] < key:
            low = data.find(b"\n", start) + 1
        else:
            high = start
    found = []
    while data.startswith(key, low):
        end = data.find(b"\n", low)
        _, path, weight = data[low:end].decode().split("\t")
        found.append(Named(tuple(path.split("/")), int(weight)))
        low = end + 1
    return tuple(found)


@cache
def areas() -> MappingProxyType[str, frozenset[Path]]:
    """Filed name -> the places that make up an area."""
    found = {}
    for line in _text("areas.tsv")[1:]:
        names, paths = line.split("\t")
        extent = frozenset(tuple(path.split("/")) for path in paths.split(" "))
        for name in names.split("|"):
            found[folded(name)] = extent
    return MappingProxyType(found)


@cache
def kinds() -> MappingProxyType[str, Kind]:
    """Words that say what kind of place a name is for."""
    return MappingProxyType(
        {word: _KINDS[kind] for word, kind in (line.split("\t") for line in _text("kinds.tsv")[1:])}
    )


@cache
def _places() -> bytes:
    return resources.files(__name__.rpartition(".")[0]).joinpath("places.tsv").read_bytes()


def _text(name: str) -> list[str]:
    return resources.files(__name__.rpartition(".")[0]).joinpath(name).read_text(encoding="utf-8").splitlines()
