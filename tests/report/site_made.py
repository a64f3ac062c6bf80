"""A casebook made by hand: reports of two sentences, the contest of their figures, and the voices in them."""

from __future__ import annotations

import msgspec

from accordingto.compare import Text, compare, copies
from accordingto.records import Check, Ledger, Place, Rejection, Source, Spelling, Voice, reported, stated
from accordingto.report.site import Book, OnRecord
from tests.report.hand_made import at, document, figure, ledger, says

BRIDGE = Place(name="Veldria")
RECORD = OnRecord(
    id="VE1", source="Quayside Watch", numbers="40 [35–48]", counted="killed, Veldria", low=35, point=40, high=48,
    published="2024-06", citation="Quayside Watch, The fallen bridge, page 3", url="https://quayside.example/bridge",
)  # fmt: skip


def report(speaker: str, words: str, low: int, *, day: str, outlet: str, high: object = ..., **values) -> Ledger:
    """A report in which `speaker` gives one number of people killed as the bridge fell."""
    text = f"{words} people were killed when the bridge fell, {speaker} said in {outlet} on {day}.\n\nIt rained."
    name = at(text, speaker)
    source = Source(id="s1", name=speaker, kind="person", role="harbour master", mentions=(name,))
    told = says("a1", at(text, f"{words} people were killed when the bridge fell"), source=name,
                cue=at(text, "said"), speaker="s1")  # fmt: skip
    one = figure("f1", at(text, f"{words} people"), low, high, harm="killed", place=BRIDGE, period="2024-05-01",
                 speaker="s1", attribution="a1")  # fmt: skip
    made = msgspec.structs.replace(document(text), title=f"Bridge: {words}", outlet=outlet, published=day)
    return ledger(text, told, document=made, sources=(source,), figures=(one,), **values)


def reports() -> list[Ledger]:
    """Three reports of one event: two of one speaker's number, one that gives another."""
    first = report("Ilse Marrant", "12", 12, day="2024-05-02", outlet="Coast Courier")
    check = Check(code="matches_record", message="it does", figures=("f1",), register="VE1")
    return [
        msgspec.structs.replace(first, checks=(check,)),
        report("Ilse Marrant", "12", 12, day="2024-05-02", outlet="Northern Wire"),
        report("Per <b>Oole", "31", 31, day="2024-05-04", outlet="The Quay"),
    ]


def voices(ledgers: list[Ledger]) -> tuple[Voice, ...]:
    """The voices of reports, by name."""
    found: dict[str, list[Spelling]] = {}
    for one in ledgers:
        for source in one.sources:
            spelling = Spelling(id=f"source:{one.document.id[:16]}/{source.id}", name=source.name,
                                document=one.document.id, role=source.role)  # fmt: skip
            found.setdefault(source.name, []).append(spelling)
    return tuple(
        Voice(id=some[0].id, name=name, kind="person", reports=len(some), statements=len(some), figures=len(some),
              spellings=tuple(some))
        for name, some in found.items()
    )  # fmt: skip


def book(ledgers: list[Ledger] | None = None) -> Book:
    """The casebook of some reports, by default the three."""
    given = reports() if ledgers is None else ledgers
    figures = [f for one in given for f in reported(one)]
    texts = copies(Text(one.document.id, one.document.text, one.document.published) for one in given)
    return Book(
        name="Bridges & more",
        ledgers=given,
        contests=compare(figures, copies=texts),
        voices=voices(given),
        statements=[s for one in given for s in stated(one)],
        figures=figures,
        rejections=(Rejection(name="blank.txt", reason="empty", message="is empty: there is nothing to read in it"),),
        records={"VE1": RECORD},
    )
