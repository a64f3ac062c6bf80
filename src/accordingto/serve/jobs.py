"""Reports that are being added, beside the requests that asked for it: what has become of each so far."""

from __future__ import annotations

import secrets
import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from litestar.exceptions import ServiceUnavailableException

from accordingto.casebook import Added, Known
from accordingto.errors import AccordingtoError
from accordingto.records import Rejection

State = Literal["added", "known", "rejected", "failed"]
Outcome = Added | Known | Rejection | AccordingtoError
_KEPT = 200
"""So many jobs are remembered, the latest."""
_OPEN = 10
"""So many may be under way at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What became of one report. `message` says why where it was not added, or of which it is a version."""

    name: str
    state: State
    document: str | None = None
    statements: int = 0
    figures: int = 0
    message: str = ""


@dataclass(slots=True, kw_only=True)
class Job:
    """One request to add: how many reports it is about as far as that is known, and what became of those done."""

    id: str
    about: int
    lines: list[Line] = field(default_factory=list)
    now: str = ""
    done: bool = False

    def count(self, state: State) -> int:
        """How many reports came to this."""
        return sum(line.state == state for line in self.lines)


Work = Callable[[Job], Iterable[tuple[str, Outcome]]]
"""Does what a job is for, and gives the name and outcome of each report."""


class Jobs:
    """The latest jobs of a server; they are forgotten when it ends, what they added stays."""

    def __init__(self) -> None:
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._lock = threading.Lock()

    def start(self, about: int, work: Work) -> Job:
        """Begin a job in a thread of its own; raises ServiceUnavailableException where too many are under way."""
        with self._lock:
            if sum(not job.done for job in self._jobs.values()) >= _OPEN:
                raise ServiceUnavailableException(
                    f"{_OPEN} lots of reports are being read already: wait until one is done, then add yours"
                )
            job = Job(id=secrets.token_hex(8), about=about)
            self._jobs[job.id] = job
            for old in [one.id for one in self._jobs.values() if one.done][: max(0, len(self._jobs) - _KEPT)]:
                del self._jobs[old]
        threading.Thread(target=_run, args=(job, work), daemon=True, name=f"adding-{job.id}").start()
        return job

    def get(self, id_: str) -> Job | None:
        """The job of that id, None where it is not remembered."""
        with self._lock:
            return self._jobs.get(id_)


def _run(job: Job, work: Work) -> None:
    try:
        for name, outcome in work(job):
            job.lines.append(_line(name, outcome))
            job.about = max(job.about, len(job.lines))
    except Exception:  # noqa: BLE001  a thread must say that it ended, whatever ended it
        traceback.print_exc()
        said = "The program made a mistake here and stopped. What it was stands where it runs; the rest was not read."
        job.lines.append(Line(name=job.now or "the casebook", state="failed", message=said))
    finally:
        job.now, job.done = "", True


def _line(name: str, outcome: Outcome) -> Line:
    if isinstance(outcome, AccordingtoError):
        return Line(name=name, state="failed", message=str(outcome))
    if isinstance(outcome, Rejection):
        return Line(name=name, state="rejected", message=outcome.message)
    if isinstance(outcome, Known):
        return Line(name=name, state="known", document=outcome.document)
    return Line(
        name=name,
        state="added",
        document=outcome.document,
        statements=outcome.statements,
        figures=outcome.figures,
        message="; ".join(_notes(outcome)),
    )


def _notes(added: Added) -> Iterator[str]:
    if not added.fresh:
        yield "it was here already, and was read anew by this version of the program"
    if added.version is not None:
        which = "a later" if added.version.later == added.document else "an earlier"
        yield f"it is {which} version of a report that is here: {added.version.because}"
