"""Errors as JSON: problem details (RFC 9457)."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus

import msgspec

PROBLEM = "application/problem+json"


def problem(status: int, detail: str, more: Mapping[str, object] | None = None) -> bytes:
    """What went wrong, with the next step in `detail`.

    >>> problem(404, "no such report")
    b'{"type":"about:blank","title":"Not Found","status":404,"detail":"no such report"}'
    """
    title = HTTPStatus(status).phrase
    return msgspec.json.encode(
        {"type": "about:blank", "title": title, "status": status, "detail": detail, **(more or {})}
    )
