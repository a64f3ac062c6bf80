"""The gate: what is answered, to whom, under which name, and what every answer says."""

import json

import pytest
from litestar.testing import TestClient

from accordingto.serve import Desk, application
from accordingto.serve.security.safety import Safety

PAGES = ("/reports", "/nowhere", "/static/desk.css")


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example", "", "a b", "::1"])
@pytest.mark.parametrize("page", PAGES)
def test_a_name_that_somebody_else_chose_is_not_answered(bare, host, page):
    """A page whose name was made to lead here (DNS rebinding) reads nothing, not even that something is not there."""
    answer = bare.get(page, headers={"host": host})
    assert answer.status_code == 421
    assert "cases" not in answer.text


@pytest.mark.parametrize(
    "host", ["localhost", "localhost:8765", "127.0.0.1:1", "[::1]:8765", "LOCALHOST.", "127.0.0.1"]
)
def test_the_names_of_this_machine_are_answered(bare, host):
    """All names of loopback, at any port."""
    assert bare.get("/reports", headers={"host": host}).status_code == 200


def test_a_name_that_was_allowed_is_answered(casebook):
    """`--allow-host` and `--host` add names."""
    app = application(Desk(casebook, name="cases", who="t"), Safety(hosts=frozenset({"desk.example"})))
    with TestClient(app, base_url="http://127.0.0.1") as client:
        assert client.get("/reports", headers={"host": "desk.example:80"}).status_code == 200
        assert client.get("/reports", headers={"host": "x.desk.example"}).status_code == 421


@pytest.mark.parametrize(
    "origin",
    ["null", "https://evil.example", "http://127.0.0.1:9", "https://127.0.0.1", "http://127.0.0.1.evil.example", "x",
     "http://[", "file://"],
)  # fmt: skip
def test_another_site_cannot_write(client, origin):
    """Even with the right token: what a browser sends from elsewhere is refused before it is looked at."""
    answer = client.post("/reports", headers={"origin": origin})
    assert answer.status_code == 403
    assert "cannot write here" in answer.text


def test_another_site_that_does_not_name_itself_cannot_write(client):
    """Browsers say beside the origin whether a request crosses sites."""
    assert client.post("/reports", headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post("/reports", headers={"sec-fetch-site": "same-site"}).status_code == 403


def test_our_own_pages_can_write(client):
    """The same origin passes on: to no handler here, which is another answer."""
    for headers in ({"origin": "http://127.0.0.1"}, {"sec-fetch-site": "same-origin"}, {}):
        assert client.post("/nowhere", headers=headers).status_code in {404, 405}


def test_without_accounts_nothing_comes_by_a_proxy(bare):
    """A workbench for one machine that was put behind a proxy would be everybody's."""
    for name in ("x-forwarded-for", "forwarded", "x-real-ip", "x-forwarded-host"):
        assert bare.get("/reports", headers={name: "192.0.2.1"}).status_code == 403


@pytest.mark.parametrize("method", ["TRACE", "CONNECT", "PROPFIND", "XYZ"])
def test_other_methods_are_not_known(bare, method):
    """Only those of pages and of the API."""
    assert bare.request(method, "/reports").status_code == 405


@pytest.mark.parametrize("page", [*PAGES, "/login"])
def test_every_answer_has_the_headers(bare, page):
    """Pages, files and errors alike."""
    headers = bare.get(page).headers
    assert headers["x-content-type-options"] == "nosniff"
    assert "frame-ancestors 'none'" in headers["content-security-policy"]
    assert "server" not in headers
    refused = bare.get(page, headers={"host": "evil.example"}).headers
    assert refused["content-security-policy"] == headers["content-security-policy"]


def test_pages_are_kept_by_no_cache(bare):
    """What is in the reports stays out of caches, of errors, too; files of the package may be kept."""
    assert bare.get("/reports").headers["cache-control"] == "no-store"
    assert bare.get("/nowhere").headers["cache-control"] == "no-store"
    assert bare.get("/static/desk.css").headers.get("cache-control") != "no-store"


@pytest.mark.parametrize(
    "path",
    ["/static/../app.py", "/static/..%2fapp.py", "/static/%2e%2e/app.py", "/static/....//app.py", "/static//etc/passwd",
     "/static/%2fetc%2fpasswd", "/static/..\\app.py", "/static/%00", "/static/./../../serve/app.py"],
)  # fmt: skip
def test_files_are_those_of_the_package(bare, path):
    """No path leads out of the folder."""
    answer = bare.get(path)
    assert answer.status_code in {400, 404}
    assert "import" not in answer.text


def test_a_huge_body_is_refused(client):
    """A form of more than a megabyte is not read."""
    answer = client.post("/reports/x", data={"a": "b" * 2_000_000})
    assert answer.status_code in {404, 405, 413}


def test_without_a_session_there_is_nothing_but_the_form(visitor):
    """Every page leads to the form, and back to where it was asked for; errors tell no more."""
    for page in ("/reports?q=a%26b", "/nowhere", "/accounts", "/"):
        answer = visitor.get(page, follow_redirects=False)
        assert answer.status_code == 303
        assert answer.headers["location"].startswith("/login?next=")
        assert "cases" not in answer.text
    assert "cases" not in visitor.get("/login").text


def test_without_a_session_a_script_is_told(visitor):
    """The API answers in JSON, HTMX is told to load the page anew, and what writes is not done."""
    answer = visitor.get("/api/v1/reports")
    assert answer.status_code == 401
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["www-authenticate"] == "Bearer"
    assert visitor.get("/reports", headers={"hx-request": "true"}).headers["hx-refresh"] == "true"
    assert visitor.post("/reports").status_code == 401


def test_every_write_is_in_the_log_with_its_user(enter, guarded):
    """Also those that were refused, and nobody's."""
    enter("admin").post("/accounts/remove", data={"name": "reader"})
    lines = [json.loads(line) for line in guarded.state.log_path.read_text().splitlines()]
    assert [(line["user"], line.get("path"), line.get("did")) for line in lines] == [
        ("admin", "/login", None),
        ("admin", None, "removed"),
        ("admin", "/accounts/remove", None),
    ]
    assert lines[1]["account"] == "reader"
    assert lines[2]["status"] == 303


def test_nothing_sent_makes_a_line_of_its_own(visitor, guarded):
    """Line breaks, control characters and marks of direction in a path or name stand in the log as codes."""
    visitor.post("/x%0d%0a{}%1b[31m%E2%80%AE", headers={"user-agent": "a"})
    content = guarded.state.log_path.read_bytes()
    assert content.count(b"\n") == 1
    assert content.isascii()
    assert b"\x1b" not in content


def test_a_fault_is_told_without_what_it_was(bare, monkeypatch, capsys):
    """A page never shows the insides of the program; where it runs, each line is set in and steers nothing."""

    def at_fault(*_args, **_values):
        raise ValueError("\x1b[2J\n{}")

    monkeypatch.setattr(type(bare.app.state.desk.casebook), "reports_page", at_fault)
    answer = bare.get("/reports")
    assert answer.status_code == 500
    assert "ValueError" not in answer.text
    said = capsys.readouterr().err
    assert "ValueError" in said
    assert "\x1b" not in said
    assert all(line.startswith("    ") for line in said.splitlines())
