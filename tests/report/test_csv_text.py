"""Lines of CSV: whole, and without formulas."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.report.csv_text import csv_line, unmarked

RISKS = ["=1+1", "+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\0=1", "＝1"]


def read(line: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(line, newline="")))


@pytest.mark.parametrize("risk", RISKS)
def test_no_cell_begins_a_formula(risk):
    """A text that a spreadsheet would run has an apostrophe before it."""
    assert read(csv_line([risk]))[0][0].startswith("'")


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"])) | st.sampled_from(["'=1", "''@x", "'til"]), min_size=2)
)
def test_words_come_back(cells):
    """Read as CSV and without the mark, every text is as it was."""
    (found,) = read(csv_line(cells))
    assert [unmarked(cell) for cell in found] == cells


def test_numbers_are_no_formulas():
    """A negative number stays one; whole numbers have no point, truth is a word, and what is not known is empty."""
    assert csv_line([-3, -2.5, 4.0, True, None]) == "-3,-2.5,4,true,\n"
