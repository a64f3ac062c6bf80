"""A figure or statement that a person found and the program had missed -> its row among those of the report."""

from __future__ import annotations

from typing import Any

import msgspec
from sqlalchemy import Connection, insert, select

from accordingto.casebook.corrections import converted, must_quote, new_speaker
from accordingto.casebook.readings import ROOM, figure_row, row_id, statement_row
from accordingto.casebook.schema import FIGURE, REPORT, STATEMENT
from accordingto.casebook.voices import NewSource, add_sources, voice_of
from accordingto.errors import UnknownTarget
from accordingto.records import Attribution, Figure, Ledger, Reported, Source, Stated, reported, stated

_WAYS = {"figure", "statement"}


def missed(ledger: Ledger, value: dict[str, Any], *, id_: str) -> tuple[Reported | Stated, Source | None]:
    """What `value` holds, as a figure or statement of this report under the id `id_`, and who it is from.

    `value` has the fields of a figure or statement under `figure` or `statement`, and under `speaker` a name and kind,
    or null for the outlet itself. Raises UnknownTarget where they do not fit, or do not quote the report.
    """
    if len(_WAYS & set(value)) != 1 or set(value) - _WAYS - {"speaker"}:
        raise UnknownTarget('adding needs {"figure": {…}} or {"statement": {…}}, and {"speaker": {"name": …}} or null')
    speaker = new_speaker(value.get("speaker"), id_=id_)
    told = {"id": id_, "speaker": speaker.id if speaker else None, "confidence": 1.0}
    sources = (*ledger.sources, speaker) if speaker else ledger.sources
    bare = msgspec.structs.replace(ledger, sources=sources, figures=(), checks=())
    if "figure" in value:
        figure = converted(dict(value["figure"]) | told, Figure)
        must_quote(figure.spans, ledger.document.text)
        there = {a.id for a in ledger.attributions}
        if figure.attribution not in there:
            figure = msgspec.structs.replace(figure, attribution=None)
        return reported(msgspec.structs.replace(bare, figures=(figure,)))[0], speaker
    attribution = converted(dict(value["statement"]) | told, Attribution)
    must_quote(attribution.spans, ledger.document.text)
    return stated(msgspec.structs.replace(bare, attributions=(attribution,)))[0], speaker


def insert_missed(connection: Connection, ledger: Ledger, value: dict[str, Any], *, number: int) -> None:
    """Add what the decision `number` brought in, unless the report has it at that very place, by a newer reading."""
    one, speaker = missed(ledger, value, id_=f"d{number}")
    table = FIGURE if isinstance(one, Reported) else STATEMENT
    row = figure_row(one) if isinstance(one, Reported) else statement_row(one)
    same = [table.c[name] == row[name] for name in ("document", "start", "end")]
    if connection.execute(select(table.c.number).where(*same)).first() is not None:
        return
    if speaker is not None:
        new = NewSource(speaker, number * ROOM, row_id(ledger.document.id, speaker.id))
        add_sources(connection, ledger.document.id, [new])
    outdated = connection.execute(select(REPORT.c.outdated).where(REPORT.c.document == row["document"])).scalar_one()
    row |= {"number": number * ROOM, "speaker": number * ROOM if speaker else None}
    row["voice"] = voice_of(connection, number * ROOM) if speaker else None
    connection.execute(insert(table).values(**row, outdated=outdated, review="added"))
