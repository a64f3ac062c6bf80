"""The command `accordingto queue`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.given import contests_of
from accordingto.cli.options import casebook_argument, open_casebook
from accordingto.cli.saying import say, shown

if TYPE_CHECKING:
    from accordingto.review import Item

_KINDS = ("figure", "statement", "contest")


@click.command()
@casebook_argument
@click.option(
    "--kind",
    "kinds",
    type=click.Choice(_KINDS),
    multiple=True,
    help="Only these; can be given several times. Contests are left out unless asked for: all figures are compared.",
)
@click.option("--start", type=click.IntRange(min=0), default=0, metavar="N", help="Leave out the first N.")
@click.option("--most", type=click.IntRange(min=1), default=20, show_default=True, metavar="N", help="Show at most N.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json gives one line each, with the parts of the priority.",
)
def queue(
    casebook: str,
    *,
    kinds: tuple[Literal["figure", "statement", "contest"], ...],
    start: int,
    most: int,
    form: Literal["text", "json"],
) -> None:
    """List what nobody has decided about in CASEBOOK, what wants looking at most first, and why.

    docs/review.md tells how priorities are made.
    """
    import msgspec  # noqa: PLC0415  `--help` does not need it

    from accordingto.review import queue as made  # noqa: PLC0415

    with open_casebook(casebook) as opened:
        contests = contests_of(opened, list(opened.figures())) if "contest" in kinds else ()
        found = made(opened, contests=contests, kinds=kinds or ("figure", "statement"), start=start, most=most)
    for one in found.items:
        if form == "json":
            click.echo(msgspec.json.encode(one) + b"\n", nl=False)
        else:
            click.echo(shown(f"{one.priority:.2f} · {one.target} · {_words(one)} · {one.reason}"))
    say(f"{len(found.items):,} of {'more than ' if found.more else ''}{found.total:,}")


def _words(one: Item) -> str:
    if one.figure is not None:
        return f"“{one.figure.figure.span.text}”"
    if one.statement is not None:
        return f"“{one.statement.words}”"
    return one.contest.subject if one.contest is not None else ""
