"""What pages look up in the casebook beyond its own questions."""

from __future__ import annotations

from accordingto.casebook import Casebook, Version
from accordingto.compare import Text, compare, copies
from accordingto.records import Contest, Voice
from accordingto.serve.desk import Desk


def contests_with(desk: Desk, document: str) -> tuple[Contest, ...]:
    """The contests that hold figures of a report."""
    casebook = desk.casebook
    figures = list(casebook.figures())
    wanted = {figure.document for figure in figures}
    texts = copies(Text(d.id, d.text, d.published) for d in casebook.documents(outdated=True) if d.id in wanted)
    found = compare(figures, copies=texts)
    return tuple(c for c in found if any(f.document == document for f in c.figures))


def versions_of(casebook: Casebook, document: str) -> tuple[Version, ...]:
    """The pairs of versions that a report is one of."""
    return tuple(v for v in casebook.versions() if document in {v.earlier, v.later})


def voices_in(casebook: Casebook, document: str) -> dict[str, Voice]:
    """The voices that speak in a report, by the ids of its sources."""
    key = f"source:{document[:16]}/"
    return {
        spelling.id.removeprefix(key): voice
        for voice in casebook.sources()
        for spelling in voice.spellings
        if spelling.id.startswith(key)
    }
