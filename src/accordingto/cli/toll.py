"""The command `accordingto toll`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from accordingto.cli.given import casebook_of
from accordingto.cli.options import open_casebook
from accordingto.cli.saying import say
from accordingto.records import Harm, Ledger, Reported, Toll, reported

if TYPE_CHECKING:
    from accordingto.pipeline import Reader


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="CASEBOOK|REPORT...", type=click.Path())
@click.option("--harm", type=click.Choice(get_args(Harm)), default="killed", help="Which harm. By default killed.")
@click.option("--place", metavar="PLACE", help="CASEBOOK: only figures of what happened there.")
@click.option("--period", metavar="EDTF", help="CASEBOOK: only figures of this time, like 2023-02-26/2023-03-31.")
@click.option("--speaker", metavar="NAME", help="CASEBOOK: only figures of a name that holds these words.")
@click.option("--outlet", metavar="OUTLET", help="CASEBOOK: only figures that this outlet reports.")
@click.option(
    "--profile",
    "names",
    multiple=True,
    metavar="NAME",
    help="By whose rules: acled, airwars, gtd, ibc or ucdp, or a TOML file of your own. May be given again; "
    "by default all that come with the program.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json"]),
    default="table",
    help="A table with the rules in words (the default), or JSON, one line per profile.",
)
def toll(
    reports: tuple[str, ...],
    *,
    harm: Harm,
    place: str | None,
    period: str | None,
    speaker: str | None,
    outlet: str | None,
    names: tuple[str, ...],
    form: Literal["table", "json"],
) -> None:
    """Tell the toll of the incident that the REPORTs are about, by the rules of bodies that record casualties.

    A REPORT is a file (text, HTML or PDF), or a ledger as `accordingto read --format json` prints it (.json or .jsonl).
    Several are taken for reports on one incident. Of a CASEBOOK, choose the incident by place and period. The numbers
    stand beside the reported words and never replace them.
    """
    from accordingto.toll import profile, profiles  # noqa: PLC0415  not needed to show the help
    from accordingto.toll import toll as by_rules  # noqa: PLC0415  the same

    chosen = [profile(name) for name in names] or list(profiles().values())
    filters = {"place": place, "period": period, "speaker": speaker, "outlet": outlet}
    casebook = casebook_of(reports)
    if casebook is not None:
        with open_casebook(casebook) as opened:
            figures = list(opened.figures(place=place, period=period, speaker=speaker, outlet=outlet))
        _tell_places(figures, place)
    elif any(filters.values()):
        given = " and ".join(f"--{name}" for name, value in filters.items() if value)
        raise click.UsageError(f"{given} chooses in a casebook: leave it out for reports")
    else:
        figures = [one for ledger in _ledgers(tuple(map(Path, reports))) for one in reported(ledger)]
    for one in chosen:
        _show(by_rules(figures, one, harm=harm), form)


def _tell_places(figures: Sequence[Reported], place: str | None) -> None:
    """Warn of a casebook's figures that are hardly of one incident, since a toll would mix them."""
    if place is not None:
        return
    countries = sorted({f.figure.place.country for f in figures if f.figure.place and f.figure.place.country})
    if len(countries) > 1:
        say(f"these figures are of {len(countries)} countries ({', '.join(countries[:6])}): choose one incident with "
            "--place and --period")  # fmt: skip


def _ledgers(paths: tuple[Path, ...]) -> Iterator[Ledger]:
    """The ledgers of the reports; a file of ledgers holds one, or one on each line."""
    from accordingto.read import load  # noqa: PLC0415  the same

    reader: Reader | None = None
    for path in paths:
        if path.suffix in (".json", ".jsonl"):
            content = load(path)
            lines = content.splitlines() if path.suffix == ".jsonl" or content.startswith(b'{"version"') else [content]
            yield from (Ledger.from_json(line) for line in lines if line.strip())
            continue
        if reader is None:
            from accordingto.pipeline import Reader as _Reader  # noqa: PLC0415  loads the model's library

            reader = _Reader()
        yield reader.read(path)


def _show(made: Toll, form: Literal["table", "json"]) -> None:
    if form == "json":
        import msgspec  # noqa: PLC0415  the same

        click.echo(msgspec.json.encode(made).decode())
        return
    numbers = ("-" if n is None else f"{n:,}" for n in (made.low, made.best, made.high))
    graded = f"  {made.grade}" if made.grade else ""
    click.echo("{:12}{}  low {}  best {}  high {}".format(made.profile, made.harm, *numbers) + graded)
    click.echo(f"            {made.rule}")
    for word in made.words:
        click.echo(f"            from “{' '.join(word.split())}”")
    for note in made.notes:
        click.echo(f"            {' '.join(note.split())}")
