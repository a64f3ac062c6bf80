"""Ledger -> str

A ledger for people and programs: terminal text, a self-contained HTML page, and JSON with its published schema.
"""

from accordingto.report.html_page import page
from accordingto.report.json_form import json_text
from accordingto.report.terminal_view import terminal

__all__ = ["json_text", "page", "terminal"]
