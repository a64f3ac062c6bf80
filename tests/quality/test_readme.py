"""The measurements in README.md."""

from __future__ import annotations

import msgspec
import pytest

from accordingto.records import ReaderInfo
from benchmarks.results import Command, Machine, Speed, Subject
from quality import readme
from quality.polnear import MAIN
from quality.results import DETAIL, CorpusInfo, Results

QUALITY = Results(
    date="2024-01-31",
    reader=ReaderInfo(version="0", model="tiny", model_sha256="ab" * 32),
    corpora={
        "polnear-dev": CorpusInfo(digest="d", reports=84),
        "gold": CorpusInfo(digest="e", reports=19),
        **{name: CorpusInfo(digest="f", reports=7) for name in readme.ELSEWHERE},
    },
    measures={
        "polnear-dev": dict.fromkeys(MAIN, 77.77),
        **{corpus: dict.fromkeys(names, 55.55) for corpus, names in readme.ELSEWHERE.items()},
        "gold": {**dict.fromkeys(readme.GOLD, 66.66), f"{DETAIL}: right with source, of 19 (count)": 16.0},
    },
    calibration=(),
    calibration_error=0.0123,
)
SPEED = Speed(
    date="2024-01-31",
    machine=Machine(processor="Abacus", cores=2, memory_gb=8.0, system="Linux", python="3.11.0", load=0.0),
    texts=84,
    words=67542,
    repeats=5,
    subjects={
        name: Subject(
            versions={},
            words_per_second=5432.1,
            ratio_to_spacy=1.25,
            cpu_ratio_to_spacy=1.31,
            ratios=(),
            peak_mb=222.2,
            cold_seconds=1.1,
            failed=f,
        )
        for name, f in (("accordingto", 0), ("textacy", 22))
    },
    command=Command(words=601, seconds=0.91, peak_mb=333.3),
    import_seconds=0.0456,
    wheel_mb=None,
)


@pytest.fixture
def files(tmp_path):
    """A README with marks, and both results, as arguments."""
    paths = {name: tmp_path / name for name in ("readme", "quality", "speed")}
    paths["readme"].write_text(f"# x\n{readme.BEGIN}\nold\n{readme.END}\nrest\n", encoding="utf-8")
    paths["quality"].write_bytes(QUALITY.to_json())
    paths["speed"].write_bytes(SPEED.to_json())
    return paths, [part for name, path in paths.items() for part in (f"--{name}", str(path))]


@pytest.mark.parametrize(
    "words", ["| 77.8 | 59.7 | 79.4 |", "| 16 |", "0.012", "5,432", "1.25 (1.31)", "601 words", "failed on 22"]
)
def test_the_block_says_what_the_results_say(words):
    """Each measure stands in the block, rounded."""
    assert words in readme.block(QUALITY, SPEED)


def test_writing_keeps_what_is_around(files):
    """Only what stands between the marks changes."""
    paths, arguments = files
    assert readme.main(arguments) == 0
    written = paths["readme"].read_text(encoding="utf-8")
    assert written.startswith(f"# x\n{readme.BEGIN}\nQuality")
    assert written.endswith(f"{readme.END}\nrest\n")


def test_check_fails_until_written(files):
    """--check fails on an old README and writes nothing; after writing it passes."""
    paths, arguments = files
    before = paths["readme"].read_bytes()
    assert readme.main([*arguments, "--check"]) == 1
    assert paths["readme"].read_bytes() == before
    readme.main(arguments)
    assert readme.main([*arguments, "--check"]) == 0


def test_check_sees_new_results(files):
    """Results that change after writing make the README out of date."""
    paths, arguments = files
    readme.main(arguments)
    paths["speed"].write_bytes(msgspec.structs.replace(SPEED, import_seconds=0.3).to_json())
    assert readme.main([*arguments, "--check"]) == 1


@pytest.mark.parametrize(
    "text", ["none", readme.BEGIN, readme.END + readme.BEGIN, readme.BEGIN + readme.END + readme.END]
)
def test_missing_or_doubled_marks_are_refused(text):
    """A README without just one pair of marks is an error, not silently left alone."""
    with pytest.raises(ValueError, match="needs the marks"):
        readme.placed(text, "new")
