"""Ledgers made by hand: of the example report, and of any text by words."""

from __future__ import annotations

import hashlib
import json
from importlib.resources import files
from pathlib import Path
from types import EllipsisType
from typing import Any

from accordingto.records import (
    Attribution,
    Check,
    Date,
    Document,
    Figure,
    Ledger,
    Place,
    ReaderInfo,
    Source,
    Span,
)

READER = ReaderInfo(version="0.1.0", model="small", model_sha256="5" * 64)
TEXT = files("accordingto.examples").joinpath("harbour-strike.txt").read_text(encoding="utf-8")


def at(text: str, words: str, behind: str = "") -> Span:
    """The span of `words` in `text`: where they first stand behind `behind`."""
    start = text.index(words, text.index(behind) + len(behind))
    return Span.of(text, start, start + len(words))


def document(text: str, **values: Any) -> Document:
    """A document of `text`, with its own hash."""
    identity = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return Document(**{"id": identity, "media_type": "text/plain", "text": text, "language": "en", **values})


def ledger(text: str, *attributions: Attribution, **values: Any) -> Ledger:
    """A ledger of `text` with these attributions."""
    return Ledger(**{"document": document(text), "attributions": attributions, "reader": READER, **values})


def says(identifier: str, *content: Span, **values: Any) -> Attribution:
    """An attribution of `content`, asserted and indirect unless said otherwise."""
    known = {"source": None, "cue": None, "manner": "indirect", "stance": "asserts", "confidence": 0.9}
    return Attribution(id=identifier, content=content, **{**known, **values})


def figure(
    identifier: str, span: Span, low: float | None = None, high: float | EllipsisType | None = ..., **values: Any
) -> Figure:
    """A figure of people: exact unless `high` is given, as None for an open end."""
    known = {"low": low, "high": low if high is ... else high, "unit": "people"}
    return Figure(**{"id": identifier, "span": span, "confidence": 0.9, **known, **values})


_MARKED = json.loads(Path(__file__).with_name("harbour-strike.json").read_text(encoding="utf-8"))


def example(*, speakers: bool) -> Ledger:
    """The ledger of the example report that ships with the package, with or without its speakers worked out."""
    attributions = []
    mentions: dict[str, list[Span]] = {"radio": [at(TEXT, "Radio Veldria")]}
    for row in _MARKED["statements"]:
        words = row["source"] and at(TEXT, *row["source"])
        if words is not None:
            mentions.setdefault(row["speaker"], []).append(words)
        attributions.append(
            Attribution(
                id=row["id"],
                source=words,
                cue=at(TEXT, *row["cue"]),
                content=tuple(at(TEXT, *part) for part in row["content"]),
                manner=row["manner"],
                stance=row["stance"],
                speaker=row["speaker"] if speakers else None,
                to="radio" if speakers and row["id"] == "a16" else None,
                within=row["within"],
                confidence=row["confidence"],
            )
        )
    sources = tuple(Source(**row, mentions=tuple(mentions[row["id"]])) for row in _MARKED["speakers"])
    return Ledger(
        document=document(
            TEXT,
            title="Dozens killed as missiles hit Port Arvan's fish market",
            outlet="Northern Wire",
            published="2024-05-14",
            notes=("dateline: Port Arvan, Veldria", "charset utf-8"),
        ),
        sources=sources if speakers else (),
        attributions=tuple(attributions),
        reader=READER,
    )


def with_all_parts() -> Ledger:
    """The example with figures, dates and checks, as later steps will give them."""
    known = example(speakers=True)
    harbour = {"place": Place(name="Port Arvan"), "period": "2024-05-13"}
    figures = (
        figure("f1", at(TEXT, "At least 31 people"), 31, high=None, counted=at(TEXT, "people"), harm="killed",
               attribution="a1", speaker="marrant", **harbour),
        figure("f2", at(TEXT, "about 650"), 650, approx=True, harm="killed", attribution="a21", speaker="authority",
               period="2022-10/.."),
        figure("f3", at(TEXT, "two missiles"), 2, unit="missile", attribution="a1", speaker="marrant"),
        figure("f4", at(TEXT, "nine"), 9, harm="killed", who="combatants", attribution="a2", speaker="ministry",
               **harbour),
        figure("f5", at(TEXT, "27 bodies"), 27, counted=at(TEXT, "bodies"), harm="killed", attribution="a7",
               speaker="vehl", **harbour),
        figure("f6", at(TEXT, "more than 60 wounded"), 61, high=None, counted=at(TEXT, "wounded"), harm="injured",
               attribution="a7", speaker="vehl", via=("radio",), **harbour),
        figure("f7", at(TEXT, "eleven"), 11, harm="injured", age="children", part_of="f6", attribution="a7",
               speaker="vehl", **harbour),
        figure("f8", at(TEXT, "418 civilians"), 418, counted=at(TEXT, "civilians"), harm="killed", who="civilians",
               attribution="a20", speaker="watch", period="2022-10/..", basis="count"),
    )  # fmt: skip
    return Ledger(
        document=known.document,
        sources=known.sources,
        attributions=known.attributions,
        figures=figures,
        dates=(Date(span=at(TEXT, "October 2022"), value="2022-10", type="date"),
               Date(span=at(TEXT, "2 April"), value="2024-04-02", type="date"),
               Date(span=at(TEXT, "Monday"), value=None, type="date", note="no day of the report to count from")),
        checks=(Check(code="sum", message="31 and nine cannot both count all of the dead.",
                      spans=(at(TEXT, "At least 31 people"), at(TEXT, "nine members")), figures=("f1", "f4")),),
        reader=READER,
    )  # fmt: skip
