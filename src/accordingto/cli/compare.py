"""The command `accordingto compare`."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

import click

from accordingto.cli.ending import Ending
from accordingto.cli.given import casebook_of, contests_of
from accordingto.cli.ledgers import ledgers
from accordingto.cli.options import FileName, open_casebook
from accordingto.records import Contest, Harm, Reported, reported

if TYPE_CHECKING:
    from accordingto.casebook import Casebook


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="CASEBOOK|REPORT...", type=FileName())
@click.option("--harm", type=click.Choice(get_args(Harm)), help="Only figures of this harm.")
@click.option("--place", metavar="NAME", help="Only figures of this place, by what they or their reports say.")
@click.option("--period", metavar="EDTF", help="Only figures of this time, like 2003/2006.")
@click.option("--speaker", metavar="NAME", help="Only figures from or passed on by a name that holds these words.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="What to print: a view for the terminal (the default), or JSON.",
)
@click.option("--indent", type=click.IntRange(0, 8), metavar="N", help="Spread JSON over lines, N spaces per level.")
@click.option(
    "--colour/--no-colour", default=None, help="Colour the view; by default at a terminal where NO_COLOR is not set."
)
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="Use at most N cores. By default all.")
@click.pass_context
def compare(
    context: click.Context,
    inputs: tuple[str, ...],
    *,
    harm: Harm | None,
    place: str | None,
    period: str | None,
    speaker: str | None,
    form: Literal["table", "json"],
    indent: int | None,
    colour: bool | None,
    threads: int | None,
) -> None:
    """Lay the figures of reports side by side: where they agree or conflict, why, and from how many origins.

    CASEBOOK is a casebook as for `add`; decisions about its figures are applied. A REPORT is a report as for `read`, a
    ledger that `read` wrote (.json), or several, one a line (.jsonl). A folder stands for the reports and ledgers in
    it. The same report given twice counts once.
    """
    from accordingto.edtf import InvalidDate, bounds  # noqa: PLC0415

    for option, words in (("--place", place), ("--speaker", speaker)):
        if words is not None and not words.strip():
            raise click.BadParameter("it is empty: give a name or leave it out", param_hint=option)
    if period is not None:
        try:
            bounds(period)
        except InvalidDate as error:
            raise click.BadParameter(str(error), param_hint="--period") from error
    asked = _Asked(harm, place, period, speaker)
    casebook = casebook_of(inputs)
    if casebook is not None:
        with open_casebook(casebook) as opened:
            figures = _of_casebook(opened, asked)
            contests = contests_of(opened, figures)
        rejected = 0
    else:
        contests, rejected = _of_reports(inputs, asked, threads)
    if contests or not rejected or form == "json":
        _show(contests, form, indent=indent, colour=colour)
    if rejected:
        context.exit(Ending.UNREAD)


class _Asked(NamedTuple):
    """Which figures are asked for."""

    harm: Harm | None
    place: str | None
    period: str | None
    speaker: str | None


def _of_casebook(opened: Casebook, asked: _Asked) -> list[Reported]:
    """The figures of a casebook that are asked for, also those whose report tells the place that they leave out."""
    from accordingto.compare import choose  # noqa: PLC0415  not needed to show the help

    stated = list(opened.figures(**asked._asdict()))
    if asked.place is None:
        return stated
    others = list(opened.figures(**asked._replace(place=None)._asdict()))
    silent = {f.id for f in choose(others, place=asked.place) if f.figure.place is None}
    known = {f.id for f in stated}
    return [f for f in others if f.id in known or f.id in silent]


def _of_reports(inputs: tuple[str, ...], asked: _Asked, threads: int | None) -> tuple[tuple[Contest, ...], int]:
    """The contests among reports and ledgers, and how many of these could not be read, each of which is named."""
    from accordingto.compare import Text, choose, copies  # noqa: PLC0415  not needed to show the help
    from accordingto.compare import compare as lay_side_by_side  # noqa: PLC0415

    found, rejected = ledgers(inputs, threads=threads)
    figures = [figure for ledger in found for figure in reported(ledger)]
    documents = (ledger.document for ledger in found)
    texts = copies(Text(d.id, d.text, d.published) for d in documents)
    return lay_side_by_side(choose(figures, **asked._asdict()), copies=texts), rejected


def _show(
    contests: Sequence[Contest], form: Literal["table", "json"], *, indent: int | None, colour: bool | None
) -> None:
    from accordingto.report import contests_json, contests_view  # noqa: PLC0415

    if form == "json":
        # Bytes: JSON is UTF-8, whatever the locale says.
        click.echo(contests_json(contests, indent=indent).encode() + b"\n", nl=False)
        return
    coloured = sys.stdout.isatty() and not os.environ.get("NO_COLOR") if colour is None else colour
    width = min(max(shutil.get_terminal_size((80, 24)).columns, 40), 100)
    click.echo(contests_view(contests, width=width, colour=coloured), nl=False, color=True)
