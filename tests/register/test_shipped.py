"""The register that ships: it is whole, consistent, and says of each row how it was checked."""

from __future__ import annotations

import tomllib

import jsonschema
import pytest

from accordingto.edtf import bounds
from accordingto.register import register
from accordingto.register.load import shipped
from accordingto.register.schema import committed, schema, schema_text

REGISTER = register(environment=False)
ROWS = REGISTER.rows
IDS = [row.id for row in ROWS]


def total(row, end):
    """The sum of a whole's parts at one end."""
    return sum(part.floor if end == "low" else part.ceiling for part in REGISTER.parts(row))


@pytest.mark.parametrize("row", [r for r in ROWS if r.parts == "sum"], ids=lambda r: r.id)
def test_parts_sum(row):
    """Where a row says that its parts sum to it, they do, at both ends of its range."""
    assert REGISTER.parts(row)
    assert (total(row, "low"), total(row, "high")) == (
        row.point if row.point is not None else row.low,
        row.point if row.point is not None else row.high,
    )


def test_the_print_that_does_not_sum_is_kept():
    """CRS RS22452 prints parts that are 8 more than its total: the discrepancy stands in the row, and is right."""
    row = REGISTER["IQ21-2007"]
    assert row.parts == "differ"
    assert total(row, "low") - row.point == row.discrepancy == 8


@pytest.mark.parametrize("row", [r for r in ROWS if r.part_of], ids=lambda r: r.id)
def test_a_part_is_within_its_whole(row):
    """A part is no more than its whole, and its whole says that it has parts."""
    whole = REGISTER[row.part_of]
    assert whole.parts
    # Costs of War's whole of 2013 is a minimum, without an upper end.
    assert whole.ceiling is None or row.ceiling <= whole.ceiling


@pytest.mark.parametrize("row", [r for r in ROWS if r.supersedes], ids=lambda r: r.id)
def test_what_replaces_is_of_the_same_thing_and_later(row):
    """A row that replaces another has its publisher, measure and place, and ends no earlier."""
    old = REGISTER[row.supersedes]
    assert set(row.publishers) & set(old.publishers)
    assert (row.measure, row.place) == (old.measure, old.place)
    dates = (old.published or old.as_of, row.published or row.as_of)
    if None not in dates:
        assert bounds(dates[0]).earliest <= bounds(dates[1]).latest


@pytest.mark.parametrize("row", ROWS, ids=IDS)
def test_the_mark_fits_the_evidence(row):
    """A row marked K in its evidence is switched off; no other is."""
    assert row.evidence.startswith("K") == (row.status == "unverified") == (not row.on)


@pytest.mark.parametrize("number", range(1, 23))
def test_every_iraq_row_is_there(number):
    """Each numbered row of the seed list for Iraq is there, whole or in parts."""
    assert any(i == f"IQ{number}" or i.startswith(f"IQ{number}-") for i in IDS)


@pytest.mark.parametrize(
    ("identifier", "numbers"),
    [
        ("IQ1", (151_000, 104_000, 223_000)), ("IQ4", (601_027, 426_369, 793_663)), ("IQ10", (None, 183_249, 205_785)),
        ("IQ12", (109_032, None, None)), ("IQ17", (None, 267_792, 295_170)), ("SY3", (306_887, None, None)),
        ("GZ2", (64_260, 55_298, 78_525)), ("DA3", (62_305, 32_229, 139_142)), ("UA4", (30_457, None, None)),
        ("BA1", (97_207, None, None)), ("LK2", (None, None, 40_000)), ("YE1", (377_000, None, None)),
        ("CD1", (5_400_000, None, None)), ("RW1", (None, 500_000, None)), ("SR4", (6_959, None, None)),
        ("TG3", (600_000, None, None)), ("AF2", (43_074, None, None)),
    ],
)  # fmt: skip
def test_numbers(identifier, numbers):
    """A row of each conflict has the numbers of its publication."""
    row = REGISTER[identifier]
    assert (row.point, row.low, row.high) == numbers


def test_unverified_rows_are_never_found():
    """A search finds no row that is switched off, unless it is asked for."""
    assert REGISTER.find(source="Costs of War", value=280_771) == []
    assert [r.id for r in REGISTER.find(source="Costs of War", value=280_771, off=True)] == ["IQ20"]


@pytest.mark.parametrize("file", shipped(), ids=lambda f: f.name)
def test_the_files_fit_the_schema(file):
    """Every shipped file is valid by the published schema, which is what the records say."""
    assert committed() == schema_text()
    jsonschema.validate(tomllib.loads(file.read_text(encoding="utf-8")), schema())


def test_publishers_are_used():
    """No publisher is there for nothing, and names stand in order without duplicates."""
    used = {p for row in ROWS for p in row.publishers} | {d.publisher for row in ROWS for d in row.derived_from}
    assert used == set(REGISTER.publishers)
    assert list(REGISTER.publishers) == sorted(REGISTER.publishers)
    assert all(len(set(p.names)) == len(p.names) for p in REGISTER.publishers.values())
