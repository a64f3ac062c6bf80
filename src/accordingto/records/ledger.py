"""Everything that was found in one report."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Literal

import msgspec

from accordingto.errors import InvalidRecord
from accordingto.records.attribution import Attribution
from accordingto.records.base import Record
from accordingto.records.check import Check
from accordingto.records.date import Date
from accordingto.records.document import Document
from accordingto.records.figure import Figure
from accordingto.records.source import Source
from accordingto.records.span import Span


class ReaderInfo(Record, frozen=True, kw_only=True):
    """Which program and which model made a ledger."""

    version: str
    model: str
    model_sha256: str


class Ledger(Record, frozen=True, kw_only=True):
    """The account of one report: who says what, how many, when, and what is the outlet's own word.

    `narration` holds the spans that no attribution covers. The JSON form is version 1 of the published schema.
    """

    version: Literal[1] = 1
    document: Document
    sources: tuple[Source, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    figures: tuple[Figure, ...] = ()
    dates: tuple[Date, ...] = ()
    narration: tuple[Span, ...] = ()
    checks: tuple[Check, ...] = ()
    reader: ReaderInfo

    def __post_init__(self) -> None:
        """Every span must quote the text, and every id must lead somewhere: a ledger is evidence."""
        text = self.document.text
        for span in self.spans():
            if not span.quotes(text):
                raise InvalidRecord(
                    f"span {span.start}..{span.end} says {span.text!r}, the text has {text[span.start : span.end]!r}"
                )
        sources = _ids("sources", (s.id for s in self.sources))
        attributions = _ids("attributions", (a.id for a in self.attributions))
        figures = _ids("figures", (f.id for f in self.figures))
        for a in self.attributions:
            _leads(f"attribution {a.id}", {a.within}, attributions)
            _leads(f"attribution {a.id}", {a.speaker, a.to}, sources)
        for f in self.figures:
            _leads(f"figure {f.id}", {f.attribution}, attributions)
            _leads(f"figure {f.id}", {f.speaker, *f.via}, sources)
            _leads(f"figure {f.id}", {f.part_of}, figures - {f.id})
        for check in self.checks:
            _leads(f"check {check.code}", set(check.figures), figures)

    def spans(self) -> Iterator[Span]:
        """Every span of the ledger."""
        for source in self.sources:
            yield from source.spans
        for attribution in self.attributions:
            yield from attribution.spans
        for figure in self.figures:
            yield from figure.spans
        for date in self.dates:
            yield date.span
        yield from self.narration
        for check in self.checks:
            yield from check.spans

    def to_json(self) -> str:
        """The ledger as JSON, version 1, on one line."""
        return msgspec.json.encode(self).decode()

    @classmethod
    def from_json(cls, data: str | bytes) -> Ledger:
        """The ledger that JSON of version 1 stands for; raises InvalidRecord where it is not one."""
        try:
            return msgspec.json.decode(data, type=cls)
        except msgspec.MsgspecError as error:
            raise InvalidRecord(f"not a ledger of version 1: {error}") from error


def _ids(what: str, ids: Iterable[str]) -> frozenset[str]:
    """The ids of `what`, of which each must be one only."""
    given = list(ids)
    if len(set(given)) != len(given):
        raise InvalidRecord(f"two {what} have one id")
    return frozenset(given)


def _leads(what: str, names: Collection[str | None], there: frozenset[str]) -> None:
    """Every id that `what` names must be `there`."""
    lost = sorted(name for name in names if name is not None and name not in there)
    if lost:
        raise InvalidRecord(f"{what} names {', '.join(map(repr, lost))}, which is not there")
