"""The command `accordingto verify`."""

from __future__ import annotations

import click

from accordingto.cli.ending import Ending
from accordingto.cli.options import casebook_argument, open_casebook, plain_name
from accordingto.cli.saying import say


@click.command()
@casebook_argument
@click.option(
    "--expect",
    metavar="HASH",
    help="A hash that must be in the chain: the last hash of an earlier check, kept elsewhere. Only so it is seen "
    "when entries were cut off at the end.",
)
@click.option("--rebuild", is_flag=True, help="Make the look-up tables anew from the entries first.")
@click.pass_context
def verify(context: click.Context, casebook: str, *, expect: str | None, rebuild: bool) -> None:
    """Check that CASEBOOK is as it was written.

    Recomputes every hash, and makes the look-up tables anew to compare them. Ends with exit code 4 where anything
    differs; the first fault named is the first broken link.
    """
    with open_casebook(casebook) as opened:
        if rebuild:
            opened.rebuild()
        verdict = opened.verify(expect=expect)
    if verdict.faults:
        for fault in verdict.faults:
            say(f"{plain_name(casebook)}: {fault.message}")
        if not all("--rebuild" in fault.message for fault in verdict.faults):
            say("keep this casebook as it is, verify the last copy that you have, and add to that what came since")
        context.exit(Ending.BROKEN)
    click.echo(f"verified: {verdict.entries:,} entries, {verdict.contents:,} contents\nlast hash: {verdict.head}")
