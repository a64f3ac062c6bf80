"""What all records have in common: they are frozen, take keywords only, and refuse unknown keys when decoded."""

from __future__ import annotations

import msgspec


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base of the records. Checks stand in `__post_init__` and run both when built and when decoded from JSON."""
