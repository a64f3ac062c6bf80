"""Partitions -> what is done with each, by processes on this machine."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor

from accordingto.scale.messages import Task
from accordingto.scale.planning import Slice
from accordingto.scale.warden import Outcome, Tick, Warden

_AHEAD = 8
"""So many partitions per worker may be finished while an earlier one is not."""
_AHEAD_HELD = 2
"""The same where what became of the reports is held until it is in a casebook."""


def local(
    slices: Iterable[Slice], task: Task, *, workers: int, tick: Tick | None = None
) -> Generator[Outcome, None, None]:
    """What is done with each partition, in their order, by `workers` processes with one core each.

    When it is closed or broken off, the processes end.
    """
    wardens: list[Warden] = []
    own = threading.local()

    def work(some: Slice) -> Outcome:
        if not hasattr(own, "warden"):
            own.warden = Warden(task)
            wardens.append(own.warden)
        warden: Warden = own.warden
        return warden.work(some, tick)

    ahead = workers * (_AHEAD_HELD if task.terms.into == "casebook" else _AHEAD)
    pool = ThreadPoolExecutor(workers)
    waiting: deque[Future[Outcome]] = deque()
    try:
        for some in slices:
            waiting.append(pool.submit(work, some))
            if len(waiting) >= ahead:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for warden in wardens:
            warden.close()
        pool.shutdown(wait=True)
