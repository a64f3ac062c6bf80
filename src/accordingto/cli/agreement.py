"""The command `accordingto agreement`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.options import casebook_argument, open_casebook
from accordingto.cli.saying import say, shown

if TYPE_CHECKING:
    from accordingto.review import Disagreement, Pair, Word


@click.command()
@casebook_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json gives one object with pairs and disagreements.",
)
def agreement(casebook: str, *, form: Literal["text", "json"]) -> None:
    """Tell how far reviewers of CASEBOOK agree (Cohen's kappa for each two of them), and where they do not.

    Each one's own last word counts. docs/review.md tells what is compared.
    """
    import msgspec  # noqa: PLC0415  `--help` does not need it

    from accordingto.review import agreement as between  # noqa: PLC0415

    with open_casebook(casebook) as opened:
        found = between(opened.decisions())
    if form == "json":
        click.echo(msgspec.json.encode(found) + b"\n", nl=False)
        return
    for pair in found.pairs:
        click.echo(shown(_pair(pair)))
    for one in found.disagreements:
        click.echo("\n".join(shown(line) for line in _disagreement(one)))
    if not found.pairs:
        say("no two people have decided about the same figure, statement or grade")


def _pair(pair: Pair) -> str:
    told = pair.kappa
    kappa = "undefined" if told.kappa is None else f"{told.kappa:.2f}"
    between = "" if told.low is None else f" ({told.low:.2f} to {told.high:.2f})"
    return (
        f"{pair.first} and {pair.second}, {pair.question}: {told.agreed:,} of {told.shared:,} alike, "
        f"kappa {kappa}{between}"
    )


def _disagreement(one: Disagreement) -> list[str]:
    fields = f" ({', '.join(one.fields)})" if one.fields else ""
    return [f"\n{one.target}, {one.question}{fields}", *(f"    {_said(word)}" for word in (one.first, one.second))]


def _said(word: Word) -> str:
    import msgspec  # noqa: PLC0415  `--help` does not need it

    fields = f" {msgspec.json.encode(word.fields).decode()}" if word.fields else ""
    return f"{word.label}{fields} · {word.by}, {word.at} · {word.why} · decision {word.number}"
