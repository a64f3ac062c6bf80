"""How a workbench is to be reached -> how it is guarded, or why it is not started so."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from accordingto.errors import AccountsError
from accordingto.serve.accounts import Accounts, accounts_file
from accordingto.serve.security.hosts import host_of, is_loopback
from accordingto.serve.security.log import WriteLog
from accordingto.serve.security.safety import Door, Safety


def safety_of(
    casebook: str,
    *,
    host: str,
    accounts: Path | None = None,
    allowed: Sequence[str] = (),
    proxies: Sequence[str] = (),
    tls: bool = False,
    log: Path | None = None,
) -> Safety:
    """The guard of a workbench that listens at `host`, behind `proxies`, by `tls` or not.

    Accounts are those in `accounts`, else those beside the casebook, if there are any. Raises AccountsError where it
    could be reached from other machines and nobody could manage accounts, and where `accounts` has none.
    """
    book = _accounts(casebook, accounts)
    if (proxies or not is_loopback(host)) and (book is None or not book.admins()):
        reached = "behind a proxy" if is_loopback(host) else f"at {host!r}"
        name = accounts or (f"FILE{'.accounts'}" if "://" in casebook else casebook)
        raise AccountsError(
            f"{reached} the workbench could be reached from other machines, and there is no admin account: make one "
            f"with `accordingto accounts add {name} NAME --role admin`, or leave --host and --proxy out"
        )
    return Safety(
        door=Door(book) if book else None,
        hosts=frozenset(_host(name) for name in (host, *allowed)),
        secure=tls or bool(proxies),
        log=WriteLog(log),
    )


def warning(*, host: str, proxies: Sequence[str], tls: bool) -> str | None:
    """What whoever starts the workbench must know, None where there is nothing."""
    if tls or proxies or is_loopback(host):
        return None
    return (
        "passwords and reports cross the network unencrypted: whoever is on it can read them; give --certfile and "
        "--keyfile, or put a proxy with TLS before it (--proxy)"
    )


def _accounts(casebook: str, given: Path | None) -> Accounts | None:
    if given is None:
        if "://" in casebook:
            return None
        book = Accounts(accounts_file(casebook))
        return book if len(book) else None
    book = Accounts(given)
    if not len(book):
        raise AccountsError(f"{given}: has no accounts: make one with `accordingto accounts add {given} NAME`")
    return book


def _host(name: str) -> str:
    found = host_of(f"[{name}]" if name.count(":") > 1 and not name.startswith("[") else name)
    return found or name.lower()
