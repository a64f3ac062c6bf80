"""The decisions in force that merge and split voices -> the voice of each source.

Each source is in a part of a voice: the one that the program put it into, or the one that a decision split off. A
merge makes the parts of two voices one voice. So the voices follow from the sources and the decisions, whichever of
these are undone.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import msgspec
from sqlalchemy import Connection, Row, select, update

from accordingto.casebook.effects import Load, decision_of
from accordingto.casebook.keeping import writable
from accordingto.casebook.readings import ROOM, brought_in, row_id
from accordingto.casebook.schema import DECISION, LEDGER, SOURCE
from accordingto.records import Ledger, in_force


def revoice(connection: Connection, load: Load) -> None:
    """Make the voices anew that decisions have to do with, undone ones too."""
    rows = connection.execute(
        select(DECISION).where(DECISION.c.target.like("source:%")).order_by(DECISION.c.number)
    ).all()
    standing = {one.number for one in in_force(map(decision_of, rows))}
    known = _Known(connection, load)
    voices = _Voices()
    for row in rows:
        if row.kind in {"merge", "split"}:
            named = [row.target.removeprefix("source:"), *msgspec.json.decode(row.value)["with"]]
            sources = [one for id_ in dict.fromkeys(named) if (one := known.source(id_, row.number)) is not None]
            voices.decide(row, sources, stands=row.number in standing)
    voices.write(connection)


@dataclass(slots=True)
class _Voices:
    """Which part each split source is in, and which parts are one voice, while decisions follow each other.

    `parts` is by the numbers of sources: the part that each is in by now, and why. `voice` is by part: the part whose
    number the voice has; `members` the other way round. `why` holds by part the decisions that moved it.
    """

    parts: dict[int, tuple[int, str]] = field(default_factory=dict)
    voice: dict[int, int] = field(default_factory=dict)
    members: dict[int, list[int]] = field(default_factory=dict)
    why: dict[int, list[tuple[int, str]]] = field(default_factory=dict)

    def decide(self, decision: Row[Any], sources: list[Row[Any]], *, stands: bool) -> None:
        """Let one decision take effect, or, where it is undone, let the part that it had split off go back."""
        because = f"decided by {decision.by}: {decision.why}"
        voices = [self._voice_of(one) for one in sources]
        if decision.kind == "split" and voices:
            new = decision.number * ROOM
            self._new(new)
            if stands:
                self.parts |= {one.number: (new, because) for one in sources}
            else:
                self._move(new, voices[0])
        elif stands:
            for voice in sorted(set(voices) - set(voices[:1])):
                for part in self.members[voice]:
                    self.why.setdefault(part, []).append((decision.number, because))
                self._move(voice, voices[0])

    def write(self, connection: Connection) -> None:
        """Set the voices of all sources in these parts: those found to be in one, then those split off."""
        for part, voice in self.voice.items():
            values: dict[str, Any] = {"part": part, "voice": voice, "because": SOURCE.c.found_because}
            connection.execute(update(SOURCE).where(SOURCE.c.found == part).values(**values))
        for number, (part, because) in self.parts.items():
            values = {"part": part, "voice": self.voice[part], "because": because}
            connection.execute(update(SOURCE).where(SOURCE.c.number == number).values(**values))
        for part, moves in self.why.items():
            for number, because in moves:
                # Who came later was put there by the program, and says so.
                of = (SOURCE.c.part == part, SOURCE.c.number < number * ROOM)
                connection.execute(update(SOURCE).where(*of).values(because=because))

    def _voice_of(self, source: Row[Any]) -> int:
        part = self.parts[source.number][0] if source.number in self.parts else int(source.found)
        self._new(part)
        return self.voice[part]

    def _new(self, part: int) -> None:
        if part not in self.voice:
            self.voice[part] = part
            self.members[part] = [part]

    def _move(self, voice: int, to: int) -> None:
        moved = self.members.pop(voice)
        self.members[to] += moved
        self.voice |= dict.fromkeys(moved, to)


class _Known:
    """The sources that decisions name: by the ids of the ledgers that there were when they were made."""

    def __init__(self, connection: Connection, load: Load) -> None:
        self._connection, self._load = connection, load
        self._ledgers: dict[int, dict[str, tuple[str, str]]] = {}

    def source(self, id_: str, number: int) -> Row[Any] | None:
        """The row of the source that the decision `number` names so, in its report's newest ledger; None if not there.

        A newer ledger may give the id to somebody else: who is meant is then told by kind and name.
        """
        first = id_.partition("/")[0]
        of = (LEDGER.c.document >= first, LEDGER.c.document < first + "g")
        every = select(LEDGER.c.number, LEDGER.c.sha256).where(*of).order_by(LEDGER.c.number)
        rows = self._connection.execute(every).all()
        then = [row for row in rows if row.number < number]
        if brought_in(id_) or not then or then[-1].number == rows[-1].number:
            return self._connection.execute(select(SOURCE).where(SOURCE.c.id == id_)).first()
        kind, name = self._names(then[-1].number, then[-1].sha256).get(id_, ("", ""))
        there = (SOURCE.c.kind == kind, SOURCE.c.name == name, ~SOURCE.c.id.like("%/d%"))
        between = (SOURCE.c.document >= first, SOURCE.c.document < first + "g")
        return self._connection.execute(select(SOURCE).where(*between, *there).order_by(SOURCE.c.number)).first()

    def _names(self, number: int, digest: str) -> dict[str, tuple[str, str]]:
        """Kind and name of each source of a ledger, by its id."""
        if number not in self._ledgers:
            ledger = Ledger.from_json(self._load(digest))
            self._ledgers[number] = {
                row_id(ledger.document.id, one.id): (one.kind, writable(one.name)) for one in ledger.sources
            }
        return self._ledgers[number]
