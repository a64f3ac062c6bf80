"""Deciding beside a page in a real browser: by keys, by selected words, and with somebody else at work."""

import threading
import time

import pytest
import uvicorn

from accordingto.casebook import Casebook
from accordingto.records import Item
from accordingto.serve import Desk, application
from benchmarks.plain_reports import MadeUpReader

REPORT = (
    "🕊 Report.\n\nIlse Marrant (mayor) said 12 people were killed in Goma in 2004-05. "
    "Tomas Veldt said 31 people were injured in Juba in 2004-06.\n"
)


@pytest.fixture
def casebook(tmp_path):
    with Casebook.open(tmp_path / "cases.db") as opened:
        opened.add(Item(name="report.txt", data=REPORT.encode(), title="A report"), MadeUpReader(), by="tester")
        yield opened


@pytest.fixture
def address(casebook):
    """A workbench that runs as long as the test."""
    config = uvicorn.Config(
        application(Desk(casebook, name="cases", who="Ana")), host="127.0.0.1", port=0, log_level="error"
    )
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run)
    running.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    running.join()


@pytest.fixture
def page(browser, address):
    """A page of the workbench, which must leave nothing in the browser's log."""
    opened = browser.new_page(base_url=address)
    told = []
    opened.on("console", lambda message: told.append(message.text))
    opened.on("pageerror", lambda error: told.append(str(error)))
    yield opened
    opened.close()
    assert told == []


def focused(page):
    return page.evaluate("document.activeElement.textContent.trim()")


def settled(page, words):
    page.locator("#made", has_text=words).wait_for()


def test_keys_walk_accept_and_undo(page, casebook):
    """J goes to an item, a opens its form, Enter gives the usual reason, u takes it back."""
    page.goto("/review/list?kind=figure")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    page.keyboard.press("a")
    page.locator("#decide-panel .usual button").first.wait_for()
    assert focused(page) == "The words say so"
    page.keyboard.press("Enter")
    settled(page, "Ana accepted a figure")
    (made,) = casebook.decisions()
    assert page.locator(f'[data-target="{made.target}"] .review').inner_text() == "accepted"
    assert page.evaluate("document.activeElement.matches('[data-item]')")
    page.keyboard.press("u")
    page.locator("#decide-panel input[type=radio]").wait_for()
    page.locator("#decide-panel .usual button").first.click()
    page.locator("main .review.accepted").wait_for(state="detached")
    assert [one.kind for one in casebook.decisions()] == ["accept", "undo"]


def test_no_key_works_where_something_is_typed(page, casebook):
    """Letters in a field are letters."""
    page.goto("/review/list?kind=figure")
    page.keyboard.press("j")
    page.keyboard.press("r")
    page.locator("#field-why").wait_for()
    page.locator("#field-why").fill("")
    page.locator("#field-why").press_sequentially("a rejection, explained?")
    assert page.input_value("#field-why") == "a rejection, explained?"
    assert page.locator("#decide-title").inner_text() == "Reject this figure"
    assert not page.evaluate("document.getElementById('keys').open")


def test_escape_closes_the_form_and_goes_back(page):
    """The focus is where it was before the form opened."""
    page.goto("/review/list?kind=figure")
    link = page.locator("a[data-do=correct]").first
    link.focus()
    page.keyboard.press("Enter")
    page.locator("#decide-panel textarea").first.wait_for()
    page.keyboard.press("Escape")
    assert not page.evaluate("document.getElementById('decide-panel').open")
    assert page.evaluate("document.activeElement.dataset.do") == "correct"


def test_the_keys_are_listed_and_can_be_turned_off(page):
    """? opens a dialog of its own; turned off, no key does anything until it is turned on again there."""
    page.goto("/review/list?kind=figure")
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('keys').matches(':modal')")
    page.locator("#keys-on").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("j")
    page.keyboard.press("?")
    assert page.evaluate("document.activeElement === document.body")
    assert not page.evaluate("document.getElementById('keys').open")
    page.locator("[data-keys]").click()
    page.locator("#keys-on").check()
    page.keyboard.press("Escape")
    page.keyboard.press("?")
    assert page.evaluate("document.getElementById('keys').open")


def select(page, words):
    """Select words in the quoted sentence, as a pointer would."""
    page.evaluate(
        """(words) => {
          const all = document.querySelector(".context .para");
          const pieces = [...all.querySelectorAll(".w")];
          const start = all.textContent.indexOf(words);
          const at = (place) => {
            for (const piece of pieces) {
              if (place <= piece.textContent.length) return [piece.firstChild, place];
              place -= piece.textContent.length;
            }
          };
          const selection = window.getSelection();
          selection.setBaseAndExtent(...at(start), ...at(start + words.length));
        }""",
        words,
    )


@pytest.mark.parametrize("words", ["said 31 people", "31 people were", " 31 people "])
def test_selected_words_become_the_span(page, casebook, words):
    """Their place counts code points of the report: a character beyond the basic plane is one."""
    figure = list(casebook.figures())[1]
    page.goto(f"/decide/figure:{figure.id}?do=correct")
    select(page, words)
    page.locator("[data-take=span]").click()
    assert page.input_value("#field-span") == words.strip()
    assert int(page.input_value("#field-span_at")) == REPORT.index(words.strip())


def test_a_correction_is_made_beside_the_page(page, casebook):
    """After it the page is loaded anew, and the item has the focus again."""
    page.goto("/review/list?kind=figure")
    page.keyboard.press("j")
    page.keyboard.press("e")
    page.locator("#field-low").fill("40")
    page.locator("#field-high").fill("45")
    page.locator("#decide-panel button.main").click()
    page.locator("#problem-why").wait_for()
    page.locator("#field-why").fill("by the mayor's list")
    page.keyboard.press("Enter")
    page.locator("#decide-panel").wait_for(state="hidden")
    (made,) = casebook.decisions()
    assert (made.value, made.why) == ({"low": 40, "high": 45}, "by the mayor's list")


def test_what_somebody_else_decides_is_told_without_a_reload(page, casebook):
    """A quiet region says who did what; the page stays as it is until one goes there."""
    page.goto("/review/list?kind=figure")
    page.evaluate("window.same = true")
    casebook.decide(f"figure:{next(casebook.figures()).id}", "reject", by="Bo", why="no")
    page.locator("#news", has_text="Bo rejected a figure").wait_for(timeout=15_000)
    assert page.evaluate("window.same")
    assert page.locator("#news a").inner_text() == "show"
    page.locator("#news button").click()
    assert page.locator("#news").inner_text() == ""


def test_a_form_that_came_too_late_asks_again(page, casebook):
    """Of two who have the same form open, the second sees what the first decided, and can decide all the same."""
    target = f"figure:{next(casebook.figures()).id}"
    page.goto("/review/list?kind=figure")
    page.locator(f'[data-target="{target}"] a[data-do=accept]').click()
    page.locator("#decide-panel .usual button").first.wait_for()
    casebook.decide(target, "reject", by="Bo", why="a street number")
    page.locator("#decide-panel .usual button").first.click()
    told = page.locator("#decide-panel [role=alert]")
    told.wait_for()
    assert "Bo rejected a figure" in told.inner_text()
    page.locator("#decide-panel .usual button").first.click()
    settled(page, "Ana accepted a figure")
    assert [one.kind for one in casebook.decisions(target)] == ["reject", "accept"]
