"""Contest* -> JSON, version 1."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from accordingto.records import Contest


def contests_json(contests: Sequence[Contest], *, indent: int | None) -> str:
    """One object: `version`, 1, and `contests`, each as its record with its `summary` in words.

    `indent` is the number of spaces per level, None for one line. Ends without a line break.
    """
    rows = [{**msgspec.to_builtins(contest), "summary": contest.summary} for contest in contests]
    line = msgspec.json.encode({"version": 1, "contests": rows}).decode()
    return line if indent is None else msgspec.json.format(line, indent=indent)
