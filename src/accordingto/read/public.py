"""An address of the web -> where to connect, if that is a place of the public internet.

A program that fetches what others name must not be led to the machines around it. So a host's name is resolved once,
every number that it stands for must be public, and the connection goes to the number that was looked at: a name that
changes its number between the look and the connection gains nothing.
"""

from __future__ import annotations

import ipaddress
import re
import socket
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from accordingto.errors import AddressRefused, Unreachable

Number = ipaddress.IPv4Address | ipaddress.IPv6Address
Resolve = Callable[[str, int], Iterable[str]]
"""Host and port -> its numbers, written out."""

_UNCLEAN = re.compile(r"[\x00-\x20\x7f\\]")
# Not of the public internet, or leading to places that are not, whatever this version of `ipaddress` says of them.
_NOT_PUBLIC = tuple(
    ipaddress.ip_network(net)
    for net in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3", "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
    )
)  # fmt: skip
_GLOBAL_UNICAST = ipaddress.ip_network("2000::/3")
"""All that is handed out of IPv6 (RFC 4291, 2.4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an address leads: its parts, and the number to connect to."""

    address: str
    secure: bool
    host: str
    port: int
    target: str
    number: str


def is_public(number: Number) -> bool:
    """Whether a number is one of the public internet: no loopback, private, link-local, multicast or reserved one."""
    inner = number.ipv4_mapped if isinstance(number, ipaddress.IPv6Address) else None
    if inner is not None:
        return is_public(inner)
    if number.version == 6 and number not in _GLOBAL_UNICAST:
        return False
    return number.is_global and not any(number in net for net in _NOT_PUBLIC if net.version == number.version)


def numbers_of(host: str, port: int) -> list[str]:
    """The numbers that the system gives for a host's name, in its order."""
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


def place(address: str, *, resolve: Resolve = numbers_of, allowed: Collection[Number] = ()) -> Place:
    """Where `address` leads.

    `allowed` are numbers that are taken although they are not public. Raises AddressRefused for an address that is not
    http or https, that carries a name and password, or whose host stands for any number that is not public; and
    Unreachable for a host that nobody knows.
    """
    scheme, host, port, target = _parts(address)
    try:
        found = list(dict.fromkeys(resolve(host, port)))
    except (OSError, UnicodeError) as error:
        reason = (error.strerror if isinstance(error, OSError) else None) or error
        raise Unreachable(address, f"its host {host} cannot be found ({reason}): check the name and the net") from None
    if not found:
        raise Unreachable(address, f"its host {host} has no number: check the name")
    for written in found:
        number = ipaddress.ip_address(written.partition("%")[0])
        if number not in allowed and not is_public(number):
            raise AddressRefused(
                address, f"leads to {number}, which is not of the public internet: save the page, then give its file"
            )
    return Place(address=address, secure=scheme == "https", host=host, port=port, target=target, number=found[0])


def _parts(address: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and what is asked for there."""
    if _UNCLEAN.search(address):
        raise AddressRefused(address, "has white space, a control character or a backslash in it: write it plainly")
    try:
        parts = urlsplit(address)
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise AddressRefused(address, f"is no address ({error}): write it as https://host/path") from None
    if parts.scheme not in {"http", "https"}:
        raise AddressRefused(address, f"is {parts.scheme or 'nothing'}:, and only http and https are fetched")
    if not host:
        raise AddressRefused(address, "names no host: write it as https://host/path")
    if parts.username is not None or parts.password is not None:
        raise AddressRefused(address, "carries a name or password: give it without")
    try:
        host = host.encode("idna").decode() if not host.isascii() else host
    except UnicodeError:
        raise AddressRefused(address, f"its host {host!r} is no name of the net: check it") from None
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return parts.scheme, host, port or (443 if parts.scheme == "https" else 80), _ascii(target)


def _ascii(target: str) -> str:
    """A request's target with what lies beyond ASCII written in percent."""
    return "".join(c if c.isascii() else "".join(f"%{b:02X}" for b in c.encode()) for c in target)
