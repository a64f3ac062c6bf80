"""Contest -> what its pages show: a row per origin, its plot, the toll as it was reported, and the comparisons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, TypeVar, get_args

from markupsafe import Markup

from accordingto.records import Claim, Comparison, Contest, Figure, Origin, Reported, Topic, Verdict
from accordingto.report.calendar_words import began
from accordingto.report.figure_rows import FigureRow, how_many
from accordingto.report.page_model import HUES, LINES
from accordingto.report.range_plot import Band, Group, Panel, bounds, scale
from accordingto.report.site.book import OnRecord
from accordingto.report.site.over_time import Point, over_time
from accordingto.report.site.places import Places, contest_path, pages_of
from accordingto.report.svg import NARROW, WIDE, drawing
from accordingto.report.wording import capital, counted, one_line

_Any = TypeVar("_Any")
HEADS: Mapping[Verdict, str] = {
    "conflict": "In conflict",
    "agree": "In agreement",
    "incomparable": "Not comparable",
    "undecided": "Not to be told",
}


class Words(NamedTuple):
    """One report's words for a figure: their address, the sentence around them, who reports them and when."""

    href: str
    before: str
    words: str
    behind: str
    outlet: str
    published: str | None
    says: str


class Row(NamedTuple):
    """One number of one origin in one topic. `anchors` are the ids of claims that no row before it has.

    Where more reports tell it than a page has room for, other rows go on with it: `more` is true for those. `page` is
    the page on which it stands, from 0.
    """

    number: int
    page: int
    more: bool
    anchors: tuple[str, ...]
    denied: bool
    says: str
    look: str
    how_many: str
    figure: Figure
    first: str | None
    words: tuple[Words, ...]
    evidence: tuple[str, ...]
    topic: str

    @property
    def reports(self) -> int:
        """How many reports tell it."""
        return len({w.href.partition("#")[0] for w in self.words})


class Pair(NamedTuple):
    """A comparison with the addresses of its two sides."""

    comparison: Comparison
    first: str
    second: str


class TopicRows(NamedTuple):
    """A topic with the rows of it that stand on a page, and the published figures that were cited for it."""

    topic: Topic
    rows: tuple[Row, ...]
    records: tuple[OnRecord, ...]


class View:
    """All that the pages of one contest show; each page shows its slice of every list."""

    def __init__(self, contest: Contest, places: Places, records: Mapping[str, OnRecord], *, size: int) -> None:
        self.contest = contest
        self.size = size
        self._places = places
        self._figures = {f.id: f for f in contest.figures}
        self._on_record = records
        self.rows = list(self._rows())
        self._on: dict[int, list[Row]] = {}
        for row in self.rows:
            self._on.setdefault(row.page, []).append(row)
        self.pairs = {v: [c for c in contest.comparisons if c.verdict == v] for v in get_args(Verdict)}
        # What differs first: a reader looks at a contest for its conflicts.
        self.pairs = {v: self.pairs[v] for v in HEADS}
        self._at = {anchor: row.page for row in self.rows for anchor in row.anchors}
        for row in reversed(self.rows):
            self._at[row.topic] = row.page

    @property
    def pages(self) -> int:
        """How many pages the contest needs."""
        longest = max(len(pairs) for pairs in self.pairs.values())
        return max(pages_of(longest, self.size), 1 + max(self._on, default=0))

    def counts(self) -> list[tuple[str, int]]:
        """How many comparisons came to each verdict."""
        return [(HEADS[v].lower(), len(pairs)) for v, pairs in self.pairs.items() if pairs]

    def topics(self, page: int) -> list[TopicRows]:
        """The topics with the rows of a page."""
        return [
            TopicRows(topic, some, self.cited(topic, some))
            for topic in self.contest.topics
            if (some := tuple(r for r in self._on.get(page, []) if r.topic == topic.id))
        ]

    def cited(self, topic: Topic, _rows: tuple[Row, ...]) -> tuple[OnRecord, ...]:
        """The published figures that the reports' figures of a topic were held against."""
        rows = dict.fromkeys(r for c in topic.claims for f in c.figures for r in self._places.records.get(f, ()))
        return tuple(self._on_record[r] for r in rows if r in self._on_record)

    def records(self, page: int) -> list[OnRecord]:
        """The published figures behind the rows of a page, each once."""
        return list({r.id: r for t in self.topics(page) for r in t.records}.values())

    def comparisons(self, page: int) -> list[tuple[Verdict, list[Pair]]]:
        """The comparisons of a page, by verdict."""
        found = [(v, self._slice(pairs, page)) for v, pairs in self.pairs.items()]
        return [(v, [Pair(c, self._to(c.first), self._to(c.second)) for c in some]) for v, some in found if some]

    def origins(self, page: int) -> list[tuple[str, int, list[Origin]]]:
        """The origins of a page by level, from the statement to the text, with how many there are in all."""
        found = []
        for level, name in (("statement", "statements"), ("publisher", "publishers"), ("text", "texts")):
            of = [o for o in self.contest.origins if o.level == level]
            if some := self._slice(of, page):
                found.append((name, len(of), some))
        return found

    def plots(self, page: int) -> tuple[Markup, Markup, str] | None:
        """The range plot of a page's rows, wide and narrow, and its title; None where no row has a number."""
        groups = [g for t in self.topics(page) if (g := _group(t))]
        if not groups:
            return None
        ends = [end for g in groups for row in g.rows for end in bounds(row.figure)]
        ends += [e for g in groups for b in g.bands for e in (b.low, b.point, b.high) if e is not None]
        panel = Panel(self.contest.subject, scale(ends), tuple(groups))
        rows = {row.number: row for row in self.rows}
        looks = {number: row.look for number, row in rows.items()}
        links = {number: f"#r{number}" if row.reports > 1 else row.words[0].href for number, row in rows.items()}
        how = "on a logarithmic scale" if panel.scale.log else "on one scale"
        label = f"{counted(sum(len(g.rows) for g in groups), 'range')} {how}, those on record behind them"
        wide, narrow = (drawing(panel, layout, looks, label, links) for layout in (WIDE, NARROW))
        return wide, narrow, "How many" + (", logarithmic scale" if panel.scale.log else "")

    def as_reported(self, page: int) -> list[tuple[str, list[Row]]]:
        """The rows of a page that tell of the commonest harm, by the day of their first report."""
        some = (r for r in self._on.get(page, []) if r.first and r.figure.harm == self._harm)
        dated = sorted(some, key=lambda r: (r.first or "", r.number))
        return [(day, list(rows)) for day, rows in groupby(dated, key=lambda r: r.first or "")]

    @property
    def _harm(self) -> str | None:
        """The harm that most rows tell of: the toll whose course is shown."""
        return Counter(row.figure.harm for row in self.rows).most_common(1)[0][0]

    def course(self, page: int) -> tuple[Markup, Markup] | None:
        """The numbers over the days on which they were reported, wide and narrow; None where there is one day only."""
        rows = [row for _, some in self.as_reported(page) for row in some if bounds(row.figure)]
        if len({row.first for row in rows}) < 2:
            return None
        points = [Point(r.number, r.first or "", r.figure, r.says, r.how_many, r.look) for r in rows]
        return over_time(points, WIDE), over_time(points, NARROW)

    def _slice(self, some: list[_Any], page: int) -> list[_Any]:
        return some[page * self.size : (page + 1) * self.size]

    def page_of(self, identifier: str) -> int:
        """The page on which a claim or topic stands first, from 0."""
        return self._at.get(identifier, 0)

    def _to(self, identifier: str) -> str:
        return f"../{contest_path(self.contest.id, self.page_of(identifier))}#{identifier}"

    def _rows(self) -> Iterator[Row]:
        origins = [o for o in self.contest.origins if o.level == "statement"]
        origin_of = {f: place for place, o in enumerate(origins) for f in o.figures}
        speakers = Counter(c.speaker for t in self.contest.topics for c in t.claims)
        place = {name: n for n, (name, _) in enumerate(speakers.most_common())}
        number = tellings = 0
        for topic in self.contest.topics:
            parted: dict[tuple[object, ...], list[tuple[Claim, Reported]]] = {}
            for claim in sorted(topic.claims, key=_size):
                for figure in claim.figures:
                    key = (origin_of.get(figure, figure), claim.low, claim.high, claim.denied)
                    parted.setdefault(key, []).append((claim, self._figures[figure]))
            seen: set[str] = set()
            for (origin, *_), told in parted.items():
                evidence = origins[origin].evidence if isinstance(origin, int) else ()
                for start in range(0, len(told), self.size):
                    part = told[start : start + self.size]
                    number += 1
                    tellings += len(part)
                    anchors = tuple(i for i in dict.fromkeys(c.id for c, _ in part) if i not in seen)
                    seen.update(anchors)
                    row = self._row(number, topic, part, evidence, place, anchors)
                    yield row._replace(page=(tellings - 1) // self.size, more=start > 0)

    def _row(
        self,
        number: int,
        topic: Topic,
        told: list[tuple[Claim, Reported]],
        evidence: tuple[str, ...],
        place: Mapping[str, int],
        anchors: tuple[str, ...],
    ) -> Row:
        ordered = sorted((f for _, f in told), key=lambda f: (f.published or "9999", f.speaker is None, f.id))
        # Whoever has a name, then whoever speaks at all, then the outlet: the row is called after the origin.
        claim, said = min(told, key=lambda t: (_rank(t[1]), t[1].published or "9999", t[0].id))
        return Row(
            number=number,
            page=0,
            more=False,
            anchors=anchors,
            denied=claim.denied,
            says=one_line(claim.speaker),
            look="hx lx" if said.speaker is None else f"h{place[claim.speaker] % HUES} l{place[claim.speaker] % LINES}",
            how_many=how_many(said.figure),
            figure=said.figure,
            first=next((day for f in ordered if (day := began(f.published or ""))), None),
            words=tuple(self._words(f) for f in ordered),
            evidence=evidence,
            topic=topic.id,
        )

    def _words(self, figure: Reported) -> Words:
        return words(figure, f"../{self._places.words_of(figure)}")


def words(figure: Reported, href: str) -> Words:
    """A report's words for a figure, which stand at `href`."""
    start, end = figure.figure.span.start - figure.sentence.start, figure.figure.span.end - figure.sentence.start
    text = figure.sentence.text
    return Words(
        href=href,
        before=_room(text[: max(start, 0)], last=True),
        words=one_line(figure.figure.span.text),
        behind=_room(text[max(end, 0) :], last=False),
        outlet=figure.outlet or figure.title or "Untitled report",
        published=figure.published[:10] if figure.published else None,
        says=one_line(figure.speaker.name) if figure.speaker else "the outlet",
    )


def _room(text: str, *, last: bool, reach: int = 160) -> str:
    """The part of a sentence before or behind a figure, shortened where it is long."""
    said = " ".join(text.split())
    if len(said) > reach:
        said = f"… {said[-reach:].partition(' ')[2]}" if last else f"{said[:reach].rpartition(' ')[0]} …"
    if last:
        return said + (" " if text[-1:].isspace() else "")
    return (" " if text[:1].isspace() else "") + said


def _group(topic: TopicRows) -> Group | None:
    rows = tuple(_drawn(row) for row in topic.rows if bounds(row.figure) and row.figure.per is None and not row.more)
    bands = tuple(
        Band(r.source, r.numbers, f"#record-{r.id}", r.low, r.point, r.high)
        for r in topic.records
        if (r.low, r.point, r.high) != (None, None, None)
    )
    return Group(capital(topic.topic.words), rows, bands) if rows else None


def _drawn(row: Row) -> FigureRow:
    several = f" · {row.reports} reports" if row.reports > 1 else ""
    return FigureRow(
        number=row.number, figure=row.figure, words=row.words[0].words, says=row.says + several, chain=(), voice=None,
        how_many=row.how_many, of_whom="", harm=row.figure.harm or "", where="", when=row.first or "", size=0.0,
    )  # fmt: skip


def _rank(figure: Reported) -> int:
    if figure.speaker is None:
        return 2
    return 0 if figure.speaker.kind in {"person", "organisation", "document"} else 1


def _size(claim: Claim) -> tuple[float, float, str]:
    low, high = claim.low, claim.high
    return (low if low is not None else high or 0, high if high is not None else float("inf"), claim.id)
