"""A feed (RSS or Atom) -> Items for the entries that hold their report, Addresses for those that only link to it.

The original publisher that an entry names (`<source>`) is its outlet, not the feed that passes it on.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from typing import Any

import msgspec

from accordingto.errors import Damaged, OnlyLinked
from accordingto.read.quiet import hush
from accordingto.records import Address, Item, Rejection

MEDIA_TYPE = "application/xml"


def entries(data: bytes, *, name: str, url: str | None = None) -> Iterator[Item | Address | Rejection]:
    """The entries of the feed `data`, in its order; `url` is where the feed came from.

    An entry's raw bytes are its own fields as JSON with sorted keys, so that the entry is the same report in tomorrow's
    feed; the feed is its carrier. Raises Damaged where there is no feed in `data`.
    """
    # Imported here: who reads one report must not wait for it.
    import feedparser  # noqa: PLC0415

    hush("feedparser")
    parsed = feedparser.parse(
        data,
        # Evidence: an entry's words stay as they came. Its page is made into text by the same code as any other.
        sanitize_html=False,
        resolve_relative_uris=False,
        response_headers={"content-location": url} if url else {},
    )
    if not parsed.version:
        raise Damaged(name, f"is no feed that can be parsed ({parsed.get('bozo_exception', 'no RSS, no Atom')})")
    outlet = _text(parsed.feed.get("title"))
    for number, entry in enumerate(parsed.entries, 1):
        yield _entry(entry, data, outlet, f"{name}#{number}")


def _entry(entry: Any, feed: bytes, outlet: str | None, name: str) -> Item | Address | Rejection:  # noqa: ANN401  untyped
    link = _text(entry.get("link"))
    outlet = _text(entry.get("source", {}).get("title")) or outlet
    title = _text(entry.get("title"))
    published = _day(entry.get("published_parsed") or entry.get("updated_parsed"))
    content = max(entry.get("content", ()), key=lambda part: len(part.get("value", "")), default=None)
    if content is None or not content.get("value", "").strip():
        if link and link.lower().startswith(("http://", "https://")):
            return Address(url=link, title=title, outlet=outlet, published=published)
        return Rejection.of(OnlyLinked(name, "has neither its report nor a link to one: give the report itself"))
    plain = content.get("type") == "text/plain"
    value = _clean(content["value"])
    author = _text(entry.get("author"))
    fields = {
        "author": author,
        "content": value,
        "id": _text(entry.get("id")),
        "outlet": outlet,
        "published": published,
        "title": title,
        "url": link,
    }
    return Item(
        name=name,
        data=msgspec.json.encode(fields, order="sorted"),
        text=value if plain else None,
        html=None if plain else value,
        url=link,
        title=title,
        outlet=outlet,
        author=author,
        published=published,
        carrier=feed,
        carrier_type=MEDIA_TYPE,
    )


def _text(value: object) -> str | None:
    return " ".join(unescape(_clean(value)).split()) or None if isinstance(value, str) else None


def _clean(value: str) -> str:
    """Without lone surrogates, which a feed in a wrong charset can leave and which cannot be written out again."""
    return value.encode("utf-8", "replace").decode("utf-8")


def _day(parsed: Any) -> str | None:  # noqa: ANN401  untyped
    """Feedparser gives times in UTC."""
    if parsed is None:
        return None
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (ValueError, OverflowError):
        return None
