"""A decision -> its entry, if what it is about is there and can be decided so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import msgspec
from sqlalchemy import Connection, Engine, Row, select

from accordingto.casebook.adding import load, load_ledger
from accordingto.casebook.additions import missed
from accordingto.casebook.conditions import whole_id
from accordingto.casebook.contests import with_figures
from accordingto.casebook.corrections import corrected_figure, corrected_statement, new_speaker
from accordingto.casebook.database import reading, writing
from accordingto.casebook.derived import decision_of, derive
from accordingto.casebook.keeping import append
from accordingto.casebook.schema import DECISION, FIGURE, REPORT, SOURCE, STATEMENT
from accordingto.edtf import InvalidDate, bounds
from accordingto.errors import UnknownTarget
from accordingto.records import Decision, DecisionKind, Reported, Stated

_KINDS: dict[str, tuple[DecisionKind, ...]] = {
    "figure": ("accept", "correct", "reject", "grade"),
    "statement": ("accept", "correct", "reject", "grade"),
    "source": ("accept", "merge", "split", "grade"),
    "report": ("accept", "reject", "grade", "add"),
    "contest": ("accept", "reject", "join", "part", "grade"),
}
"""What can be decided about what. Contests are made when figures are compared, so their ids are taken as given."""


def decide(
    engine: Engine, target: str, kind: DecisionKind, value: dict[str, Any] | None, *, by: str, why: str
) -> Decision:
    """Append a decision. `value` holds the corrected fields of `correct`, the other sources of `merge` and `split` and
    the other contests or figures of `join` and `part` under `with`, for `add` the figure or statement that a report's
    ledger lacks, and what the caller likes for the rest.

    Raises UnknownTarget where the target is not there, or cannot be decided so, and where the reason is empty.
    """
    if not why.strip():
        raise UnknownTarget("a decision needs a reason: give one with --why")
    if not by.strip():
        raise UnknownTarget("a decision needs the person who made it: give the name with --by")
    about, _, id_ = target.partition(":")
    if about not in _KINDS or not id_:
        raise UnknownTarget(
            f"{target!r} is no target: write it as figure:…, statement:…, source:…, report:…, contest:…"
        )
    if kind not in _KINDS[about]:
        ways = ", ".join(_KINDS[about])
        raise UnknownTarget(f"{about}s are not decided by {kind!r}: give one of {ways}")
    with writing(engine) as connection:
        found = _TARGETS[about](connection, id_, kind, dict(value or {}))
        payload = {"target": f"{about}:{found.pop('id', id_)}", "kind": kind, **found}
        entry = append(connection, "decision", payload, by=by, why=" ".join(why.split()))
        derive(connection, entry, lambda digest: load(connection, digest))
        return decision_of(connection.execute(select(DECISION).where(DECISION.c.number == entry.number)).one())


def decisions(engine: Engine, target: str | None) -> list[Decision]:
    """The decisions about a target, or all, in the order in which they were made."""
    query = select(DECISION).order_by(DECISION.c.number)
    if target is not None:
        query = query.where(DECISION.c.target == target)
    with reading(engine) as connection:
        return [decision_of(row) for row in connection.execute(query)]


def _figure(connection: Connection, id_: str, kind: DecisionKind, value: dict[str, Any]) -> dict[str, Any]:
    row = connection.execute(select(FIGURE).where(FIGURE.c.id == id_)).first()
    if row is None:
        raise UnknownTarget(f"figure:{id_} is not in the casebook: `accordingto figures` shows the ids")
    if kind == "correct":
        one = msgspec.json.decode(row.record, type=Reported)
        speaker = new_speaker(value["speaker"], id_="new") if "speaker" in value else one.speaker
        corrected_figure(one, value, speaker, load_ledger(connection, row.document).document.text)
        _check_dates(value)
    return _of_row(connection, row, value)


def _check_dates(value: dict[str, Any]) -> None:
    """Refuses a time that nothing could be compared with; here and not where decisions take effect, once made."""
    for field in ("period", "as_of"):
        if value.get(field) is not None:
            try:
                bounds(value[field])
            except InvalidDate as error:
                raise UnknownTarget(f"{field}: {error}") from None


def _statement(connection: Connection, id_: str, kind: DecisionKind, value: dict[str, Any]) -> dict[str, Any]:
    row = connection.execute(select(STATEMENT).where(STATEMENT.c.id == id_)).first()
    if row is None:
        raise UnknownTarget(f"statement:{id_} is not in the casebook: `accordingto statements` shows the ids")
    if kind == "correct":
        one = msgspec.json.decode(row.record, type=Stated)
        speaker = new_speaker(value["speaker"], id_="new") if "speaker" in value else one.speaker
        corrected_statement(one, value, speaker, load_ledger(connection, row.document).document.text)
    return _of_row(connection, row, value)


def _of_row(connection: Connection, row: Row[Any], value: dict[str, Any]) -> dict[str, Any]:
    ledger = connection.execute(select(REPORT.c.ledger).where(REPORT.c.document == row.document)).scalar_one()
    return {"value": value, "document": row.document, "ledger": ledger, "start": row.start, "end": row.end}


def _source(connection: Connection, id_: str, kind: DecisionKind, value: dict[str, Any]) -> dict[str, Any]:
    others = value.get("with", [])
    if not isinstance(others, list) or not all(isinstance(one, str) for one in others):
        raise UnknownTarget("the other sources are a list of ids under `with`")
    others = [one.removeprefix("source:") for one in others]
    for one in (id_, *others):
        if connection.execute(select(SOURCE.c.number).where(SOURCE.c.id == one)).first() is None:
            raise UnknownTarget(f"source:{one} is not in the casebook: `accordingto sources` shows the ids")
    if kind == "merge" and not set(others) - {id_}:
        raise UnknownTarget("merging needs two sources: name the other one, too")
    document = connection.execute(select(SOURCE.c.document).where(SOURCE.c.id == id_)).scalar_one()
    if kind in {"merge", "split"}:
        value = value | {"with": others}
    return {"value": value, "document": document, "ledger": None, "start": None, "end": None}


def _report(connection: Connection, id_: str, kind: DecisionKind, value: dict[str, Any]) -> dict[str, Any]:
    document = whole_id(connection, id_)
    if kind != "add":
        return {"id": document, "value": value, **_NOTHING}
    missed(load_ledger(connection, document), value, id_="new")
    ledger = connection.execute(select(REPORT.c.ledger).where(REPORT.c.document == document)).scalar_one()
    return {"id": document, "value": value, **_NOTHING, "document": document, "ledger": ledger}


def _contest(connection: Connection, id_: str, kind: DecisionKind, value: dict[str, Any]) -> dict[str, Any]:
    if kind in {"join", "part"}:
        if not value.get("with"):
            raise UnknownTarget(f"{kind!r} needs what to {kind}: give figures or contests, too")
        value = with_figures(connection, id_, value)
        for figure in (ids[0] for ids in value["others"] if len(ids) == 1):
            if connection.execute(select(FIGURE.c.number).where(FIGURE.c.id == figure)).first() is None:
                raise UnknownTarget(f"figure:{figure} is not in the casebook: `accordingto figures` shows the ids")
    return {"value": value, **_NOTHING}


_NOTHING: dict[str, Any] = {"document": None, "ledger": None, "start": None, "end": None}
_TARGETS: dict[str, Callable[[Connection, str, DecisionKind, dict[str, Any]], dict[str, Any]]] = {
    "figure": _figure,
    "statement": _statement,
    "source": _source,
    "report": _report,
    "contest": _contest,
}
KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
"""All kinds of decision."""
