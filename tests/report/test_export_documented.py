"""docs/export.md says what an export holds."""

from __future__ import annotations

from pathlib import Path

import pytest

from accordingto.cli.export import FORMATS
from accordingto.report.export import export
from docs.generate import export_page
from tests.report.hand_made import with_all_parts

PAGE = Path(__file__).resolve().parents[2] / "docs" / "export.md"


def test_every_column_is_documented_as_it_is():
    """The columns in docs/export.md are those of the code: `python -m docs.generate` writes them."""
    text = PAGE.read_text(encoding="utf-8")
    assert export_page(text) == text


def test_every_format_is_documented():
    """docs/export.md names every format."""
    text = PAGE.read_text(encoding="utf-8")
    assert [form for form in FORMATS if f"| `{form}` |" not in text] == []


@pytest.mark.parametrize("form", FORMATS)
def test_the_same_ledger_gives_the_same_files(form):
    """An export says nothing of when and where it was made: its files are the same each time, byte for byte."""
    made = with_all_parts()
    assert export((made,), form=form) == export((made,), form=form)
    assert made == with_all_parts()
