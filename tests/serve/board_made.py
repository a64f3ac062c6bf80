"""Reports on one toll that differ, and one that cites a figure of record."""

from __future__ import annotations

import contextlib
import functools
import shutil
import tempfile
from pathlib import Path

from accordingto.casebook import Casebook
from accordingto.contesting import contests_up_to_date
from accordingto.records import Item
from benchmarks.plain_reports import MadeUpReader

REPORTS = (
    ("Harbour Post", "2004-05-03", "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05-02."),
    ("Daily Quay", "2004-05-04", "Tomas Veldt (army spokesman) said 30 people were killed in Mosul in 2004-05-02."),
    ("Evening Bell", "2004-05-03",
     ("At noon the count was given.\n\nIlse Marrant (mayor) said 12 people were killed in Mosul in 2004-05-02. "
      "Dr. Sahl Okonjo (surgeon) said 40 people were injured in Mosul in 2004-05-02.")),
    ("Far Gazette", "2009-01-02", "World Health Organization said 151000 people were killed in Iraq in 2006."),
    ("Far Gazette", "2009-02-03", "World Health Organization said 104000 people were killed in Iraq in 2006."),
)  # fmt: skip


@functools.cache
def _made():
    """The folder of a casebook of these reports, made once for all tests: it goes when they end."""
    folder = tempfile.TemporaryDirectory()
    with Casebook.open(Path(folder.name, "tolls.db")) as opened:
        for number, (outlet, day, text) in enumerate(REPORTS, 1):
            item = Item(
                name=f"toll-{number}.txt", data=text.encode(), title=f"Report {number}", outlet=outlet, published=day
            )
            opened.add(item, MadeUpReader(), by="tester")
        contests_up_to_date(opened)
    return folder


@contextlib.contextmanager
def tolls(folder):
    """A casebook of these reports."""
    where = folder / "tolls.db"
    shutil.copyfile(Path(_made().name, "tolls.db"), where)
    with Casebook.open(where) as opened:
        yield opened


def figure(casebook, words, outlet):
    """The figure of an outlet that has these words."""
    return next(f for f in casebook.figures(outlet=outlet) if f.figure.span.text == words)
