"""A decision -> its entry, if what it is about is there and can be decided so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, get_args

import msgspec
from sqlalchemy import Connection, Engine, Row, func, select

from accordingto.casebook.adding import load, load_ledger
from accordingto.casebook.additions import missed
from accordingto.casebook.conditions import whole_id
from accordingto.casebook.contests import with_figures
from accordingto.casebook.corrections import corrected_figure, corrected_statement, new_speaker
from accordingto.casebook.database import reading, writing
from accordingto.casebook.derived import derive
from accordingto.casebook.effects import decision_of
from accordingto.casebook.keeping import append
from accordingto.casebook.schema import DECISION, FIGURE, REPORT, SOURCE, STATEMENT
from accordingto.edtf import InvalidDate, bounds
from accordingto.errors import DecidedSince, UnknownTarget
from accordingto.records import Decision, DecisionKind, Reported, Stated, undone

_KINDS: dict[str, tuple[DecisionKind, ...]] = {
    "figure": ("accept", "correct", "reject", "grade"),
    "statement": ("accept", "correct", "reject", "grade"),
    "source": ("accept", "merge", "split", "grade"),
    "report": ("accept", "reject", "grade", "add"),
    "contest": ("accept", "reject", "join", "part", "grade"),
    "decision": ("undo",),
}
"""What can be decided about what. Contests are made when figures are compared, so their ids are taken as given."""

_AT_ONCE = 500


def decide(
    engine: Engine,
    target: str,
    kind: DecisionKind,
    value: dict[str, Any] | None,
    *,
    by: str,
    why: str,
    seen: int | None = None,
) -> Decision:
    """Append a decision. `value` holds the corrected fields of `correct`, the other sources of `merge` and `split` and
    the other contests or figures of `join` and `part` under `with`, for `add` the figure or statement that a report's
    ledger lacks, and what the caller likes for the rest. `undo` has the target `decision:NUMBER`; its entry is about
    what the undone decision was about. `seen` is the number of the last decision about the target that whoever decides
    knows of, 0 for none; None where that does not matter.

    Raises DecidedSince where there is a newer one than `seen`, and UnknownTarget where the target is not there, or
    cannot be decided so, and where the reason is empty.
    """
    if not why.strip():
        raise UnknownTarget("a decision needs a reason: give one with --why")
    if not by.strip():
        raise UnknownTarget("a decision needs the person who made it: give the name with --by")
    about, _, id_ = target.partition(":")
    if about not in _KINDS or not id_:
        raise UnknownTarget(
            f"{target!r} is no target: write it as figure:…, statement:…, source:…, report:…, contest:…, decision:…"
        )
    if kind not in _KINDS[about]:
        ways = ", ".join(_KINDS[about])
        raise UnknownTarget(f"{about}s are not decided by {kind!r}: give one of {ways}")
    with writing(engine) as connection:
        found = _TARGETS[about](connection, id_, kind, dict(value or {}))
        payload = {"target": found.pop("target", f"{about}:{found.pop('id', id_)}"), "kind": kind, **found}
        _unless_newer(connection, payload["target"], seen)
        entry = append(connection, "decision", payload, by=by, why=" ".join(why.split()))
        derive(connection, entry, lambda digest: load(connection, digest))
        return decision_of(connection.execute(select(DECISION).where(DECISION.c.number == entry.number)).one())


def _unless_newer(connection: Connection, target: str, seen: int | None) -> None:
    if seen is None:
        return
    newer = select(DECISION.c.number).where(DECISION.c.target == target, DECISION.c.number > seen).limit(1)
    number = connection.execute(newer).scalar()
    if number is not None:
        raise DecidedSince(f"{target} has been decided about since, in entry {number}: look at that first")


def decisions(engine: Engine, target: str | None, about: str | None, after: int | None) -> list[Decision]:
    """The decisions about a target, about targets of a kind, or all, in the order in which they were made."""
    query = select(DECISION).order_by(DECISION.c.number)
    if target is not None:
        query = query.where(DECISION.c.target == target)
    if about is not None:
        query = query.where(DECISION.c.target.startswith(f"{about}:", autoescape=True))
    if after is not None:
        query = query.where(DECISION.c.number > after)
    with reading(engine) as connection:
        return [decision_of(row) for row in connection.execute(query)]


def about_voice(connection: Connection, voice: int) -> list[Decision]:
    """The decisions about any source of a voice, in their order."""
    # A voice may have ten thousand sources, of which few have been decided about: so these are looked up.
    query = select(DECISION).where(DECISION.c.target.startswith("source:")).order_by(DECISION.c.number)
    there = [decision_of(row) for row in connection.execute(query)]
    ids = sorted({one.target.removeprefix("source:") for one in there})
    of: dict[str, int] = {}
    for at in range(0, len(ids), _AT_ONCE):
        some = select(SOURCE.c.id, SOURCE.c.voice).where(SOURCE.c.id.in_(ids[at : at + _AT_ONCE]))
        of |= {row.id: row.voice for row in connection.execute(some)}
    return [one for one in there if of.get(one.target.removeprefix("source:")) == voice]


def last_decision(engine: Engine) -> int:
    """The number of the last decision, 0 where there is none."""
    with reading(engine) as connection:
        return connection.execute(select(func.max(DECISION.c.number))).scalar() or 0


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


def _decision(connection: Connection, id_: str, _kind: DecisionKind, _value: dict[str, Any]) -> dict[str, Any]:
    row = None
    if id_.isdecimal() and len(id_) < _DIGITS:
        row = connection.execute(select(DECISION).where(DECISION.c.number == int(id_))).first()
    if row is None:
        raise UnknownTarget(f"decision:{id_} is not in the casebook: `accordingto decisions` shows the numbers")
    about = connection.execute(select(DECISION).where(DECISION.c.target == row.target))
    by = undone(map(decision_of, about)).get(row.number)
    if by is not None:
        raise UnknownTarget(f"decision {id_} is undone by decision {by} already: undo that to bring it back")
    value = {"decision": row.number}
    return {"target": row.target, "value": value, **_NOTHING, "document": row.document}


_DIGITS = 18
"""Longer numbers are those of no entry, and too large for a database."""
_NOTHING: dict[str, Any] = {"document": None, "ledger": None, "start": None, "end": None}
_TARGETS: dict[str, Callable[[Connection, str, DecisionKind, dict[str, Any]], dict[str, Any]]] = {
    "figure": _figure,
    "statement": _statement,
    "source": _source,
    "report": _report,
    "contest": _contest,
    "decision": _decision,
}
KINDS: tuple[DecisionKind, ...] = get_args(DecisionKind)
"""All kinds of decision."""
