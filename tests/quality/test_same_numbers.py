"""Our scorers give the numbers of the shared scorer scripts."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from pathlib import Path

import pytest

from accordingto.records import Ledger
from quality import corpora, gold, polnear
from quality.reading import maker, read_all
from tests.quality import made_up

# Ours -> theirs; what follows "quoted: " is the same again on quotations only.
POLNEAR = {
    f"{ours} {long}": (theirs, short)
    for ours, theirs in (
        ("source tokens", "token source"),
        ("cue tokens", "token cue"),
        ("content tokens", "token content"),
        ("content overlap", "content overlap"),
        ("content exact", "content exact"),
        ("overlap and source", "overlap+source"),
    )
    for long, short in (("precision", "P"), ("recall", "R"), ("F1", "F1"))
}
ACCURACY = {
    "source accuracy": "source accuracy",
    "source accuracy where gold names one": "source accuracy, gold has source",
}


def script(shared: Path, name: str, *arguments: Path) -> dict:
    asked = [sys.executable, shared / "score" / name, *arguments, "--json"]
    return json.loads(subprocess.run(asked, capture_output=True, check=True).stdout)


def their_polnear(shared: Path, split: Path, ledgers: Path) -> dict[str, float]:
    told = script(shared, "polnear.py", split, ledgers)
    out = {}
    for prefix, part in (("", told["all"]), ("quoted: ", told["quoted"])):
        out |= {prefix + ours: 100 * part[theirs][short] for ours, (theirs, short) in POLNEAR.items()}
        out |= {prefix + ours: 100 * part[theirs] for ours, theirs in ACCURACY.items()}
    return out


def their_gold(shared: Path, folder: Path, ledgers: Path) -> dict[str, float]:
    told = script(shared, "ledgers.py", folder / "reports", folder / "texts", ledgers)
    return {
        name.removeprefix("attribution: "): value
        for name, value in told.items()
        if name not in {"reports", "texts that differ", "counts"}
    }


def ledgers_in(folder: Path) -> dict[str, Ledger]:
    return {p.stem: Ledger.from_json(p.read_bytes()) for p in folder.glob("*.json")}


@pytest.mark.parametrize("seed", range(8))
def test_polnear_numbers_on_random_ledgers(shared_data, tmp_path, seed):
    """On ledgers by chance, every PolNeAR measure is the script's."""
    split, folder = tmp_path / "split", tmp_path / "ledgers"
    made_up.polnear(random.Random(seed), split, folder)
    ours = polnear.score(corpora.polnear(split), ledgers_in(folder))
    assert ours["content overlap F1"] > 0
    assert ours == pytest.approx(their_polnear(shared_data, split, folder))


@pytest.mark.parametrize("seed", range(8))
def test_gold_numbers_on_random_ledgers(shared_data, tmp_path, seed):
    """On ledgers by chance, some of a shifted text, every gold measure is the script's."""
    folder, ledgers = tmp_path / "gold", tmp_path / "ledgers"
    made_up.gold(random.Random(seed), folder, ledgers)
    ours = gold.score(corpora.gold(folder), ledgers_in(ledgers))
    assert ours["content overlap F1"] > 0
    assert ours == pytest.approx(their_gold(shared_data, folder, ledgers))


@pytest.fixture(scope="module")
def real(shared_data, tmp_path_factory):
    """Twelve development reports and all gold reports, read by the program, as folders for the scripts."""
    folder = tmp_path_factory.mktemp("real")
    news = corpora.polnear(shared_data / "data" / "polnear" / "dev").reports[::7]
    split = folder / "dev"
    for name in ("text", "attributions", "ledgers"):
        (split / name).mkdir(parents=True)
    for report in news:
        (split / "text" / report.path.name).symlink_to(report.path)
        for marks in (shared_data / "data" / "polnear" / "dev" / "attributions").iterdir():
            if marks.name.startswith(f"{report.name}_"):
                (split / "attributions" / marks.name).symlink_to(marks)
    (folder / "gold-ledgers").mkdir()
    gold_reports = corpora.gold(shared_data / "gold").reports
    for reports, to in ((news, split / "ledgers"), (gold_reports, folder / "gold-ledgers")):
        for name, ledger in read_all(reports, maker(None)).items():
            (to / f"{name}.json").write_text(ledger.to_json(), encoding="utf-8")
    return folder


def test_polnear_numbers_on_real_ledgers(shared_data, real):
    """On what the program reads in development reports, every PolNeAR measure is the script's."""
    split = real / "dev"
    ours = polnear.score(corpora.polnear(split), ledgers_in(split / "ledgers"))
    assert ours["content overlap F1"] > 50
    assert ours == pytest.approx(their_polnear(shared_data, split, split / "ledgers"))


def test_gold_numbers_on_real_ledgers(shared_data, real):
    """On what the program reads in the gold reports, every gold measure is the script's."""
    folder, ledgers = shared_data / "gold", real / "gold-ledgers"
    ours = gold.score(corpora.gold(folder), ledgers_in(ledgers))
    assert ours["content overlap F1"] > 50
    assert ours == pytest.approx(their_gold(shared_data, folder, ledgers))
