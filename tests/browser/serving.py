"""A workbench that real browsers reach, for as long as it is tested, and what a page of it told."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import uvicorn

from accordingto.serve import Desk, application
from accordingto.serve.security.safety import Safety


@contextmanager
def served(desk: Desk, safety: Safety | None = None) -> Iterator[str]:
    """The address of a workbench at a free port of this machine, which ends with the block."""
    config = uvicorn.Config(application(desk, safety), host="127.0.0.1", port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    running.join(10)


class Heard:
    """What pages of a browser's context say on the console, and which addresses they ask for."""

    def __init__(self, context: Any) -> None:
        self.told: list[str] = []
        self.asked: list[str] = []
        context.on("console", lambda message: self.told.append(message.text))
        context.on("weberror", lambda error: self.told.append(str(error.error)))
        context.on("request", lambda request: self.asked.append(request.url))

    def elsewhere(self, address: str) -> list[str]:
        """The addresses that are none of the workbench's own."""
        return [url for url in self.asked if not url.startswith((address, "data:", "blob:"))]
