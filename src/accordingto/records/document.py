"""A report as it was read."""

from __future__ import annotations

import re

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record

_SHA256 = re.compile(r"[0-9a-f]{64}")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Document(Record, frozen=True, kw_only=True):
    """One report: its text, never changed after it was read, and what the file says about it.

    `id` is the sha256 of the raw bytes in hex. `published` and `retrieved` are EDTF (`2023-03-20`, or a date and
    time with zone as given). `language` is an ISO 639-1 code. `notes` says in words what else was learnt on reading:
    the extractor and its version, the charset, the dateline's place and agency, the date of a later change.
    """

    id: str
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    retrieved: str | None = None
    language: str | None = None
    url: str | None = None
    media_type: str
    text: str
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """The id must be a hash, and the text must be Unicode: a lone surrogate cannot be written out again."""
        if not _SHA256.fullmatch(self.id):
            raise InvalidRecord(f"document id {self.id!r} is not a sha256 in hex")
        lone = _LONE_SURROGATE.search(self.text)
        if lone:
            raise InvalidRecord(
                f"the text has a lone surrogate (U+{ord(lone.group()):04X}) at offset {lone.start()}: decode it anew"
            )
