"""The workbench over a casebook of the shipped example report and three made-up ones."""

from __future__ import annotations

import re
import shutil

import pytest
from litestar.testing import TestClient

from accordingto.casebook import Casebook
from accordingto.serve import Desk, application
from benchmarks.plain_reports import MadeUpReader, reports


@pytest.fixture(scope="session")
def made_up(tmp_path_factory):
    """The file of a casebook, made once; each test has a copy of its own."""
    path = tmp_path_factory.mktemp("serve") / "cases.db"
    with Casebook.open(path) as opened:
        for item in reports(3, seed=2, figures=3):
            opened.add(item, MadeUpReader(), by="tester")
    return path


@pytest.fixture
def casebook(tmp_path, made_up):
    with Casebook.open(shutil.copy(made_up, tmp_path)) as opened:
        yield opened


def token_of(client):
    """The token that the pages of a client carry; a form has it as the field `_csrf_token`."""
    found = re.search(r'"x-csrftoken": "([0-9a-f]+)"', client.get("/reports").text)
    return found.group(1)


@pytest.fixture
def bare(casebook):
    """A browser that has seen no page yet, at a workbench on loopback without accounts."""
    with TestClient(application(Desk(casebook, name="cases", who="tester")), base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.fixture
def client(bare):
    """The same as a page of the workbench sends its requests: `client.post(…)` carries the token."""
    bare.headers["x-csrftoken"] = token_of(bare)
    return bare
