"""Who is logged in: a random number in a cookie, and what the server knows of it.

Litestar's own sessions are not used: they take any number that a browser brings, so that who plants one knows it later,
and they keep one for each visitor. Here a session begins with a login and at no other time.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from accordingto.serve.accounts import Account, Accounts

IDLE = 2 * 3600.0
WHOLE = 12 * 3600.0
"""Seconds after which a session ends: without a request, and in any case."""
PER_ACCOUNT = 10
"""So many sessions one account has at most; the oldest ends."""


@dataclass(slots=True)
class _Session:
    account: str
    stamp: str
    began: float
    seen: float


class Sessions:
    """The sessions of a running server. They are kept in memory: all end with the server."""

    def __init__(self, accounts: Accounts, clock: Callable[[], float] = time.monotonic) -> None:
        self._accounts, self._clock = accounts, clock
        self._lock = threading.Lock()
        self._open: dict[str, _Session] = {}

    def begin(self, account: Account) -> str:
        """A new session of an account; its number is for the cookie and stands nowhere else."""
        number, now = secrets.token_urlsafe(32), self._clock()
        with self._lock:
            self._open = {k: s for k, s in self._open.items() if not self._over(s, now)}
            mine = [k for k, s in self._open.items() if s.account == account.name]
            for old in mine[: max(0, len(mine) - PER_ACCOUNT + 1)]:
                del self._open[old]
            self._open[_digest(number)] = _Session(account.name, account.stamp, began=now, seen=now)
        return number

    def account(self, number: str) -> Account | None:
        """Whose session this is; None where it is none, or over, or the account's password has changed since."""
        digest, now = _digest(number), self._clock()
        with self._lock:
            session = self._open.get(digest)
            if session is None:
                return None
            account = self._accounts.get(session.account)
            if account is None or account.stamp != session.stamp or self._over(session, now):
                del self._open[digest]
                return None
            session.seen = now
            return account

    def end(self, number: str) -> None:
        """End one session; what is none changes nothing."""
        with self._lock:
            self._open.pop(_digest(number), None)

    def __len__(self) -> int:
        return len(self._open)

    @staticmethod
    def _over(session: _Session, now: float) -> bool:
        return now - session.seen > IDLE or now - session.began > WHOLE


def _digest(number: str) -> str:
    return hashlib.sha256(number.encode("utf-8", "surrogateescape")).hexdigest()
