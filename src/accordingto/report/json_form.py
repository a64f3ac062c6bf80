"""Ledger -> JSON, version 1."""

from __future__ import annotations

import msgspec

from accordingto.records import Ledger


def json_text(ledger: Ledger, *, indent: int | None) -> str:
    """The ledger as JSON with its keys in the published order, `indent` spaces per level, or on one line for None.

    Ends without a line break. `Ledger.from_json` gives the same ledger back.
    """
    line = ledger.to_json()
    return line if indent is None else msgspec.json.format(line, indent=indent)
