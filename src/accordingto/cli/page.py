"""The command `accordingto page`."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

import click

from accordingto.cli.folder import write
from accordingto.cli.given import contests_of
from accordingto.cli.options import casebook_argument, open_casebook
from accordingto.cli.register import register_files
from accordingto.cli.saying import say

if TYPE_CHECKING:
    from accordingto.records import Ledger
    from accordingto.register import Register
    from accordingto.report.site import Written

MANIFEST = ".accordingto-pages"
"""Lists the pages of a folder, so that a later run takes away those that there are no more, and nothing else."""


@click.command()
@casebook_argument
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="The folder for the pages, which is made where it is missing. Pages that are there as they should be stay.",
)
@click.option("--name", metavar="NAME", help="What the pages call the casebook. By default the name of its file.")
@register_files
def page(casebook: str, *, out: Path, name: str | None, files: tuple[Path, ...]) -> None:
    """Make pages of CASEBOOK: a static site, to open from the disk or to lay on any web server.

    Its overview is DIR/index.html. Every number leads to the words that it rests on. Nothing is fetched by any page.
    """
    from accordingto.register import register  # noqa: PLC0415  not needed to show the help
    from accordingto.report.site import Book, casebook_pages  # noqa: PLC0415  loads the templates' library
    from accordingto.report.site.on_record import on_record  # noqa: PLC0415

    known = register(files)
    with open_casebook(casebook) as opened:
        voices = tuple(opened.sources())
        figures = tuple(opened.figures())
        contests = contests_of(opened, figures)
        book = Book(
            name=name or Path(casebook.partition("?")[0]).stem or "Casebook",
            ledgers=_held(opened.ledgers(), known),
            contests=contests,
            voices=voices,
            statements=opened.statements(),
            figures=figures,
            rejections=tuple(opened.rejections()),
            records=on_record(known),
        )
        folder = _Folder(out)
        about = opened.size() + len(contests) + len(voices) + 6
        with _progress(casebook_pages(book), about) as pages:
            for one in pages:
                folder.take(one)
    folder.end()
    say(f"{folder.written + folder.same:,} pages in {out}: {folder.written:,} written, {folder.same:,} as they were"
        f"{f', {folder.gone:,} taken away' if folder.gone else ''}; open {out / 'index.html'}")  # fmt: skip


class _Folder:
    """The site's folder: pages that differ are written, and those of an earlier run that are no more taken away."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.written = self.same = self.gone = 0
        self._now: list[str] = []

    def take(self, one: Written) -> None:
        """Write a page where it is not there already, byte for byte."""
        path = self.path.joinpath(*PurePosixPath(one.path).parts)
        self._now.append(one.path)
        content = one.html.encode()
        if path.is_file() and path.read_bytes() == content:
            self.same += 1
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        write(path, content)
        self.written += 1

    def end(self) -> None:
        """Take away what an earlier run wrote and this one did not, and note what there is now."""
        manifest = self.path / MANIFEST
        now = set(self._now)
        before = manifest.read_text(encoding="utf-8").splitlines() if manifest.is_file() else []
        for name in before:
            parts = PurePosixPath(name).parts
            # A manifest that somebody changed must not lead out of the folder.
            if name in now or not name.endswith(".html") or ".." in parts or PurePosixPath(name).is_absolute():
                continue
            with contextlib.suppress(FileNotFoundError):
                self.path.joinpath(*parts).unlink()
                self.gone += 1
        write(manifest, "".join(f"{name}\n" for name in sorted(now)))


def _held(ledgers: Iterator[Ledger], known: Register) -> Iterator[Ledger]:
    from accordingto.check.anew import held  # noqa: PLC0415  not needed to show the help

    for ledger in ledgers:
        yield held(ledger, known)


@contextlib.contextmanager
def _progress(pages: Iterator[Written], about: int) -> Iterator[Iterator[Written]]:
    """The pages one by one, with a bar on standard error where somebody is looking; there may be a few more."""
    if not sys.stderr.isatty():
        yield pages
        return
    with click.progressbar(pages, length=about, label="Writing", file=sys.stderr, show_pos=True) as bar:
        yield iter(bar)
