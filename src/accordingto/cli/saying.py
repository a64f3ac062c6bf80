"""What the command says besides its output: lines on standard error, in which nothing steers the terminal."""

from __future__ import annotations

import click


def say(message: str) -> None:
    """One line on standard error, by the program's name."""
    click.echo(f"accordingto: {shown(' '.join(message.split()))}", err=True)


def shown(name: str) -> str:
    """A file's name for a terminal: names may hold control characters, which are shown by their code."""
    from accordingto.report.wording import visible_controls  # noqa: PLC0415  not needed to show the help

    return visible_controls(name)
