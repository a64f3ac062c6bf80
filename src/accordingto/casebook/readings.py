"""A ledger -> the rows by which its sources, statements and figures are found."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from accordingto.casebook.keeping import writable
from accordingto.casebook.names import plain
from accordingto.casebook.ranks import finding_columns, findings_of, statement_rank
from accordingto.casebook.schema import FIGURE, REPORT, SOURCE, STATEMENT
from accordingto.casebook.scope import country, days
from accordingto.casebook.urls import title_key, url_key
from accordingto.casebook.voices import Joined, NewSource, add_sources
from accordingto.records import Ledger, Reported, Source, Stated, reported, stated

_ORDERED = 80
"""So many characters tell the order of titles and names; an index holds no more of them."""
ROOM = 100_000
"""The rows of an entry are numbered from its number times this: unique, and the same whenever they are made anew."""


def replace_readings(connection: Connection, ledger: Ledger, *, entry: int) -> None:
    """Put what `ledger`, of the entry `entry`, found in the place of what an older ledger of its report had found."""
    document = ledger.document
    joined = _joined(connection, document.id)
    _forget(connection, document.id)
    row: dict[str, object] = {
        "title": _maybe(document.title),
        "outlet": _maybe(document.outlet),
        "published": _maybe(document.published),
        "modified": next((n.partition(": ")[2] for n in document.notes if n.startswith("modified: ")), None),
        "retrieved": _maybe(document.retrieved),
        "url": _maybe(document.url),
        "url_key": _maybe(url_key(document.url)),
        "title_key": title_key(document.outlet, document.title),
        "ledger": entry,
        "outlet_key": plain(document.outlet) if document.outlet else None,
        "title_order": order_key(document.title),
        "day": days(document.published)[0],
        "checks": len(ledger.checks),
    }
    connection.execute(update(REPORT).where(REPORT.c.document == document.id).values(**row))
    # Sources that decisions brought in stay, but the day may be told otherwise now.
    connection.execute(update(SOURCE).where(SOURCE.c.document == document.id).values(day=row["day"]))
    outdated = bool(connection.execute(select(REPORT.c.outdated).where(REPORT.c.document == document.id)).scalar_one())
    first = entry * ROOM
    numbers = {source.id: first + i for i, source in enumerate(ledger.sources)}
    new = [
        NewSource(one, numbers[one.id], row_id(document.id, one.id), joined.get((one.kind, writable(one.name))))
        for one in ledger.sources
    ]
    add_sources(connection, document.id, new)
    _read(connection, ledger, numbers, first=first, outdated=outdated)


def restore_readings(connection: Connection, ledger: Ledger, *, entry: int) -> None:
    """Put the statements and figures of `ledger`, the newest of its report, back as they were found in it."""
    document = ledger.document.id
    for table in (STATEMENT, FIGURE):
        connection.execute(delete(table).where(table.c.document == document))
    outdated = bool(connection.execute(select(REPORT.c.outdated).where(REPORT.c.document == document)).scalar_one())
    first = entry * ROOM
    numbers = {source.id: first + i for i, source in enumerate(ledger.sources)}
    _read(connection, ledger, numbers, first=first, outdated=outdated)


def _read(connection: Connection, ledger: Ledger, numbers: Mapping[str, int], *, first: int, outdated: bool) -> None:
    """Add the statements and figures of a ledger, whose sources have these numbers."""
    findings = findings_of(ledger)
    rows = connection.execute(select(SOURCE.c.number, SOURCE.c.voice).where(SOURCE.c.document == ledger.document.id))
    voices = {int(number): int(voice) for number, voice in rows}

    def beside(at: int, speaker: Source | None) -> dict[str, object]:
        """The columns that a statement or figure has besides those of its record."""
        number = numbers[speaker.id] if speaker else None
        voice = None if number is None else voices[number]
        return {"number": first + at, "speaker": number, "voice": voice, "outdated": outdated, "review": None}

    statements = [statement_row(one) | beside(at, one.speaker) for at, one in enumerate(stated(ledger))]
    if statements:
        connection.execute(insert(STATEMENT), statements)
    figures = [
        figure_row(one) | beside(at, one.speaker) | finding_columns(one, findings.get(one.figure.id, ()))
        for at, one in enumerate(reported(ledger))
    ]
    if figures:
        connection.execute(insert(FIGURE), figures)


def brought_in(id_: str) -> bool:
    """Whether a source, statement or figure with this row id came in by a decision, and is in no ledger."""
    return id_.partition("/")[2].startswith("d")


def row_id(document: str, inner: str) -> str:
    """The id of a source, statement or figure among those of all reports."""
    return f"{document[:16]}/{inner}"


def figure_row(one: Reported) -> dict[str, object]:
    """The columns of a figure that follow from its record."""
    figure = one.figure
    start, end = days(figure.period)
    return {
        "id": one.id,
        "document": one.document,
        "start": figure.span.start,
        "end": figure.span.end,
        "harm": figure.harm,
        "unit": figure.unit,
        "low": figure.low,
        "high": figure.high,
        "least": figure.high if figure.low is None else figure.low,
        "most": figure.low if figure.high is None else figure.high,
        "country": country(figure.place),
        "place": writable(figure.place.name) if figure.place else None,
        "period_start": start,
        "period_end": end,
        "outlet_key": plain(one.outlet) if one.outlet else None,
        "day": days(one.published)[0],
        "speaker_order": order_key(one.speaker.name) if one.speaker else None,
        "confidence": figure.confidence,
        "record": msgspec.json.encode(one).decode(),
    }


def statement_row(one: Stated) -> dict[str, object]:
    """The columns of a statement that follow from its record."""
    return {
        "id": one.id,
        "document": one.document,
        "start": one.attribution.content[0].start,
        "end": one.attribution.content[-1].end,
        "stance": one.attribution.stance,
        "manner": one.attribution.manner,
        "outlet_key": plain(one.outlet) if one.outlet else None,
        "day": days(one.published)[0],
        "speaker_order": order_key(one.speaker.name) if one.speaker else None,
        "confidence": one.attribution.confidence,
        "words": writable(one.words),
        "rank": statement_rank(one),
        "record": msgspec.json.encode(one).decode(),
    }


def order_key(words: str | None) -> str | None:
    """What titles and names are put in order by: their first words, folded; None for none."""
    return None if words is None else plain(words)[:_ORDERED]


def _maybe(text: str | None) -> str | None:
    return None if text is None else writable(text)


def _joined(connection: Connection, document: str) -> dict[tuple[str, str], Joined]:
    """The voices of the sources that an older ledger had: a newer one must not undo what was decided about them."""
    columns = (SOURCE.c.voice, SOURCE.c.because, SOURCE.c.found, SOURCE.c.found_because, SOURCE.c.part)
    rows = connection.execute(
        select(SOURCE.c.kind, SOURCE.c.name, *columns).where(SOURCE.c.document == document).order_by(SOURCE.c.number)
    )
    return {(row.kind, row.name): Joined(*row[2:]) for row in rows}


def _forget(connection: Connection, document: str) -> None:
    """Take away what an older ledger had found; sources that decisions brought in stay, for the next ledger too."""
    connection.execute(delete(SOURCE).where(SOURCE.c.document == document, ~SOURCE.c.id.like("%/d%")))
    for table in (STATEMENT, FIGURE):
        connection.execute(delete(table).where(table.c.document == document))
