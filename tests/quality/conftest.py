"""Made-up corpora and ledgers, and the shared data where it is there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from quality.corpora import NoCorpus, shared


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The shared data; without it the test is skipped, except on CI, where it must be there."""
    try:
        return shared()
    except NoCorpus as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(str(error))
