"""A ledger, and what decisions left of its figures and statements -> the ledger as it is now taken."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from accordingto.records import Ledger, Reported, Source, Stated


def decided(ledger: Ledger, figures: Sequence[Reported], statements: Sequence[Stated]) -> Ledger:
    """The ledger with these figures and statements of its report in place of its own, and the speakers they bring.

    What leads to a figure or statement that was rejected leads nowhere then, and is dropped.
    """
    there = {s.attribution.id for s in statements}
    counted = {f.figure.id for f in figures}
    sources: dict[str, Source] = {s.id: s for s in ledger.sources}
    said: tuple[Stated | Reported, ...] = (*statements, *figures)
    for one in said:
        if one.speaker is not None:
            sources.setdefault(one.speaker.id, one.speaker)
    return replace(
        ledger,
        sources=tuple(sources.values()),
        attributions=tuple(
            replace(s.attribution, within=s.attribution.within if s.attribution.within in there else None)
            for s in sorted(statements, key=lambda s: s.attribution.content[0].start)
        ),
        figures=tuple(
            replace(
                f.figure,
                attribution=f.figure.attribution if f.figure.attribution in there else None,
                part_of=f.figure.part_of if f.figure.part_of in counted else None,
            )
            for f in sorted(figures, key=lambda f: f.figure.span.start)
        ),
        checks=tuple(replace(c, figures=tuple(f for f in c.figures if f in counted)) for c in ledger.checks),
    )
