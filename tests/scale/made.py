"""Made-up input of a batch, its terms, and what it wrote."""

from __future__ import annotations

from pathlib import Path

import msgspec
from pyarrow import dataset

from accordingto.read.rows import Keys
from accordingto.report.tables import VERSION
from accordingto.scale import Terms
from benchmarks.plain_reports import INFO, reports

ODD = "tests.scale.odd_reader:OddReader"
TERMS = Terms(version=VERSION, reader=INFO, into="tables", keys=Keys())


def write_jsonl(path: Path, count: int, *, odd: dict[int, str] | None = None) -> Path:
    """A JSONL file of made-up reports; to those that `odd` names a word is added."""
    with path.open("wb") as file:
        for number, item in enumerate(reports(count, seed=3, figures=2)):
            text = item.data.decode() + (odd or {}).get(number, "")
            row = {"text": text, "title": item.title, "outlet": item.outlet, "published": item.published}
            file.write(msgspec.json.encode(row) + b"\n")
    return path


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a batch's tables with its bytes."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*.parquet"))}


def table(folder: Path, name: str) -> list[dict]:
    """The rows of a table over all partitions."""
    return dataset.dataset(folder / name, format="parquet").to_table().to_pylist()
