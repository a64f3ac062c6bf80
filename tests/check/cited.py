"""Ledgers made by hand: a report with figures, each with whom it cites."""

from __future__ import annotations

import hashlib
import re
from typing import Any

from accordingto.records import Check, Document, Figure, Ledger, Place, ReaderInfo, Source, Span

READER = ReaderInfo(version="0.1.0", model="small", model_sha256="5" * 64)
IRAQ = Place(name="Iraq", country="IQ")


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def number(words: str) -> int | None:
    found = re.search(r"\d[\d,]*", words)
    return int(found.group().replace(",", "")) if found else None


def figure(text: str, words: str, nth: int = 1, **values: Any) -> Figure:
    """The figure that `words` state: people killed, as many as the number says, unless said otherwise.

    `period` may be given with its words as a pair.
    """
    if isinstance(values.get("period"), tuple):
        period, said = values["period"]
        values |= {"period": period, "period_words": at(text, said)}
    for field in ("harm_words", "counted"):
        if isinstance(values.get(field), str):
            values[field] = at(text, values[field])
    known = {"low": number(words), "high": number(words), "unit": "people", "harm": "killed", "confidence": 0.9}
    return Figure(id=f"f{nth}", span=at(text, words), **{**known, **values})


def ledger(text: str, *figures: Figure, speakers: tuple[str, ...] = (), kind: str = "organisation",
           published: str | None = "2023-03-20") -> Ledger:  # fmt: skip
    """A ledger of `text`; figure N is from speaker N, where there is one."""
    sources = tuple(
        Source(id=f"s{n}", name=name, kind=kind, mentions=(at(text, name),) if name and name in text else ())
        for n, name in enumerate(speakers, 1)
    )  # fmt: skip
    told = tuple(
        Figure(**{f: getattr(one, f) for f in one.__struct_fields__ if f != "speaker"},
               speaker=one.speaker or (f"s{n}" if n <= len(sources) and speakers[n - 1] else None))
        for n, one in enumerate(figures, 1)
    )  # fmt: skip
    return Ledger(
        document=Document(id=hashlib.sha256(text.encode()).hexdigest(), text=text, media_type="text/plain",
                          published=published),
        sources=tuple(s for s in sources if s.name), figures=told, reader=READER,
    )  # fmt: skip


def codes(checks: list[Check]) -> list[str]:
    return [c.code for c in checks]
