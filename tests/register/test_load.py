"""Files of a user's own: read beside the shipped ones, and refused with the place that is wrong."""

from __future__ import annotations

import json
import re
import time

import pytest

from accordingto.errors import InvalidRecord, RegisterError
from accordingto.records import Place
from accordingto.register import ENVIRONMENT, Derivation, register
from accordingto.register.names import Names
from accordingto.register.rows import Citation, Publisher, Row

OWN = """
conflict = "veldria"

[[publisher]]
id = "vho"
names = ["Veldrian Health Office", "VHO"]

[[row]]
id = "VE1"
publishers = ["vho"]
measure = "killed"
place = {{ name = "Veldria" }}
period = "{period}"
statistic = "estimate"
point = {point}
low = 4_100
high = 5_200
interval = "confidence_95"
citation = {{ title = "Veldrian Health Office, Yearbook" }}
status = "{status}"
evidence = "read"
"""


def own(tmp_path, period="2021/2022", point=4_600, status="verified", more="", name="own.toml"):
    file = tmp_path / name
    file.write_text(OWN.format(period=period, point=point, status=status) + more, encoding="utf-8")
    return file


def test_a_file_of_ones_own_is_added(tmp_path):
    """A user's file adds its rows to those that ship."""
    known = register([own(tmp_path)])
    assert [r.id for r in known.find(source="the VHO's yearbook", value=4_600)] == ["VE1"]
    assert known["IQ1"].point == 151_000


def test_a_folder_and_the_environment(tmp_path, monkeypatch):
    """A folder stands for its TOML and JSON files, and the environment may name it."""
    own(tmp_path)
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path))
    assert register()["VE1"].low == 4_100
    with pytest.raises(KeyError):
        register(environment=False)["VE1"]


def test_json_is_read_as_toml_is(tmp_path):
    """A register file may be JSON."""
    row = {"id": "VE2", "conflict": "veldria", "publishers": ["who"], "measure": "injured",
           "place": {"name": "Veldria"}, "statistic": "count", "point": 9, "citation": {"title": "t"},
           "status": "secondary", "evidence": "read"}  # fmt: skip
    file = tmp_path / "own.json"
    file.write_text(json.dumps({"row": [row]}))
    assert register([file])["VE2"].point == 9


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"point": 6_000}, "own.toml: row 'VE1': low, point, high: [4100, 6000, 5200] is not in order"),
        ({"status": "sure"}, "own.toml: row 'VE1': status: Invalid enum value 'sure'"),
        ({"period": "2022/2021"}, "own.toml: row 'VE1': period: '2022/2021' is no EDTF date"),
        ({"point": '"4,600"'}, "own.toml: row 'VE1': point: Expected `int | null`, got `str`"),
        (
            {"more": "[[complete]]\npublisher = 'nobody'\nmeasure = 'killed'\nat_least = 1"},
            "no publisher has the id 'nobody'",
        ),
        (
            {"more": "supersedes = 'VE9'\nsupersedes_as = 'update'"},
            "own.toml: row 'VE1': supersedes: there is no row 'VE9'",
        ),
        ({"more": "part_of = 'VE1'"}, "own.toml: row 'VE1': part_of: leads back to 'VE1' in a circle"),
        ({"more": "supersedes = 'IQ1'"}, "own.toml: row 'VE1': supersedes_as: give it with supersedes"),
        ({"more": "colour = 'red'"}, "own.toml: row 'VE1': Object contains unknown field `colour`"),
        ({"more": "parts = 'differ'"}, "own.toml: row 'VE1': discrepancy: give it"),
        ({"more": "= 3"}, "own.toml: Invalid statement"),
    ],
)
def test_a_wrong_entry_is_named(tmp_path, wrong, said):
    """A wrong entry is refused with file, id and field."""
    with pytest.raises(RegisterError, match=re.escape(said)):
        register([own(tmp_path, **wrong)])


def test_an_id_stands_once(tmp_path):
    """Two rows of one id are refused, naming where the first stands."""
    own(tmp_path, name="a.toml")
    own(tmp_path, name="b.toml")
    with pytest.raises(RegisterError, match=r"b\.toml: row 'VE1': id: a\.toml has a row of this id"):
        register([tmp_path])


def test_nothing_there(tmp_path):
    """A path that leads nowhere, and a folder without files, are refused by name."""
    with pytest.raises(RegisterError, match="there is no such file"):
        register([tmp_path / "none.toml"])
    with pytest.raises(RegisterError, match=r"no \.toml or \.json file"):
        register([tmp_path])


def row(**values):
    known = {
        "id": "X",
        "conflict": "x",
        "publishers": ("who",),
        "measure": "killed",
        "place": Place(name="X"),
        "statistic": "count",
        "point": 5,
        "citation": Citation(title="t"),
        "status": "verified",
        "evidence": "e",
    }
    return Row(**{**known, **values})


@pytest.mark.parametrize(
    "values",
    [
        {"point": None}, {"point": -1}, {"publishers": ()}, {"interval": "min_max"}, {"low": 4, "high": 6},
        {"statistic": "minimum", "low": 3}, {"statistic": "range", "low": 3, "point": None},
    ],
)  # fmt: skip
def test_numbers_fit_the_statistic(values):
    """A row whose numbers do not fit its statistic is refused when it is built."""
    with pytest.raises(InvalidRecord):
        row(**values)


def test_a_name_in_capitals_is_found_in_capitals_only():
    """`WHO` is an organisation, `who` a word."""
    names = Names([Publisher(id="who", names=("World Health Organization", "WHO"))])
    text = "those who asked the WHO, the world health organization's doctors"
    assert [text[n.start : n.end] for n in names.find(text)] == ["WHO", "world health organization"]


def test_the_longest_name_counts():
    """Where one name begins another, the longer is found, once."""
    names = Names(
        [Publisher(id="a", names=("Health Ministry",)), Publisher(id="b", names=("Health Ministry in Gaza",))]
    )
    assert [n.publisher for n in names.find("The Health Ministry in Gaza said so.")] == ["b"]


def test_derived_figures_have_one_origin():
    """AP's total rests on Iraq Body Count: the two are one origin; an unverified derivation is not used."""
    known = register(environment=False)
    assert known.derived(known["IQ15"], known["IQ9"]) == "ibc"
    assert known.derived(known["IQ17-civilians"], known["IQ9"]) is None
    assert known["IQ17-civilians"].derived_from == (Derivation(publisher="ibc", status="unverified"),)


def test_latest():
    """The latest row of a chain is the last that is used: the unverified one of 2023 is not."""
    known = register(environment=False)
    assert known.latest(known["IQ17-civilians"]).id == "IQ18-civilians"


def test_looking_up_is_quick():
    """A thousand searches by name, measure, place and value take under a second."""
    known = register(environment=False)
    start = time.perf_counter()
    for _ in range(1000):
        known.find(source="according to a WHO survey", measure="killed", place=Place(name="Iraq"), value=151_000)
    assert time.perf_counter() - start < 1
