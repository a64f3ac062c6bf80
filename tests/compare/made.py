"""Figures beside reports, made by hand from a sentence."""

from __future__ import annotations

import hashlib
from typing import Any

from accordingto.records import Figure, Place, Reported, Source, Span

ORGANISATIONS = {"WHO", "IFHS", "Quayside Watch", "the health ministry"}


def says(sentence: str, words: str, low: Any, high: Any = "low", **values: Any) -> Reported:
    """A figure of `sentence`, in which it stands as `words`; `high` is `low` unless given, and `people` are counted.

    `report` names its report, of which the document's id is made; `speaker` is a name; `counted` are words of the
    sentence; the rest goes to the Figure, or to the Reported where that has it.
    """
    report = values.pop("report", sentence)
    document = hashlib.sha256(report.encode()).hexdigest()
    beside = {k: values.pop(k) for k in ("published", "outlet", "author", "url", "notes", "title") if k in values}
    speaker = values.pop("speaker", None)
    kind = values.pop("kind", "organisation" if speaker in ORGANISATIONS else "person")
    place = values.pop("place", None)
    counted = values.pop("counted", None)
    at = sentence.index(words)
    span = Span.of(sentence, at, at + len(words))
    figure = Figure(
        id=values.pop("id", f"f{at}"),
        span=span,
        low=low,
        high=low if high == "low" else high,
        unit=values.pop("unit", "people"),
        counted=Span.of(sentence, sentence.index(counted), sentence.index(counted) + len(counted)) if counted else None,
        place=Place(name=place) if isinstance(place, str) else place,
        harm=values.pop("harm", "killed"),
        confidence=0.9,
        **values,
    )
    return Reported(
        id=f"{document[:16]}/{figure.id}",
        document=document,
        figure=figure,
        speaker=Source(id="s1", name=speaker, kind=kind, mentions=()) if speaker else None,
        statement=(Span.of(sentence, 0, len(sentence)),),
        sentence=Span.of(sentence, 0, len(sentence)),
        **beside,
    )
