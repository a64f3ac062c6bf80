"""A file that an export makes."""

from __future__ import annotations

from accordingto.records.base import Record


class File(Record, frozen=True, kw_only=True):
    """Its name, which holds nothing but letters, digits, dots and hyphens, and its content."""

    name: str
    content: bytes
