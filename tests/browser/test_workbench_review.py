"""Deciding in a real browser: the keys of the queue, a reason of one's own, and what is told afterwards."""

from __future__ import annotations

import pytest

from accordingto.serve import Desk, application
from tests.browser.test_workbench_charts import serving
from tests.serve.board_made import tolls


@pytest.fixture
def casebook(tmp_path):
    """The made-up tolls, about which nothing is decided."""
    with tolls(tmp_path) as made:
        yield made


@pytest.fixture
def queue(browser, casebook):
    """The queue of figures, at its first."""
    context = browser.new_context()
    page = context.new_page()
    with serving(application(Desk(casebook, name="tolls", who="tester"))) as address:
        page.goto(f"{address}/review?kind=figure")
        yield page
        context.close()


def test_j_and_k_turn_the_queue(queue):
    """The queue shows one thing at a time, so the next one is on another page."""
    queue.keyboard.press("j")
    queue.wait_for_url("**/review?kind=figure&place=2")
    queue.keyboard.press("k")
    queue.wait_for_url("**/review?kind=figure")


def test_a_typed_reason_is_the_reason(queue, casebook):
    """Typing goes to the reason, not into the void: nobody signs a reason that they did not choose."""
    queue.keyboard.press("a")
    queue.wait_for_selector("#decide-body .usual button:focus")
    queue.keyboard.type("rings true")
    queue.keyboard.press("Enter")
    queue.wait_for_selector("#made button")
    (decided,) = casebook.decisions()
    assert (decided.kind, decided.why) == ("accept", "rings true")


def test_what_was_decided_can_be_undone_from_the_next(queue, casebook):
    """The queue goes on to the next thing, and tells what it kept, with the way to undo that."""
    queue.keyboard.press("r")
    queue.wait_for_selector("#decide-body .usual button:focus")
    queue.keyboard.press("Enter")
    queue.wait_for_selector("#made button")
    assert queue.inner_text("#made").startswith("Rejected.")
    queue.click("#made button:has-text('Undo')")
    queue.wait_for_selector("form[data-do=undo]")
    (decided,) = casebook.decisions()
    assert queue.locator(f"[data-form-target='{decided.target}']").count() == 1
    queue.reload()
    assert queue.inner_text("#made") == ""
