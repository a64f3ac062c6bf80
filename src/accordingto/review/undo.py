"""A decision's number -> the decision that undoes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from accordingto.casebook import Casebook
    from accordingto.records import Decision


def undo(casebook: Casebook, number: int, *, by: str, why: str) -> Decision:
    """Append the decision that takes back decision `number`: all is then as if that one had never been made.

    Decisions that were made since stand. An undoing can be undone in turn. Raises UnknownTarget where there is no such
    decision, and where it is undone already; the message says by which.
    """
    return casebook.decide(f"decision:{number}", "undo", by=by, why=why)
