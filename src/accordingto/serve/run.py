"""A casebook -> a server that runs until it is interrupted."""

from __future__ import annotations

import uvicorn

from accordingto.casebook import Casebook
from accordingto.serve.app import application
from accordingto.serve.desk import Desk


def run(casebook: Casebook, *, name: str, who: str, host: str, port: int, threads: int | None) -> None:
    """Serve a casebook until Ctrl-C; raises OSError where the port is taken."""
    app = application(Desk(casebook, name=name, who=who, threads=threads))
    uvicorn.run(app, host=host, port=port, log_level="warning", server_header=False)
