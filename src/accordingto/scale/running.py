"""A Plan -> its Total: partitions that are not finished yet are worked by an engine, and all are counted."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Generator
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from accordingto.errors import BatchError
from accordingto.records import Item, Ledger, Rejection
from accordingto.records.base import Record
from accordingto.scale.child import MANIFESTS, READER, finish, part
from accordingto.scale.files import Laid
from accordingto.scale.local import local
from accordingto.scale.messages import Done, Task, noted
from accordingto.scale.on_ray import on_ray
from accordingto.scale.planning import Plan, Slice
from accordingto.scale.reports import reports
from accordingto.scale.store import Store
from accordingto.scale.warden import Outcome, Tick

if TYPE_CHECKING:
    from accordingto.casebook import Casebook

Engine = Literal["local", "ray"]
TOTAL = "total.json"


class Total(Record, frozen=True, kw_only=True):
    """What became of all reports: `count` went in, and are documents or rejections; what they hold.

    `before` of them were finished by earlier runs.
    """

    count: int
    documents: int
    rejections: int
    statements: int
    figures: int
    before: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class How:
    """How a batch is worked. Nothing of it changes what comes out, but for reports that reach a limit.

    `workers` are processes with one core each, None for as many as there are. `seconds` and `megabytes` are the limits
    of one report and of a worker, 0 megabytes for none. `address` is Ray's cluster. `reader` names what makes the
    reader, as `module:callable`, which takes `options`: the model, where it is not the default, and the device.
    """

    engine: Engine = "local"
    workers: int | None = None
    seconds: float = 300.0
    megabytes: int = 4_000
    address: str | None = None
    reader: str = READER
    options: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Into:
    """The casebook that takes the ledgers, who adds them, and why."""

    casebook: Casebook
    by: str
    why: str | None = None


def run(
    plan: Plan,
    store: Store,
    how: How,
    *,
    into: Into | None = None,
    tick: Tick | None = None,
    finished: Callable[[int], None] | None = None,
) -> Total:
    """Work what is not finished of the plan, and count all of it.

    The tables, or the manifests alone where the reports go `into` a casebook, are written to `store`. `finished` is
    told the number of reports in partitions that are finished. Raises BatchError where counts do not add up.
    """
    there = store.names(MANIFESTS)
    left = [some for some in plan.slices if f"{part(some.number)}.json" not in there]
    before = plan.count - sum(some.count for some in left)
    ready = before
    if finished is not None:
        finished(ready)
    # Closed at once when something fails: else the workers would go on until all is done.
    with contextlib.closing(_worked(left, plan, store, how, tick)) as outcomes:
        for some, outcome in zip(left, outcomes, strict=True):
            if into is not None:
                _add(some, outcome, plan, into)
                finish(store, outcome.done)
            ready += some.count
            if finished is not None:
                finished(ready)
    total = msgspec.structs.replace(_total(plan, store), before=before)
    store.put(TOTAL, msgspec.json.encode(msgspec.structs.replace(total, before=0)))
    store.tidy()
    return total


def _worked(left: list[Slice], plan: Plan, store: Store, how: How, tick: Tick | None) -> Generator[Outcome, None, None]:
    task = Task(
        terms=plan.terms,
        out=store.where,
        reader=how.reader,
        options=how.options,
        seconds=how.seconds,
        megabytes=how.megabytes,
    )
    if left and how.engine == "ray":
        return on_ray(left, task, workers=how.workers, address=how.address)
    return local(left, task, workers=how.workers or _cores(), tick=tick)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _add(some: Slice, outcome: Outcome, plan: Plan, into: Into) -> None:
    """Add the reports of a partition to the casebook, in their order; what a killed run added is passed over there."""
    results = {one.index: one.result for one in map(noted, outcome.results.splitlines())}
    with tempfile.TemporaryDirectory(prefix="accordingto-") as folder:
        laid = Laid(Path(folder))
        given = (one for piece in some.pieces for one in reports(piece, laid, plan.terms.keys))
        for index, one in enumerate(given):
            result = results[index]
            if isinstance(result, Ledger) and isinstance(one, Item):
                into.casebook.add_ledger(result, one, by=into.by, why=into.why)
            elif isinstance(result, Rejection):
                into.casebook.reject(result, plan.terms.reader, by=into.by, why=into.why)
            else:
                raise BatchError(f"{one.name} was changed while it was read: give another --out")


def _total(plan: Plan, store: Store) -> Total:
    documents = rejections = statements = figures = 0
    for some in plan.slices:
        content = store.read(f"{MANIFESTS}/{part(some.number)}.json")
        if content is None:
            raise BatchError(f"{store.where}: the manifest of {part(some.number)} is missing: run the batch again")
        done = msgspec.json.decode(content, type=Done)
        if done.count != some.count or done.documents + done.rejections != some.count:
            raise BatchError(
                f"{part(some.number)}: {some.count} reports went in, {done.documents} were read and "
                f"{done.rejections} rejected: give another --out"
            )
        documents += done.documents
        rejections += done.rejections
        statements += done.statements
        figures += done.figures
    if documents + rejections != plan.count:
        raise BatchError(f"{plan.count} reports went in, {documents} were read and {rejections} rejected")
    return Total(count=plan.count, documents=documents, rejections=rejections, statements=statements, figures=figures)
