"""The command `accordingto serve`."""

from __future__ import annotations

from pathlib import PurePath

import click

from accordingto.cli.options import by_option, casebook_argument, open_casebook, plain_name
from accordingto.cli.saying import say


@click.command()
@casebook_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port to listen at.")
@by_option
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="Read with at most N cores. By default all.")
def serve(casebook: str, *, host: str, port: int, by: str, threads: int | None) -> None:
    """Open CASEBOOK in the browser: read, search, compare, check and decide.

    CASEBOOK is a file, or postgresql+psycopg://user@host/name; it is made where it is missing.
    """
    from accordingto.serve.run import run  # noqa: PLC0415  loads the server's libraries, which the help does not need

    with open_casebook(casebook, make=True) as opened:
        name = plain_name(casebook) if "://" in casebook else PurePath(casebook).stem
        say(f"{name} is open at http://{host}:{port} (Ctrl-C ends it)")
        run(opened, name=name, who=by, host=host, port=port, threads=threads)
