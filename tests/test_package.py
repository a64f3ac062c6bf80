"""Importing accordingto does nothing and is quick; its public names are those it says."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

import pytest

import accordingto

HEAVY = (
    "numpy",
    "onnxruntime",
    "tokenizers",
    "click",
    "rich",
    "trafilatura",
    "msgspec",
    "jinja2",
    "pdfminer",
    "sqlalchemy",
    "alembic",
    "feedparser",
    "warcio",
    "accordingto.",
)


def run(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


@pytest.mark.parametrize("heavy", HEAVY)
def test_import_loads_no_library_and_no_step(heavy):
    """`import accordingto` imports none of the outside libraries and none of its own steps."""
    loaded = run("import sys, accordingto; print(*sys.modules, sep='\\n')").split()
    assert [m for m in loaded if m == heavy or (heavy.endswith(".") and m.startswith(heavy))] == []


def test_import_is_quick():
    """Importing accordingto takes under 0.3 s more than starting Python (the median of five starts each)."""

    def seconds(code: str) -> float:
        times = []
        for _ in range(5):
            start = time.perf_counter()
            run(code)
            times.append(time.perf_counter() - start)
        return statistics.median(times)

    assert seconds("import accordingto") - seconds("pass") < 0.3


def test_import_writes_and_configures_nothing():
    """Importing prints nothing, adds no log handler, and starts no thread."""
    code = "import logging, threading, accordingto; print(len(logging.root.handlers), threading.active_count())"
    assert run(code) == "0 1\n"


def test_public_names():
    """The public names are these four, and each can be had."""
    assert sorted(accordingto.__all__) == ["Ledger", "Reader", "__version__", "read"]
    assert all(getattr(accordingto, name) is not None for name in accordingto.__all__)


def test_dir_tells_the_public_names():
    """`dir(accordingto)` lists the public names, also those that were not asked for yet."""
    assert set(accordingto.__all__) <= set(dir(accordingto))


def test_unknown_name():
    """A name that is not there is an AttributeError that says so."""
    with pytest.raises(AttributeError, match="'accordingto' has no attribute 'nonsense'"):
        _ = accordingto.nonsense


def test_read_stays_a_function_after_the_step_of_that_name_was_imported():
    """`accordingto.read` is the function before and after `accordingto.read.inputs` was imported."""
    code = "import accordingto, accordingto.read.inputs; print(callable(accordingto.read), accordingto.read.__name__)"
    assert run(code) == "True read\n"


def test_read_twice(example_bytes):
    """Two calls of `accordingto.read` give the same ledger."""
    assert accordingto.read(example_bytes, name="a") == accordingto.read(example_bytes, name="a")
