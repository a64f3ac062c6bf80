"""Passwords -> hashes, and which passwords are taken (NIST SP 800-63B: length, no rules of composition, no expiry)."""

from __future__ import annotations

import contextlib
import re
import secrets
import threading
import unicodedata
from collections.abc import Iterator

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from accordingto.errors import AccountsError, WeakPassword

SHORTEST = 12
LONGEST = 1024
"""Characters; a longer one would only cost time."""
_ROWS = ("abcdefghijklmnopqrstuvwxyz", "qwertyuiopasdfghjklzxcvbnm", "qwertzuiopasdfghjklyxcvbnm", "01234567890")
_RUNS = (*_ROWS, *(row[::-1] for row in _ROWS))
_COMMON = ("password", "passwort", "letmein", "welcome", "iloveyou", "accordingto", "casebook", "changeme", "secret")
_PATIENCE = 5.0
"""So many seconds one who logs in waits for others: else a crowd at the door would stop those who are in."""
_LEAST_LEFT = 6
"""So many characters must be left of a password without what anybody would try first."""


class Passwords:
    """Hashes and checks passwords by argon2id, with the library's parameters (RFC 9106, the second choice there).

    Each hash takes 64 MiB, so no more than two are made at a time, however many people log in.
    """

    def __init__(self, hasher: PasswordHasher | None = None) -> None:
        self._hasher = hasher or PasswordHasher()
        self._turns = threading.BoundedSemaphore(2)
        self._nobody = self._hasher.hash(secrets.token_hex(16))

    def hash(self, password: str) -> str:
        """The hash that is kept of a password."""
        with self._turn():
            return self._hasher.hash(_bytes(password))

    def fits(self, kept: str | None, password: str) -> bool:
        """Whether a password is the one of a hash; for no hash, False after the same time."""
        if len(password) > LONGEST:
            return False
        with self._turn():
            try:
                self._hasher.verify(kept or self._nobody, _bytes(password))
            except (VerificationError, InvalidHashError):
                return False
        return kept is not None

    @contextlib.contextmanager
    def _turn(self) -> Iterator[None]:
        if not self._turns.acquire(timeout=_PATIENCE):
            raise AccountsError("too many people log in at once: try again in a minute")
        try:
            yield
        finally:
            self._turns.release()

    def outdated(self, kept: str) -> bool:
        """Whether a hash was made with other parameters than would be taken now."""
        return self._hasher.check_needs_rehash(kept)


def check_password(password: str, *, name: str) -> None:
    """Refuse a password that is too short or among the first that anybody would try: raises WeakPassword."""
    if len(password) < SHORTEST:
        raise WeakPassword(f"the password has {len(password)} characters: give {SHORTEST} or more, such as four words")
    if len(password) > LONGEST:
        raise WeakPassword(f"the password has {len(password):,} characters: give at most {LONGEST:,}")
    left = _plain(password).casefold()
    for known in (name.casefold(), *_COMMON):
        left = left.replace(known, "") if len(known) > 2 else left
    left = _without_runs(re.sub(r"(.{1,6}?)\1+", r"\1", left))
    if len(set(left)) < _LEAST_LEFT:
        raise WeakPassword("the password is among the first that would be guessed: take some words that only you know")


def _without_runs(text: str) -> str:
    """What is left where stretches along the alphabet, the digits or a keyboard's rows count as one character."""
    kept = [c for at, c in enumerate(text) if not any(text[max(0, at - 1) : at + 1] in run for run in _RUNS) or at == 0]
    return "".join(kept)


def _plain(password: str) -> str:
    """The password with each character in one form, however a keyboard composes it."""
    return unicodedata.normalize("NFKC", password)


def _bytes(password: str) -> bytes:
    return _plain(password).encode("utf-8", "surrogatepass")
