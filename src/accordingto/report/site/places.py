"""Where things stand in the site: names of files, and what the walk over the reports notes for all other pages."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import NamedTuple

from accordingto.records import Ledger, Reported, Voice
from accordingto.report.voices import in_text_order

SIZE = 100
"""So many entries stand on one page of a list."""
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")


class Line(NamedTuple):
    """A report in a list."""

    key: str
    title: str
    outlet: str | None
    published: str | None
    statements: int
    figures: int
    findings: int

    @property
    def path(self) -> str:
        """Its page."""
        return f"reports/{self.key}.html"


class Places:
    """Notes, while the reports are walked, where each figure and statement stands; asked for by all other pages."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.records: dict[str, list[str]] = defaultdict(list)
        self._figures: dict[str, int] = {}
        self._statements: dict[str, int] = {}

    def note(self, ledger: Ledger) -> Line:
        """Note a report, its figures and statements, and which published figures they were held against."""
        document = ledger.document
        key = document.id[:16]
        order = sorted(ledger.figures, key=lambda f: (f.span.start, f.span.end))
        self._figures.update({f"{key}/{f.id}": place for place, f in enumerate(order, 1)})
        said = in_text_order(ledger.attributions)
        self._statements.update({f"{key}/{a.id}": place for place, a in enumerate(said, 1)})
        for check in ledger.checks:
            for figure in check.figures if check.register else ():
                rows = self.records[f"{key}/{figure}"]
                if check.register and check.register not in rows:
                    rows.append(check.register)
        title = document.title or "Untitled report"
        counts = (len(ledger.attributions), len(ledger.figures), len(ledger.checks))
        self.lines.append(Line(key, title, document.outlet, document.published, *counts))
        return self.lines[-1]

    def number(self, figure: str) -> int | None:
        """A figure's number in its report, from 1."""
        return self._figures.get(figure)

    def words_of(self, figure: Reported) -> str:
        """The address, from the site's folder, of the words that a figure rests on."""
        number = self._figures.get(figure.id)
        return f"reports/{figure.document[:16]}.html" + (f"#q{number}" if number else "")

    def statement(self, identifier: str) -> str:
        """The address of a statement's words, from the site's folder; `identifier` is a Stated's."""
        number = self._statements.get(identifier)
        return f"reports/{identifier.partition('/')[0]}.html" + (f"#l{number}" if number else "")


def contest_path(identifier: str, page: int = 0) -> str:
    """The file of a contest's page, of which the first is 0."""
    return f"contests/{identifier}{f'-{page + 1}' if page else ''}.html"


def voice_path(voice: Voice, page: int = 0) -> str:
    """The file of a voice's page, of which the first is 0."""
    name = _UNSAFE.sub("-", voice.id.removeprefix("source:"))
    return f"voices/{name}{f'.{page + 1}' if page else ''}.html"


def list_path(folder: str, page: int = 0) -> str:
    """The file of a list's page, of which the first is 0."""
    return f"{folder}/{f'page-{page + 1}' if page else 'index'}.html"


def pages_of(count: int, size: int = SIZE) -> int:
    """How many pages so many entries need; one for none."""
    return max(-(-count // size), 1)
