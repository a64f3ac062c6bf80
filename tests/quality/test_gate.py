"""The gate: what fails, what is raised, what is refused."""

from __future__ import annotations

import random
from functools import partial

import msgspec
import pytest

from accordingto.records import ReaderInfo
from quality import gate, results, wikiwars
from quality.gate import Floors, WouldLower
from quality.results import CorpusInfo, Results
from tests.quality import made_up


def taken(value: float, digest: str = "d1") -> Results:
    return Results(
        date="2024-01-31",
        reader=ReaderInfo(version="0", model="chance", model_sha256="0" * 64),
        corpora={"news": CorpusInfo(digest=digest, reports=3)},
        measures={"news": {"overlap F1": value, "overlap precision": 1.0}},
        calibration=(),
        calibration_error=0.0,
    )


def floors_at(value: float) -> Floors:
    return Floors(corpora={"news": "d1"}, floors={"news": {"overlap F1": value}})


@pytest.fixture
def floors_file(tmp_path):
    """Floors of 70 in a file."""
    path = tmp_path / "floors.json"
    path.write_bytes(msgspec.json.encode(floors_at(70.0)))
    return path


def gated(path, result: Results, *arguments: str, faults: tuple[str, ...] = ()) -> int:
    return gate.main(["--floors", str(path), *arguments], now=lambda _: (result, list(faults)))


@pytest.mark.parametrize(("now", "code"), [(70.0, 0), (80.0, 0), (69.9, 1)])
def test_below_a_floor_fails(floors_file, now, code):
    """At the floor or above it passes, below it fails."""
    assert gated(floors_file, taken(now)) == code


def test_the_table_names_measure_floor_and_now(floors_file, capsys):
    """Whoever fails sees which measure, its floor, and what it is now."""
    gated(floors_file, taken(61.25))
    line = next(line for line in capsys.readouterr().out.splitlines() if "overlap F1" in line)
    assert line.split() == ["news:", "overlap", "F1", "70.0", "61.2", "BELOW"]


def test_another_corpus_fails(floors_file, capsys):
    """The best of values fails on a corpus with another digest."""
    assert gated(floors_file, taken(99.0, digest="d2")) == 1
    assert "digest was d1, is d2" in capsys.readouterr().err


def test_a_measure_that_is_gone_fails(floors_file):
    """A floor without its measure cannot hold."""
    gone = msgspec.structs.replace(taken(99.0), measures={"news": {}})
    assert gated(floors_file, gone) == 1


def test_a_fault_in_the_ledgers_fails(floors_file, capsys):
    """JSON that breaks the schema fails, however good the measures."""
    assert gated(floors_file, taken(99.0), faults=("the ledger of news/x breaks the schema",)) == 1
    assert "news/x" in capsys.readouterr().err


def test_no_floors_is_not_a_pass(tmp_path, capsys):
    """Without floors nothing is measured, and the message says how to take them."""
    assert gated(tmp_path / "none.json", taken(99.0)) == 2
    assert "--update" in capsys.readouterr().err


def test_update_raises_floors_by_less_than_the_gain(floors_file):
    """Floors go up to now less the margin, rounded down; precision has none."""
    assert gated(floors_file, taken(81.57), "--update") == 0
    assert msgspec.json.decode(floors_file.read_bytes(), type=Floors) == floors_at(81.2)


def test_update_lowers_nothing(floors_file):
    """Between the floor and the floor plus the margin, the floor stays."""
    assert gated(floors_file, taken(70.1), "--update") == 0
    assert msgspec.json.decode(floors_file.read_bytes(), type=Floors) == floors_at(70.0)


def test_update_refuses_to_lower(floors_file, capsys):
    """A value below its floor leaves the file as it was and fails."""
    before = floors_file.read_bytes()
    assert gated(floors_file, taken(65.0), "--update") == 1
    assert floors_file.read_bytes() == before
    assert "overlap F1 is 65.0, its floor 70.0" in capsys.readouterr().err


def test_update_refuses_another_corpus():
    """Floors do not move to another corpus in silence, even upwards."""
    with pytest.raises(WouldLower, match="digest"):
        gate.updated(floors_at(70.0), taken(99.0, digest="d2"))


def test_allowed_regression_lowers():
    """With leave, floors follow the measure down."""
    assert gate.updated(floors_at(70.0), taken(65.0), allow_regression=True) == floors_at(64.7)


def test_update_with_faulty_ledgers_writes_nothing(floors_file):
    """Floors are not taken from ledgers that break the schema."""
    before = floors_file.read_bytes()
    assert gated(floors_file, taken(99.0), "--update", faults=("broken",)) == 1
    assert floors_file.read_bytes() == before


@pytest.fixture
def small_data(tmp_path, monkeypatch):
    """A made-up shared folder with all corpora; gives the folder of their ledgers."""
    rng, ledgers = random.Random(5), tmp_path / "ledgers"
    made_up.polnear(rng, tmp_path / "shared" / "data" / "polnear" / "dev", tmp_path / "a", reports=5)
    made_up.gold(rng, tmp_path / "shared" / "gold", tmp_path / "b", reports=5)
    made_up.gold(rng, tmp_path / "shared" / "figures", tmp_path / "c", reports=5)
    made_up.wikiwars(rng, tmp_path / "shared" / "data" / "wikiwars", reports=3)
    said = made_up.gum(tmp_path / "shared" / "data" / "gum" / "dep")
    texts = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "shared").rglob("*.txt")}
    texts |= {p.stem: wikiwars.parse(p.read_text(encoding="utf-8"))[0] for p in (tmp_path / "shared").rglob("*.tml")}
    texts["GUM_news_made"] = said
    ledgers.mkdir()
    for name, text in texts.items():
        (ledgers / f"{name}.json").write_text(made_up.ledger(rng, text, []).to_json(), encoding="utf-8")
    monkeypatch.setenv("ACCORDINGTO_SHARED", str(tmp_path / "shared"))
    return ledgers


def test_floors_taken_from_a_reading_hold_on_the_next(small_data, tmp_path):
    """Read in two processes, measure, take floors, read again: all hold, and every corpus is pinned."""

    def now(_: str | None) -> tuple[Results, list[str]]:
        data = results.read_data(partial(made_up.FromFolder, small_data))
        return results.measure(data), []

    path = tmp_path / "floors.json"
    assert gate.main(["--floors", str(path), "--update"], now=now) == 0
    assert gate.main(["--floors", str(path)], now=now) == 0
    assert set(msgspec.json.decode(path.read_bytes(), type=Floors).corpora) == {
        "polnear-dev",
        "gold",
        "figures-tuned",
        "figures-held",
        "gum",
        "wikiwars",
    }


def test_the_schema_is_checked_on_ledgers(small_data, tmp_path):
    """A ledger that a schema does not allow is told by corpus, report and place."""
    schema = tmp_path / "schema.json"
    schema.write_text('{"properties": {"reader": {"properties": {"model": {"const": "other"}}}}}', encoding="utf-8")
    ledgers = {"news": {"x": made_up.ledger(random.Random(1), "No text to speak of.", [])}}
    assert gate.invalid(ledgers, schema)[0].startswith("the ledger of news/x breaks schema.json at $.reader.model")


def test_absent_data_is_not_a_pass(monkeypatch, tmp_path, floors_file, capsys):
    """Where nothing can be measured the gate fails, with its own exit code."""
    monkeypatch.setenv("ACCORDINGTO_SHARED", str(tmp_path / "none"))
    assert gate.main(["--floors", str(floors_file)]) == 2
    assert "ACCORDINGTO_SHARED" in capsys.readouterr().err


def test_ledgers_keep_the_published_schema():
    """What is made by chance from valid records is valid JSON of version 1."""
    ledgers = {"news": {str(i): made_up.ledger(random.Random(i), made_up.text(random.Random(i)), []) for i in range(5)}}
    assert gate.invalid(ledgers) == []
