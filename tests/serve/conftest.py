"""The workbench over a casebook of three made-up reports, with accounts and without."""

from __future__ import annotations

import re
import shutil

import pytest
from argon2 import PasswordHasher
from litestar.testing import TestClient

from accordingto.casebook import Casebook
from accordingto.records import Rejection
from accordingto.serve import Desk, application
from accordingto.serve.accounts import Accounts
from accordingto.serve.accounts.passwords import Passwords
from accordingto.serve.security.log import WriteLog
from accordingto.serve.security.safety import Door, Safety
from benchmarks.plain_reports import MadeUpReader, reports


@pytest.fixture(scope="session")
def made(tmp_path_factory):
    """A casebook of three reports, of which each test has a copy."""
    path = tmp_path_factory.mktemp("made") / "cases.db"
    with Casebook.open(path) as opened:
        for item in reports(3, seed=2, figures=3):
            opened.add(item, MadeUpReader(), by="tester")
    return path


@pytest.fixture
def casebook(made, tmp_path):
    with Casebook.open(shutil.copy(made, tmp_path / "cases.db")) as opened:
        yield opened


PASSWORD = "harbour lamp tuesday moss"
QUICK = Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


class QuickReader(MadeUpReader):
    """A reader that loads no model: it reads made-up reports, and rejects the rest."""

    def attempt(self, source):
        try:
            return super().attempt(source)
        except UnicodeDecodeError:
            return Rejection(name=source.name, reason="not_text", message="is no UTF-8: give text")


def desk(casebook):
    made = Desk(casebook, name="cases", who="tester")
    made._reader = QuickReader()
    return made


def token_of(client, page="/reports"):
    """The token that the pages of a client carry; a form has it as the field `_csrf_token`."""
    found = re.search(r'"x-csrftoken": "([0-9a-f]+)"', client.get(page).text)
    return found.group(1)


@pytest.fixture
def bare(casebook):
    """A browser that has seen no page yet, at a workbench on loopback without accounts."""
    with TestClient(application(desk(casebook)), base_url="http://127.0.0.1") as opened:
        yield opened


@pytest.fixture
def client(bare):
    """The same as a page of the workbench sends its requests: `client.post(…)` carries the token."""
    bare.headers["x-csrftoken"] = token_of(bare)
    return bare


@pytest.fixture
def accounts(tmp_path):
    """One account of each role, named as the role is."""
    book = Accounts(tmp_path / "cases.db.accounts", QUICK)
    for role in ("reader", "reviewer", "admin"):
        book.add(role, role, PASSWORD)
    return book


@pytest.fixture
def guarded(casebook, accounts, tmp_path):
    """A workbench with accounts; `guarded.log` is the file of its log."""
    safety = Safety(door=Door(accounts), log=WriteLog(tmp_path / "log"))
    app = application(desk(casebook), safety)
    app.state.log_path = tmp_path / "log"
    yield app
    safety.log.close()


@pytest.fixture
def visitor(guarded):
    """A browser at a workbench with accounts, which has not logged in."""
    return TestClient(guarded, base_url="http://127.0.0.1")  # one application cannot be started twice, so it is not


@pytest.fixture
def enter(guarded):
    """Log in: `enter("reviewer")` is a browser whose requests carry session and token."""

    def entered(name, password=PASSWORD):
        client = TestClient(guarded, base_url="http://127.0.0.1")
        client.headers["x-csrftoken"] = token_of(client, "/login")
        answer = client.post("/login", data={"name": name, "password": password}, follow_redirects=False)
        assert answer.status_code == 303, answer.text
        return client

    return entered


@pytest.fixture
def quick():
    """Passwords hashed in no time: the safety of argon2 is its authors' to test."""
    return QUICK


@pytest.fixture
def slower():
    """The same with another parameter."""
    return Passwords(PasswordHasher(time_cost=2, memory_cost=8, parallelism=1))


@pytest.fixture
def counting():
    """A hasher that counts in `made` how often a password is checked."""

    class Counting(PasswordHasher):
        made = 0

        def verify(self, *args):
            self.made += 1
            return super().verify(*args)

    return Counting(time_cost=1, memory_cost=8, parallelism=1)
