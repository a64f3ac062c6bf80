"""What all tests share: one reader, the example report, and how Hypothesis searches."""

from __future__ import annotations

import os
from importlib import resources

import pytest
from hypothesis import HealthCheck, settings

from accordingto.pipeline import Reader
from accordingto.records import Document, Ledger

# No deadline: a machine that does something else at the same time is no fault of the program.
settings.register_profile("here", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
# On the build server the same examples each time: a build must not fail by chance. Searching goes on elsewhere.
settings.register_profile("ci", parent=settings.get_profile("here"), derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(scope="session")
def reader() -> Reader:
    """One reader for all tests: the model is loaded once."""
    return Reader(threads=1)


@pytest.fixture(scope="session")
def example_bytes() -> bytes:
    return resources.files("accordingto.examples").joinpath("harbour-strike.txt").read_bytes()


@pytest.fixture(scope="session")
def example(reader: Reader, example_bytes: bytes) -> Ledger:
    """The ledger of the example report."""
    return reader.read(example_bytes, name="harbour-strike.txt")


@pytest.fixture(scope="session")
def example_document(example: Ledger) -> Document:
    return example.document
