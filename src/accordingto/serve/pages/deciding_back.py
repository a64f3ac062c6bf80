"""Where a form was opened -> the address on this workbench to go back to."""

from __future__ import annotations

import re
from typing import Any
from urllib.parse import urlsplit

from litestar.plugins.htmx import HTMXRequest

# A browser takes `//host` and `/\host` for another site, and drops tabs and line breaks before it looks.
_OWN = re.compile(r"/(?![/\\])[^\\\x00-\x20\x7f]*")


def back_of(request: HTMXRequest, given: str = "") -> str:
    """The address that `given` names, else the page that the request came from; "" where it is none of ours."""
    if given:
        return own(given)
    referer = request.headers.get("HX-Current-URL") or request.headers.get("Referer") or ""
    came = urlsplit(referer)
    if came.netloc != request.headers.get("Host"):
        return ""
    address = own(f"{came.path}?{came.query}" if came.query else came.path)
    return "" if address.startswith("/decide/") else address


def own(address: Any) -> str:  # noqa: ANN401  what a form sends can be anything
    """An address if it is a path on this workbench, else ""."""
    return address if isinstance(address, str) and _OWN.fullmatch(address) else ""
