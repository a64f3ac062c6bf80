"""The command `accordingto add`."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.ending import Ending
from accordingto.cli.options import by_option, casebook_argument, model_options, open_casebook
from accordingto.cli.saying import say, shown
from accordingto.cli.versions import change_told
from accordingto.records import Address, Item, Rejection

if TYPE_CHECKING:
    from accordingto.casebook import Added, Casebook, Known
    from accordingto.pipeline import Reader
    from accordingto.read.fetch import Fetcher


@click.command()
@casebook_argument
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...")
@click.option("--links", is_flag=True, help="Fetch also what the entries of a saved feed only link to.")
@click.option("--again", is_flag=True, help="Fetch also addresses that were fetched before, for a later version.")
@click.option("--text-key", "text", default="text", show_default=True, metavar="KEY", help="JSONL: the report's text.")
@click.option("--title-key", "title", default="title", show_default=True, metavar="KEY", help="JSONL: its title.")
@click.option("--url-key", "url", default="url", show_default=True, metavar="KEY", help="JSONL: its address.")
@click.option(
    "--published-key", "published", default="published", show_default=True, metavar="KEY", help="JSONL: its day."
)
@click.option("--outlet-key", "outlet", default="outlet", show_default=True, metavar="KEY", help="JSONL: its outlet.")
@click.option("--author-key", "author", default="author", show_default=True, metavar="KEY", help="JSONL: its byline.")
@click.option("--why", metavar="REASON", help="What the reports are added for; it stays in the casebook.")
@by_option
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="Use at most N cores. By default all.")
@model_options
@click.pass_context
def add(
    context: click.Context,
    /,
    casebook: str,
    reports: tuple[str, ...],
    *,
    links: bool,
    again: bool,
    why: str | None,
    by: str,
    threads: int | None,
    model: str,
    device: Literal["cpu", "cuda"],
    **keys: str,
) -> None:
    """Read each REPORT and keep it in CASEBOOK, which is made where it is missing.

    CASEBOOK is a file, or postgresql+psycopg://user@host/name. A REPORT is a file (text, HTML or PDF), a folder, a
    file of many reports (JSONL, WARC, WACZ, a feed), or an address (http or https; fetched, and nothing else is). A
    report that is there already is passed over, so that a run that was cut off can be started again as it was.
    """
    from accordingto.pipeline import Reader  # noqa: PLC0415  loads the model's library, which `--help` does not need
    from accordingto.read.jsonl import Keys  # noqa: PLC0415

    with open_casebook(casebook, make=True) as opened:
        reader = Reader(model, threads, device=device)
        run = _Run(opened, reader, Keys(**keys), by=by, why=why, links=links, again=again)
        with _progress(reports) as (given, show):
            for one in given:
                run.take(one, show)
        run.tally.tell()
    if run.tally.rejections:
        context.exit(Ending.UNREAD)


@dataclass(slots=True)
class _Tally:
    """What became of the reports; the parts add up to the whole."""

    added: int = 0
    beside: int = 0
    known: int = 0
    statements: int = 0
    figures: int = 0
    rejections: list[Rejection] = field(default_factory=list)
    versions: list[Added] = field(default_factory=list)

    def count(self, result: Added | Known | Rejection) -> None:
        """Count one report."""
        from accordingto.casebook import Known  # noqa: PLC0415  loads the database's library

        if isinstance(result, Rejection):
            self.rejections.append(result)
        elif isinstance(result, Known):
            self.known += 1
        else:
            self.added += result.fresh
            self.beside += not result.fresh
            self.statements += result.statements
            self.figures += result.figures
            if result.version is not None:
                self.versions.append(result)

    @property
    def total(self) -> int:
        return self.added + self.beside + self.known + len(self.rejections)

    def tell(self) -> None:
        """Name rejections and later versions on standard error, and give the sum."""
        for rejection in self.rejections:
            say(f"{rejection.name}: {rejection.message} [{rejection.reason}]")
        for one in self.versions:
            if one.version is not None:
                other = one.version.earlier if one.version.later == one.document else one.version.later
                which = "a later" if one.version.later == one.document else "an earlier"
                say(f"{one.name}: is {which} version of {other[:16]}: {one.version.because}")
                for change in one.version.changes:
                    say(f"  {change_told(change)}")
        found = f"{_counted(self.statements, 'statement')} and {_counted(self.figures, 'figure')}"
        parts = [f"{self.added:,} added with {found}"]
        if self.beside:
            parts.append(f"{self.beside:,} read anew")
        parts += [f"{self.known:,} there already", f"{len(self.rejections):,} rejected"]
        say(f"{_counted(self.total, 'report')}: {', '.join(parts)}")


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun if number == 1 else noun + 's'}"


class _Run:
    """One run of the command: takes what was given, in order, and counts what becomes of it."""

    def __init__(
        self,
        casebook: Casebook,
        reader: Reader,
        keys: object,
        *,
        by: str,
        why: str | None,
        links: bool,
        again: bool,
    ) -> None:
        self.casebook, self.reader, self.keys = casebook, reader, keys
        self.by, self.why, self.links, self.again = by, why, links, again
        self.tally = _Tally()
        self._fetcher: Fetcher | None = None

    def take(self, given: str, show: Callable[[str], None]) -> None:
        """Read and keep all that one argument stands for."""
        from accordingto.read.inputs import is_address  # noqa: PLC0415  its libraries are not needed for the help
        from accordingto.read.items import items  # noqa: PLC0415

        fetch = self.links or is_address(given)
        for one in items([given], keys=self.keys):  # type: ignore[arg-type]
            self._keep(one, fetch=fetch)
            show(f"{self.tally.total:,} reports")

    def _keep(self, one: Item | Address | Rejection, *, fetch: bool) -> None:
        if isinstance(one, Address):
            self._address(one, fetch=fetch)
            return
        if isinstance(one, Item):
            self.tally.count(self.casebook.add(one, self.reader, by=self.by, why=self.why))
            return
        self.casebook.reject(one, self.reader.info, by=self.by, why=self.why)
        self.tally.count(one)

    def _address(self, address: Address, *, fetch: bool) -> None:
        from accordingto.casebook import Known  # noqa: PLC0415
        from accordingto.errors import OnlyLinked  # noqa: PLC0415
        from accordingto.read.fetch import Fetcher  # noqa: PLC0415
        from accordingto.read.items import fetched  # noqa: PLC0415

        if not fetch:
            said = "the feed has only its link: give --links to fetch what a saved feed links to"
            self._keep(Rejection.of(OnlyLinked(address.url, said)), fetch=False)
        elif not self.again and self.casebook.has_address(address.url):
            self.tally.count(Known(name=address.url))
        else:
            self._fetcher = self._fetcher or Fetcher()
            for one in fetched(address, self._fetcher):
                self._keep(one, fetch=True)


@contextlib.contextmanager
def _progress(reports: tuple[str, ...]) -> Iterator[tuple[Iterator[str], Callable[[str], None]]]:
    """The arguments one by one, with a bar on standard error where somebody is looking."""
    if not sys.stderr.isatty():
        yield iter(reports), lambda _: None
        return
    said = {"now": ""}
    with click.progressbar(
        reports, label="Adding", file=sys.stderr, show_pos=True, item_show_func=lambda _: shown(said["now"])
    ) as bar:

        def show(text: str) -> None:
            said["now"] = text
            bar.render_progress()

        yield iter(bar), show
