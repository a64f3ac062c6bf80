"""Names of files, folders and addresses -> the reports in them as Items, one after the other.

Files that hold many reports (JSONL, WARC, WACZ, feeds) are opened here and never held in memory whole, feeds excepted.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from accordingto.errors import Damaged, MissingInput, ReadError
from accordingto.read import feeds, jsonl, warc
from accordingto.read.formats import feed
from accordingto.read.inputs import find, is_address, load
from accordingto.records import Address, Item, Rejection

if TYPE_CHECKING:
    from accordingto.read.fetch import Fetcher

CONTAINERS = (*jsonl.SUFFIXES, *warc.SUFFIXES, ".rss", ".atom", ".xml")
"""The endings of files that hold many reports; in a folder they are picked up beside single reports."""


def items(
    given: Iterable[Path | str],
    *,
    keys: jsonl.Keys = jsonl.Keys(),  # noqa: B008  frozen
) -> Iterator[Item | Address | Rejection]:
    """The reports that `given` stand for: files, folders of them, files that hold many, and addresses.

    `keys` names the keys of JSONL files. An address is given back as it is, for `fetched`: nothing is fetched here.
    What cannot be read is a Rejection in its place, and the rest goes on.
    """
    for one in given:
        if is_address(one):
            yield Address(url=str(one))
            continue
        for path in find([one], also=CONTAINERS):
            try:
                yield from _file(path, keys)
            except ReadError as error:
                yield Rejection.of(error)
            except OSError as error:
                yield Rejection.of(MissingInput(str(path), f"cannot be read ({error.strerror or error}): check it"))


def fetched(address: Address, fetcher: Fetcher) -> Iterator[Item | Address | Rejection]:
    """The report at an address, or the entries of the feed there; what an entry only links to is an Address again.

    What a feed said about the report goes before what its page says.
    """
    try:
        final, record = fetcher.fetch(address.url)
        (page,) = warc.pages(io.BytesIO(record), io.BytesIO(record), name=address.url, any_type=True)
        if isinstance(page, Rejection):
            yield msgspec.structs.replace(page, name=address.url)
        elif _is_feed(page.data):
            yield from feeds.entries(page.data, name=address.url, url=final)
        else:
            yield msgspec.structs.replace(
                page,
                name=address.url,
                url=final,
                title=address.title,
                outlet=address.outlet,
                published=address.published,
            )
    except ReadError as error:
        yield Rejection(name=address.url, reason=error.code, message=error.message)


def _file(path: Path, keys: jsonl.Keys) -> Iterator[Item | Address | Rejection]:
    name = path.name.lower()
    if name.endswith(jsonl.SUFFIXES):
        yield from jsonl.jsonl(path, keys)
    elif name.endswith(warc.SUFFIXES) or warc.is_warc(_head(path)):
        yield from warc.archive(path)
    else:
        data = load(path)
        if _is_feed(data):
            yield from feeds.entries(data, name=str(path))
        elif name.endswith((".rss", ".atom")):
            yield Rejection.of(Damaged(str(path), "is named as a feed but is none: get it anew"))
        else:
            yield Item(name=str(path), data=data)


def _head(path: Path) -> bytes:
    """The first bytes of a file; none where it cannot be opened, which `load` then says."""
    try:
        with path.open("rb") as file:
            return file.read(512)
    except (OSError, ValueError):
        return b""


def _is_feed(data: bytes) -> bool:
    """Whether these are a feed: its root stands in ASCII in every charset that feeds are written in."""
    return feed(data[:4_000].decode("utf-8", "replace").lstrip("\ufeff")) in {"rss", "feed", "rdf:RDF"}
