"""Book -> Written*: the pages in the order in which they are made, one at a time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial
from importlib.metadata import version
from importlib.resources import files
from typing import Any, NamedTuple

from jinja2 import Environment, FunctionLoader, StrictUndefined

from accordingto.records import Contest, Ledger, Voice
from accordingto.report import wording
from accordingto.report.html_page import Beside, csp_hash, data_file, page
from accordingto.report.site.book import Book, Written
from accordingto.report.site.contests import View
from accordingto.report.site.places import SIZE, Line, Places, contest_path, list_path, pages_of, voice_path
from accordingto.report.site.speaking import Speaking

_LISTS = (("Contests", "contests"), ("Voices", "voices"), ("Reports", "reports"), ("Rejected", "rejected"))
_SHOWN = 10
"""So many of each list stand on the overview."""


class Entry(NamedTuple):
    """A line of a list: where it leads, its words, and what stands below them."""

    href: str
    words: str
    facts: tuple[str, ...]


def casebook_pages(book: Book, *, size: int = SIZE) -> Iterator[Written]:
    """The pages of a casebook, each a path and its HTML: reports first, the overview last.

    The same book gives the same pages, byte for byte. `size` is how many entries a page of a list has. Time and the
    sum of pages grow with the number of reports; of the reports themselves none is kept.
    """
    site = _Site(book, size)
    yield from site.reports()
    yield from site.contests()
    yield from site.voices()
    yield from site.lists()
    yield site.overview()


class _Site:
    """The pages of one book, and what is noted on the way."""

    def __init__(self, book: Book, size: int) -> None:
        self.book = book
        self.size = size
        self.places = Places()
        self.speaking = Speaking(book.voices)
        self._contests_of: dict[str, dict[str, list[str]]] = defaultdict(dict)
        self._contest = {c.id: c for c in book.contests}
        for contest in book.contests:
            for figure in contest.figures:
                self._contests_of[figure.document].setdefault(contest.id, []).append(figure.id)
        self._counts: dict[str, list[tuple[str, int]]] = {}

    def reports(self) -> Iterator[Written]:
        """The page of each report."""
        for ledger in self.book.ledgers:
            line = self.places.note(ledger)
            yield Written(line.path, page(ledger, beside=self._beside(ledger)))

    def contests(self) -> Iterator[Written]:
        """The pages of each contest."""
        for contest in self.book.contests:
            view = View(contest, self.places, self.book.records, size=self.size)
            self._counts[contest.id] = view.counts()
            for at in range(view.pages):
                path = contest_path(contest.id, at)
                more = _Pager(at, view.pages, partial(contest_path, contest.id))
                yield self._write(
                    path, "contest", wording.capital(contest.subject), view=view, contest=contest, at=at, pager=more
                )

    def voices(self) -> Iterator[Written]:
        """The pages of each voice."""
        self.speaking.take(self.book.statements, self.book.figures, self.places)
        for voice in self.book.voices:
            said = self.speaking.of(voice)
            pages = pages_of(max(len(said.statements), len(said.figures), len(voice.spellings)), self.size)
            for at in range(pages):
                more = _Pager(at, pages, partial(voice_path, voice))
                part = slice(at * self.size, (at + 1) * self.size)
                yield self._write(
                    voice_path(voice, at), "voice", voice.name, voice=voice, said=said, part=part, at=at, pager=more
                )

    def lists(self) -> Iterator[Written]:
        """The lists of contests, voices, reports, and of what was rejected."""
        entries = self._entries()
        for name, folder in _LISTS:
            some = entries[folder]
            pages = pages_of(len(some), self.size)
            for at in range(pages):
                more = _Pager(at, pages, partial(list_path, folder))
                part = some[at * self.size : (at + 1) * self.size]
                title = f"{name}: {len(some):,}"
                yield self._write(list_path(folder, at), "list", title, entries=part, folder=folder, at=at, pager=more)

    def overview(self) -> Written:
        """The first page."""
        entries = self._entries()
        counts = [
            (len(entries["reports"]), "report", "reports"),
            (sum(line.statements for line in self.places.lines), "statement", "voices"),
            (sum(line.figures for line in self.places.lines), "figure", "contests"),
            (len(entries["voices"]), "voice", "voices"),
            (len(entries["contests"]), "contest", "contests"),
            (len(entries["rejected"]), "rejection", "rejected"),
        ]
        shown = {folder: some[:_SHOWN] for folder, some in entries.items()}
        return self._write("index.html", "overview", self.book.name, shown=shown, entries=entries, counts=counts)

    @cache  # noqa: B019  the lists are asked for twice, and the site is gone when its pages are written
    def _entries(self) -> dict[str, list[Entry]]:
        latest = sorted(self.places.lines, key=lambda line: (line.published or "", line.key), reverse=True)
        return {
            "contests": [
                Entry(contest_path(c.id), wording.capital(c.subject), (c.summary, *self._verdicts(c)))
                for c in self.book.contests
            ],
            "voices": [Entry(voice_path(v), v.name, _known(v)) for v in self.book.voices],
            "reports": [Entry(line.path, line.title, _facts(line)) for line in latest],
            "rejected": [Entry("", r.name, (f"{r.message} [{r.reason}]",)) for r in self.book.rejections],
        }

    def _verdicts(self, contest: Contest) -> list[str]:
        told = (f"{number:,} {name}" for name, number in self._counts[contest.id])
        return [f"pairs: {', '.join(told)}"] if self._counts[contest.id] else []

    def _beside(self, ledger: Ledger) -> Beside:
        key = ledger.document.id[:16]
        order = sorted(ledger.figures, key=lambda f: (f.span.start, f.span.end))
        number = {f"{key}/{f.id}": place for place, f in enumerate(order, 1)}
        contests = []
        for contest_id, figures in self._contests_of.get(ledger.document.id, {}).items():
            contest = self._contest[contest_id]
            here = tuple(sorted(number[f] for f in figures if f in number))
            contests.append((f"../{contest_path(contest_id)}", wording.capital(contest.subject), contest.summary, here))
        voices = dict.fromkeys(v for s in ledger.sources if (v := self.speaking.voice_of(f"{key}/{s.id}")) is not None)
        return Beside(
            self.book.name,
            "../index.html",
            tuple((f"../{list_path(folder)}", name) for name, folder in _LISTS[:3]),
            tuple(contests),
            tuple((f"../{voice_path(v)}", f"{v.name} ({wording.counted(v.reports, 'report')})") for v in voices),
        )

    def _write(self, path: str, template: str, title: str, **values: Any) -> Written:  # noqa: ANN401  as templates take
        up = "../" if "/" in path else ""
        style = data_file("page.css") + files("accordingto.report.site").joinpath("site.css").read_text("utf-8")
        html = _environment().get_template(f"{template}.html.j2").render(
            book=self.book, title=title, up=up, lists=[(list_path(f), name) for name, f in _LISTS], path=path,
            words=wording, style=style, style_hash=csp_hash(style), places=self.places,
            generator=version("accordingto"), **values,
        )  # fmt: skip
        return Written(path, html)


class _Pager(NamedTuple):
    """Which page this is, of how many, and where each is, seen from the site's folder."""

    at: int
    pages: int
    path: Callable[[int], str]

    def to(self, page: int) -> str:
        """The address of a page, seen from another of them."""
        return f"../{self.path(page)}"

    @property
    def links(self) -> list[tuple[str, str, bool]]:
        """Address, number and whether it is this page: the first, the last and those around, in order."""
        near = {0, self.pages - 1, *range(self.at - 2, self.at + 3)}
        return [(self.to(n), f"{n + 1:,}", n == self.at) for n in sorted(near) if 0 <= n < self.pages]


@cache
def _environment() -> Environment:
    folder = files("accordingto.report.site")
    loader = FunctionLoader(lambda name: folder.joinpath(name).read_text(encoding="utf-8"))
    return Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)


def _known(voice: Voice) -> tuple[str, ...]:
    roles = {s.role.casefold(): s.role for s in reversed(voice.spellings) if s.role}
    counts = ((voice.reports, "report"), (voice.statements, "statement"), (voice.figures, "figure"))
    said = ", ".join(wording.counted(number, noun) for number, noun in counts)
    return (", ".join([voice.kind, *list(roles.values())[:2]]), said)


def _facts(line: Line) -> tuple[str, ...]:
    known = [fact for fact in (line.outlet, line.published and line.published[:10]) if fact]
    counts: Sequence[tuple[int, str]] = ((line.statements, "statement"), (line.figures, "figure"))
    told = [wording.counted(number, noun) for number, noun in counts]
    told += [f"{wording.counted(line.findings, 'place')} to look at"] if line.findings else []
    return (*known, ", ".join(told))
