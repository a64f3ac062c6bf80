"""Partitions -> what is done with each, by tasks of Ray on this machine or a cluster."""

from __future__ import annotations

import os
import sys
from collections import deque
from collections.abc import Generator, Iterable
from typing import Any

import msgspec

from accordingto.errors import BatchError, MissingExtra, ModelError
from accordingto.scale.messages import Task
from accordingto.scale.planning import Slice
from accordingto.scale.warden import Outcome, Warden

_AHEAD = 4
"""So many partitions per core are handed to Ray ahead: enough for a cluster that grows, and no queue of thousands."""

_STARTS = 3
"""Ray gives its node half a minute, which a busy machine may overstep."""
_GPU_SHARE = 0.25
"""Of a GPU for each worker that uses one: most of a worker's time is the processor's."""

_warden: Warden | None = None


def on_ray(
    slices: Iterable[Slice], task: Task, *, workers: int | None, address: str | None
) -> Generator[Outcome, None, None]:
    """What is done with each partition, in their order.

    `address` is that of a cluster's head, `auto` for the one that this program runs in; None starts Ray here, with
    `workers` cores. A partition whose machine is lost is worked anew by another one. Raises MissingExtra without Ray.
    """
    ray = _library()
    started = not ray.is_initialized()
    if started:
        _start(ray, workers, address)
    try:
        # Ray hides the GPU from a task that asks for none.
        share = _GPU_SHARE if task.options.get("device", "cpu") != "cpu" else 0
        work = ray.remote(num_cpus=1, num_gpus=share, max_retries=3)(_work)
        given = ray.put(msgspec.json.encode(task))
        waiting: deque[Any] = deque()
        for some in slices:
            waiting.append(work.remote(msgspec.json.encode(some), given))
            # Asked anew each time: a cluster grows with what waits.
            if len(waiting) >= _AHEAD * (workers or max(1, int(ray.cluster_resources().get("CPU", 1)))):
                yield _outcome(ray.get(waiting.popleft()))
        while waiting:
            yield _outcome(ray.get(waiting.popleft()))
    except ray.exceptions.RayError as error:
        said = " ".join(str(error).split())[:300]
        raise BatchError(f"Ray has given a partition up ({said}): run the batch again to go on") from error
    finally:
        if started:
            ray.shutdown()


def _library() -> Any:  # noqa: ANN401  a module
    # Ray tells its makers how it is used, unless it is told not to: nothing leaves this machine.
    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    try:
        import ray  # noqa: PLC0415  an extra, which the other engine does not need
    except ImportError:
        raise MissingExtra("--engine ray needs the library Ray: pip install 'accordingto[ray]'") from None
    return ray


def _start(ray: Any, workers: int | None, address: str | None) -> None:  # noqa: ANN401  a module
    options: dict[str, Any] = {"log_to_driver": False, "logging_level": "error"}
    if address is not None:
        options["address"] = address
    else:
        # Else Ray would join a cluster that it happens to find.
        options |= {"address": "local", "include_dashboard": False}
        options |= {"num_cpus": workers} if workers is not None else {}
        options["runtime_env"] = {"env_vars": {"PYTHONPATH": os.pathsep.join(path or "." for path in sys.path)}}
    for tries_left in reversed(range(_STARTS)):
        try:
            ray.init(**options)
            return
        except (ConnectionError, RuntimeError, ValueError) as error:
            raise BatchError(f"Ray does not start ({error}): check --ray-address") from None
        except Exception as error:  # noqa: BLE001  a bare one, where its node is not up in time
            ray.shutdown()
            if not tries_left:
                raise BatchError(f"Ray does not start ({error}): try again when the machine is less busy") from None


def _work(some: bytes, task: bytes) -> tuple[str, bytes]:
    """One task: a word for how it ended, and the outcome or the message. Errors go as words, whatever Ray wraps."""
    try:
        outcome = _own(msgspec.json.decode(task, type=Task)).work(msgspec.json.decode(some, type=Slice))
    except ModelError as error:
        return "model", str(error).encode()
    except BatchError as error:
        return "batch", str(error).encode()
    return "done", msgspec.json.encode(outcome)


def _own(task: Task) -> Warden:
    """This process's warden: its worker, with the model loaded, is kept from one partition to the next."""
    global _warden  # noqa: PLW0603  what Ray keeps between tasks is the process alone
    if _warden is None or _warden.task != task:
        if _warden is not None:
            _warden.close()
        _warden = Warden(task)
    return _warden


def _outcome(answer: tuple[str, bytes]) -> Outcome:
    word, content = answer
    if word != "done":
        raise (ModelError if word == "model" else BatchError)(content.decode())
    return msgspec.json.decode(content, type=Outcome)
