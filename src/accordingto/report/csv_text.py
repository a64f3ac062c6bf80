"""Cells -> lines of CSV (RFC 4180) that no spreadsheet takes for formulas.

A report can hold `=HYPERLINK(…)`, and a spreadsheet would run it. So a text that begins with a character that begins a
formula gets an apostrophe before it (OWASP, "CSV Injection"; CWE-1236). So does a text that begins with apostrophes and
then such a character, that the mark can be taken off again without doubt.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

Cell = str | float | int | bool | None

_RISK = r"[=+\-@\t\r\n\0＝＋－＠]"
_FORMULA = re.compile(f"'*{_RISK}")
_MARKED = re.compile(f"'+{_RISK}")


def csv_line(cells: Iterable[Cell]) -> str:
    """One line: what is not known is empty, truth is `true` or `false`, and whole numbers have no point."""
    out = io.StringIO()
    # With this line end the library quotes a cell that holds either of its two characters.
    csv.writer(out, lineterminator="\r\n").writerow([csv_cell(cell) for cell in cells])
    return out.getvalue().removesuffix("\r\n") + "\n"


def csv_cell(cell: Cell) -> str:
    """One cell before quoting; a number is never marked, though it begins with a minus sign.

    >>> csv_cell("=1+1"), csv_cell(-3), csv_cell("'til Monday")
    ("'=1+1", '-3', "'til Monday")
    """
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return str(cell).lower()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, str) and _FORMULA.match(cell):
        return f"'{cell}"
    return str(cell)


def unmarked(cell: str) -> str:
    """The text that `csv_cell` made this cell of.

    >>> unmarked(csv_cell("@who"))
    '@who'
    """
    return cell[1:] if _MARKED.match(cell) else cell
