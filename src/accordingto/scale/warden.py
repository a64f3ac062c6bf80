"""A partition -> what is done with it, by a process that is watched, ended and started anew where a report ends it."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import IO, cast

import msgspec

from accordingto.errors import BatchError, ModelError, ReaderDied, ReadError, TookTooLong, TookTooMuch
from accordingto.records import ReaderInfo, Rejection
from accordingto.records.base import Record
from accordingto.scale.messages import At, Done, Failed, Job, Ready, Said, Settled, Task, settled
from accordingto.scale.planning import Slice

_LOOK = 0.25
"""Seconds between two looks at a worker's memory and time."""
_BETWEEN = 300.0
"""Seconds that a worker may take for what is no single report's: to load the model, to find a report in a large file,
to write the tables; generous, since a machine may be busy with others."""
_TRIES = 2
"""A report is tried in a fresh process before it is rejected: what went before may have been the cause."""

Tick = Callable[[int, int], None]
"""Told the partition's number and the index of the report in it that is begun, and again while it is read."""


class Outcome(Record, frozen=True, kw_only=True):
    """A partition's manifest and, where the reports go into a casebook, what became of each, one line of JSON each."""

    done: Done
    results: bytes = b""


class _Death(Exception):
    """The worker ended, or had to be, at `at`; `why` as the error that rejects the report."""

    def __init__(self, at: At | None, error: type[ReadError], why: str) -> None:
        super().__init__(why)
        self.at, self.error, self.why = at, error, why


class _Child:
    """A running worker, and what it says."""

    def __init__(self, task: Task, folder: Path) -> None:
        options = msgspec.json.encode(task.options).decode()
        command = [sys.executable, "-m", "accordingto.scale.child", task.reader, options, str(folder)]
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path or "." for path in sys.path)}
        self.process = subprocess.Popen(  # noqa: S603  this program itself
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )
        self._jobs, self._messages = cast("IO[bytes]", self.process.stdin), cast("IO[bytes]", self.process.stdout)
        self.said: queue.SimpleQueue[Said | None] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def ask(self, job: Job) -> None:
        """Give it a job; where it has ended meanwhile, that is seen when it is listened to."""
        with contextlib.suppress(BrokenPipeError):
            self._jobs.write(msgspec.json.encode(job) + b"\n")
            self._jobs.flush()

    def end(self) -> int:
        """End it and wait for that; its exit code."""
        self.process.kill()
        code = self.process.wait()
        for pipe in (self._jobs, self._messages):
            with contextlib.suppress(OSError):
                pipe.close()
        return code

    def megabytes(self) -> float:
        """The memory that it holds; 0 where this system does not tell (it is told in /proc)."""
        try:
            pages = int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1])
        except (OSError, ValueError, IndexError):
            return 0.0
        return pages * os.sysconf("SC_PAGE_SIZE") / 1e6

    def _listen(self) -> None:
        try:
            for line in self._messages:
                self.said.put(msgspec.json.decode(line, type=Said))
        except (ValueError, msgspec.MsgspecError):  # it was ended amid a line, or the pipe closed
            pass
        self.said.put(None)


class Warden:
    """Works partitions of one task, one at a time, with a worker that is kept from one to the next."""

    def __init__(self, task: Task) -> None:
        self.task = task
        self._folder = tempfile.TemporaryDirectory(prefix="accordingto-", ignore_cleanup_errors=True)
        self._child: _Child | None = None
        self._closed = threading.Event()

    def work(self, some: Slice, tick: Tick | None = None) -> Outcome:
        """Work one partition; a report at which the worker hangs or ends is rejected, and the rest goes on.

        Raises ModelError, and BatchError for what is no fault of a report.
        """
        spool = Path(self._folder.name, "spool.jsonl")
        spool.write_bytes(b"")
        job = Job(task=self.task, slice=some, spool=str(spool))
        deaths: Counter[int] = Counter()
        while True:
            try:
                done = self._attempt(job, tick)
            except _Death as death:
                self._child = None
                self._settle(death, deaths, spool, some)
                continue
            kept = self.task.terms.into == "casebook"
            return Outcome(done=done, results=spool.read_bytes() if kept else b"")

    def close(self) -> None:
        """End the worker."""
        self._closed.set()
        if self._child is not None:
            self._child.end()
        self._folder.cleanup()

    def _end_if_closed(self) -> None:
        if self._closed.is_set() and self._child is not None:
            self._child.end()

    def _attempt(self, job: Job, tick: Tick | None) -> Done:
        if self._closed.is_set():
            raise BatchError("the batch was ended")
        child = self._child or self._started()
        child.ask(job)
        at: At | None = None

        def tell() -> None:
            if tick is not None and at is not None:
                tick(job.slice.number, at.index)

        while True:
            said = self._next(child, at, tell)
            if isinstance(said, Done):
                return said
            if isinstance(said, Failed):
                self._fail(said)
            if isinstance(said, At):
                at = said
                tell()

    def _started(self) -> _Child:
        """A new worker, whose reader is the one that the batch was begun with."""
        child = self._child = _Child(self.task, Path(tempfile.mkdtemp(dir=self._folder.name)))
        self._end_if_closed()  # amid the start, when there was no worker yet to be ended
        ready = self._next(child, None)
        if isinstance(ready, Failed):
            self._fail(ready)
        if isinstance(ready, Ready) and ready.reader != self.task.terms.reader:
            self._fail(Failed(message=_other(ready.reader, self.task.terms.reader)))
        return child

    def _next(self, child: _Child, at: At | None, tell: Callable[[], None] | None = None) -> Said:
        """The next message; raises _Death where there is none in time, or the worker ends or grows too large.

        While it waits it calls `tell` now and then: over one long report the time goes on too.
        """
        reading = at is not None and at.name is not None
        seconds = self.task.seconds if reading else max(self.task.seconds, _BETWEEN)
        last = time.monotonic() + seconds
        while True:
            try:
                said = child.said.get(timeout=_LOOK)
            except queue.Empty:
                limit = self.task.megabytes
                if limit and child.megabytes() > limit:
                    child.end()
                    raise _Death(at, TookTooMuch, f"takes more than {limit:,} MB of memory") from None
                if time.monotonic() > last:
                    child.end()
                    raise _Death(at, TookTooLong, f"is not read after {seconds:g} seconds") from None
                if tell is not None:
                    tell()
                continue
            if said is None:
                raise _Death(at, ReaderDied, _ended(child.process.wait()))
            return said

    def _settle(self, death: _Death, deaths: Counter[int], spool: Path, some: Slice) -> None:
        """Note the rejection of the report at which the worker has ended for the second time."""
        if self._closed.is_set():
            raise BatchError("the batch was ended")
        index = -1 if death.at is None else death.at.index
        deaths[index] += 1
        if deaths[index] < _TRIES:
            return
        if deaths[index] > _TRIES or not 0 <= index < some.count:
            raise BatchError(f"partition {some.number}: its worker {death.why}, again and again: see what it says")
        number = some.first + index
        name = (death.at.name if death.at else None) or f"report {number}"
        rejection = Rejection.of(death.error(name, f"{death.why}: leave it out, or read it alone to see what it does"))
        noted = list(settled(spool))  # takes away a line that was cut off
        if all(one.index != index for one in noted):
            with spool.open("ab") as notes:
                notes.write(msgspec.json.encode(Settled(index=index, rejection=rejection)) + b"\n")

    def _fail(self, failed: Failed) -> None:
        if self._child is not None:
            self._child.end()
            self._child = None
        raise ModelError(failed.message) if failed.model else BatchError(failed.message)


def _other(there: ReaderInfo, wanted: ReaderInfo) -> str:
    return (
        f"a worker has accordingto {there.version} with model {there.model} ({there.model_sha256[:12]}), this program "
        f"{wanted.version} with {wanted.model} ({wanted.model_sha256[:12]}): install the same on all machines"
    )


def _ended(code: int) -> str:
    if code >= 0:
        return f"ended its process with the exit code {code}"
    try:
        return f"ended its process by {signal.Signals(-code).name}"
    except ValueError:
        return f"ended its process by signal {-code}"
