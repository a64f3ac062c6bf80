"""The charts of the workbench in a real browser, drawn under a policy that forbids eval and inline style."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager

import pytest
import uvicorn

from accordingto.serve import Desk, application
from tests.serve.board_made import tolls


@contextmanager
def serving(app):
    """An application at a free port of this machine."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="off"))
    thread = threading.Thread(target=server.run, daemon=True)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    port = server.servers[0].sockets[0].getsockname()[1]
    yield f"http://127.0.0.1:{port}"
    server.should_exit = True
    thread.join(10)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A workbench over the made-up tolls."""
    with (
        tolls(tmp_path_factory.mktemp("board")) as casebook,
        serving(application(Desk(casebook, name="tolls", who="tester"))) as at,
    ):
        yield at


@pytest.fixture
def contest(browser, address):
    """The page of the contest on Mosul, the errors it told, and the addresses it asked for."""
    context = browser.new_context(color_scheme="dark", viewport={"width": 1280, "height": 900})
    page = context.new_page()
    told, asked = [], []
    page.on("console", lambda message: told.append(message.text))
    page.on("pageerror", lambda error: told.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{address}/contests?text=Mosul")
    page.click("ol.contests a")
    page.wait_for_selector("figure.drawn .chart svg")
    page.wait_for_load_state("networkidle")
    yield page, told, asked
    context.close()


def test_charts_are_drawn_without_a_complaint(contest):
    """Both charts are drawn, and no console message is told."""
    page, told, _ = contest
    assert page.locator("figure.drawn .chart svg").count() == 2
    assert told == []


def test_a_row_of_a_chart_leads_to_its_words(contest):
    """A click anywhere on a row goes to the words that its number rests on."""
    page, _, _ = contest
    row = page.locator("figure[data-beside] .chart svg path[aria-label='Tomas Veldt']").first
    with page.expect_request("**/figures/**"):
        row.click(position={"x": 40, "y": 8})


def test_nothing_is_asked_of_another_machine(contest, address):
    """All that the page needs comes from the workbench."""
    _, _, asked = contest
    assert asked
    assert all(url.startswith((address, "data:")) for url in asked)


def test_print_shows_what_the_server_drew(contest):
    """On paper stands the server's drawing, not the one that the script made."""
    page, _, _ = contest
    page.emulate_media(media="print")
    assert page.locator("figure[data-beside] > svg.plot.wide").is_visible()
    assert not page.locator("figure[data-beside] .chart").is_visible()


def test_the_page_stands_without_scripts(browser, address):
    """Without scripts the drawing, the list and the filters of pairs are there."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/contests?text=Mosul")
    page.click("ol.contests a")
    assert page.locator("figure[data-beside] > svg.plot.wide").is_visible()
    page.select_option("#ask-verdict", "conflict")
    page.click("section[aria-labelledby=pairs] button")
    assert page.locator("ul.pairs li.verdict").count() == 1
    context.close()


def test_the_address_of_a_view_is_copied(browser, address):
    """A press of the button tells that the view's address was copied, or marks it."""
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}/figures?harm=killed&sort=-number")
    page.click("button[data-copy]")
    page.wait_for_function("document.querySelector('.copy [role=status]').textContent !== ''")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}/figures?harm=killed&sort=-number"
    context.close()


@pytest.mark.parametrize("path", ["/figures", "/contests", "/register", "/register/IQ1", "/downloads"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible(browser, address, path, scheme):
    """Nothing serious is found by axe, by day or by night."""
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=scheme, viewport={"width": 390, "height": 844}, bypass_csp=True)
    page = context.new_page()
    page.goto(f"{address}{path}")
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}] == []
    context.close()


def test_a_contest_is_accessible(contest):
    """Nothing serious is found by axe on a contest's page with its charts drawn."""
    from axe_playwright_python.sync_playwright import Axe

    page, _, _ = contest
    context = page.context.browser.new_context(bypass_csp=True)
    other = context.new_page()
    other.goto(page.url)
    other.wait_for_selector("figure.drawn .chart svg")
    found = Axe().run(other).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found if v["impact"] in {"serious", "critical"}] == []
    context.close()
