"""The command `accordingto read`."""

from __future__ import annotations

import contextlib
import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.ending import Ending
from accordingto.cli.folder import Folder, write
from accordingto.cli.options import FileName, model_options
from accordingto.cli.register import register_files
from accordingto.cli.saying import shown
from accordingto.cli.tally import Tally
from accordingto.errors import ReadError
from accordingto.records import Ledger, Rejection

if TYPE_CHECKING:
    from accordingto.pipeline import Reader

EXAMPLE = "harbour-strike.txt"
_STANDARD_INPUT = "standard input"


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One report that was asked for: its name in messages, the stem of its output, and where its bytes are from."""

    name: str
    stem: str
    path: Path | None = None
    content: bytes | None = None

    def bytes(self) -> bytes:
        """The report's bytes; raises the ReadError that says why there are none."""
        from accordingto.read import SIZE_LIMIT, check_size, load  # noqa: PLC0415

        if self.content is not None:
            return self.content
        if self.path is not None:
            return load(self.path)
        content = sys.stdin.buffer.read(SIZE_LIMIT)
        check_size(len(content), self.name)
        return content


@click.command()
@click.argument("reports", nargs=-1, metavar="[REPORT]...", type=FileName())
@click.option("--example", is_flag=True, help="Read the example report that comes with the program.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["terminal", "json"]),
    help="What to print: a view for the terminal (the default), or the ledger as JSON, one line per report.",
)
@click.option("--html", type=FileName(dir_okay=False, path_type=Path), metavar="FILE", help="Write FILE, a page.")
@click.option(
    "--out",
    type=FileName(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Write each ledger to DIR as JSON, named after its report, and print none. Reports whose ledger is there "
    "already, made of the same bytes by the same program and model, are passed over.",
)
@click.option("--again", is_flag=True, help="With --out: read also the reports whose ledger is there already.")
@click.option(
    "--by",
    type=click.Choice(["text", "speaker"]),
    default="text",
    help="In the terminal: statements in the order of the text (the default), or under their speakers.",
)
@click.option("--indent", type=click.IntRange(0, 8), metavar="N", help="Spread JSON over lines, N spaces per level.")
@click.option(
    "--colour/--no-colour", default=None, help="Colour the view; by default at a terminal where NO_COLOR is not set."
)
@register_files
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="Use at most N cores. By default all.")
@model_options
@click.pass_context
def read(
    context: click.Context,
    reports: tuple[str, ...],
    *,
    example: bool,
    form: Literal["terminal", "json"] | None,
    html: Path | None,
    out: Path | None,
    again: bool,
    by: Literal["text", "speaker"],
    indent: int | None,
    colour: bool | None,
    files: tuple[Path, ...],
    threads: int | None,
    model: str,
    device: Literal["cpu", "cuda"],
) -> None:
    """Read each REPORT and tell who says what in it.

    A REPORT is a file (text, HTML or PDF), a folder of them, or "-" for standard input.
    """
    _refuse_contradictions(form=form, html=html, out=out, again=again)
    inputs = list(_inputs(reports, example=example))
    if html is not None and len(inputs) != 1:
        raise click.UsageError(f"--html takes one report, here are {len(inputs)}: name one")
    from accordingto.pipeline import Reader  # noqa: PLC0415  loads the model's library, which `--help` does not need

    reader = Reader(model, threads, register=files, device=device)
    show = _Printer(form or ("json" if out else "terminal"), by=by, indent=indent, colour=colour)
    tally = Tally(total=len(inputs))
    folder = Folder(out, reader.info, again=again, indent=indent) if out else None
    # Where reports are shown at a terminal, they show the progress, and a bar would stand between their lines.
    with _progress(inputs, bar=folder is not None or not sys.stdout.isatty()) as some:
        for one in some:
            if folder is not None:
                tally.add(folder.take(one.stem, one.name, one.bytes, reader))
                continue
            result = _attempt(reader, one)
            tally.add(result)
            if isinstance(result, Rejection):
                continue
            if html is not None:
                from accordingto.report import page  # noqa: PLC0415

                write(html, page(result))
            if html is None or form is not None:
                show(result, one.name if len(inputs) > 1 else None)
    if folder is not None:
        folder.note_rejections(tally.rejections)
    tally.tell()
    if tally.rejections:
        context.exit(Ending.UNREAD)


def _refuse_contradictions(*, form: str | None, html: Path | None, out: Path | None, again: bool) -> None:
    if out is not None and form == "terminal":
        raise click.UsageError("--out writes JSON: leave out --format terminal")
    if out is not None and html is not None:
        raise click.UsageError("--out and --html do not go together: give one of them")
    if again and out is None:
        raise click.UsageError("--again is about the ledgers in a folder: give --out DIR too")


def _inputs(reports: tuple[str, ...], *, example: bool) -> Iterator[Input]:
    """What is to be read, in the order given; folders are looked through. Standard input is taken once."""
    from accordingto.read import find  # noqa: PLC0415  its libraries are not needed to refuse a command line

    if example:
        if reports:
            raise click.UsageError("--example reads the example alone: leave out the other reports")
        content = resources.files("accordingto.examples").joinpath(EXAMPLE).read_bytes()
        yield Input(name=EXAMPLE, stem=Path(EXAMPLE).stem, content=content)
        return
    if not reports:
        if sys.stdin.isatty():
            raise click.UsageError(
                "no report given: name a file or a folder, pipe one in, or try `accordingto read --example`"
            )
        reports = ("-",)
    if reports.count("-") > 1:
        raise click.UsageError("standard input can be read once: give `-` once")
    if "-" not in reports:
        yield from (Input(name=str(p), stem=p.stem or p.name, path=p) for p in find(reports))
        return
    at = reports.index("-")
    yield from (Input(name=str(p), stem=p.stem or p.name, path=p) for p in find(reports[:at]))
    yield Input(name=_STANDARD_INPUT, stem="standard-input")
    yield from (Input(name=str(p), stem=p.stem or p.name, path=p) for p in find(reports[at + 1 :]))


def _attempt(reader: Reader, one: Input) -> Ledger | Rejection:
    try:
        content = one.bytes()
    except ReadError as error:
        return Rejection.of(error)
    return reader.attempt(content, name=one.name)


class _Printer:
    """Prints ledgers to standard output in one form."""

    def __init__(
        self,
        form: Literal["terminal", "json"],
        *,
        by: Literal["text", "speaker"],
        indent: int | None,
        colour: bool | None,
    ) -> None:
        self.form, self.by, self.indent = form, by, indent
        self.colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR") if colour is None else colour
        self.width = min(max(shutil.get_terminal_size((80, 24)).columns, 40), 100)

    def __call__(self, ledger: Ledger, name: str | None) -> None:
        """Print one ledger, in the terminal view under `name` where there are several."""
        from accordingto.report import json_text, terminal  # noqa: PLC0415

        if self.form == "json":
            # Bytes: JSON is UTF-8, whatever the locale says.
            click.echo(json_text(ledger, indent=self.indent).encode() + b"\n", nl=False)
            return
        if name is not None:
            click.echo(f"==> {shown(name)} <==\n")
        click.echo(terminal(ledger, width=self.width, colour=self.colour, by=self.by), nl=name is not None, color=True)


@contextlib.contextmanager
def _progress(inputs: list[Input], *, bar: bool) -> Iterator[Iterator[Input]]:
    """The inputs one by one, with a bar on standard error where there are many and somebody is looking."""
    if not bar or len(inputs) < 2 or not sys.stderr.isatty():
        yield iter(inputs)
        return
    with click.progressbar(inputs, label="Reading", file=sys.stderr, show_pos=True) as shown_bar:
        yield iter(shown_bar)
