"""The command `accordingto accounts`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from accordingto.cli.saying import say, shown

if TYPE_CHECKING:
    from accordingto.serve.accounts import Accounts
    from accordingto.serve.security.users import Role

_ROLES = ["reader", "reviewer", "admin"]

_file = click.argument("file", metavar="FILE")
_name = click.argument("name", metavar="NAME")


@click.group()
def accounts() -> None:
    """Say who may come into the workbench of a casebook.

    FILE is a casebook, whose accounts lie beside it in FILE.accounts, or such a file itself. It holds hashes, and only
    its owner can read it. What is changed holds at once, in a workbench that runs, too. Passwords are asked for, and
    never given on the command line.
    """


@accounts.command()
@_file
@_name
@click.option("--role", type=click.Choice(_ROLES), default="reviewer", show_default=True, help="What NAME may do.")
def add(file: str, *, name: str, role: Role) -> None:
    """Make an account: a reader looks, a reviewer also adds and decides, an admin also manages accounts."""
    book = _open(file)
    book.add(name, role, _password(name))
    say(f"{name} may come in as {role}")


@accounts.command("list")
@_file
def list_(file: str) -> None:
    """Show the accounts, and the tokens of each."""
    book = _open(file)
    for account in book:
        click.echo(shown(f"{account.name}\t{account.role}\tsince {account.made[:10]}"))
        for token in book.tokens(account.name):
            click.echo(shown(f"  token {token.id}\t{token.label}\tuntil {token.expires[:10]}"))


@accounts.command()
@_file
@_name
def remove(file: str, *, name: str) -> None:
    """Take an account away, with its sessions and tokens; what NAME decided keeps the name."""
    book = _open(file)
    book.remove(name)
    say(f"{name} is removed" + ("" if len(book) else "; without accounts whoever uses this machine may do everything"))


@accounts.command()
@_file
@_name
def passwd(file: str, *, name: str) -> None:
    """Give an account another password; its sessions and tokens end."""
    book = _open(file)
    book.set_password(name, _password(name))
    say(f"the password of {name} is changed")


@accounts.command()
@_file
@_name
@click.option("--role", type=click.Choice(_ROLES), required=True, help="What NAME may do.")
def role(file: str, *, name: str, role: Role) -> None:
    """Give an account another role."""
    _open(file).set_role(name, role)
    say(f"{name} is now {role}")


@accounts.command()
@_file
@_name
@click.option("--for", "label", default="token", show_default=True, metavar="PURPOSE", help="What it is for.")
@click.option("--days", type=click.IntRange(1, 3650), default=90, show_default=True, help="How long it holds.")
@click.option("--end", metavar="ID", help="End the token with this id instead; `list` shows the ids.")
def token(file: str, *, name: str, label: str, days: int, end: str | None) -> None:
    """Make a token with which a program uses the API as NAME. It is shown once."""
    book = _open(file)
    if end is not None:
        book.end_token(name, end)
        say(f"the token {end} has ended")
    else:
        click.echo(book.make_token(name, label=" ".join(label.split())[:80], days=days))


def _open(file: str) -> Accounts:
    from accordingto.serve.accounts import Accounts, accounts_file  # noqa: PLC0415  loads what `--help` does not need

    if not file:
        raise click.UsageError("the file's name is empty (an unset variable of the shell?)")
    return Accounts(accounts_file(file))


def _password(name: str) -> str:
    return str(click.prompt(f"Password of {shown(name)}", hide_input=True, confirmation_prompt="Once more", err=True))
