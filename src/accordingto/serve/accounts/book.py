"""A file of accounts <-> accounts and tokens."""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
import threading
import time
import unicodedata
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec
from msgspec.structs import replace

from accordingto.errors import AccountsError
from accordingto.records.base import Record
from accordingto.serve.accounts.passwords import Passwords, check_password
from accordingto.serve.security.users import Role, User

SUFFIX = ".accounts"
_PREFIX = "accordingto_"
"""What each token begins with, so that programs that look for lost secrets know one."""
_WAIT = 5.0
"""So many seconds one change waits for another."""


class Account(Record, frozen=True, kw_only=True):
    """One account. `password` is a hash; `stamp` is another whenever all sessions of the account are to end."""

    name: str
    role: Role
    password: str
    stamp: str
    made: str

    @property
    def user(self) -> User:
        """Whom the account stands for."""
        return User(name=self.name, role=self.role)


class Token(Record, frozen=True, kw_only=True):
    """A key for programs, for the time until `expires` (ISO 8601, UTC); only its sha256 is kept."""

    id: str
    account: str
    sha256: str
    label: str
    made: str
    expires: str


class _Kept(Record, frozen=True, kw_only=True):
    version: int = 1
    accounts: tuple[Account, ...] = ()
    tokens: tuple[Token, ...] = ()


class Accounts:
    """The accounts in a file that only its owner can read; what another program changes in it holds at once.

    A missing file is one without accounts. Raises AccountsError where the file cannot be read as one of accounts.
    """

    def __init__(self, path: Path, passwords: Passwords | None = None) -> None:
        self.path = path
        self.passwords = passwords or Passwords()
        self._lock = threading.Lock()
        self._seen: tuple[int, ...] | None = None
        self._kept = _Kept()
        self._read()

    # ------------------------------------------------------------------------------------------------------ looking

    def __iter__(self) -> Iterator[Account]:
        return iter(self._read().accounts)

    def __len__(self) -> int:
        return len(self._read().accounts)

    def get(self, name: str) -> Account | None:
        """The account of a name, in whatever letters it is written; None where there is none."""
        return next((a for a in self if key(a.name) == key(name)), None)

    def admins(self) -> int:
        """How many accounts may manage accounts."""
        return sum(account.role == "admin" for account in self)

    def tokens(self, name: str) -> tuple[Token, ...]:
        """The tokens of an account, those that are over included."""
        return tuple(t for t in self._read().tokens if key(t.account) == key(name))

    def check(self, name: str, password: str) -> Account | None:
        """The account, if the password is its; takes as long for a name that is not there.

        A hash that was made with older parameters is made anew.
        """
        account = self.get(name)
        if not self.passwords.fits(account.password if account else None, password) or account is None:
            return None
        if self.passwords.outdated(account.password):
            fresh = self.passwords.hash(password)
            self._change(lambda k: _with(k, replace(_known(k, name), password=fresh)))
        return account

    def of_token(self, token: str) -> Account | None:
        """The account that a token stands for, None for one that is unknown or over."""
        digest = _digest(token)
        now = _now()
        found = next((t for t in self._read().tokens if t.sha256 == digest and now < t.expires), None)
        return self.get(found.account) if found else None

    # ----------------------------------------------------------------------------------------------------- changing

    def add(self, name: str, role: Role, password: str) -> Account:
        """A new account; raises AccountsError for a name that is taken or none, WeakPassword for the password."""
        _check_name(name)
        check_password(password, name=name)
        account = Account(name=name, role=role, password=self.passwords.hash(password), stamp=_mark(), made=_now())

        def added(kept: _Kept) -> _Kept:
            if any(key(a.name) == key(name) for a in kept.accounts):
                raise AccountsError(f"there is an account {name!r} already: take another name, or change its password")
            return replace(kept, accounts=(*kept.accounts, account))

        self._change(added)
        return account

    def remove(self, name: str) -> None:
        """Take an account and its tokens away."""

        def removed(kept: _Kept) -> _Kept:
            gone = _known(kept, name)
            left = tuple(a for a in kept.accounts if a is not gone)
            _check_managed(left)
            return replace(kept, accounts=left, tokens=_others(kept, gone.name))

        self._change(removed)

    def set_password(self, name: str, password: str) -> None:
        """Give an account another password; its sessions and tokens end."""
        check_password(password, name=name)
        fresh = self.passwords.hash(password)

        def changed(kept: _Kept) -> _Kept:
            account = replace(_known(kept, name), password=fresh, stamp=_mark())
            return replace(_with(kept, account), tokens=_others(kept, account.name))

        self._change(changed)

    def set_role(self, name: str, role: Role) -> None:
        """Give an account another role, which holds from its next request."""

        def changed(kept: _Kept) -> _Kept:
            after = _with(kept, replace(_known(kept, name), role=role))
            _check_managed(after.accounts)
            return after

        self._change(changed)

    def make_token(self, name: str, *, label: str, days: int) -> str:
        """A new token of an account, which is told only now."""
        token = _PREFIX + secrets.token_urlsafe(32)
        expires = (datetime.now(UTC) + timedelta(days=days)).isoformat(timespec="seconds")

        def made(kept: _Kept) -> _Kept:
            account = _known(kept, name)
            one = Token(
                id=_mark()[:8], account=account.name, sha256=_digest(token), label=label, made=_now(), expires=expires
            )
            return replace(kept, tokens=(*kept.tokens, one))

        self._change(made)
        return token

    def end_token(self, name: str, id_: str) -> None:
        """End a token of an account."""

        def ended(kept: _Kept) -> _Kept:
            left = tuple(t for t in kept.tokens if t.id != id_ or key(t.account) != key(name))
            if len(left) == len(kept.tokens):
                raise AccountsError(f"{name} has no token {id_!r}: look at the list of tokens for its id")
            return replace(kept, tokens=left)

        self._change(ended)

    # --------------------------------------------------------------------------------------------------- the file

    def _read(self) -> _Kept:
        """What the file holds; it is read again only when it has become another."""
        try:
            stat = self.path.stat()
        except FileNotFoundError:
            self._seen, self._kept = None, _Kept()
            return self._kept
        seen = (stat.st_ino, stat.st_mtime_ns, stat.st_size)
        if seen != self._seen:
            try:
                self._kept = msgspec.json.decode(self.path.read_bytes(), type=_Kept)
            except (OSError, msgspec.DecodeError, ValueError) as error:
                raise AccountsError(f"{self.path}: cannot be read as accounts ({error}): take a copy of it") from None
            self._seen = seen
        return self._kept

    def _change(self, change: Callable[[_Kept], _Kept]) -> None:
        """Change the file, or leave it as it was; whoever reads it meanwhile sees one or the other."""
        new = self.path.with_name(self.path.name + ".new")
        with self._lock, _made(new) as file:
            content = msgspec.json.format(msgspec.json.encode(change(self._read())), indent=1)
            os.write(file, content + b"\n")
            os.fsync(file)
            new.replace(self.path)


def accounts_file(casebook: str) -> Path:
    """Where the accounts of a casebook lie: beside it. A name that ends in `.accounts` is such a file itself."""
    if "://" in casebook:
        raise AccountsError(f"a casebook in a database has no file beside it: name one, such as desk{SUFFIX}")
    return Path(casebook if casebook.endswith(SUFFIX) else casebook + SUFFIX)


def key(name: str) -> str:
    """A name as it is compared: two that look alike in another case are one."""
    return unicodedata.normalize("NFKC", name).casefold()


@contextlib.contextmanager
def _made(path: Path) -> Iterator[int]:
    """A new file that only its owner can read; whoever makes it first has the turn, the others wait."""
    until = time.monotonic() + _WAIT
    while (file := _new(path)) is None:
        if time.monotonic() > until:
            raise AccountsError(
                f"{path}: another program is changing the accounts: wait for it, or delete this file if none is"
            )
        time.sleep(0.05)
    try:
        yield file
    except BaseException:
        path.unlink()
        raise
    finally:
        os.close(file)


def _new(path: Path) -> int | None:
    try:
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return None


def _check_name(name: str) -> None:
    plain = " ".join(name.split())
    if not 1 <= len(name) <= 64 or name != plain or not name.isprintable() or "/" in name:
        raise AccountsError(f"{name!r} is no name for an account: give 1 to 64 letters, without line breaks or /")


def _check_managed(accounts: tuple[Account, ...]) -> None:
    if accounts and not any(a.role == "admin" for a in accounts):
        raise AccountsError("nobody could manage the accounts then: make another admin first")


def _known(kept: _Kept, name: str) -> Account:
    found = next((a for a in kept.accounts if key(a.name) == key(name)), None)
    if found is None:
        raise AccountsError(f"there is no account {name!r}: `accordingto accounts list` shows those there are")
    return found


def _with(kept: _Kept, account: Account) -> _Kept:
    return replace(kept, accounts=tuple(account if a.name == account.name else a for a in kept.accounts))


def _others(kept: _Kept, name: str) -> tuple[Token, ...]:
    return tuple(t for t in kept.tokens if t.account != name)


def _digest(token: str) -> str:
    return hashlib.sha256(token.encode("utf-8", "surrogateescape")).hexdigest()


def _mark() -> str:
    return secrets.token_hex(8)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
