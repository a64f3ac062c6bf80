"""Reports of two sentences, and a desk that reads them at once."""

import re
import time

from accordingto.records import Item
from accordingto.serve import Desk
from benchmarks.plain_reports import MadeUpReader
from tests.report.test_page import Parsed

MAYOR = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."
SURGEON = "Tomas Veldt (army spokesman) said 40 people were injured in Mosul in 2004-05."


class Shown(Parsed):
    """A page with forms in it."""

    VOID = Parsed.VOID | {"input"}


class QuickDesk(Desk):
    """Reads made-up reports; what it fetches is the same report at any address."""

    reader = MadeUpReader()

    def fetch(self, address):
        yield item(MAYOR, name=address.url, url=address.url)


def item(text, name="report.txt", **known):
    return Item(name=name, data=text.encode(), **known)


def added(casebook, text, **known):
    """The first 16 digits of a report that is added."""
    return casebook.add(item(text, **known), MadeUpReader(), by="tester").document[:16]


def done(client, page):
    """The page of a job when it is done."""
    for _ in range(400):
        if "Done:" in page.text:
            return page
        time.sleep(0.02)
        page = client.get(page.url)
    raise AssertionError("the job does not end")


def words(html):
    """What a reader sees of a page, on one line."""
    return " ".join(re.sub(r"<[^>]+>", " ", re.sub(r"<(script|style).*?</\1>", " ", html, flags=re.DOTALL)).split())
