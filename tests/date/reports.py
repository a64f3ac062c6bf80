"""Short reports for the tests of dates."""

from __future__ import annotations

from accordingto.date import date
from accordingto.records import Date, Document

MONDAY = "2023-03-20"  # the day on which the made-up reports appear


def dates(text: str, published: str | None = MONDAY) -> tuple[Date, ...]:
    return date(Document(id="0" * 64, published=published, media_type="text/plain", text=text))


def values(text: str, published: str | None = MONDAY) -> list[tuple[str, str | None]]:
    return [(one.span.text, one.value) for one in dates(text, published)]


def history(text: str) -> list[tuple[str, str | None]]:
    """The dates of a text that appears nowhere: a history, if it names years."""
    return values(text, None)
