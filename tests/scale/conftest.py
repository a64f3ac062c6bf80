"""What the tests of scale share: engines, made-up input, and running a batch over it."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest

from accordingto.scale import How, Store, Terms, Total, planned, run
from tests.scale.made import ODD, TERMS, write_jsonl


def _engine(name: str):
    # The build server has Ray: there its absence is a failure, not a test that nobody misses.
    absent = name == "ray" and find_spec("ray") is None and not os.environ.get("CI")
    return pytest.param(name, marks=pytest.mark.skipif(absent, reason="needs the extra accordingto[ray]"))


ENGINES = [_engine("local"), _engine("ray")]


@pytest.fixture(scope="session")
def cluster():
    """Ray on this machine, started once for all tests that use it."""
    import ray

    os.environ["RAY_USAGE_STATS_ENABLED"] = "0"
    path = os.pathsep.join(p or "." for p in sys.path)
    ray.init(
        address="local",
        num_cpus=2,
        include_dashboard=False,
        log_to_driver=False,
        logging_level="error",
        object_store_memory=100_000_000,
        runtime_env={"env_vars": {"PYTHONPATH": path}},
    )
    yield
    ray.shutdown()


@pytest.fixture(params=ENGINES)
def engine(request) -> str:
    """Each engine in turn."""
    if request.param == "ray":
        request.getfixturevalue("cluster")
    return request.param


@pytest.fixture
def jsonl(tmp_path) -> Path:
    """Forty made-up reports, one per line."""
    return write_jsonl(tmp_path / "news.jsonl", 40)


@pytest.fixture
def batch(tmp_path) -> Callable[..., Total]:
    """Run a batch into a folder of this test's."""

    def call(*given: object, out: str = "out", each: int = 10, terms: Terms = TERMS, into=None, **how) -> Total:
        store = Store(str(tmp_path / out) if "://" not in out else out)
        plan = planned([str(one) for one in given], terms, each=each, store=store)
        return run(plan, store, How(**{"workers": 2, "reader": ODD, **how}), into=into)

    return call
