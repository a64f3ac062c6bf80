"""A decision -> what it changes in what is found. The ledgers stay as they are: only the look-up tables show it.

A decision about a figure or statement holds its span, so that a newer ledger of the same text has it, too.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from sqlalchemy import Connection, Row, Table, select, update

from accordingto.casebook.readings import ROOM, figure_row, row_id
from accordingto.casebook.schema import DECISION, FIGURE, REPORT, SOURCE, STATEMENT
from accordingto.casebook.voices import NewSource, add_sources
from accordingto.errors import UnknownTarget
from accordingto.records import Attribution, Figure, Reported, Source, Stated

FIGURE_FIELDS = frozenset(
    {"low", "high", "approx", "vague", "unit", "harm", "who", "group", "age", "sex", "place", "period", "as_of",
     "basis", "since_last", "per", "denied", "speaker"}
)  # fmt: skip
"""What a decision can correct in a figure."""
STATEMENT_FIELDS = frozenset({"manner", "stance", "speaker"})
"""What a decision can correct in a statement."""
_T = TypeVar("_T")
_REVIEWS = {"accept": "accepted", "correct": "corrected", "reject": "rejected"}


def effect(connection: Connection, decision: Row[Any]) -> None:
    """Let a decision, a row of its table, take effect; one about something that is no more changes nothing."""
    kind, _, id_ = decision.target.partition(":")
    value = msgspec.json.decode(decision.value)
    if kind == "source" and decision.kind in {"merge", "split"}:
        _move(connection, id_, value["with"], decision)
    elif kind in {"figure", "statement"} and decision.kind in _REVIEWS:
        table = FIGURE if kind == "figure" else STATEMENT
        row = _located(connection, table, id_, decision)
        if row is not None:
            changes = value if decision.kind == "correct" else {}
            _review(connection, table, row, changes, decision)


def effects_again(connection: Connection, document: str) -> None:
    """Let the decisions about a report's figures and statements take effect on its new ledger, too."""
    rows = connection.execute(select(DECISION).where(DECISION.c.document == document).order_by(DECISION.c.number))
    for row in rows.all():
        if not row.target.startswith("source:"):  # The voices of sources outlive a ledger by themselves.
            effect(connection, row)


def corrected_figure(one: Reported, changes: dict[str, Any], speaker: Source | None) -> Reported:
    """The figure with these fields changed; `speaker` is who it is from, looked up already where it changes.

    Raises UnknownTarget, which names the field, where a value does not fit.
    """
    _refuse(changes, FIGURE_FIELDS)
    fields = msgspec.to_builtins(one.figure) | {k: v for k, v in changes.items() if k != "speaker"}
    if "speaker" in changes:
        fields |= {"speaker": speaker.id if speaker else None, "via": []}
    figure = _converted(fields, Figure)
    via = () if "speaker" in changes else one.via
    return msgspec.structs.replace(one, figure=figure, speaker=speaker, via=via)


def corrected_statement(one: Stated, changes: dict[str, Any], speaker: Source | None) -> Stated:
    """The statement with these fields changed; otherwise as `corrected_figure`."""
    _refuse(changes, STATEMENT_FIELDS)
    fields = msgspec.to_builtins(one.attribution) | changes
    fields["speaker"] = speaker.id if speaker else None
    return msgspec.structs.replace(one, attribution=_converted(fields, Attribution), speaker=speaker)


def new_speaker(value: object, *, id_: str) -> Source | None:
    """The speaker that a correction names: None for the outlet itself, else `{"name": …, "kind": …}`."""
    if value is None:
        return None
    if not isinstance(value, dict) or not isinstance(value.get("name"), str):
        raise UnknownTarget('speaker: give null for the outlet itself, or {"name": "WHO", "kind": "organisation"}')
    return _converted({"kind": "organisation"} | value | {"id": id_, "mentions": []}, Source)


def _refuse(changes: dict[str, Any], fields: frozenset[str]) -> None:
    unknown = sorted(set(changes) - fields)
    known = ", ".join(sorted(fields))
    if not changes:
        raise UnknownTarget(f"a correction needs the field that it corrects: give some of {known}")
    if unknown:
        raise UnknownTarget(f"{', '.join(map(repr, unknown))} cannot be corrected here: give some of {known}")


def _converted(fields: dict[str, Any], type_: type[_T]) -> _T:
    try:
        return msgspec.convert(fields, type_)
    except (msgspec.ValidationError, ValueError) as error:
        raise UnknownTarget(f"the corrected value does not fit: {error}") from None


def _located(connection: Connection, table: Table, id_: str, decision: Row[Any]) -> Row[Any] | None:
    """The figure or statement that a decision is about: by its id in the ledger it was made on, else by its span."""
    current = connection.execute(select(REPORT.c.ledger).where(REPORT.c.document == decision.document)).scalar()
    if current == decision.ledger:
        return connection.execute(select(table).where(table.c.id == id_)).first()
    of = table.c.document == decision.document
    return connection.execute(
        select(table).where(of, table.c.start == decision.start, table.c.end == decision.end).order_by(table.c.number)
    ).first()


def _review(connection: Connection, table: Table, row: Row[Any], changes: dict[str, Any], decision: Row[Any]) -> None:
    values: dict[str, Any] = {"review": _REVIEWS[decision.kind]}
    if changes:
        one = _decoded(row.record, table)
        speaker = one.speaker
        if "speaker" in changes:
            speaker = new_speaker(changes["speaker"], id_=f"d{decision.number}")
            values["speaker"] = None if speaker is None else _added(connection, speaker, row, decision)
        if isinstance(one, Reported):
            values |= figure_row(corrected_figure(one, changes, speaker))
        else:
            new = corrected_statement(one, changes, speaker)
            values |= {
                "stance": new.attribution.stance,
                "manner": new.attribution.manner,
                "record": msgspec.json.encode(new).decode(),
            }
    connection.execute(update(table).where(table.c.number == row.number).values(**values))


def _decoded(record: str, table: Table) -> Reported | Stated:
    if table is FIGURE:
        return msgspec.json.decode(record, type=Reported)
    return msgspec.json.decode(record, type=Stated)


def _added(connection: Connection, speaker: Source, row: Row[Any], decision: Row[Any]) -> int:
    """The number of a source that a decision brought in, under which it is found."""
    number: int = decision.number * ROOM
    there = connection.execute(select(SOURCE.c.number).where(SOURCE.c.number == number)).first()
    if there is None:
        add_sources(connection, row.document, [NewSource(speaker, number, row_id(row.document, speaker.id))])
    return number


def _move(connection: Connection, id_: str, others: list[str], decision: Row[Any]) -> None:
    """Join the voices of `others` to that of a source, or part the source and `others` from their voice."""
    found = connection.execute(select(SOURCE.c.number, SOURCE.c.voice).where(SOURCE.c.id == id_)).first()
    if found is None:
        return
    because = f"decided by {decision.by}: {decision.why}"
    if decision.kind == "split":
        moved = SOURCE.c.id.in_([id_, *others])
        # A voice has the number of its founder; the founder's own going away needs another.
        voice = decision.number * ROOM
    else:
        moved = SOURCE.c.voice.in_(select(SOURCE.c.voice).where(SOURCE.c.id.in_(others)).scalar_subquery())
        voice = found.voice
    connection.execute(update(SOURCE).where(moved).values(voice=voice, because=because))
