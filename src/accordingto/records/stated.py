"""A statement of a report, with what finding it among those of other reports needs to know."""

from __future__ import annotations

from accordingto.records.attribution import Attribution, via
from accordingto.records.base import Record
from accordingto.records.ledger import Ledger
from accordingto.records.source import Source


class Stated(Record, frozen=True, kw_only=True):
    """One statement beside the report that has it.

    `id` is `<first 16 hex digits of the document's id>/<attribution's id>`. `title`, `outlet`, `published` and `url`
    are the report's. `speaker` is the source that makes the statement, `via` those who pass it on, nearest first.
    """

    id: str
    document: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None
    url: str | None = None
    attribution: Attribution
    speaker: Source | None = None
    via: tuple[Source, ...] = ()

    @property
    def words(self) -> str:
        """What is said, its parts joined by an ellipsis."""
        return " … ".join(span.text for span in self.attribution.content)


def stated(ledger: Ledger) -> tuple[Stated, ...]:
    """The statements of a ledger, each beside its report, in the order of the ledger."""
    document = ledger.document
    sources = {s.id: s for s in ledger.sources}
    attributions = {a.id: a for a in ledger.attributions}
    return tuple(
        Stated(
            id=f"{document.id[:16]}/{attribution.id}",
            document=document.id,
            title=document.title,
            outlet=document.outlet,
            published=document.published,
            url=document.url,
            attribution=attribution,
            speaker=sources.get(attribution.speaker) if attribution.speaker else None,
            via=tuple(sources[voice] for voice in via(attribution, attributions)),
        )
        for attribution in ledger.attributions
    )
