"""The command `accordingto sources`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import click

from accordingto.cli.options import casebook_argument, emit, open_casebook, tell_count
from accordingto.cli.saying import shown
from accordingto.records import Kind, Voice


@click.command()
@casebook_argument
@click.option("--name", metavar="NAME", help="Words of the name, under all its spellings.")
@click.option("--kind", type=click.Choice(get_args(Kind)), help="What sort of source.")
@click.option("--unnamed", is_flag=True, help="Take sources without a name, too, such as “residents”.")
@click.option("--spellings", is_flag=True, help="Show every source that was joined, why, and its id.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json gives one line per person or body, with all spellings.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write FILE.")
def sources(
    casebook: str,
    *,
    name: str | None,
    kind: str | None,
    unnamed: bool,
    spellings: bool,
    form: Literal["text", "json"],
    out: Path | None,
) -> None:
    """List who speaks in the reports of CASEBOOK.

    One person or body under several spellings is one line, and why is shown with --spellings. `accordingto decide
    split` parts what was joined wrongly, `accordingto decide merge` joins what was not.
    """
    import msgspec  # noqa: PLC0415  `--help` does not need it

    with open_casebook(casebook) as opened:
        found = list(opened.sources(name=name, kind=kind, named=not unnamed))
    if form == "json":
        emit(b"".join(msgspec.json.encode(one) + b"\n" for one in found), out)
    else:
        emit("".join(_lines(one, spellings=spellings) for one in found).encode(), out)
    tell_count(len(found), "source")


def _lines(voice: Voice, *, spellings: bool) -> str:
    others = f" (also {', '.join(voice.names[1:])})" if len(voice.names) > 1 else ""
    counts = ", ".join(
        f"{number:,} {noun if number == 1 else noun + 's'}"
        for number, noun in ((voice.reports, "report"), (voice.statements, "statement"), (voice.figures, "figure"))
    )
    lines = [f"{voice.name}{others} · {voice.kind} · {counts} · {voice.id}"]
    if spellings:
        for one in voice.spellings:
            role = f", {one.role}" if one.role else ""
            lines.append(f"    {one.name}{role} · {one.id} · {one.because or 'the first'}")
    return "".join(f"{shown(line)}\n" for line in lines)
