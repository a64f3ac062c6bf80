"""Only our own pages write: every request that changes something carries the token that its page was given.

A plain form carries it as a field (`{{ csrf_input }}` in a template), HTMX as a header (set once, on `body`).
"""

from __future__ import annotations

import hashlib
import secrets

from litestar.config.csrf import CSRFConfig

HEADER = "x-csrftoken"
COOKIE = "csrf"


def csrf(*, secure: bool) -> CSRFConfig:
    """Tokens that hold as long as the server runs; `secure` where it is reached by https.

    The cookie's name goes by the secret: a browser keeps cookies of one host for all ports and over a restart, and one
    that was signed with another secret would be taken for a forgery.
    """
    secret = secrets.token_hex(32)
    mark = hashlib.sha256(secret.encode()).hexdigest()[:8]
    return CSRFConfig(
        secret=secret,
        cookie_name=f"{'__Host-' if secure else ''}{COOKIE}-{mark}",
        header_name=HEADER,
        cookie_secure=secure,
        cookie_httponly=True,
        cookie_samesite="lax",  # with strict, who comes by a link would be given another, and open pages be cut off
    )
