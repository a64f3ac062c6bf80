"""One report on its way in, and an address where one may be had."""

from __future__ import annotations

from accordingto.errors import InvalidRecord
from accordingto.records.base import Record


class Item(Record, frozen=True, kw_only=True):
    """The raw bytes of one report, with what the thing that it came in says about it.

    `name` is what messages call it. `data` are the bytes that its document's id is the sha256 of. Where the report is
    wrapped (an entry of a feed, a line of JSONL), `text` is its plain text or `html` its page, and `data` the wrapped
    form; else the report is `data` itself. `url`, `title`, `outlet`, `author`, `published` and `retrieved` go before
    what the report's own text suggests. `carrier` is what it came in where that is evidence by itself (the WARC record
    of a fetched page, the feed of an entry), `carrier_type` its media type.
    """

    name: str
    data: bytes
    text: str | None = None
    html: str | None = None
    url: str | None = None
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    retrieved: str | None = None
    notes: tuple[str, ...] = ()
    carrier: bytes | None = None
    carrier_type: str | None = None

    def __post_init__(self) -> None:
        """A report is wrapped in one way, and a carrier has a type: else nobody could open it later."""
        if self.text is not None and self.html is not None:
            raise InvalidRecord(f"{self.name}: a report is given as text or as a page, not as both")
        if (self.carrier is None) != (self.carrier_type is None):
            raise InvalidRecord(f"{self.name}: a carrier and its media type are given together")


class Address(Record, frozen=True, kw_only=True):
    """An address (http or https) whose report is not here yet, with what a feed that named it says about it."""

    url: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
