"""The command `accordingto toll`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, get_args

import click

from accordingto.cli.ending import Ending
from accordingto.cli.given import casebook_of
from accordingto.cli.ledgers import ledgers
from accordingto.cli.options import FileName, open_casebook, width
from accordingto.cli.saying import shown
from accordingto.records import Harm, Reported, Toll, reported


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="CASEBOOK|REPORT...", type=FileName())
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
@click.pass_context
def toll(
    context: click.Context,
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
    casebook, rejected = casebook_of(reports), 0
    if casebook is not None:
        with open_casebook(casebook) as opened:
            figures = list(opened.figures(place=place, period=period, speaker=speaker, outlet=outlet))
        _refuse_several(figures, place)
    elif any(filters.values()):
        given = " and ".join(f"--{name}" for name, value in filters.items() if value)
        raise click.UsageError(f"{given} chooses in a casebook: leave it out for reports")
    else:
        found, rejected = ledgers(reports)
        figures = [one for ledger in found for one in reported(ledger)]
        chosen = chosen if found else []
    for one in chosen:
        _show(by_rules(figures, one, harm=harm), form)
    if rejected:
        context.exit(Ending.UNREAD)


def _refuse_several(figures: Sequence[Reported], place: str | None) -> None:
    """No toll of figures that are plainly not of one incident: it would mix them."""
    if place is not None:
        return
    countries = sorted({f.figure.place.country for f in figures if f.figure.place and f.figure.place.country})
    if len(countries) > 1:
        told = ", ".join(countries[:6])
        raise click.UsageError(
            f"these figures are of {len(countries)} countries ({told}): choose one incident with --place and --period"
        )


def _show(made: Toll, form: Literal["table", "json"]) -> None:
    if form == "json":
        import msgspec  # noqa: PLC0415  the same

        click.echo(msgspec.json.encode(made).decode())
        return
    numbers = ("-" if n is None else f"{n:,}" for n in (made.low, made.best, made.high))
    graded = f"  {made.grade}" if made.grade else ""
    from accordingto.report import wrapped  # noqa: PLC0415  the same

    told = "{}  low {}  best {}  high {}".format(made.harm, *numbers) + graded
    under, room = " " * 12, width()
    click.echo(wrapped(told, width=room, first=f"{shown(made.profile):12}", rest=under), nl=False)
    for said in (made.rule, *(f"from “{words}”" for words in made.words), *made.notes):
        click.echo(wrapped(said, width=room, first=under, rest=under), nl=False)
