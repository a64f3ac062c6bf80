"""Which names the workbench answers to, and whether a request that writes comes from its own pages.

A page elsewhere can have its own name lead to 127.0.0.1 and so read what is served there (DNS rebinding); the browser
then sends that name as the host. And it can send forms here; the browser then names where they come from.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Iterable
from urllib.parse import urlsplit

from litestar.datastructures import Headers

from accordingto.report.wording import visible_controls

LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_HOST = re.compile(r"\[([0-9a-f:.]+)\](?::\d{1,5})?|([0-9a-z._-]+)(?::\d{1,5})?", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def is_loopback(host: str) -> bool:
    """Whether only this machine reaches what listens at `host`."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def host_of(header: str) -> str | None:
    """The host that a Host header names, without its port; None where it names none."""
    found = _HOST.fullmatch(header)
    return (found.group(1) or found.group(2)).lower().rstrip(".") if found else None


def wrong_host(headers: Headers, allowed: Iterable[str], reached: str | None) -> str | None:
    """Why a request is not answered that asks for another host, None where it may be.

    Allowed are the names of loopback, those `allowed`, and the number (`reached`) that the connection came to: no name
    leads there, so nobody can have chosen it.
    """
    given = headers.getall("host", [])
    host = host_of(given[0]) if len(given) == 1 else None
    if host is not None and (host in LOOPBACK or host in allowed or (host == reached and _is_number(host))):
        return None
    named = visible_controls(host or (given[0] if given else "none"))[:100]
    return f"The workbench does not answer to this host: {named}. If it should, start it with --allow-host {named}"


def wrong_origin(headers: Headers, scheme: str) -> str | None:
    """Why a request that writes is taken for one of another site; None where it is not.

    What is no browser names no origin, and is stopped by the token it lacks or let in by the one it has.
    """
    origin = headers.get("origin")
    if origin is None:
        site = headers.get("sec-fetch-site", "none")
        return None if site in {"same-origin", "none"} else "This came from another site, which cannot write here."
    from_site = _site(origin)
    if from_site is not None and from_site == _site(f"{scheme}://{headers.get('host', '')}"):
        return None
    return (
        f"This came from {visible_controls(origin)[:100]}, which cannot write here. If that is the workbench itself, "
        "its proxy must pass on Host and X-Forwarded-Proto, and be named with --proxy."
    )


def _site(origin: str) -> tuple[str, str, int] | None:
    try:
        parts = urlsplit(origin)
        port = parts.port
    except ValueError:
        return None
    if parts.scheme not in _PORTS or not parts.hostname:
        return None
    return parts.scheme, parts.hostname.rstrip("."), port or _PORTS[parts.scheme]


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True
