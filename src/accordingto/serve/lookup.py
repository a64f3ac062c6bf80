"""What pages look up in the casebook beyond its own questions."""

from __future__ import annotations

import contextlib

from accordingto.casebook import Casebook, ContestFilter, ContestRow, VoiceRow
from accordingto.errors import UnknownTarget
from accordingto.records import Ledger
from accordingto.serve.desk import Desk

_MOST = 500


def contests_with(desk: Desk, ledger: Ledger) -> list[tuple[ContestRow, tuple[str, ...]]]:
    """The contests that hold figures of a report, each with the ids of these figures, those with most first."""
    desk.contests.up_to_date()
    casebook = desk.casebook
    document = ledger.document.id
    inside: dict[str, list[str]] = {}
    of = casebook.contests_of([f"{document[:16]}/{figure.id}" for figure in ledger.figures])
    for figure, contest in of.items():
        inside.setdefault(contest, []).append(figure)
    rows = casebook.contests_page(ContestFilter(document=document), sort="-figures", limit=_MOST).items
    return [(row, tuple(inside[row.id])) for row in rows if row.id in inside]


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
