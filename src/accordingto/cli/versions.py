"""The command `accordingto versions`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import click

from accordingto.cli.options import casebook_argument, open_casebook, tell_count
from accordingto.cli.saying import shown

if TYPE_CHECKING:
    from accordingto.casebook import Change, Version


@click.command()
@casebook_argument
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="json gives one line per pair of versions.",
)
def versions(casebook: str, *, form: Literal["text", "json"]) -> None:
    """List the reports of CASEBOOK that came in several versions, and what changed in their figures."""
    import msgspec  # noqa: PLC0415  `--help` does not need it

    with open_casebook(casebook) as opened:
        found = list(opened.versions())
        for version in found:
            if form == "json":
                click.echo(msgspec.json.encode(version) + b"\n", nl=False)
            else:
                click.echo("\n".join(told(version)) + "\n")
    tell_count(len(found), "later version")


def told(version: Version) -> list[str]:
    """A pair of versions in lines."""
    title = version.title or "Untitled report"
    outlet = f" ({version.outlet})" if version.outlet else ""
    lines = [
        f"{title}{outlet}",
        f"  earlier: {version.earlier[:16]}{_day(version.earlier_published)}",
        f"  later:   {version.later[:16]}{_day(version.later_published)}",
        f"  because: {version.because}",
    ]
    return [shown(line) for line in (*lines, *(f"  {change_told(one)}" for one in version.changes))] or lines


def change_told(change: Change) -> str:
    """A changed figure in words."""
    from accordingto.report.figure_rows import how_many  # noqa: PLC0415  not needed to show the help

    one = change.after or change.before
    if one is None:
        return change.kind
    what = " ".join(part for part in (one.figure.harm, one.figure.counted and one.figure.counted.text) if part)
    name = f"{change.kind}: {what}: " if what else f"{change.kind}: "
    ends = [how_many(side.figure) for side in (change.before, change.after) if side is not None]
    speaker = f", says {one.speaker.name}" if one.speaker else ""
    return f"{name}{' → '.join(ends)}{speaker}"


def _day(published: str | None) -> str:
    return f", published {published}" if published else ""
