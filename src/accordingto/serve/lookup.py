"""What pages look up in the casebook beyond its own questions."""

from __future__ import annotations

import contextlib

from accordingto.casebook import Casebook, VoiceRow
from accordingto.compare import Text, compare, copies
from accordingto.errors import UnknownTarget
from accordingto.records import Contest, Ledger
from accordingto.serve.desk import Desk


def contests_with(desk: Desk, document: str) -> tuple[Contest, ...]:
    """The contests that hold figures of a report."""
    casebook = desk.casebook
    figures = list(casebook.figures())
    wanted = {figure.document for figure in figures}
    texts = copies(Text(d.id, d.text, d.published) for d in casebook.documents(outdated=True) if d.id in wanted)
    found = compare(figures, copies=texts)
    return tuple(c for c in found if any(f.document == document for f in c.figures))


def voices_in(casebook: Casebook, ledger: Ledger) -> dict[str, VoiceRow]:
    """The voices of those who speak in a report, by the ids of its sources."""
    named = [a.speaker for a in ledger.attributions] + [a.to for a in ledger.attributions]
    named += [voice for f in ledger.figures for voice in (f.speaker, *f.via)]
    speaking = [voice for voice in dict.fromkeys(named) if voice is not None]
    key = ledger.document.id[:16]
    found = {}
    for source in speaking:
        with contextlib.suppress(UnknownTarget):  # one that a decision has brought in and another taken away
            found[source] = casebook.voice(f"source:{key}/{source}")
    return found
