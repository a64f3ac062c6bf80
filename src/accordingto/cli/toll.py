"""The command `accordingto toll`."""

from __future__ import annotations

from typing import Literal, get_args

import click

from accordingto.cli.ending import Ending
from accordingto.cli.ledgers import ledgers
from accordingto.cli.options import FileName
from accordingto.cli.saying import shown
from accordingto.records import Harm, Toll, reported


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=FileName())
@click.option("--harm", type=click.Choice(get_args(Harm)), default="killed", help="Which harm. By default killed.")
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
    names: tuple[str, ...],
    form: Literal["table", "json"],
) -> None:
    """Tell the toll of the incident that the REPORTs are about, by the rules of bodies that record casualties.

    A REPORT is a file (text, HTML or PDF), or a ledger as `accordingto read --format json` prints it (.json or .jsonl).
    Several are taken for reports on one incident. The numbers stand beside the reported words and never replace them.
    """
    from accordingto.toll import profile, profiles  # noqa: PLC0415  not needed to show the help
    from accordingto.toll import toll as by_rules  # noqa: PLC0415  the same

    chosen = [profile(name) for name in names] or list(profiles().values())
    found, rejected = ledgers(reports)
    figures = [one for ledger in found for one in reported(ledger)]
    for one in chosen if found else ():
        _show(by_rules(figures, one, harm=harm), form)
    if rejected:
        context.exit(Ending.UNREAD)


def _show(made: Toll, form: Literal["table", "json"]) -> None:
    if form == "json":
        import msgspec  # noqa: PLC0415  the same

        click.echo(msgspec.json.encode(made).decode())
        return
    numbers = ("-" if n is None else f"{n:,}" for n in (made.low, made.best, made.high))
    graded = f"  {made.grade}" if made.grade else ""
    click.echo(shown("{:12}{}  low {}  best {}  high {}".format(made.profile, made.harm, *numbers) + graded))
    for said in (made.rule, *(f"from “{words}”" for words in made.words), *made.notes):
        click.echo(f"            {shown(' '.join(said.split()))}")
