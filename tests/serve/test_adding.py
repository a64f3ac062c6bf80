"""Adding reports in the browser: what comes of a file, a text, an address; how far it is; what is refused."""

import hashlib

import pytest
from litestar.testing import TestClient

from accordingto.casebook import Casebook
from accordingto.read.fetch import Fetcher
from accordingto.serve import application
from accordingto.serve.intake import examples
from accordingto.serve.jobs import Job, Jobs
from tests.serve.conftest import token_of
from tests.serve.reading import MAYOR, SURGEON, QuickDesk, done, words


@pytest.fixture
def empty(tmp_path):
    with Casebook.open(tmp_path / "empty.db") as opened:
        yield opened


@pytest.fixture
def client(empty):
    """A workbench over a casebook without reports, which reads made-up reports at once."""
    app = application(QuickDesk(empty, name="empty", who="Ada"))
    with TestClient(app, base_url="http://127.0.0.1") as opened:
        opened.headers["x-csrftoken"] = token_of(opened)
        yield opened


def give(client, *files):
    return done(client, client.post("/reports/add/files", files=[("files", file) for file in files]))


def test_an_empty_casebook_says_how_to_begin(client):
    """The list of no reports leads to the forms, and has the button for the examples."""
    page = client.get("/reports").text
    assert "no reports yet" in page
    assert 'href="/reports/add"' in page
    assert 'action="/reports/add/examples"' in page


def test_a_file_is_added(client, empty):
    """It is kept byte for byte, with the name of who added it, and the result leads to it."""
    data = f"{MAYOR}\r\n".encode()
    page = give(client, ("strike.txt", data))
    document = hashlib.sha256(data).hexdigest()
    assert "Done: 1 added." in words(page.text)
    assert f'href="/reports/{document[:16]}"' in page.text
    assert empty.raw(document) == data
    assert empty.reports_page().items[0].by == "Ada"


def test_a_report_that_is_there_is_not_added_twice(client, empty):
    """The same bytes again are known, and the line leads to the report."""
    give(client, ("strike.txt", MAYOR.encode()))
    page = give(client, ("again.txt", MAYOR.encode()))
    assert "Done: 0 added, 1 here already." in words(page.text)
    assert f'href="/reports/{hashlib.sha256(MAYOR.encode()).hexdigest()[:16]}"' in page.text
    assert empty.size() == 1


def test_what_cannot_be_read_is_told_with_its_reason(client, empty):
    """Of three files one is read; what went in is what came out, each with its line."""
    page = give(client, ("a.txt", MAYOR.encode()), ("b.txt", b"Nothing of note."), ("c.docx", b"PK\x03\x04"))
    told = words(page.text)
    assert "Done: 1 added, 2 rejected." in told
    assert "b.txt has no sentence of the kind" in told
    assert "c.docx is no kind of file that is read here" in told
    assert empty.size() == 1
    assert [one.name for one in empty.rejections()] == ["b.txt"]


def test_a_file_that_is_too_large(client, empty, monkeypatch):
    """It is refused with its size and the limit, and the others are read."""
    monkeypatch.setattr("accordingto.serve.intake.SIZE_LIMIT", 200)
    page = give(client, ("large.txt", b"x" * 300), ("small.txt", MAYOR.encode()))
    assert "large.txt has 300 bytes, and must be under 200" in words(page.text)
    assert empty.size() == 1


def test_more_than_can_be_sent_at_once(client, empty):
    """An upload over the limit is answered with the limit and what to do instead."""
    answer = client.post("/reports/add/files", files=[("files", ("vast.txt", b"x" * 51_100_000))])
    assert answer.status_code == 413
    assert "51 MB of files" in answer.text
    assert "accordingto add" in answer.text
    assert empty.size() == 0


def test_no_file(client):
    """A form without a file comes back with what to do."""
    page = client.post("/reports/add/files", files=[("files", ("", b""))])
    assert page.status_code == 400
    assert "No file was chosen" in page.text


def test_too_many_files(client, empty):
    """More than a hundred are refused whole."""
    page = client.post("/reports/add/files", files=[("files", (f"{n}.txt", b"x")) for n in range(101)])
    assert page.status_code == 400
    assert "101 files are too many" in page.text
    assert empty.size() == 0


def test_a_name_is_no_path(client, empty):
    """Folders in the name that a browser sends are left out."""
    give(client, ("../../etc/strike.txt", MAYOR.encode()), ("C:\\reports\\other.txt", SURGEON.encode()))
    assert sorted(one.name for one in empty.reports_page().items) == ["other.txt", "strike.txt"]


def test_a_pasted_text_is_the_same_report_as_its_file(client, empty):
    """A form turns line breaks into CR LF; they are turned back, so that the hash is that of the text."""
    text = f"Strike\n\n{MAYOR}\n"
    known = {"title": "Strike", "outlet": "Northern Wire", "published": "2024-05", "url": "https://wire.test/1"}
    done(client, client.post("/reports/add/text", data={"text": text.replace("\n", "\r\n"), **known}))
    (row,) = empty.reports_page().items
    assert row.document == hashlib.sha256(text.encode()).hexdigest()
    assert (row.title, row.outlet, row.published, row.url) == tuple(known.values())


def test_a_date_that_is_none_keeps_what_was_typed(client, empty):
    """The form comes back with the text in it, and says how a date is written."""
    page = client.post("/reports/add/text", data={"text": "\nFirst line", "title": "A & B", "published": "May 3"})
    assert page.status_code == 400
    assert "&#39;May 3&#39; is no date: write it as 2024-05-14" in page.text
    assert ">\n\nFirst line</textarea>" in page.text
    assert 'value="A &amp; B"' in page.text
    assert empty.size() == 0


@pytest.mark.parametrize(
    ("way", "data", "problem"),
    [
        ("text", {"text": " \r\n"}, "The text is empty"),
        ("text", {"text": MAYOR, "url": "javascript:alert(1)"}, "is no address of a report"),
        ("address", {"address": "file:///etc/passwd"}, "is no address of a report"),
        ("address", {}, "is no address of a report"),
    ],
)
def test_forms_that_make_no_sense(client, empty, way, data, problem):
    """Each comes back with what is wrong, and nothing is added."""
    page = client.post(f"/reports/add/{way}", data=data)
    assert page.status_code == 400
    assert problem in page.text
    assert empty.size() == 0


def test_an_address_is_fetched_once(client, empty):
    """The second time it is known, unless a later version is asked for."""
    address = {"address": "https://wire.test/strike"}
    assert "Done: 1 added." in words(done(client, client.post("/reports/add/address", data=address)).text)
    again = done(client, client.post("/reports/add/address", data=address))
    assert "1 here already" in words(again.text)
    assert f'href="/reports/{empty.at_address(address["address"])[:16]}"' in again.text


@pytest.mark.parametrize(
    ("address", "number"),
    [
        ("http://127.0.0.1:8765/reports", "127.0.0.1"),
        ("http://169.254.169.254/latest/meta-data/", "169.254.169.254"),
        ("http://[::1]/reports", "::1"),
        ("https://inside.test/reports", "127.0.0.1"),
    ],
)
def test_an_address_of_this_machine_is_refused(empty, monkeypatch, address, number):
    """The fetch rules hold here, too: no page leads the server to the machines around it, by no name either."""
    asked = []
    monkeypatch.setattr("socket.create_connection", lambda *where, **_: asked.append(where))

    class Desk(QuickDesk):
        fetch = QuickDesk.__base__.fetch

    names = {"inside.test": "127.0.0.1"}
    desk = Desk(empty, name="empty", who="Ada", fetcher=Fetcher(resolve=lambda host, _: [names.get(host, host)]))
    with TestClient(application(desk), base_url="http://127.0.0.1") as client:
        client.headers["x-csrftoken"] = token_of(client)
        page = done(client, client.post("/reports/add/address", data={"address": address}))
    assert f"leads to {number}, which is not of the public internet" in words(page.text)
    assert [one.reason for one in empty.rejections()] == ["address_refused"]
    assert asked == []
    assert empty.size() == 0


def test_why_a_report_was_added(client, empty):
    """The reason that somebody gives stays in the casebook."""
    done(client, client.post("/reports/add/text", data={"text": MAYOR, "why": "the harbour inquiry"}))
    assert "the harbour inquiry" in [event.why for event in empty.since(0)]


def test_a_job_under_way_asks_again(client, monkeypatch):
    """Without scripts by a refresh, with them by itself, and no more when it is done."""
    job = Job(id="abc", about=3, now="b.txt")
    monkeypatch.setattr(Jobs, "get", lambda *_: job)
    page = client.get("/reports/add/abc").text
    assert '<noscript><meta http-equiv="refresh"' in page
    assert 'hx-trigger="every 1s"' in page
    assert "Reading 1 of 3: b.txt" in words(page)
    assert client.get("/reports/add/abc", headers={"HX-Request": "true"}).status_code == 200
    job.done = True
    assert "refresh" not in client.get("/reports/add/abc").text
    assert client.get("/reports/add/abc", headers={"HX-Request": "true"}).status_code == 286


def test_a_job_that_is_forgotten(client):
    """After a restart its page says where the reports are."""
    page = client.get("/reports/add/0000")
    assert page.status_code == 404
    assert "its reports are in the list" in page.text


def test_one_fault_does_not_cost_the_others(client, empty, monkeypatch):
    """A casebook that is busy at one report is told of that one, and the next is read."""
    from accordingto.errors import CasebookBusy

    kept, calls = QuickDesk.add, []

    def add(self, item, **said):
        calls.append(item.name)
        if len(calls) == 1:
            raise CasebookBusy("another program is writing")
        return kept(self, item, **said)

    monkeypatch.setattr(QuickDesk, "add", add)
    told = words(give(client, ("a.txt", MAYOR.encode()), ("b.txt", SURGEON.encode())).text)
    assert "failed a.txt another program is writing" in told
    assert empty.size() == 1


def test_the_examples_disagree(reader, tmp_path):
    """The reports that come with the program give one contest of several outlets with a conflict and its reason."""
    from accordingto.compare import compare

    with Casebook.open(tmp_path / "x.db") as casebook:
        for item in examples():
            casebook.add(item, reader, by="tester")
        contests = compare(list(casebook.figures()))
    outlets = {f.outlet for f in contests[0].figures}
    reasons = {reason for c in contests[0].comparisons for reason in c.reasons}
    assert len(outlets) >= 3
    assert {"true_conflict", "different_measure", "nested_population", "same_origin"} <= reasons
