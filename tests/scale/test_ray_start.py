"""Ray that does not start at once is tried again, and then told in one line."""

from __future__ import annotations

import pytest

from accordingto.errors import BatchError
from accordingto.scale import on_ray


class SlowRay:
    """Ray on a busy machine: its node is up at the start number `ready`."""

    def __init__(self, ready: int) -> None:
        self.starts, self.ready = 0, ready

    def init(self, **_: object) -> None:
        self.starts += 1
        if self.starts < self.ready:
            raise Exception("The current node timed out during startup")

    def shutdown(self) -> None:
        pass


def test_a_slow_start_is_tried_again():
    """The third start that works is as good as the first."""
    ray = SlowRay(ready=3)
    on_ray._start(ray, 2, None)
    assert ray.starts == 3


def test_a_ray_that_never_starts_ends_the_batch():
    """What Ray raises without a kind of its own becomes an error with the next step."""
    with pytest.raises(BatchError, match=r"timed out during startup.*less busy"):
        on_ray._start(SlowRay(ready=99), 2, None)
