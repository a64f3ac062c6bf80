"""The pages of a casebook in a browser."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from accordingto.report import casebook_pages
from tests.report.site_made import book

SIZES = {"wide": 1280, "narrow": 390}


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    folder = tmp_path_factory.mktemp("site")
    paths = {}
    for one in casebook_pages(book()):
        path = folder / one.path
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(one.html.encode())
        kind = one.path.partition("/")[0] + ("-list" if one.path.endswith("/index.html") else "")
        paths[kind] = path
    return paths


@pytest.fixture
def opened(browser, site):
    """Opens a page of the site; it must have asked for nothing else and complained of nothing."""
    contexts, complaints, requests = [], [], []

    def open_page(kind, scheme="light", size="wide", **options):
        context = browser.new_context(color_scheme=scheme, viewport={"width": SIZES[size], "height": 800}, **options)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: complaints.append(message.text))
        tab.on("request", lambda request: requests.append(request.url))
        tab.goto(site[kind].as_uri())
        return tab

    yield open_page
    for context in contexts:
        context.close()
    assert complaints == []
    assert {url for url in requests if not url.startswith(("file:", "data:"))} == set()


KINDS = ["index.html", "contests", "contests-list", "voices", "reports", "rejected-list"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing(opened, kind, scheme):
    """The pages keep to WCAG 2.2 AA as far as axe can tell, in light and in dark."""
    tab = opened(kind, scheme)
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]}
    found = Axe().run(tab, options=rules)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_wider_than_the_window(opened, kind, size):
    """No page must be scrolled sideways."""
    tab = opened(kind, size=size)
    assert tab.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_from_the_overview_to_the_words_by_keyboard_without_scripts(opened):
    """Without scripts, Tab and Enter lead from the overview to a contest, and from a number to its marked words."""
    tab = opened("index.html", java_script_enabled=False)
    tab.locator('.entries a[href^="contests/"]').first.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/contests/*")
    tab.locator("a.many").last.focus()
    tab.keyboard.press("Enter")
    tab.wait_for_url("**/reports/*#q1")
    assert tab.locator("#q1").inner_text() == "31 people"


def test_print_shows_all_pairs(opened):
    """On paper, the pairs of all verdicts are shown, and the lists of links are not."""
    tab = opened("contests")
    tab.emulate_media(media="print")
    assert tab.locator(".trail").is_hidden()
    hidden = tab.evaluate(
        "[...document.querySelectorAll('.pairs li')]"
        ".filter(e => !e.checkVisibility({contentVisibilityAuto: true})).length"
    )
    assert hidden == 0
