"""What several commands have in common: names of files, a casebook's name, who asks, and how what is found is shown."""

from __future__ import annotations

import getpass
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from accordingto.cli.saying import say
from accordingto.models import DEFAULT_MODEL, MODELS

if TYPE_CHECKING:
    from accordingto.casebook import Casebook

_Function = TypeVar("_Function", bound=Callable[..., Any])

casebook_argument = click.argument("casebook", metavar="CASEBOOK")


class FileName(click.Path):
    """A path that is not empty: as a Path, "" would be the folder that the user is in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401  click's
        """The path as click gives it; a usage error for an empty one."""
        if value == "":
            self.fail("the name is empty (an unset variable of the shell?)", param, ctx)
        return super().convert(value, param, ctx)


def model_options(function: _Function) -> _Function:
    """The options `--model` and `--device`, for commands that read."""
    named = click.option(
        "--model",
        metavar="NAME|FOLDER",
        default=DEFAULT_MODEL,
        show_default=True,
        help=f"The model that reads: {', '.join(MODELS)}, or a folder that holds one.",
    )
    there = click.option(
        "--device",
        type=click.Choice(["cpu", "cuda"]),
        default="cpu",
        show_default=True,
        help="Where the model is worked; cuda needs onnxruntime-gpu in place of onnxruntime.",
    )
    return named(there(function))


def by_option(function: _Function) -> _Function:
    """The option `--by`, with the name of the user where it is not given."""
    return click.option(
        "--by",
        metavar="NAME",
        envvar="ACCORDINGTO_BY",
        show_envvar=True,
        default=_user,
        help="Who does this; it stays in the casebook. By default the name of the user.",
    )(function)


def open_casebook(where: str, *, make: bool = False) -> Casebook:
    """The casebook that a command line names; raises a CasebookError where there is none."""
    from accordingto.casebook import Casebook  # noqa: PLC0415  loads the database's library, which `--help` does not need

    if not where:
        raise click.UsageError("the casebook's name is empty (an unset variable of the shell?)")
    return Casebook.open(where, make=make)


def plain_name(where: str) -> str:
    """A casebook's name for messages: an address without its password."""
    return re.sub(r"(://[^:/@]*):[^@]*@", r"\1:***@", where)


def width() -> int:
    """How wide a table may be: the terminal or what COLUMNS says, else 160 columns where nobody looks at one."""
    looked_at = sys.stdout.isatty() or os.environ.get("COLUMNS", "").isdigit()
    return max(shutil.get_terminal_size((160, 24)).columns, 60) if looked_at else 160


def emit(content: bytes, out: Path | None, *, no_text: str | None = None) -> None:
    """Write `content` to the file `out`, or to standard output; what is `no_text` never to a terminal."""
    if out is not None:
        from accordingto.cli.folder import write  # noqa: PLC0415

        write(out, content)
    elif no_text and sys.stdout.isatty():
        raise click.UsageError(f"{no_text} is not for a terminal: give --out FILE, or send it on with > FILE")
    else:
        click.echo(content, nl=False)


def tell_count(number: int, noun: str) -> None:
    """Say on standard error how many there were, to somebody who looks, and always where there were none."""
    if sys.stderr.isatty() or number == 0:
        say(f"{number:,} {noun if number == 1 else noun + 's'}")


def _user() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a user without a name, as in some containers
        return f"user {os.getuid()}" if hasattr(os, "getuid") else "unknown"
