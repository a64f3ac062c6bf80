"""The register: its rows by publisher, conflict, measure and value."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from accordingto.records import Place
from accordingto.register.load import Entries
from accordingto.register.names import Named, Names
from accordingto.register.rows import Complete, Measure, Publisher, Row


class Register:
    """Published figures of record, to be asked by who published them, about what, where, and how many.

    `rows` are all rows in the order of the files. Those that are unverified are listed, and never found by a search
    unless `off` is true.
    """

    def __init__(self, entries: Entries) -> None:
        self.rows: tuple[Row, ...] = tuple(entries.rows.values())
        self.publishers: dict[str, Publisher] = dict(entries.publishers)
        self.complete: tuple[Complete, ...] = tuple(entries.complete)
        self._names = Names(self.publishers.values())
        self._by_id = dict(entries.rows)
        self._by_publisher: dict[str, list[Row]] = defaultdict(list)
        self._by_value: dict[int, list[Row]] = defaultdict(list)
        self._successor: dict[str, Row] = {}
        self._parts: dict[str, list[Row]] = defaultdict(list)
        for row in self.rows:
            if row.on:
                self._note(row)

    def _note(self, row: Row) -> None:
        for publisher in row.publishers:
            self._by_publisher[publisher].append(row)
        for value in {row.low, row.point, row.high} - {None}:
            self._by_value[value or 0].append(row)
        if row.supersedes:
            self._successor[row.supersedes] = row
        if row.part_of:
            self._parts[row.part_of].append(row)

    def __getitem__(self, identifier: str) -> Row:
        """The row of that id; raises KeyError where there is none."""
        return self._by_id[identifier]

    def named(self, text: str) -> Iterator[Named]:
        """The publishers that a text names, in order, each with where its name stands."""
        return self._names.find(text)

    def find(
        self,
        *,
        source: str | None = None,
        publishers: Iterable[str] | None = None,
        conflict: str | None = None,
        measure: Measure | None = None,
        place: Place | None = None,
        value: int | None = None,
        off: bool = False,
    ) -> list[Row]:
        """The rows that fit all that is asked, in the order of the files.

        `source` is a name as a report has it, `publishers` are ids, `value` is a point or an end of an interval.
        """
        ids = set(publishers) if publishers is not None else None
        if source is not None:
            by_name = {n.publisher for n in self.named(source)}
            ids = by_name if ids is None else ids & by_name
        rows: Iterable[Row] = self.rows
        if value is not None and not off:
            rows = self._by_value.get(value, ())
        elif ids is not None and not off:
            rows = {row.id: row for i in sorted(ids) for row in self._by_publisher.get(i, ())}.values()
        return [
            row
            for row in rows
            if (row.on or off)
            and (ids is None or ids.intersection(row.publishers))
            and (conflict is None or row.conflict == conflict)
            and (measure is None or row.measure == measure)
            and (place is None or row.is_at(place))
            and (value is None or value in (row.low, row.point, row.high))
        ]

    def parts(self, row: Row) -> tuple[Row, ...]:
        """The rows whose number is a part of this row's."""
        return tuple(self._parts.get(row.id, ()))

    def beside(self, row: Row) -> tuple[Row, ...]:
        """The other parts of the whole that this row is a part of: whom its source counts apart."""
        return tuple(r for r in self._parts.get(row.part_of or "", ()) if r.id != row.id)

    def whole(self, row: Row) -> Row | None:
        """The row whose number this row's is a part of; None where it is of none."""
        return self._by_id.get(row.part_of) if row.part_of else None

    def latest(self, row: Row) -> Row:
        """The row by which the source replaced this one last, or the row itself."""
        while row.id in self._successor:
            row = self._successor[row.id]
        return row

    def derived(self, row: Row, other: Row) -> str | None:
        """The publisher on whose count both rows rest: that of one, from which the other derives; else None."""
        for one, two in ((row, other), (other, row)):
            for origin in one.derived_from:
                if origin.status != "unverified" and origin.publisher in two.publishers:
                    return origin.publisher
        return None

    def promises(self, publisher: str, measure: Measure, conflict: str) -> Complete | None:
        """The promise that the register holds all figures of a publisher, or None."""
        for promise in self.complete:
            if (promise.publisher, promise.measure, promise.conflict) == (publisher, measure, conflict):
                return promise
        return None
