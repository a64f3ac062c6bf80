"""An address -> the WARC record of what its server sent.

The only module that opens a connection, and only for an address that the user gave or that a feed which the user gave
links to. What may be fetched is settled in `public`; robots.txt is honoured (RFC 9309), as is the delay it asks for.
Python's own http.client is used, since here the program itself must choose the number to connect to.
"""

from __future__ import annotations

import contextlib
import http.client
import io
import socket
import ssl
import threading
import time
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from importlib.metadata import version
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from accordingto.errors import ReadError, RobotsForbid, TooLarge, Unreachable
from accordingto.read.inputs import SIZE_LIMIT
from accordingto.read.public import Number, Place, Resolve, numbers_of, place

if TYPE_CHECKING:
    from protego import Protego

_MOVED = frozenset({301, 302, 303, 307, 308})
_ROBOTS_SIZE = 500 * 1024
"""So much of a robots.txt is read, as RFC 9309 says in 2.5."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How much one address may cost: bytes, seconds for each of connecting and answering, redirects.

    `pause` are the seconds between two requests to one host, `longest_pause` the most that its robots.txt can ask for.
    """

    size: int = SIZE_LIMIT
    connect: float = 10.0
    whole: float = 60.0
    redirects: int = 5
    pause: float = 1.0
    longest_pause: float = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server sent: its status, its headers, and the body's bytes as they came."""

    status: int
    reason: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    def header(self, name: str) -> str | None:
        """The first header of that name."""
        return next((value for key, value in self.headers if key.lower() == name), None)


class Fetcher:
    """Fetches addresses one after the other; keeps each site's robots.txt and the time of its last request.

    `resolve` gives a host's numbers, `allowed` are numbers that are taken although they are not public, `context` says
    which certificates are trusted, by default the system's.
    """

    def __init__(
        self,
        *,
        limits: Limits = Limits(),
        resolve: Resolve = numbers_of,
        allowed: Collection[Number] = (),
        context: ssl.SSLContext | None = None,
    ) -> None:
        self.limits = limits
        self.agent = f"accordingto/{version('accordingto')} (reads news reports; honours robots.txt)"
        self._resolve = resolve
        self._allowed = allowed
        self._context = context
        self._robots: dict[tuple[bool, str, int], Protego] = {}
        self._asked: dict[str, float] = {}

    def fetch(self, address: str) -> tuple[str, bytes]:
        """The address that answered in the end, and the WARC record (gzipped) of its answer.

        Raises AddressRefused, RobotsForbid, TooLarge, or Unreachable for whatever gives no page.
        """
        now = address
        for _ in range(self.limits.redirects + 1):
            answer = self._page(now)
            target = answer.header("location")
            if answer.status not in _MOVED or target is None:
                break
            now = urljoin(now, target)
        else:
            raise Unreachable(address, f"leads on more than {self.limits.redirects} times: give its last address")
        if answer.status != http.client.OK:
            raise Unreachable(address, f"its server answered {answer.status} {answer.reason}: look at it in a browser")
        return now, _record(now, answer)

    def _page(self, address: str) -> Answer:
        """One answer, with every check: a redirect is an address like any other."""
        where = self._place(address)
        rules = self._rules(where)
        if not rules.can_fetch(address, self.agent):
            raise RobotsForbid(address, "its site asks programs not to fetch it (robots.txt): save the page yourself")
        asked = rules.crawl_delay(self.agent) or 0.0
        self._wait(where.host, min(max(asked, self.limits.pause), self.limits.longest_pause))
        return self._ask(where, self.limits.size)

    def _place(self, address: str) -> Place:
        return place(address, resolve=self._resolve, allowed=self._allowed)

    def _rules(self, where: Place) -> Protego:
        """The site's robots.txt: one that is not there allows all, one that cannot be had forbids all."""
        from protego import Protego  # noqa: PLC0415  who reads one report must not wait for it

        site = (where.secure, where.host, where.port)
        if site not in self._robots:
            self._robots[site] = Protego.parse(self._robots_text(where))
        return self._robots[site]

    def _robots_text(self, where: Place) -> str:
        now = urljoin(where.address, "/robots.txt")
        try:
            answer = self._ask(self._place(now), _ROBOTS_SIZE, cut=True)
            for _ in range(self.limits.redirects):
                target = answer.header("location")
                if answer.status not in _MOVED or target is None:
                    break
                now = urljoin(now, target)
                answer = self._ask(self._place(now), _ROBOTS_SIZE, cut=True)
        except Unreachable as error:
            raise Unreachable(where.address, f"its site's robots.txt cannot be had ({error.message})") from None
        if answer.status == http.client.OK:
            return answer.body.decode("utf-8", "replace")
        if 400 <= answer.status < 500 or answer.status in _MOVED:
            return ""
        raise Unreachable(
            where.address, f"its site's robots.txt cannot be had (its server answered {answer.status}): try later"
        )

    def _wait(self, host: str, pause: float) -> None:
        last = self._asked.get(host)
        if last is not None:
            time.sleep(max(0.0, last + pause - time.monotonic()))
        self._asked[host] = time.monotonic()

    def _ask(self, where: Place, limit: int, *, cut: bool = False) -> Answer:
        """One request. A body over `limit` is cut there if `cut`, else TooLarge."""
        try:
            with self._connection(where) as connection:
                connection.request("GET", where.target, headers=self._headers(where))
                return _answer(connection.getresponse(), where.address, limit, cut=cut)
        except ssl.SSLError as error:
            raise Unreachable(where.address, f"its certificate is not trusted or its TLS fails ({error})") from None
        except (OSError, http.client.HTTPException) as error:
            reason = (error.strerror if isinstance(error, OSError) else None) or str(error) or type(error).__name__
            raise Unreachable(where.address, f"gave no answer ({reason}): try later") from None

    def _headers(self, where: Place) -> dict[str, str]:
        usual = where.port == (443 if where.secure else 80)
        host = f"[{where.host}]" if ":" in where.host else where.host
        return {
            "Host": host if usual else f"{host}:{where.port}",
            "User-Agent": self.agent,
            "Accept": "text/html, application/xhtml+xml, application/pdf, text/plain, application/rss+xml, "
            "application/atom+xml, application/xml;q=0.9, */*;q=0.5",
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }

    @contextlib.contextmanager
    def _connection(self, where: Place) -> Iterator[http.client.HTTPConnection]:
        """A connection to the number that was looked at, which ends when its time is up, however slowly bytes drip."""
        raw = socket.create_connection((where.number, where.port), timeout=self.limits.connect)
        late = threading.Event()

        def end() -> None:
            late.set()
            with contextlib.suppress(OSError):
                raw.shutdown(socket.SHUT_RDWR)

        timer = threading.Timer(self.limits.whole, end)
        timer.daemon = True
        timer.start()
        # Python closes the plain socket when it is wrapped: a copy of it can still be shut down.
        connection = http.client.HTTPConnection(where.host, where.port, timeout=self.limits.connect)
        try:
            if where.secure:
                watched, raw = raw, raw.dup()
                connection.sock = (self._context or ssl.create_default_context()).wrap_socket(
                    watched, server_hostname=where.host
                )
            else:
                connection.sock = raw
            yield connection
        except (OSError, http.client.HTTPException, ReadError):
            if not late.is_set():
                raise
        finally:
            timer.cancel()
            connection.close()
            raw.close()
        if late.is_set():
            raise Unreachable(where.address, f"took longer than {self.limits.whole:g} seconds: save the page yourself")


def _answer(response: http.client.HTTPResponse, address: str, limit: int, *, cut: bool) -> Answer:
    headers = tuple((name, value) for name, value in response.getheaders())
    parts: list[bytes] = []
    size = 0
    while size <= limit and (part := response.read1(1 << 16)):
        parts.append(part)
        size += len(part)
    if size > limit and not cut:
        raise TooLarge(address, f"has more than {limit:,} bytes, and must be under them: save and split it")
    if response.length:  # what the server announced and did not send
        raise Unreachable(address, f"broke off after {size:,} bytes: try later")
    return Answer(status=response.status, reason=response.reason, headers=headers, body=b"".join(parts)[:limit])


def _record(address: str, answer: Answer) -> bytes:
    """The answer as a WARC response record, gzipped."""
    from warcio.statusandheaders import StatusAndHeaders  # noqa: PLC0415  who reads one report must not wait for it
    from warcio.warcwriter import BufferWARCWriter  # noqa: PLC0415

    # The body came in chunks and was put together: its header would now be untrue, and keeps its name for archives.
    headers = [
        (f"X-Archive-Orig-{name}" if name.lower() == "transfer-encoding" else name, value)
        for name, value in answer.headers
    ]
    writer = BufferWARCWriter(gzip=True)
    writer.write_record(
        writer.create_warc_record(
            address,
            "response",
            payload=io.BytesIO(answer.body),
            http_headers=StatusAndHeaders(f"{answer.status} {answer.reason}", headers, protocol="HTTP/1.1"),
        )
    )
    return bytes(writer.get_contents())
