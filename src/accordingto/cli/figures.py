"""The command `accordingto figures`."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

import click

from accordingto.cli.options import casebook_argument, emit, open_casebook, tell_count, width
from accordingto.records import Harm


@click.command()
@casebook_argument
@click.option("--harm", type=click.Choice(get_args(Harm)), help="What befell the people counted.")
@click.option("--place", metavar="PLACE", help="Where: a country by name or code, or a place; takes what lies within.")
@click.option("--period", metavar="EDTF", help="When: 2003, 2003-03-20 or 2003/2006; takes what overlaps it.")
@click.option("--speaker", metavar="NAME", help="Who says so: words of the name, under all its spellings.")
@click.option("--unit", metavar="UNIT", help="people, a currency code, percent, or the thing counted in the singular.")
@click.option("--min", "low", type=float, metavar="N", help="The number stated is N or more.")
@click.option("--max", "high", type=float, metavar="N", help="The number stated is N or less.")
@click.option("--outlet", metavar="OUTLET", help="Which outlet reports it.")
@click.option("--all-versions", is_flag=True, help="Take earlier versions of reports, too.")
@click.option("--rejected", is_flag=True, help="Take figures that a decision has rejected, too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "csv", "json", "parquet"]),
    default="table",
    show_default=True,
    help="json gives one line per figure; parquet needs the extra accordingto[parquet].",
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write FILE.")
def figures(
    casebook: str,
    *,
    harm: str | None,
    place: str | None,
    period: str | None,
    speaker: str | None,
    unit: str | None,
    low: float | None,
    high: float | None,
    outlet: str | None,
    all_versions: bool,
    rejected: bool,
    form: Literal["table", "csv", "json", "parquet"],
    out: Path | None,
) -> None:
    """Find figures in CASEBOOK: a file, or postgresql+psycopg://user@host/name.

    Each figure comes with its report and who says so. What was decided about it is applied.
    """
    import msgspec  # noqa: PLC0415  `--help` does not need it

    from accordingto.report import figures_csv, figures_parquet, figures_table  # noqa: PLC0415

    with open_casebook(casebook) as opened:
        found = list(
            opened.figures(
                harm=harm,
                place=place,
                period=period,
                speaker=speaker,
                unit=unit,
                low=low,
                high=high,
                outlet=outlet,
                outdated=all_versions,
                rejected=rejected,
            )
        )
    if form == "table":
        emit(figures_table(found, width=width()).encode() if found else b"", out)
    elif form == "csv":
        emit("".join(figures_csv(found)).encode(), out)
    elif form == "json":
        emit(b"".join(msgspec.json.encode(one) + b"\n" for one in found), out)
    else:
        emit(figures_parquet(found), out, no_text="Parquet")
    tell_count(len(found), "figure")
