"""Register -> its rows as pages show them."""

from __future__ import annotations

from accordingto.register import Register
from accordingto.register.wording import counted, numbers
from accordingto.report.site.book import OnRecord


def on_record(register: Register) -> dict[str, OnRecord]:
    """The rows that figures are held against, by their ids; those that are unverified are none."""
    return {
        row.id: OnRecord(
            id=row.id,
            source=", ".join(register.publishers[publisher].name for publisher in row.publishers),
            numbers=numbers(row),
            counted=counted(row),
            low=row.low,
            point=row.point,
            high=row.high,
            published=row.published,
            citation=row.citation.title,
            url=row.citation.url,
        )
        for row in register.rows
        if row.on
    }
