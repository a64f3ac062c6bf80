"""The command `accordingto serve`."""

from __future__ import annotations

from pathlib import Path, PurePath

import click

from accordingto.cli.options import FileName, by_option, casebook_argument, open_casebook, plain_name
from accordingto.cli.saying import say

_FILE = FileName(exists=True, dir_okay=False, path_type=Path)


@click.command()
@casebook_argument
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen at.")
@click.option("--port", type=click.IntRange(0, 65535), default=8765, show_default=True, help="The port to listen at.")
@click.option(
    "--accounts",
    type=FileName(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="The accounts of those who may come in. By default CASEBOOK.accounts, if it is there.",
)
@click.option(
    "--allow-host", "allowed", multiple=True, metavar="NAME", help="A name by which browsers reach it, besides HOST."
)
@click.option("--certfile", type=_FILE, metavar="FILE", help="The certificate (PEM) to serve by https with.")
@click.option("--keyfile", type=_FILE, metavar="FILE", help="Its key, if that is another file.")
@click.option(
    "--proxy",
    "proxies",
    multiple=True,
    metavar="ADDRESS",
    help="The address of a proxy with TLS before it, whose X-Forwarded-For and -Proto are believed.",
)
@click.option(
    "--log",
    type=FileName(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Append who wrote what to FILE. By default it goes to standard error.",
)
@by_option
@click.option("--threads", type=click.IntRange(min=1), metavar="N", help="Read with at most N cores. By default all.")
def serve(
    casebook: str,
    *,
    host: str,
    port: int,
    accounts: Path | None,
    allowed: tuple[str, ...],
    certfile: Path | None,
    keyfile: Path | None,
    proxies: tuple[str, ...],
    log: Path | None,
    by: str,
    threads: int | None,
) -> None:
    """Open CASEBOOK in the browser: read, search, compare, check and decide.

    CASEBOOK is a file, or postgresql+psycopg://user@host/name; it is made where it is missing.

    Without accounts (see `accordingto accounts`) it is reached from this machine only, and whoever uses the machine may
    do everything in it, in the name of --by.
    """
    if keyfile is not None and certfile is None:
        raise click.UsageError("--keyfile goes with --certfile")
    # What follows loads the server's libraries, which the help does not need.
    from accordingto.serve.run import run  # noqa: PLC0415
    from accordingto.serve.starting import safety_of, warning  # noqa: PLC0415

    tls = certfile is not None
    with open_casebook(casebook, make=True) as opened:
        safety = safety_of(
            casebook, host=host, accounts=accounts, allowed=allowed, proxies=proxies, tls=tls, log=log
        )  # fmt: skip
        name = plain_name(casebook) if "://" in casebook else PurePath(casebook).stem
        if (warned := warning(host=host, proxies=proxies, tls=tls)) is not None:
            say(warned)

        def ready(number: str, port: int) -> None:
            where = f"[{number}]" if ":" in number else number
            say(f"{name} is open at http{'s' if tls else ''}://{where}:{port} (Ctrl-C ends it)")

        run(
            opened,
            name=name,
            who=by,
            host=host,
            port=port,
            threads=threads,
            safety=safety,
            certfile=certfile,
            keyfile=keyfile,
            proxies=proxies,
            ready=ready,
        )
