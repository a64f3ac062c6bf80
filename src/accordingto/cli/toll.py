"""The command `accordingto toll`."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

import click

from accordingto.records import Harm, Ledger, Toll, reported

if TYPE_CHECKING:
    from accordingto.pipeline import Reader


@click.command()
@click.argument("reports", nargs=-1, required=True, metavar="REPORT...", type=click.Path(path_type=Path))
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
def toll(reports: tuple[Path, ...], *, harm: Harm, names: tuple[str, ...], form: Literal["table", "json"]) -> None:
    """Tell the toll of the incident that the REPORTs are about, by the rules of bodies that record casualties.

    A REPORT is a file (text, HTML or PDF), or a ledger as `accordingto read --format json` prints it (.json or .jsonl).
    Several are taken for reports on one incident. The numbers stand beside the reported words and never replace them.
    """
    from accordingto.toll import profile, profiles  # noqa: PLC0415  not needed to show the help
    from accordingto.toll import toll as by_rules  # noqa: PLC0415  the same

    chosen = [profile(name) for name in names] or list(profiles().values())
    figures = [one for ledger in _ledgers(reports) for one in reported(ledger)]
    for one in chosen:
        _show(by_rules(figures, one, harm=harm), form)


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
