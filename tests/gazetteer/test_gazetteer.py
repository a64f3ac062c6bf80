"""Places by name, and how they lie to each other."""

from __future__ import annotations

import itertools
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.gazetteer import find, level, relation
from accordingto.gazetteer.extent import joined, related
from accordingto.gazetteer.folding import folded
from accordingto.gazetteer.index import _places, _text, areas, named
from accordingto.records import Place, mirrored

NAMES = ["Mosul", "Iraq", "Anbar", "Nineveh", "Baghdad", "northern Iraq", "Syria", "Iraq and Syria", "Levant",
         "the Middle East", "Kurdistan Region", "Karrada in Baghdad", "the world", "Sahel", "Mali", "Gao region",
         "Nowhereville", "Kashmir", "Pakistan"]  # fmt: skip
PLACES = [Place(name=name, country=None) for name in NAMES] + [
    Place(name="Nowhereville", country="IQ"),
    Place(name="Tripoli", country="LY"),
    Place(name="Tripoli", country="LB"),
    Place(name="Tripoli", country=None),
    Place(name="Georgia", country=None),
]


def lies(a: str, b: str) -> str:
    return relation(Place(name=a), Place(name=b))


@pytest.mark.parametrize(
    ("name", "country"),
    [
        ("Iraq", "IQ"), ("the United States", "US"), ("U.S.", "US"), ("Burma", "MM"), ("Mosul", "IQ"), ("Raqqah", "SY"),
        ("Falluja", "IQ"), ("Kiev", "UA"), ("Kyiv", "UA"), ("Bogotá", "CO"), ("Gaza", "PS"), ("Darfur", "SD"),
        ("Anbar province", "IQ"), ("the province of Helmand", "AF"), ("near Mecca", "SA"), ("northern Iraq", "IQ"),
        ("Karrada in Baghdad", "IQ"), ("Paris, Texas", "US"), ("Paris", "FR"), ("Srebrenica", "BA"),
        ("the Middle East", None), ("Iraq and Syria", None), ("deir ez-zor", "SY"), ("St John's", "CA"),
    ],
)  # fmt: skip
def test_find(name, country):
    """A name is found in the spellings that reports use, with its country where it lies in one."""
    assert find(name) == Place(name=name, country=country)


@pytest.mark.parametrize(
    "name", ["Nowhereville", "", "  ", "the", "and", "in", "province", "\x00", "Port Arvan, Veldria"]
)
def test_what_is_no_place_is_not_found(name):
    """A name that the gazetteer does not have gives None."""
    assert find(name) is None


def test_the_country_says_where_to_look_first():
    """Of several places of a name, the one in the given country is meant; without one there, the likeliest."""
    assert find("Tripoli", "LB") == Place(name="Tripoli", country="LB")
    assert find("Mosul", "FR") == Place(name="Mosul", country="IQ")


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("Mosul", "Iraq", "nested"),
        ("Mosul", "Nineveh", "nested"),
        ("Mosul", "Anbar", "disjoint"),
        ("Aleppo", "Aleppo province", "nested"),
        ("Raqqah", "Raqqa", "same"),
        ("Kiev", "Kyiv", "same"),
        ("Burma", "Myanmar", "same"),
        ("the Middle East", "Iraq", "contains"),
        ("the Middle East", "North Africa", "overlapping"),
        ("Iraq", "Iraq and Syria", "nested"),
        ("Sahel", "Mali", "contains"),
        ("northern Iraq", "Iraq", "nested"),
        ("northern Iraq", "Mosul", "unknown"),
        ("northern Iraq", "Syria", "disjoint"),
        ("Karrada in Baghdad", "Baghdad", "nested"),
        ("Tripoli", "Lebanon", "unknown"),
        ("Nowhereville", "Iraq", "unknown"),
        ("Nowhereville", "nowhereville", "same"),
    ],
)
def test_relations(a, b, expected):
    """A pair of each kind lies as the map says; what the name leaves open stays unknown."""
    assert lies(a, b) == expected


def test_a_place_that_is_not_known_lies_in_its_country():
    """No more than its country is known of it: it is in that country, outside another, and unknown to its towns."""
    village = Place(name="Nowhereville", country="IQ")
    found = [relation(village, Place(name=n)) for n in ("Iraq", "Syria", "Mosul", "the Middle East")]
    assert found == ["nested", "disjoint", "unknown", "nested"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Iraq", "country"),
        ("Anbar province", "region"),
        ("Mosul", "town"),
        ("Sahel", "area"),
        ("Nowhereville", "unknown"),
    ],
)
def test_levels(name, expected):
    """It is told what kind of place a name is for."""
    assert level(Place(name=name)) == expected


@pytest.mark.parametrize(("a", "b"), list(itertools.combinations_with_replacement(PLACES, 2)))
def test_mirrored(a, b):
    """Turned round, the relation is mirrored, and a place is the same as itself."""
    assert relation(b, a) == mirrored(relation(a, b))
    assert relation(a, a) == "same"


SEGMENTS = st.sampled_from(["IQ", "SY"]), st.sampled_from(["1", "2", "-"]), st.sampled_from(["7", "8", "?x"])
PATHS = st.one_of(st.tuples(*SEGMENTS[:1]), st.tuples(*SEGMENTS[:2]), st.tuples(*SEGMENTS))
EXTENTS = st.lists(PATHS, min_size=1, max_size=3).map(lambda paths: joined([frozenset({p}) for p in paths]))


@given(EXTENTS, EXTENTS, EXTENTS)
def test_nesting_is_a_partial_order(a, b, c):
    """What lies within something that lies within a third lies within that; nothing lies within what it holds."""
    within = {"nested", "same"}
    assert related(a, a) == "same"
    assert related(b, a) == mirrored(related(a, b))
    assert (related(a, b) == "same") == (a == b)
    if related(a, b) in within and related(b, c) in within:
        assert related(a, c) in within


@given(st.text(max_size=30))
def test_any_name(name):
    """Whatever the name, the answer is a place of that name or None, and the place is the same as itself."""
    place = find(name)
    assert place is None or place.name == name.strip()
    assert relation(Place(name=name), Place(name=name)) == "same"


def test_the_places_file_is_sorted_and_complete():
    """The search in bytes finds every line, which it does where lines are sorted by name and none is twice."""
    rows = [line.split(b"\t") for line in _places().splitlines()]
    keys = [(name, -int(weight), path) for name, path, weight in rows]
    assert keys == sorted(set(keys))
    assert {len(row) for row in rows} == {3}
    for name, path, _ in rows[:: len(rows) // 500]:
        assert path.decode().split("/") in [list(n.path) for n in named(name.decode())]
        assert folded(name.decode()) == name.decode()


def test_areas_are_made_of_places():
    """Each area stands once, in order, and each of its parts is a place or a region that has places."""
    lines = _text("areas.tsv")[1:]
    assert lines == sorted(set(lines), key=lambda line: line.split("\t")[0].casefold())
    known = {tuple(line.split("\t")[1].split("/")) for line in _places().decode().splitlines()}
    known |= {path[:2] for path in known}
    assert [(name, p) for name, extent in areas().items() for p in extent if p not in known] == []
    names = [folded(name) for line in lines for name in line.split("\t")[0].split("|")]
    assert len(names) == len(set(names))


def test_loading_is_quick():
    """The first look-up of a new process, with all that it loads, takes a moment only."""
    code = (
        "import accordingto.records, time; start = time.process_time(); "
        "from accordingto.gazetteer import find; find('Mosul'); print(time.process_time() - start)"
    )
    times = [
        float(subprocess.run([sys.executable, "-c", code], capture_output=True, check=True).stdout) for _ in range(3)
    ]
    assert min(times) < 0.05
