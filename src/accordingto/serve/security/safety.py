"""How a workbench is guarded: one record, made where it is started."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field

from accordingto.serve.accounts import Accounts
from accordingto.serve.security.attempts import Attempts
from accordingto.serve.security.log import WriteLog
from accordingto.serve.security.sessions import Sessions

BODY = 1_000_000
"""Bytes that a request may have which is no upload."""
UPLOAD = 51_000_000
"""Bytes that an upload may have: the largest report (`accordingto.read`) and the form around it.

A handler takes so much with `request_max_body_size=UPLOAD`."""


class Door:
    """Where people log in: the accounts, who is in, and how often somebody failed."""

    def __init__(self, accounts: Accounts) -> None:
        self.accounts, self.sessions, self.attempts = accounts, Sessions(accounts), Attempts()


@dataclass(frozen=True, kw_only=True)
class Safety:
    """What stands between the workbench and those who reach it.

    Without a `door` whoever reaches it is its admin: so it must be reached from its own machine only. `hosts` are names
    that it answers to besides those of loopback. `secure` says that it is reached by https.

    The names of cookies go by a `mark` of this run: a browser keeps the cookies of one host for all its ports and over
    a restart, and those of another workbench must not be taken for forged ones of this.
    """

    door: Door | None = None
    hosts: frozenset[str] = frozenset()
    secure: bool = False
    log: WriteLog = field(default_factory=WriteLog)
    mark: str = field(default_factory=lambda: secrets.token_hex(4))

    def cookie(self, kind: str) -> str:
        """The name of the cookie for `kind`; by https one that no other host can plant (RFC 6265bis, 4.1.3.2)."""
        return f"{'__Host-' if self.secure else ''}{kind}-{self.mark}"
