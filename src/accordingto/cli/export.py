"""The command `accordingto export`."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click

from accordingto.cli.ending import Ending
from accordingto.cli.saying import say
from accordingto.records import Contest, Ledger, reported

if TYPE_CHECKING:
    from accordingto.report.export import File, Format

FORMATS = ("csv", "parquet", "sqlite", "web-annotation", "claim", "ucdp", "hxl", "brat", "label-studio")
TRAINING: Final = "training"
"""What a model can learn from decisions: only of a casebook, since nothing is decided about a report alone."""
_WITH_CONTESTS = frozenset({"csv", "parquet", "sqlite"})


@click.command()
@click.argument("inputs", nargs=-1, required=True, metavar="CASEBOOK|REPORT...")
@click.option(
    "--format",
    "form",
    type=click.Choice((*FORMATS, TRAINING)),
    required=True,
    help="Tables (csv, parquet, sqlite for Datasette), linked data (web-annotation, claim), tables of the field (ucdp, "
    "hxl), work for annotators (brat, label-studio), or decisions for a model to learn from (training).",
)
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    required=True,
    metavar="FOLDER",
    help="Write into FOLDER.",
)
@click.option("--with-text", is_flag=True, help="With training: the reports' texts, too.")
@click.option("--replace", is_flag=True, help="Write over files of an earlier export, also what annotators changed.")
@click.option("--all-versions", is_flag=True, help="Take earlier versions of a casebook's reports, too.")
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="Use at most N cores. By default all.")
@click.pass_context
def export(
    context: click.Context,
    inputs: tuple[str, ...],
    *,
    form: Format | Literal["training"],
    out: Path,
    with_text: bool,
    replace: bool,
    all_versions: bool,
    threads: int | None,
) -> None:
    """Write what was found for other programs, as docs/export.md tells.

    An input is a CASEBOOK (with what was decided about it applied), or REPORTs and ledgers as for `compare`. Formats
    that hold the reports' words are for your own use: the words are their outlets'.
    """
    from accordingto.cli.given import given  # noqa: PLC0415  `--help` does not need it
    from accordingto.report.export import export as made_of  # noqa: PLC0415

    if with_text and form != TRAINING:
        raise click.UsageError("--with-text goes with `--format training`")
    if form == TRAINING:
        _write(_lessons(inputs, with_text=with_text), out, replace=replace)
        return
    found = given(inputs, threads=threads, outdated=all_versions)
    for rejection in found.rejections:
        say(f"{rejection.name}: {rejection.message} [{rejection.reason}]")
    contests = _contests(found.ledgers) if form in _WITH_CONTESTS else ()
    files = made_of(found.ledgers, form=form, contests=contests, decisions=found.decisions, accepted=found.accepted)
    _write(files, out, replace=replace)
    reports = len({ledger.document.id for ledger in found.ledgers})
    say(f"{reports:,} reports, {len(files):,} files in {out}")
    if found.rejections:
        context.exit(Ending.UNREAD)


def _write(files: Sequence[File], out: Path, *, replace: bool) -> None:
    from accordingto.cli.folder import write  # noqa: PLC0415  `--help` does not need it

    there = [file.name for file in files if (out / file.name).exists()]
    if there and not replace:
        raise click.UsageError(f"{out / there[0]} is there already: give another --out FOLDER, or --replace")
    out.mkdir(parents=True, exist_ok=True)
    for file in files:
        write(out / file.name, file.content)


def _lessons(inputs: tuple[str, ...], *, with_text: bool) -> tuple[File, ...]:
    """`training.jsonl`: what was decided about each report of a casebook, one a line."""
    import msgspec  # noqa: PLC0415  `--help` does not need it

    from accordingto.cli.given import casebook_of  # noqa: PLC0415
    from accordingto.cli.options import open_casebook  # noqa: PLC0415
    from accordingto.report.export import File  # noqa: PLC0415
    from accordingto.review import lessons  # noqa: PLC0415

    casebook = casebook_of(inputs)
    if casebook is None:
        raise click.UsageError(f"{inputs[0]} is no casebook: training data is made of a casebook's decisions")
    with open_casebook(casebook) as opened:
        lines = [msgspec.json.encode(one) + b"\n" for one in lessons(opened, with_text=with_text)]
    say(f"{len(lines):,} {'report' if len(lines) == 1 else 'reports'} with decisions")
    return (File(name="training.jsonl", content=b"".join(lines)),)


def _contests(ledgers: Sequence[Ledger]) -> tuple[Contest, ...]:
    from accordingto.compare import Text, compare, copies  # noqa: PLC0415  only tables have contests

    once = {ledger.document.id: ledger for ledger in ledgers}.values()
    texts = copies(Text(one.document.id, one.document.text, one.document.published) for one in once)
    return compare([figure for one in once for figure in reported(one)], copies=texts)
