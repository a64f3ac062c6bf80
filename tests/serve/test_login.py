"""Logging in: who is let in, what a browser is given, and what does not help a guesser."""

import pytest
from litestar.testing import TestClient

from accordingto.serve import Desk, application
from accordingto.serve.security.attempts import LIMITS
from accordingto.serve.security.safety import Door, Safety

PASSWORD = "harbour lamp tuesday moss"


def token_in(page):
    return page.text.split('"x-csrftoken": "')[1].split('"')[0]


def log_in(client, name="reader", password=PASSWORD, **fields):
    data = {"_csrf_token": token_in(client.get("/login")), "name": name, "password": password, **fields}
    return client.post("/login", data=data, follow_redirects=False)


def session(client):
    return next((value for name, value in client.cookies.items() if "session" in name), None)


def test_a_name_and_its_password_let_in(visitor):
    """The form leads to the page that was asked for."""
    answer = log_in(visitor, next="/reports?q=x")
    assert (answer.status_code, answer.headers["location"]) == (303, "/reports?q=x")
    assert visitor.get("/reports").status_code == 200


def test_the_cookie_is_for_the_browser_alone(visitor):
    """No script reads it, and no other site's form brings it."""
    cookie = log_in(visitor).headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Path=/" in cookie
    assert "Domain" not in cookie


def test_by_https_no_other_host_can_plant_a_cookie(casebook, accounts):
    """All cookies are Secure, with the prefix that browsers take from this host only."""
    app = application(Desk(casebook, name="c", who="t"), Safety(door=Door(accounts), secure=True))
    with TestClient(app, base_url="https://127.0.0.1") as client:
        cookies = [*client.get("/login").headers.get_list("set-cookie"), *log_in(client).headers.get_list("set-cookie")]
    assert len(cookies) == 2
    assert all(cookie.startswith("__Host-") and "Secure" in cookie for cookie in cookies)


@pytest.mark.parametrize(("name", "password"), [("reader", "wrong"), ("nobody", PASSWORD), ("", ""), ("reader", "")])
def test_all_that_is_wrong_is_answered_alike(visitor, name, password):
    """Whether there is such a name is not told."""
    answer = log_in(visitor, name, password)
    assert answer.status_code == 403
    assert "Name or password is not right" in answer.text
    assert session(visitor) is None


def test_logging_in_takes_a_token(visitor):
    """Another site cannot log a browser in under a name of its own."""
    visitor.get("/login")
    assert visitor.post("/login", data={"name": "reader", "password": PASSWORD}).status_code == 403


def test_a_planted_session_is_not_taken(visitor, guarded):
    """A number that somebody gave a browser beforehand is no session, before the login and after it."""
    name = guarded.state.safety.cookie("session")
    visitor.cookies.set(name, "planted", domain="127.0.0.1")
    assert visitor.get("/reports", follow_redirects=False).status_code == 303
    assert log_in(visitor).status_code == 303
    visitor.cookies.clear()
    visitor.cookies.set(name, "planted", domain="127.0.0.1")
    assert visitor.get("/reports", follow_redirects=False).status_code == 303


def test_a_login_ends_the_session_before_it(visitor):
    """The number changes, and the old one is nobody's."""
    log_in(visitor)
    before = session(visitor)
    log_in(visitor, "admin")
    after = session(visitor)
    assert before != after
    visitor.cookies.clear()
    assert visitor.get("/reports", headers={"cookie": f"session={before}"}, follow_redirects=False).status_code == 303


def test_logging_out_ends_the_session_on_the_server(enter, visitor, guarded):
    """Not only the cookie goes: its number opens nothing any more."""
    client = enter("reader")
    number = session(client)
    assert client.post("/logout", follow_redirects=False).status_code == 303
    visitor.cookies.set(guarded.state.safety.cookie("session"), number, domain="127.0.0.1")
    assert visitor.get("/reports", follow_redirects=False).status_code == 303


def test_a_guesser_is_stopped(visitor):
    """After some failures even the right password waits, and the answer says how long."""
    for _ in range(LIMITS["name and place"]):
        assert log_in(visitor, password="wrong").status_code == 403
    answer = log_in(visitor)
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 901


@pytest.mark.parametrize(
    "address",
    ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "/a\r\nX: y", "/login"],
)
def test_the_form_leads_nowhere_else(visitor, address):
    """`next` is a page of the workbench, or the first page is taken."""
    assert log_in(visitor, next=address).headers["location"] == "/"


def test_a_name_that_is_markup_is_shown_as_text(visitor):
    """What was typed stands in the form again, and is nothing but text."""
    page = log_in(visitor, '"><script>alert(1)</script>').text
    assert "<script>alert" not in page
    assert "&lt;script&gt;" in page


def test_another_password_ends_the_other_sessions(enter):
    """Who changes the password stays in; whoever else is in with that name is out."""
    mine, other = enter("reviewer"), enter("reviewer")
    page = mine.post("/account/password", data={"current": PASSWORD, "password": "another lamp at sea"})
    assert page.status_code == 200
    assert mine.get("/reports", follow_redirects=False).status_code == 200
    assert other.get("/reports", follow_redirects=False).status_code == 303


def test_the_password_is_asked_for_before_it_is_changed(enter, accounts):
    """Whoever finds an open browser cannot take the account."""
    client = enter("reviewer")
    assert client.post("/account/password", data={"current": "x", "password": "another lamp at sea"}).status_code == 400
    assert accounts.check("reviewer", PASSWORD) is not None


def test_an_admin_manages_accounts(enter, accounts):
    """Make, give another role and password, and remove."""
    admin = enter("admin")
    admin.post("/accounts", data={"name": "Ada", "role": "reader", "password": PASSWORD})
    assert accounts.get("Ada").role == "reader"
    admin.post("/accounts/role", data={"name": "Ada", "role": "reviewer"})
    assert accounts.get("Ada").role == "reviewer"
    admin.post("/accounts/password", data={"name": "Ada", "password": "another lamp at sea"})
    assert accounts.check("Ada", "another lamp at sea") is not None
    admin.post("/accounts/remove", data={"name": "Ada"})
    assert accounts.get("Ada") is None
    page = admin.post("/accounts/role", data={"name": "admin", "role": "root"})
    assert page.status_code == 400
    assert "is no role" in page.text


@pytest.mark.parametrize("name", ["reader", "reviewer"])
def test_nobody_else_manages_accounts(enter, accounts, name):
    """Neither sees the page, nor may post what it posts."""
    client = enter(name)
    assert client.get("/accounts").status_code == 403
    for path in ("", "/role", "/password", "/remove"):
        data = {"name": "reader", "role": "admin", "password": PASSWORD}
        assert client.post(f"/accounts{path}", data=data).status_code == 403
    assert accounts.get("reader").role == "reader"


def test_a_token_is_shown_once(enter, accounts):
    """The page that made it shows it, and no other does."""
    client = enter("reviewer")
    page = client.post("/account/tokens", data={"label": "script"}).text
    token = page.split('class="token">')[1].split("<")[0]
    assert accounts.of_token(token).name == "reviewer"
    assert token not in client.get("/account").text
    (kept,) = accounts.tokens("reviewer")
    client.post("/account/tokens/end", data={"id": kept.id})
    assert accounts.of_token(token) is None


def test_a_token_of_another_cannot_be_ended(enter, accounts):
    """An id that was seen elsewhere gives no power over it."""
    accounts.make_token("admin", label="x", days=1)
    (kept,) = accounts.tokens("admin")
    assert enter("reviewer").post("/account/tokens/end", data={"id": kept.id}).status_code == 400
    assert accounts.tokens("admin") == (kept,)
