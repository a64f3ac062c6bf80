"""The main ways through the workbench in a real browser, over the example reports as the program reads them."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from axe_playwright_python.sync_playwright import Axe

from accordingto.casebook import Casebook
from accordingto.serve import Desk
from accordingto.serve.accounts import Accounts
from accordingto.serve.security.safety import Door, Safety
from tests.browser.serving import Heard, served
from tests.serve.conftest import PASSWORD, QUICK

READING = 60_000
"""Milliseconds in which the example reports are read, on a machine that does other things besides."""
WIRE = "Missiles hit fish market in Port Arvan, and each side counts other dead"
PAGES = (
    "/reports", "/reports/add", "/reports/rejected", "/voices", "/review", "/review/list?kind=contest",
    "/review/agreement", "/decisions",
)  # fmt: skip
"""Of the main pages those that test_workbench_charts does not look at."""
BOARD = ("/figures", "/contests", "/register", "/downloads")


IN_SIGHT = "(one) => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"


@pytest.fixture(scope="module")
def bench(browser, tmp_path_factory):
    """A workbench into which somebody has added the examples by the button; the same casebook also with accounts."""
    folder = tmp_path_factory.mktemp("workbench")
    accounts = Accounts(folder / "cases.db.accounts", QUICK)
    accounts.add("ana", "admin", PASSWORD)
    accounts.add("bo", "reviewer", PASSWORD)
    with (
        Casebook.open(folder / "cases.db") as casebook,
        served(Desk(casebook, name="cases", who="Ana", threads=2)) as address,
        served(Desk(casebook, name="cases", who="nobody"), Safety(door=Door(accounts))) as guarded,
    ):
        context = browser.new_context(base_url=address)
        heard = Heard(context)
        page = context.new_page()
        page.goto("/")
        page.get_by_role("link", name="Reports", exact=True).click()
        page.get_by_role("button", name="Add the example reports").click()
        page.get_by_text(re.compile("^Reading ")).or_(page.get_by_text("Done:")).first.wait_for()
        page.get_by_text("Done: 4 added.").wait_for(timeout=READING)
        outcomes = page.locator("ul.outcomes").inner_text()
        context.close()
        yield SimpleNamespace(
            casebook=casebook, address=address, guarded=guarded, outcomes=outcomes, told=heard.told, heard=heard
        )


@pytest.fixture
def opening(browser, bench):
    """Browsers with nothing in common, at a workbench; none may complain, or ask anything of another host."""
    opened = []

    def enter(who: str | None = None, **options):
        address = bench.guarded if who else bench.address
        context = browser.new_context(base_url=address, viewport={"width": 1280, "height": 900}, **options)
        opened.append((context, Heard(context), address))
        page = context.new_page()
        if who:
            page.goto("/login")
            page.get_by_label("Name").fill(who)
            page.get_by_label("Password").fill(PASSWORD)
            page.get_by_role("button", name="Log in").click()
            page.wait_for_url("**/reports")
        return page

    yield enter
    for context, heard, address in opened:
        context.close()
        assert heard.told == []
        assert heard.asked
        assert heard.elsewhere(address) == []


@pytest.fixture
def page(opening):
    return opening()


def conflicts(page):
    """How many pairs of the only contest are in conflict, as the list of contests says."""
    page.goto("/contests")
    return int(re.search(r"(\d+) pairs? in conflict", page.locator("ol.contests").inner_text()).group(1))


def test_the_examples_are_added_by_a_button(bench):
    """Each of the four reports is told with what was found in it, and nothing but the workbench was asked."""
    assert len(re.findall(r"\d+ statements, \d+ figures", bench.outcomes)) == 4
    assert bench.told == []
    assert bench.heard.elsewhere(bench.address) == []


def test_a_correction_changes_the_contest_until_it_is_undone(page, bench):
    """A figure whose period was read wrongly is corrected beside its words: fewer pairs conflict, until the undo."""
    before = conflicts(page)
    page.goto("/reports")
    page.get_by_role("link", name=WIRE).click()
    page.locator("#report a.figure", has_text="about 650").click()
    panel = page.locator("#mark")
    panel.get_by_role("heading", name=re.compile(r"Figure \d+")).wait_for()
    assert "health authority in Port Arvan" in panel.inner_text()
    assert re.search(r"Confidence: .*\d", panel.inner_text())

    panel.locator("a[data-do=correct]").click()
    page.locator("#field-period").fill("2022-10/2024-05-13")
    assert page.locator("#report a.figure.on").evaluate(IN_SIGHT)
    page.locator("#field-why").fill("“for the same period”, which is since October 2022")
    page.locator("#decide-panel button.main").click()
    page.locator("#mark .review", has_text="corrected").wait_for()
    made = list(bench.casebook.decisions())[-1]
    assert (made.kind, made.by, made.value) == ("correct", "Ana", {"period": "2022-10/2024-05-13"})
    assert conflicts(page) < before

    page.goto("/decisions")
    page.locator(f'a.deed[href*="decision={made.number}"]').click()
    page.locator("#decide-panel .usual button").first.click()
    page.locator("tr.undone").wait_for()
    assert conflicts(page) == before


def test_a_contest_says_why_numbers_differ(page):
    """Its page has the drawing, a reason for each pair, and what each body would record."""
    page.goto("/contests")
    page.locator("ol.contests a").first.click()
    page.locator("figure.drawn .chart svg").first.wait_for()
    page.get_by_label("Verdict").select_option("conflict")
    page.get_by_role("form", name="Pairs").get_by_role("button", name="Show").click()
    page.wait_for_url("**verdict=conflict**")
    told = page.locator("ul.pairs li.conflict")
    assert told.count() >= 1
    assert "Quayside Watch" in " ".join(told.all_inner_texts())
    assert page.locator("table.tolls tbody tr").count() >= 3


def test_what_is_shown_is_what_is_exported(page):
    """The CSV of a view has a row for each figure that the view counts, with its words."""
    page.goto("/figures?harm=injured")
    shown = int(re.search(r"(\d+) figures", page.locator(".tally").inner_text()).group(1))
    with page.expect_download() as started:
        page.get_by_role("link", name="CSV", exact=True).click()
    rows = list(csv.DictReader(io.StringIO(Path(started.value.path()).read_text("utf-8-sig"))))
    assert len(rows) == shown >= 4
    assert {row["harm"] for row in rows} == {"injured"}


def test_a_pasted_text_is_read(page):
    """A text put into the form becomes a report, and its figures are there."""
    page.goto("/reports/add")
    page.get_by_label("The report’s text").fill(
        "KELMOUTH, June 3, 2024 - Two people were injured in Kelmouth on Sunday when a ferry ran aground, "
        'harbour master Edda Roan said on Monday. "Everybody else walked off by themselves," she said.\n'
    )
    page.get_by_label("Headline (optional)").fill("Ferry runs aground")
    page.get_by_role("button", name="Read the text").click()
    page.get_by_text("Done: 1 added.").wait_for(timeout=READING)
    page.get_by_role("link", name=re.compile("Ferry runs aground")).click()
    page.locator("#report a.figure", has_text="Two people").wait_for()


def reach(page, element, most=80):
    """Press Tab until an element has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if element.evaluate("one => one === document.activeElement"):
            return
    pytest.fail(f"{element} is not reached by {most} presses of Tab")


def test_a_figure_is_accepted_without_a_pointer(page, bench):
    """From the list of reports to an accepted figure by Tab, Enter, j, k and a alone."""
    page.goto("/reports")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    reach(page, page.get_by_role("link", name=WIRE))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/reports/[0-9a-f]{16}$"))
    walked = []
    for key in "jjk":
        with page.expect_response(re.compile("/(figure|statement)/")):
            page.keyboard.press(key)
        page.locator("#mark-title:focus").wait_for()
        walked.append(page.locator("#mark-title").inner_text())
    assert walked[0] == walked[2] != walked[1]
    target = page.locator("#mark .decide").get_attribute("data-target")
    page.keyboard.press("a")
    page.locator("#decide-panel .usual button").first.wait_for()
    page.keyboard.press("Enter")
    page.locator("#made", has_text="Ana accepted a").wait_for()
    assert [one.kind for one in bench.casebook.decisions(target)] == ["accept"]


def test_two_people_see_what_the_other_decides(opening, bench):
    """The one is told in a quiet region; the other's form that came too late is refused, and says who decided."""
    ana, bo = opening("ana"), opening("bo")
    for one in (ana, bo):
        one.goto("/figures?speaker=Harbour+Relief")
        one.locator("tbody a[data-do=accept]").click()
        one.locator("#decide-panel .usual button").first.wait_for()
    ana.locator("#decide-panel .usual button").first.click()
    ana.locator("#made", has_text="ana accepted a figure").wait_for()
    bo.locator("#news", has_text="ana accepted a figure").wait_for(timeout=15_000)
    bo.locator("#decide-panel .usual button").first.click()
    refused = bo.locator("#decide-panel [role=alert]")
    refused.wait_for()
    assert "ana accepted a figure" in refused.inner_text()
    target = bo.locator("tbody .decide").get_attribute("data-target")
    assert [(one.kind, one.by) for one in bench.casebook.decisions(target)] == [("accept", "ana")]


def test_nothing_is_shown_before_the_login(bench, browser):
    """Whoever is not logged in sees the form to log in, whatever page is asked for."""
    context = browser.new_context(base_url=bench.guarded)
    page = context.new_page()
    page.goto("/figures")
    assert page.get_by_role("heading", level=1).inner_text() == "Log in"
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_are_accessible_and_quiet(opening, scheme):
    """Axe finds nothing serious on any main page, nx."""
    page = opening(color_scheme=scheme, bypass_csp=True)
    found = []
    # What axe finds besides colours is the same by day and by night.
    options = {"resultTypes": ["violations"], **({"runOnly": ["color-contrast"]} if scheme == "dark" else {})}

    def look(where):
        violations = Axe().run(page, options=options).response["violations"]
        found.extend((where, v["id"], v["nodes"][0]["html"]) for v in violations if v["impact"] in _SERIOUS)

    for path in PAGES:
        page.goto(path)
        look(path)
    page.goto("/reports")
    page.get_by_role("link", name=WIRE).click()
    page.locator("#report a.figure").first.click()
    page.locator("#mark-title").wait_for()
    page.locator("#mark a[data-do=correct]").click()
    page.locator("#field-why").wait_for()
    look("a report with a mark's panel and the form to correct it")
    page.goto("/voices")
    page.locator('main a[href^="/voices/"]').first.click()
    page.wait_for_url("**/voices/**")
    look("a voice")
    assert found == []


_SERIOUS = {"serious", "critical"}


def test_pages_fit_a_narrow_screen(opening):
    """At 320 CSS pixels no page has to be scrolled sideways (WCAG 2.2, 1.4.10)."""
    page = opening()
    page.set_viewport_size({"width": 320, "height": 800})
    wide = []
    for path in PAGES + BOARD:
        page.goto(path)
        if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            wide.append(path)
    assert wide == []
