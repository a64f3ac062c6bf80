"""`python -m docs.screenshots`: take the pictures of docs/workbench.md from the example reports.

They go into docs/screenshots as PNG of 1280 pixels' width and few colours. The time is a fixed one and the reviewer an
invented one, so that two runs on one machine differ only where the program does. It needs a Chromium and the packages
that the tests need.
"""

from __future__ import annotations

import argparse
import io
import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from unittest.mock import Mock, patch

import uvicorn
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from accordingto.casebook import Casebook, keeping
from accordingto.serve import Desk, application

FOLDER = Path(__file__).with_name("screenshots")
WHEN = datetime(2024, 5, 16, 9, 30, tzinfo=UTC)
"""When, for the pictures, everything is added and decided."""
MOST = 1_500_000
"""Bytes that all pictures together may have."""
_WIDTH, _HEIGHT, _COLOURS = 1280, 860, 64
_READING = 120_000
_REPORT = "Missiles hit fish market in Port Arvan, and each side counts other dead"


@contextmanager
def _served(desk: Desk) -> Iterator[str]:
    server = uvicorn.Server(uvicorn.Config(application(desk), port=0, log_level="error", lifespan="off"))
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    running.join(10)


def taken(page: Page) -> Iterator[tuple[str, bytes]]:
    """The name and the PNG of each picture, one after the other along the walk of docs/workbench.md."""
    page.goto("/reports")
    page.get_by_role("button", name="Add the example reports").click()
    page.get_by_text(re.compile("^Done:")).wait_for(timeout=_READING)
    page.goto("/reports")
    yield "reports", page.screenshot()
    page.goto("/contests")
    page.locator("ol.contests a").first.click()
    page.locator("figure.drawn .chart svg").first.wait_for()
    yield "contest", page.screenshot()
    page.get_by_role("heading", name="Why they differ, pair by pair").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('pairs').scrollIntoView()")
    yield "pairs", page.screenshot()
    page.goto("/reports")
    page.get_by_role("link", name=_REPORT).click()
    page.locator("#report a.figure", has_text="about 650").click()
    page.locator("#mark-title").wait_for()
    yield "report", page.screenshot()
    page.locator("#mark a[data-do=correct]").click()
    page.locator("#field-period").fill("2022-10/2024-05-13")
    page.locator("#field-why").fill("the same period began in October 2022")
    yield "correcting", page.screenshot()
    page.locator("#decide-panel button.main").click()
    page.locator("#mark .review", has_text="corrected").wait_for()
    page.goto("/figures?harm=killed&sort=-number")
    yield "figures", page.screenshot()
    page.goto("/review?kind=figure")
    yield "review", page.screenshot()
    page.goto("/decisions")
    yield "decisions", page.screenshot(clip={"x": 0, "y": 0, "width": _WIDTH, "height": 420})


def small(png: bytes) -> bytes:
    """The same picture in few colours, which a page of text on paper's white does with."""
    picture = Image.open(io.BytesIO(png)).convert("RGB").quantize(_COLOURS, dither=Image.Dither.NONE)
    packed = io.BytesIO()
    picture.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def main(argv: list[str] | None = None) -> int:
    """Take the pictures and write them; 1 where they are too large together."""
    parser = argparse.ArgumentParser(prog="python -m docs.screenshots", description=(__doc__ or "").split("\n\n")[1])
    parser.add_argument("--out", type=Path, default=FOLDER, help="the folder that they are written into")
    folder = parser.parse_args(argv).out
    path = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if path is None:
        print("no Chromium found: install one (Debian: apt-get install chromium)", file=sys.stderr)
        return 2
    folder.mkdir(parents=True, exist_ok=True)
    size = 0
    with (
        patch.object(keeping, "datetime", Mock(now=lambda _: WHEN)),
        tempfile.TemporaryDirectory() as made,
        Casebook.open(Path(made, "cases.db")) as casebook,
        _served(Desk(casebook, name="cases", who="Ana", threads=1)) as address,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=path)
        page = browser.new_page(
            base_url=address, viewport={"width": _WIDTH, "height": _HEIGHT}, reduced_motion="reduce", locale="en-GB",
            timezone_id="UTC", color_scheme="light",
        )  # fmt: skip
        for name, png in taken(page):
            packed = small(png)
            (folder / f"{name}.png").write_bytes(packed)
            size += len(packed)
            print(f"{name}.png  {len(packed):,} bytes")
        browser.close()
    if size > MOST:
        print(f"the pictures have {size:,} bytes together, more than {MOST:,}: take fewer", file=sys.stderr)
    return int(size > MOST)


if __name__ == "__main__":
    raise SystemExit(main())
