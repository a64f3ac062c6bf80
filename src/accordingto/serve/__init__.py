"""Casebook -> Workbench

The casebook in a browser: pages to read, search, compare and decide, and the same records as JSON under `/api`. The
server is Litestar's; pages are rendered here and need no script, though scripts that come along make them quicker.
"""

from accordingto.serve.app import application
from accordingto.serve.desk import Desk

__all__ = ["Desk", "application"]
