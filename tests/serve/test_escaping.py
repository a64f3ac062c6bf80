"""Whatever a report, a name or a reason holds is shown as text, on every page there is."""

import re

import pytest
from litestar.testing import TestClient

from accordingto.records import Item
from accordingto.serve import application

MARKS = (
    '<script>alert("m4rk")</script>',
    '"><img src=x onerror=alert("m4rk")>',
    "' onfocus='alert(\"m4rk\")",
    "{{ 7*7 }}m4rk",
)
_UNSAFE = re.compile(r"<(script|img)[^>]*m4rk|<script>alert|onerror=alert\(\"|onfocus='alert|49m4rk", re.IGNORECASE)


@pytest.fixture
def hostile(casebook, desk_of):
    """A workbench whose casebook holds marks wherever anything is held."""
    made = desk_of(casebook)
    for mark in MARKS:
        text = f"Ilse Marrant (mayor {mark}) said 12 people were killed in Mosul in 2004-05. {mark}"
        item = Item(
            name=mark, data=text.encode(), text=text, title=mark, outlet=mark, author=mark, url=f"javascript:{mark}",
            published="2004-06-01",
        )  # fmt: skip
        casebook.add(item, made.reader, by=mark, why=mark)
        casebook.add(Item(name=mark, data=mark.encode(), text=mark), made.reader, by=mark, why=mark)
        for figure in casebook.figures():
            casebook.decide(f"figure:{figure.id}", "grade", {"grade": mark}, by=mark, why=mark)
    return TestClient(application(made), base_url="http://127.0.0.1")


def links(page):
    """The addresses of pages that a page leads to."""
    return {address.replace("&amp;", "&") for address in re.findall(r'(?:href|hx-get)="(/[^"#]*)"', page)}


def test_no_page_runs_what_a_report_holds(hostile):
    """All pages that can be reached from the first by links, and their fragments, show marks as text."""
    seen, todo, found = set(), ["/reports", "/nowhere?q=<script>alert(1)</script>", "/api"], 0
    while todo and len(seen) < 150:
        address = todo.pop(0)
        if address in seen or address.startswith("/static"):
            continue
        seen.add(address)
        answer = hostile.get(address)
        if "text/html" not in answer.headers.get("content-type", ""):
            continue
        found += "m4rk" in answer.text
        assert not _UNSAFE.search(answer.text), address
        assert 'href="javascript:' not in answer.text, address
        todo += sorted(links(answer.text) - seen)
    assert found, "no page showed any mark: the test looks at nothing"


def test_json_is_never_taken_for_a_page(hostile):
    """The API gives the marks as they are, under a type that no browser takes for markup."""
    for path in ("reports", "figures", "statements", "decisions", "rejections"):
        answer = hostile.get(f"/api/v1/{path}?limit=500")
        assert answer.headers["content-type"].startswith("application/json")
        assert answer.headers["x-content-type-options"] == "nosniff"
