"""Ledger -> str

A ledger for people and programs: terminal text, a self-contained HTML page, and JSON with its published schema; and
contests as a table for the terminal and as JSON.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accordingto.report.contest_json import contests_json
    from accordingto.report.contest_table import contests_view
    from accordingto.report.figure_table import figures_csv, figures_parquet, figures_table
    from accordingto.report.html_page import page
    from accordingto.report.json_form import json_text
    from accordingto.report.site import casebook_pages
    from accordingto.report.statement_list import statements_text
    from accordingto.report.terminal_view import terminal
    from accordingto.report.wrapping import text_table, wrapped

__all__ = [
    "casebook_pages",
    "contests_json",
    "contests_view",
    "figures_csv",
    "figures_parquet",
    "figures_table",
    "json_text",
    "page",
    "statements_text",
    "terminal",
    "text_table",
    "wrapped",
]

# Each view is imported when it is first asked for: who wants JSON shall not wait for the page's templates, nor for
# the terminal's library.
_HOMES = {
    "casebook_pages": "site",
    "contests_json": "contest_json",
    "contests_view": "contest_table",
    "figures_csv": "figure_table",
    "figures_parquet": "figure_table",
    "figures_table": "figure_table",
    "json_text": "json_form",
    "page": "html_page",
    "statements_text": "statement_list",
    "terminal": "terminal_view",
    "text_table": "wrapping",
    "wrapped": "wrapping",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's attributes have no common type
    """The view of that name; raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The names of the views."""
    return sorted(__all__)
