"""The command `accordingto statements`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import click

from accordingto.cli.options import casebook_argument, emit, open_casebook, tell_count, width
from accordingto.records import Stance


@click.command()
@casebook_argument
@click.option("--speaker", metavar="NAME", help="Who says it: words of the name, under all its spellings.")
@click.option(
    "--about",
    metavar="WORDS",
    help='Words that it has, in any form; "words in quotation marks" stand together, -word must not be there.',
)
@click.option("--stance", type=click.Choice(get_args(Stance)), help="How the speaker stands to it.")
@click.option("--outlet", metavar="OUTLET", help="Which outlet reports it.")
@click.option("--all-versions", is_flag=True, help="Take earlier versions of reports, too.")
@click.option("--rejected", is_flag=True, help="Take statements that a decision has rejected, too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json gives one line per statement.",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write FILE.")
def statements(
    casebook: str,
    *,
    speaker: str | None,
    about: str | None,
    stance: str | None,
    outlet: str | None,
    all_versions: bool,
    rejected: bool,
    form: Literal["text", "json"],
    out: Path | None,
) -> None:
    """Find statements in CASEBOOK: what was said, by whom, in which report."""
    import msgspec  # noqa: PLC0415  `--help` does not need it

    from accordingto.report import statements_text  # noqa: PLC0415

    with open_casebook(casebook) as opened:
        found = list(
            opened.statements(
                speaker=speaker,
                about=about,
                stance=stance,
                outlet=outlet,
                outdated=all_versions,
                rejected=rejected,
            )
        )
    if form == "text":
        emit(statements_text(found, width=width()).encode(), out)
    else:
        emit(b"".join(msgspec.json.encode(one) + b"\n" for one in found), out)
    tell_count(len(found), "statement")
