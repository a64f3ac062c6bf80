"""A row of named values (a line of JSONL, of CSV, a row of Parquet) -> an Item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from accordingto.errors import EmptyInput
from accordingto.read.calendar import stated
from accordingto.records import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Under which keys (columns, in a table) the rows of a file have what."""

    text: str = "text"
    title: str = "title"
    url: str = "url"
    published: str = "published"
    outlet: str = "outlet"
    author: str = "author"


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file of many reports: the offset of its byte, and how many lines, rows or records come before it.

    `skip` of the reports from there on are passed over.
    """

    offset: int = 0
    before: int = 0
    skip: int = 0


def row_item(row: Mapping[str, Any], data: bytes, name: str, keys: Keys) -> Item:
    """The report in a row, whose raw bytes are `data`; raises EmptyInput where it has no text under its key."""
    text = row.get(keys.text)
    if not isinstance(text, str) or not text.strip():
        there = ", ".join(sorted(row)[:12]) or "none"
        raise EmptyInput(name, f"has no text under the key {keys.text!r} (its keys: {there}): name it with --text-key")
    published, notes = _published(row.get(keys.published))
    return Item(
        name=name,
        data=data,
        text=text,
        url=_string(row.get(keys.url)),
        title=_string(row.get(keys.title)),
        outlet=_string(row.get(keys.outlet)),
        author=_string(row.get(keys.author)),
        published=published,
        notes=notes,
    )


def _published(value: Any) -> tuple[str | None, tuple[str, ...]]:  # noqa: ANN401  whatever the row holds
    given = _string(value)
    if given is None:
        return None, ()
    told = stated(given)
    return told, () if told else (f"published, as given and not understood: {given}",)


def _string(value: Any) -> str | None:  # noqa: ANN401  whatever the row holds
    if isinstance(value, date):
        value = value.isoformat()
    elif isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None
