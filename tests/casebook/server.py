"""A PostgreSQL server of its own for the tests: in a temporary folder, on a local socket, by a user who is not root."""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path


def programs() -> Path | None:
    """The folder of PostgreSQL's server programs, None where it is not installed."""
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]))
    if versions:
        return versions[-1].parent
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


@contextlib.contextmanager
def server(bin_: Path) -> Iterator[str]:
    """A running server; gives the address of its databases without their name."""
    folder = Path(tempfile.mkdtemp(prefix="accordingto-pg-"))
    root = os.getuid() == 0
    if root:
        shutil.chown(folder, "postgres")

    def run(*command: object) -> None:
        user = ["runuser", "-u", "postgres", "--"] if root else []
        done = subprocess.run([*user, *map(str, command)], cwd=folder, capture_output=True, text=True)
        if done.returncode:
            raise RuntimeError(f"{command[0]} failed: {done.stdout} {done.stderr}")

    options = f"-c listen_addresses='' -c unix_socket_directories={folder} -c fsync=off -c max_connections=30"
    data = folder / "data"
    try:
        run(bin_ / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "-N")
        run(bin_ / "pg_ctl", "-D", data, "-l", folder / "log", "-w", "-t", "60", "-o", options, "start")
        try:
            yield f"postgresql+psycopg://postgres@/{{name}}?host={folder}"
        finally:
            run(bin_ / "pg_ctl", "-D", data, "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
