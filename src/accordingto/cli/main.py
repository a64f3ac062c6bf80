"""The command `accordingto`: its commands, and what becomes of every way to end."""

from __future__ import annotations

import os
import sys
from importlib.metadata import version
from pathlib import Path

import click

from accordingto.cli.accounts import accounts
from accordingto.cli.add import add
from accordingto.cli.batch import batch
from accordingto.cli.compare import compare
from accordingto.cli.decide import decide
from accordingto.cli.ending import Ending
from accordingto.cli.export import export
from accordingto.cli.figures import figures
from accordingto.cli.import_ import import_
from accordingto.cli.page import page
from accordingto.cli.read import read
from accordingto.cli.register import register
from accordingto.cli.saying import say
from accordingto.cli.serve import serve
from accordingto.cli.sources import sources
from accordingto.cli.statements import statements
from accordingto.cli.toll import toll
from accordingto.cli.verify import verify
from accordingto.cli.versions import versions
from accordingto.errors import AccordingtoError


def _show_version(context: click.Context, _parameter: click.Parameter, value: bool) -> None:  # noqa: FBT001  click's
    if not value or context.resilient_parsing:
        return
    from accordingto.pipeline import Reader  # noqa: PLC0415  loads the model's library, which `--help` does not need

    info = Reader().info
    click.echo(f"accordingto {version('accordingto')}, model {info.model} (sha256 {info.model_sha256})")
    context.exit()


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_show_version,
    help="Show the versions of the program and of its model, and end.",
)
def commands() -> None:
    """Read news reports and keep account of who says what.

    Everything runs on this machine. Nothing is sent, and nothing is fetched but the addresses that `add` is given.

    \b
    Exit codes:
      0    every report was read, or, by batch, noted as rejected
      1    a report could not be read, a file not be written, or a casebook not be used as asked
      2    the command line makes no sense
      3    the model is missing or damaged
      4    a casebook is not as it was written
      130  ended by Ctrl-C
      141  the reader of the output has gone away
    """  # noqa: D301  \b is click's mark for a paragraph that stays as it is


for command in (
    accounts, add, batch, compare, decide, export, figures, import_, page, read, register, serve, sources, statements,
    toll, verify, versions,
):  # fmt: skip
    commands.add_command(command)


def main(arguments: list[str] | None = None) -> None:
    """Run the command with `arguments`, else those of the process, and end the process with an exit code."""
    sys.exit(run(sys.argv[1:] if arguments is None else arguments))


def run(arguments: list[str]) -> int:
    """Run the command and return the exit code; every error that is foreseen becomes one line on standard error."""
    _open_streams()
    _write_anything()
    try:
        # Not `commands.main()`: that has a line and a code of its own for interrupts and closed pipes.
        with commands.make_context("accordingto", arguments) as context:
            commands.invoke(context)
        sys.stdout.flush()
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return Ending.USAGE
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except click.UsageError as error:
        path = "accordingto" if error.ctx is None else error.ctx.command_path
        return _say(f"{error.format_message().rstrip('.')} (see {path} --help)", Ending.USAGE)
    except (click.Abort, KeyboardInterrupt):
        return Ending.INTERRUPTED
    except BrokenPipeError:
        # Python flushes standard output once more on its way out, and would complain there.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Ending.PIPE_CLOSED
    except AccordingtoError as error:
        return _say(str(error), Ending.of(error))
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _say(f"{where}{error.strerror or error}", Ending.UNREAD)
    return Ending.DONE


def _say(message: str, code: int) -> int:
    say(message)
    return code


def _open_streams() -> None:
    """A standard stream that is closed (`>&-`, some services) is taken for an empty or a discarding one."""
    # In this order, since a file that is opened gets the lowest number that is free, which is that of its stream.
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115  as long as the process


def _write_anything() -> None:
    """A terminal or locale that lacks a character gets a question mark for it, not an error."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(errors="replace")
