"""A source of a report -> the voice that it is one with: the same person or body in other reports.

Only named sources are joined, and each joining says why; a decision parts them again or joins others. A source is
compared with the latest `_LOOK_BACK` sources of its key, so that adding a report costs the same however many there are.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Select, bindparam, insert, select

from accordingto.casebook.keeping import writable
from accordingto.casebook.names import (
    acronym,
    group,
    in_brackets,
    initials,
    is_name,
    loose,
    strict,
)
from accordingto.casebook.schema import REPORT, SOURCE
from accordingto.records import Source

_LOOK_BACK = 50


@dataclass(frozen=True, slots=True)
class Joined:
    """The voice that a source belongs to, and why; `because` is None where it is a new voice of its own."""

    voice: int
    because: str | None


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source to add: under which number and id, and the voice it is known to belong to, if it is."""

    source: Source
    number: int
    id: str
    joined: Joined | None = None


def add_sources(connection: Connection, document: str, new: Sequence[NewSource]) -> None:
    """Add sources of one report, each to the voice that it is found to be one with, or to a new one.

    Sources of one report are not joined with each other: which of its words mean one speaker is known from its ledger.
    """
    if not new:
        return
    day = connection.execute(select(REPORT.c.day).where(REPORT.c.document == document)).scalar()
    rows = [_row(connection, document, one) | {"day": day} for one in new]
    connection.execute(insert(SOURCE), rows)


def voice_of(connection: Connection, source: int) -> int:
    """The voice that the source with this number belongs to."""
    return int(connection.execute(select(SOURCE.c.voice).where(SOURCE.c.number == source)).scalar_one())


def _row(connection: Connection, document: str, new: NewSource) -> dict[str, object]:
    source = new.source
    key = _key(source)
    joined = new.joined or (None if key is None else _match(connection, source, key)) or Joined(new.number, None)
    return {
        "number": new.number,
        "id": new.id,
        "document": document,
        "name": writable(source.name),
        "key": key or "",
        "initials": in_brackets(source.name) or initials(source.name) if key and key.startswith("body:") else None,
        "kind": source.kind,
        "party": source.party,
        "role": None if source.role is None else writable(source.role),
        "affiliation": None if source.affiliation is None else writable(source.affiliation),
        "voice": joined.voice,
        "because": joined.because,
    }


def _key(source: Source) -> str | None:
    kinds = group(source.kind)
    if kinds is None or not is_name(source.name, source.kind):
        return None
    return f"{kinds}:{loose(source.name) if kinds == 'person' else strict(source.name)}"


@dataclass(frozen=True, slots=True)
class _Seen:
    """A source that is there, as far as joining looks at it."""

    name: str
    party: str | None
    role: str | None
    affiliation: str | None
    voice: int


def _match(connection: Connection, source: Source, key: str) -> Joined | None:
    seen = _seen(connection, SOURCE.c.key, key)
    for voice in dict.fromkeys(one.voice for one in seen):
        because = _same(source, [one for one in seen if one.voice == voice])
        if because:
            return Joined(voice, because)
    return _by_initials(connection, source) if key.startswith("body:") else None


def _seen(connection: Connection, column: Column[str], value: str) -> list[_Seen]:
    """The latest sources that have this value in that column."""
    rows = connection.execute(_QUERIES[column.name], {"value": value})
    return [_Seen(row.name, row.party, row.role, row.affiliation, row.voice) for row in rows]


def _latest(column: Column[str]) -> Select[Any]:
    columns = (SOURCE.c.name, SOURCE.c.party, SOURCE.c.role, SOURCE.c.affiliation, SOURCE.c.voice)
    return select(*columns).where(column == bindparam("value")).order_by(SOURCE.c.number.desc()).limit(_LOOK_BACK)


# Made once: they are asked for each source of each report.
_QUERIES = {column.name: _latest(column) for column in (SOURCE.c.key, SOURCE.c.initials)}


def _same(source: Source, others: Sequence[_Seen]) -> str | None:
    """Why the source is one with the voice of these sources; None where it is not, or cannot be told."""
    shared = next((why for one in others if (why := _shared(source, one))), None)
    if group(source.kind) != "person":
        return f"the same name ({others[0].name})"
    if not shared and any(_apart(source, one) for one in others):
        return None
    name = strict(source.name)
    same = next((one for one in others if strict(one.name) == name), None)
    if same is not None and (" " in name or shared):
        return f"the same name ({same.name})" + (f" and {shared}" if shared else "")
    if shared and " " in name:
        return f"the same name in another spelling ({others[0].name}) and {shared}"
    return None


def _shared(source: Source, other: _Seen) -> str | None:
    """What the roles of two sources have in common, in words."""
    common = _role_words(source.role) & _role_words(other.role)
    if common:
        return f"the same role ({', '.join(sorted(common))})"
    if source.affiliation and other.affiliation and strict(source.affiliation) == strict(other.affiliation):
        return f"the same affiliation ({source.affiliation})"
    return None


def _apart(source: Source, other: _Seen) -> bool:
    """Whether two roles speak against one person: both are known, on different sides, and share no word."""
    return bool(source.party and other.party and source.party != other.party)


def _role_words(role: str | None) -> frozenset[str]:
    return frozenset(word for word in strict(role).split() if len(word) > 3) if role else frozenset()


def _by_initials(connection: Connection, source: Source) -> Joined | None:
    """The voice whose name has this acronym for initials, or the other way about; None where there are several."""
    short = acronym(source.name)
    if short is not None:
        others = _seen(connection, SOURCE.c.initials, short)
        why = f"“{source.name}” for “{others[0].name}”" if others else ""
    else:
        long = in_brackets(source.name) or initials(source.name)
        others = [] if long is None else _seen(connection, SOURCE.c.key, f"body:{long}")
        others = [one for one in others if acronym(one.name)]
        why = f"“{others[0].name}” for “{source.name}”" if others else ""
    if len({one.voice for one in others}) != 1:
        return None
    return Joined(others[0].voice, f"the initials of its name ({why})")
