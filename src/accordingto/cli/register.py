"""The command `accordingto register`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.options import FileName, width

if TYPE_CHECKING:
    from accordingto.register import Register, Row

register_files = click.option(
    "--register",
    "files",
    type=FileName(path_type=Path),
    multiple=True,
    metavar="FILE",
    help="Add a register file of your own, or a folder of them. May be given again. "
    "Those that ACCORDINGTO_REGISTER names are added too.",
)


@click.command()
@click.option("--conflict", metavar="NAME", help="List only the figures of one conflict.")
@click.option("--source", metavar="NAME", help="List only what a source has published, by any name for it.")
@register_files
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", help="A table (the default), or JSON."
)
def register(
    *, conflict: str | None, source: str | None, files: tuple[Path, ...], form: Literal["table", "json"]
) -> None:
    """List the published figures of record that reports are held against.

    Rows with the status `unverified` are listed, and never used.
    """
    from accordingto.register import register as read_register  # noqa: PLC0415  not needed to show the help

    known = read_register(files)
    conflicts = sorted({row.conflict for row in known.rows})
    if conflict is not None and conflict not in conflicts:
        raise click.UsageError(f"there is no conflict {conflict!r} in the register: take {', '.join(conflicts)}")
    rows = known.find(conflict=conflict, source=source, off=True)
    if form == "json":
        import msgspec  # noqa: PLC0415  the same

        click.echo(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode())
        return
    click.echo(_table(rows, known), nl=False)


def _table(rows: list[Row], known: Register) -> str:
    """The rows in columns that fit the terminal, the description last."""
    from accordingto.register.wording import counted, numbers  # noqa: PLC0415  the same
    from accordingto.report import text_table  # noqa: PLC0415  the same

    cells = [(r.id, r.status, known.publishers[r.publishers[0]].name, numbers(r), counted(r)) for r in rows]
    return text_table(("id", "status", "source", "figure", "what is counted"), cells, width=width(), whole={0, 1})
