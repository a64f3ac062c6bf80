"""Writing takes the token of a page: else another site's page could write in the name of whoever looks at it."""

import re

import pytest
from litestar import post
from litestar.di import NamedDependency
from litestar.testing import TestClient

from accordingto.serve import Desk, application
from accordingto.serve.security.users import User


@pytest.fixture
def writer(casebook):
    """A workbench with a handler that writes, as any of them would."""

    @post("/written", status_code=201, sync_to_thread=False)
    def written(user: NamedDependency[User]) -> str:
        return user.name

    app = application(Desk(casebook, name="cases", who="tester"))
    app.register(written)
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        yield opened


def token_in(page):
    return re.search(r'"x-csrftoken": "([0-9a-f]+)"', page).group(1)


def test_a_request_without_a_token_is_refused(writer):
    """A form without the field, and a script without the header, write nothing."""
    writer.get("/reports")
    assert writer.post("/written").status_code == 403
    assert writer.post("/written", data={"a": "b"}).status_code == 403


def test_the_header_of_the_pages_lets_through(writer):
    """HTMX sends what `body` has, and writes in the user's name."""
    token = token_in(writer.get("/reports").text)
    answer = writer.post("/written", headers={"x-csrftoken": token})
    assert (answer.status_code, answer.text) == (201, "tester")


def test_the_field_of_a_form_lets_through(writer):
    """A plain form, without any script, carries the token as a field."""
    token = token_in(writer.get("/reports").text)
    assert writer.post("/written", data={"_csrf_token": token}).status_code == 201


def test_a_token_of_elsewhere_is_none(writer, casebook):
    """What another server signed lets nobody in, cookie and field alike."""
    other = application(Desk(casebook, name="other", who="tester"))
    with TestClient(other, base_url="http://127.0.0.1") as elsewhere:
        token = token_in(elsewhere.get("/reports").text)
    writer.get("/reports")
    (mine,) = writer.cookies
    writer.cookies.clear()
    writer.cookies.set(mine, token)
    assert writer.post("/written", data={"_csrf_token": token}).status_code == 403
