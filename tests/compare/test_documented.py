"""docs/compare.md says what there is."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

from accordingto.compare.kinds import categories, families
from accordingto.records import Axes, Level, Reason, Verdict

PAGE = (Path(__file__).parents[2] / "docs" / "compare.md").read_text(encoding="utf-8")


def first_cells(heading: str) -> list[str]:
    """The first cells of the table under a heading, without the table's head."""
    section = PAGE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [cell.strip("`") for cell in re.findall(r"^\| ([^|]+) \|", section, re.MULTILINE)][1:]


def test_every_reason_verdict_axis_and_level_is_documented():
    """The tables of the page hold exactly the codes that the records have."""
    assert sorted(first_cells("Reasons")) == sorted(get_args(Reason))
    assert first_cells("Verdicts") == list(get_args(Verdict))
    assert first_cells("The six axes") == list(Axes.__struct_fields__)
    assert first_cells("Origins") == list(get_args(Level))


def test_the_taxonomy_is_documented():
    """The page names every category of people and every harm."""
    words = PAGE.casefold()
    assert [c for c in (*categories(), *families()) if c not in words] == []
