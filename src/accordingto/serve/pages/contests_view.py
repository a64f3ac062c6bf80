"""A contest -> what its page shows: the view of the static site, with the addresses of the workbench."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import NamedTuple

from accordingto.records import Contest, Origin, Reported, Topic
from accordingto.report.site.book import OnRecord
from accordingto.report.site.contests import Row, TopicRows, View, Words
from accordingto.report.site.places import Places
from accordingto.serve.held import Held
from accordingto.serve.pages.figures_rows import words_of
from accordingto.serve.paging import SIZE, address

LEVELS = (("statement", "origin"), ("publisher", "publisher"), ("text", "text"))
"""The levels of origins, the one by which independence is counted first, each with what one of it is called."""


class _Places(Places):
    def words_of(self, figure: Reported) -> str:
        """The lasting address of a figure's words, from the folder of the contests' pages."""
        return words_of(figure.id).removeprefix("/")


class ContestView(View):
    """All that the page of a contest shows, `SIZE` tellings at a time; pages count from 0 as in `View`."""

    def __init__(self, contest: Contest, records: Mapping[str, OnRecord], held: Held) -> None:
        self._held = held
        self._topics: dict[int, list[TopicRows]] = {}
        super().__init__(contest, _Places(), records, size=SIZE)

    def topics(self, page: int) -> list[TopicRows]:
        """The topics with the rows of a page, looked up once."""
        if page not in self._topics:
            self._topics[page] = super().topics(page)
        return self._topics[page]

    @property
    def row_pages(self) -> int:
        """How many pages the rows need."""
        return 1 + max(self._on, default=0)

    def cited(self, _topic: Topic, rows: tuple[Row, ...]) -> tuple[OnRecord, ...]:
        """The published figures that those of these rows were held against."""
        figures = {self.figure_of(w) for row in rows for w in row.words}
        found: dict[str, None] = {}
        documents = dict.fromkeys(self._figures[f].document for f in sorted(figures))
        for document, checks in self._held.checks(documents).items():
            for check in checks:
                if check.register and any(f"{document[:16]}/{f}" in figures for f in check.figures):
                    found[check.register] = None
        return tuple(self._on_record[r] for r in found if r in self._on_record)

    def told(self, page: int) -> list[str]:
        """The ids of the figures whose words stand on a page."""
        rows = (row for topic in self.topics(page) for row in topic.rows)
        return list(dict.fromkeys(self.figure_of(words) for row in rows for words in row.words))

    @staticmethod
    def figure_of(words: Words) -> str:
        """The id of the figure that these words are of."""
        return words.href.removeprefix(f"..{words_of('')}")

    def to(self, identifier: str) -> str:
        """The address of a claim or topic."""
        page = self.page_of(identifier)
        return f"{address(f'/contests/{self.contest.id}', {'page': page + 1 if page else None})}#{identifier}"

    def data(self) -> list[Line]:
        """Every row of the contest as a line of a table."""
        topics = {t.id: t.words for t in self.contest.topics}
        return [
            Line(
                number=row.number,
                topic=topics[row.topic],
                says=row.says,
                low=row.figure.low,
                high=row.figure.high,
                how_many=row.how_many,
                denied=row.denied,
                harm=row.figure.harm or "",
                first=row.first,
                reports=row.reports,
                look=row.look,
            )
            for row in self.rows
            if not row.more
        ]


class Line(NamedTuple):
    """One number of one origin: the row of a table."""

    number: int
    topic: str
    says: str
    low: float | int | None
    high: float | int | None
    how_many: str
    denied: bool
    harm: str
    first: str | None
    reports: int
    look: str


def origins(contest: Contest) -> list[tuple[str, str, list[Origin]]]:
    """The origins by level, each level with what one and what several of it are called, the widest first."""
    by_level: dict[str, list[Origin]] = defaultdict(list)
    for origin in contest.origins:
        by_level[origin.level].append(origin)
    return [
        (name, f"{name}s", sorted(by_level[level], key=lambda o: -len(o.documents)))
        for level, name in LEVELS
        if by_level[level]
    ]
