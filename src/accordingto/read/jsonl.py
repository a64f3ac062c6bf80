"""A file of JSON, one report per line -> Items.

The raw bytes of such a report are its line: so the same words from two outlets stay two reports.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, cast

import msgspec

from accordingto.errors import Damaged, EmptyInput, ReadError, TooLarge
from accordingto.read.calendar import stated
from accordingto.read.inputs import SIZE_LIMIT
from accordingto.records import Item, Rejection

SUFFIXES = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """Under which keys the lines of a JSONL file have what."""

    text: str = "text"
    title: str = "title"
    url: str = "url"
    published: str = "published"
    outlet: str = "outlet"
    author: str = "author"


def jsonl(path: Path, keys: Keys) -> Iterator[Item | Rejection]:
    """The reports of the file `path`, plain or gzipped, and a rejection for each line that holds none.

    Blank lines are passed over. Raises OSError where the file cannot be read.
    """
    with _opened(path) as file:
        number = 0
        try:
            while line := file.readline(SIZE_LIMIT):
                number += 1
                if line.strip():
                    yield _attempt(line, f"{path}:{number}", keys)
        except (gzip.BadGzipFile, EOFError) as error:
            yield Rejection.of(Damaged(f"{path}:{number + 1}", f"its compression breaks off ({error}): get it anew"))


def _opened(path: Path) -> IO[bytes]:
    packed = path.name.lower().endswith(".gz")
    return cast("IO[bytes]", gzip.open(path, "rb") if packed else path.open("rb"))


def _attempt(line: bytes, name: str, keys: Keys) -> Item | Rejection:
    try:
        return _item(line, name, keys)
    except ReadError as error:
        return Rejection.of(error)


def _item(line: bytes, name: str, keys: Keys) -> Item:
    if len(line) >= SIZE_LIMIT:
        raise TooLarge(name, f"has at least {SIZE_LIMIT:,} bytes on one line: give one report per line")
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise Damaged(name, f"is no JSON ({error}): each line must be one object") from None
    if not isinstance(row, dict):
        raise Damaged(name, f"is JSON, but no object (it is {_kind(row)}): each line must be one object")
    text = row.get(keys.text)
    if not isinstance(text, str) or not text.strip():
        there = ", ".join(sorted(row)[:12]) or "none"
        raise EmptyInput(name, f"has no text under the key {keys.text!r} (its keys: {there}): name it with --text-key")
    published, notes = _published(row.get(keys.published))
    return Item(
        name=name,
        data=line.rstrip(b"\r\n"),
        text=text,
        url=_string(row.get(keys.url)),
        title=_string(row.get(keys.title)),
        outlet=_string(row.get(keys.outlet)),
        author=_string(row.get(keys.author)),
        published=published,
        notes=notes,
    )


def _published(value: Any) -> tuple[str | None, tuple[str, ...]]:  # noqa: ANN401  whatever the line holds
    given = _string(value)
    if given is None:
        return None, ()
    told = stated(given)
    return told, () if told else (f"published, as given and not understood: {given}",)


def _string(value: Any) -> str | None:  # noqa: ANN401  whatever the line holds
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = str(value)
    return " ".join(value.split()) or None if isinstance(value, str) else None


def _kind(value: Any) -> str:  # noqa: ANN401  whatever the line holds
    return {list: "a list", str: "a string", type(None): "null"}.get(type(value), "a number or a truth value")
