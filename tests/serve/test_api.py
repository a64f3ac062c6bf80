"""The API: the records of the casebook, page by page, for whom they are."""

import json

import pytest

from benchmarks.plain_reports import reports

MADE = next(iter(reports(1, seed=9, figures=2)))


@pytest.fixture
def program(guarded, accounts):
    """A program that comes with a token: `program("reviewer")`."""
    from litestar.testing import TestClient

    def with_token(name):
        client = TestClient(guarded, base_url="http://127.0.0.1")
        client.headers["authorization"] = "Bearer " + accounts.make_token(name, label="t", days=1)
        return client

    return with_token


@pytest.mark.parametrize(
    "path", ["reports", "figures", "statements", "voices", "contests", "decisions", "register", "rejections"]
)
def test_a_list_is_walked_by_its_next_links(client, path):
    """Page after page gives what one large page gives, nothing twice and nothing lost."""
    whole = client.get(f"/api/v1/{path}?limit=500").json()["items"]
    walked, address = [], f"/api/v1/{path}?limit=2"
    while address and len(walked) < 40:
        page = client.get(address).json()
        walked += page["items"]
        address = page["next"]
    assert walked == whole[: len(walked)]
    assert len(walked) == min(len(whole), 40)


def test_filters_stay_in_the_next_link(client):
    """The page behind asks for the same."""
    page = client.get("/api/v1/figures?unit=people&low=1&sort=-number&limit=1").json()
    assert "unit=people" in page["next"]
    assert "low=1&" in page["next"]
    assert "sort=-number" in page["next"]


def test_a_ledger_is_the_published_one(client, casebook):
    """What the API gives is what `accordingto read --format json` gives."""
    ledger = next(casebook.ledgers())
    answer = client.get(f"/api/v1/reports/{ledger.document.id[:12]}/ledger?decided=false")
    assert answer.json() == json.loads(ledger.to_json())


def test_raw_bytes_are_a_file_to_save(client, casebook):
    """A report that is a page is never shown as one."""
    document = next(casebook.documents())
    answer = client.get(f"/api/v1/reports/{document.id}/raw")
    assert answer.content == casebook.raw(document.id)
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["content-disposition"].startswith("attachment")


def test_a_decision_carries_the_name_of_its_user(program, casebook):
    """The name is the account's, whatever is sent."""
    figure = next(casebook.figures())
    sent = {"target": f"figure:{figure.id}", "kind": "accept", "why": "read it"}
    answer = program("reviewer").post("/api/v1/decisions", json=sent)
    assert (answer.status_code, answer.json()["by"]) == (201, "reviewer")
    assert program("reviewer").post("/api/v1/decisions", json=sent | {"by": "admin"}).status_code == 400
    assert [decision.by for decision in casebook.decisions()] == ["reviewer"]


def test_a_report_is_added_in_the_name_of_its_user(program, casebook):
    """As text and as a file; what is there already is said to be."""
    client = program("reviewer")
    text = MADE.data.decode() if MADE.text is None else MADE.text
    answer = client.post("/api/v1/reports", json={"text": text, "title": "By hand", "published": "2020-02"})
    assert answer.status_code == 201
    assert [event.by for event in casebook.since(casebook.head().number - 1)] == ["reviewer"]
    file = {"content": text.encode(), "headers": {"content-type": "application/octet-stream"}}
    assert client.post("/api/v1/reports/file?name=a.txt", **file).status_code == 201
    assert client.post("/api/v1/reports/file?name=a.txt", **file).status_code == 200


def test_what_cannot_be_read_is_told_why(program, casebook):
    """A rejection is a problem with its code, and noted in the casebook with who brought it."""
    answer = program("reviewer").post("/api/v1/reports", json={"text": "nothing of the kind"})
    assert answer.status_code == 422
    assert answer.json()["errors"][0]["reason"] == "no_article"
    assert casebook.rejections_page().items[0].by == "reviewer"


def test_a_reader_writes_nothing(program, casebook):
    """A token is worth what its account is worth."""
    head = casebook.head()
    client = program("reader")
    assert client.get("/api/v1/reports").status_code == 200
    figure = next(casebook.figures())
    decision = {"target": f"figure:{figure.id}", "kind": "accept", "why": "x"}
    assert client.post("/api/v1/decisions", json=decision).status_code == 403
    assert client.post("/api/v1/reports", json={"text": "x"}).status_code == 403
    assert casebook.head() == head


@pytest.mark.parametrize("header", ["Bearer", "Bearer ", "Bearer x", "Basic YWRtaW46eA==", "bearer accordingto_", "\t"])
def test_a_token_that_is_none_lets_nobody_in(enter, header):
    """Not even a browser that has a session: who names a token is known by it alone."""
    assert enter("admin").get("/api/v1/reports", headers={"authorization": header}).status_code == 401


def test_a_token_opens_the_api_and_no_page(program):
    """Pages are for sessions, which end sooner."""
    assert program("admin").get("/accounts", follow_redirects=False).status_code == 303


def test_a_session_writes_with_the_token_of_its_page_only(enter, casebook):
    """A browser's session at the API is guarded as it is on the pages."""
    client = enter("reviewer")
    figure = next(casebook.figures())
    decision = {"target": f"figure:{figure.id}", "kind": "accept", "why": "x"}
    token = client.headers.pop("x-csrftoken")
    assert client.post("/api/v1/decisions", json=decision).status_code == 403
    assert client.post("/api/v1/decisions", json=decision, headers={"x-csrftoken": token}).status_code == 201


@pytest.mark.parametrize(
    "kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "", "text/json"]
)
def test_without_accounts_what_a_form_can_send_writes_nothing(bare, casebook, kind):
    """Such a body another site could send without asking; it is refused before it is read, token or not."""
    head = casebook.head()
    body = json.dumps({"text": "x"}).encode()
    assert bare.post("/api/v1/reports", content=body, headers={"content-type": kind}).status_code == 415
    assert bare.post("/api/v1/reports/file", content=body, headers={"content-type": kind}).status_code == 415
    assert casebook.head() == head


def test_no_other_site_is_given_leave(bare):
    """A browser that asks first whether another site may send JSON is not told so."""
    asked = {"origin": "https://evil.example", "access-control-request-method": "POST"}
    headers = bare.options("/api/v1/reports", headers=asked).headers
    assert not [name for name in headers if name.startswith("access-control-")]


@pytest.mark.parametrize(
    "body", [b"[" * 100_000, b'{"value":' * 50_000, b"\xff", b"{}", b"null", b'{"target": 1}', b""]
)
def test_no_body_brings_a_fault(client, body):
    """Nested, broken, empty or of the wrong kind: it is a mistake in what was sent."""
    answer = client.post("/api/v1/decisions", content=body, headers={"content-type": "application/json"})
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"


def test_an_error_is_a_problem_with_its_next_step(client):
    """RFC 9457: type, title, status and detail, and nothing of the insides."""
    answer = client.get("/api/v1/reports/00000000/ledger")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "detail": "'00000000' is no report of the casebook: give its sha256, or the first 8 digits or more of it",
    }


@pytest.mark.parametrize("path", ["/api/nowhere", "/api/v1", "/api/v1/nowhere", "/api/v2/reports"])
def test_an_address_that_is_none_is_a_problem(client, path):
    """It names the address and leads to the list of those that there are, and none is a page."""
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["detail"] == f"There is nothing at {path}: /api lists the addresses that there are."


def test_changes_are_told_from_an_entry_on(client, casebook):
    """Who knows entry N learns what came behind it, and the head says where it ends."""
    head = client.get("/api/v1/head").json()
    assert (head["number"], head["hash"]) == (casebook.head().number, casebook.head().hash)
    changes = client.get("/api/v1/changes?since=2").json()
    assert [change["number"] for change in changes] == list(range(3, head["number"] + 1))


def test_the_page_of_the_api_lists_every_operation(client):
    """Without a script, and with nothing from elsewhere."""
    described = client.get("/api/openapi.json").json()
    assert described["openapi"].startswith("3.1")
    page = client.get("/api").text
    for path, methods in described["paths"].items():
        for method in methods:
            assert f"<code>{method.upper()} {path}</code>" in page
    assert "http" not in page.replace("http-equiv", "")


def test_no_page_stands_in_the_description(client):
    """The description has the API and nothing else."""
    assert all(path.startswith("/api/v1/") for path in client.get("/api/openapi.json").json()["paths"])
