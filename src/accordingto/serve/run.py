"""A casebook -> a server that runs until it is interrupted."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence
from pathlib import Path

import h11
import uvicorn
from uvicorn.protocols.http.h11_impl import H11Protocol

from accordingto.casebook import Casebook
from accordingto.serve.app import application
from accordingto.serve.desk import Desk
from accordingto.serve.security.safety import Safety

HEAD = 32_768
"""Bytes that the head of a request may have: its address and its headers."""
HEAD_TIME = 10.0
"""Seconds in which it must have come."""
CONNECTIONS = 500
"""So many connections at once; more are told to come later."""


def run(
    casebook: Casebook,
    *,
    name: str,
    who: str,
    host: str,
    port: int,
    threads: int | None,
    safety: Safety,
    certfile: Path | None = None,
    keyfile: Path | None = None,
    proxies: Sequence[str] = (),
    ready: Callable[[str, int], None],
) -> None:
    """Serve a casebook until Ctrl-C.

    `ready` is called with the number and port that are listened at, once they are. Raises OSError where the port is
    taken, or a file of the certificate cannot be read.
    """
    app = application(Desk(casebook, name=name, who=who, threads=threads), safety)
    config = uvicorn.Config(
        app,
        http=Patient,
        ws="none",
        workers=1,
        log_level="warning",
        server_header=False,
        ssl_certfile=certfile,
        ssl_keyfile=keyfile,
        proxy_headers=bool(proxies),
        forwarded_allow_ips=list(proxies),
        h11_max_incomplete_event_size=HEAD,
        limit_concurrency=CONNECTIONS,
        timeout_graceful_shutdown=5,
    )
    with _listening(host, port) as listening:
        config.load()
        ready(*listening.getsockname()[:2])
        uvicorn.Server(config).run(sockets=[listening])


class Patient(H11Protocol):
    """HTTP/1.1 as uvicorn speaks it, to those who send the head of a request in time."""

    _late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Begin to wait."""
        super().connection_made(transport)
        self._watch()

    def data_received(self, data: bytes) -> None:
        """Take what came."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Wait no more."""
        super().connection_lost(exc)
        self._rest()

    def _watch(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._rest()
        elif self._late is None:
            self._late = self.loop.call_later(HEAD_TIME, self.transport.close)

    def _rest(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None


def _listening(host: str, port: int) -> socket.socket:
    """A socket that listens at the first number that a host's name stands for."""
    family, _, _, _, number = socket.getaddrinfo(host or None, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[
        0
    ]
    return socket.create_server(number[:2], family=family, backlog=2048)
