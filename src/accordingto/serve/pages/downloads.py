"""The whole casebook for other programs: the exports, and what their columns hold."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from litestar import get
from litestar.di import NamedDependency
from litestar.exceptions import NotFoundException
from litestar.params import FromPath
from litestar.response import Stream, Template

from accordingto.errors import CasebookBusy, CasebookError
from accordingto.report.export import Format, export
from accordingto.report.export.columns import TABLES
from accordingto.report.export.in_parts import write_csv
from accordingto.serve.desk import Desk
from accordingto.serve.files import streamed, zipped
from accordingto.serve.pages.downloads_columns import FIGURE_COLUMNS
from accordingto.serve.rendering import shown

MOST = 5_000
"""Of so many reports at most a browser gets what has to be in memory as a whole: all formats but CSV."""
FORMATS: dict[Format, tuple[str, str]] = {
    "csv": (
        "CSV",
        "one file for each table: reports, sources, statements, figures, dates, checks, contests, decisions",
    ),
    "parquet": ("Parquet", "the same tables, with types"),
    "sqlite": ("SQLite", "the same tables as a database with full text search, and what Datasette wants to know"),
    "web-annotation": ("Web Annotation", "statements and figures as linked data, each with its place in the text"),
    "claim": ("schema.org Claim", "what is claimed, by whom and where, as linked data"),
    "ucdp": ("UCDP GED", "deaths in the columns of the Uppsala Conflict Data Program"),
    "hxl": ("HXL", "people harmed, tagged for the Humanitarian Exchange Language"),
    "brat": ("brat", "texts with their marks, for annotators"),
    "label-studio": ("Label Studio", "texts with their marks, for annotators"),
}
"""Each export's name, and what is in it."""
_WITH_CONTESTS = frozenset({"parquet", "sqlite"})


@get("/downloads", sync_to_thread=True)
def downloads(desk: NamedDependency[Desk]) -> Template:
    """What can be downloaded, and the columns of all tables."""
    size = desk.casebook.size()
    return shown(
        "downloads",
        title="Downloads",
        size=size,
        formats=[(form, *FORMATS[form], form == "csv" or size <= MOST) for form in get_args(Format)],
        most=MOST,
        tables=TABLES,
        figure_columns=FIGURE_COLUMNS,
    )


@get("/downloads/{form:str}", sync_to_thread=True)
def whole(desk: NamedDependency[Desk], form: FromPath[str]) -> Stream:
    """The casebook in a format, as a zip archive, with all decisions applied."""
    known = next((name for name in get_args(Format) if name == form), None)
    if known is None:
        raise NotFoundException(f"There is no download {form!r}: take one of {', '.join(FORMATS)}.")
    if not desk.exporting.acquire(blocking=False):
        raise CasebookBusy("another download of the whole casebook is being made: ask again in a minute")
    try:
        parts = _csv(desk) if known == "csv" else _of(desk, known)
    finally:
        desk.exporting.release()
    return streamed(parts, f"{desk.name}-{form}.zip", "application/zip")


def _csv(desk: Desk) -> Iterator[bytes]:
    """The tables, made on the disk; the folder goes when the last byte of it has been sent, or nobody wants it."""
    folder = tempfile.TemporaryDirectory(prefix="accordingto-")
    book = desk.casebook
    paths = write_csv(Path(folder.name), book.decided(), desk.contests.all(), book.decisions())
    return _sent(paths, folder)


def _sent(paths: list[Path], folder: tempfile.TemporaryDirectory[str]) -> Iterator[bytes]:
    with folder:
        yield from zipped((path.name, path) for path in paths)


def _of(desk: Desk, form: Format) -> Iterator[bytes]:
    book = desk.casebook
    if book.size() > MOST:
        raise CasebookError(
            f"{book.size():,} reports are more than the {MOST:,} of which a browser gets {form}: "
            f"take CSV, or run `accordingto export … --format {form}`"
        )
    contests = desk.contests.all() if form in _WITH_CONTESTS else ()
    files = export(
        list(book.decided()), form=form, contests=list(contests), decisions=book.decisions(), accepted=book.accepted()
    )
    return zipped((file.name, file.content) for file in files)


ROUTES = [downloads, whole]
