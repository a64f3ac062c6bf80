"""The command `accordingto decisions`."""

from __future__ import annotations

from typing import Literal

import click

from accordingto.cli.options import casebook_argument, open_casebook, tell_count
from accordingto.cli.saying import shown
from accordingto.records import Decision, undone


@click.command()
@casebook_argument
@click.argument("target", required=False, metavar="[TARGET]")
@click.option("--in-force", "only", is_flag=True, help="Leave out what was undone, and the undoing.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json gives one line per decision.",
)
def decisions(casebook: str, *, target: str | None, only: bool, form: Literal["text", "json"]) -> None:
    """List what was decided about TARGET (figure:…), or all of CASEBOOK: who, what, when and why.

    `accordingto decide CASEBOOK undo NUMBER` takes a decision back.
    """
    import msgspec  # noqa: PLC0415  `--help` does not need it

    with open_casebook(casebook) as opened:
        found = opened.decisions(target)
    void = undone(found)
    if only:
        found = tuple(one for one in found if one.kind != "undo" and one.number not in void)
    for one in found:
        if form == "json":
            click.echo(msgspec.json.encode(one) + b"\n", nl=False)
        else:
            click.echo(shown(_line(one, void.get(one.number))))
    tell_count(len(found), "decision")


def _line(one: Decision, undone_by: int | None) -> str:
    import msgspec  # noqa: PLC0415  `--help` does not need it

    value = f" {msgspec.json.encode(one.value).decode()}" if one.value else ""
    taken_back = f" · undone by {undone_by}" if undone_by else ""
    return f"{one.number} · {one.kind} {one.target}{value} · {one.by}, {one.at} · {one.why}{taken_back}"
