"""Starting: what can be reached from elsewhere needs somebody who lets people in."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from accordingto.cli.main import commands
from accordingto.errors import AccountsError
from accordingto.serve.accounts import Accounts
from accordingto.serve.security.hosts import is_loopback
from accordingto.serve.starting import safety_of, warning

PASSWORD = "harbour lamp tuesday moss"


@pytest.fixture
def casebook_name(tmp_path):
    return str(tmp_path / "cases.db")


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.168.1.5", "desk.example", "fe80::1", "localhost.example"])
def test_another_host_needs_an_admin(casebook_name, host):
    """Without one the workbench does not start there, and says how to make one."""
    with pytest.raises(AccountsError, match=r"accounts add .* --role admin"):
        safety_of(casebook_name, host=host)


def test_a_proxy_needs_an_admin(casebook_name):
    """What listens on loopback behind a proxy is reached from elsewhere."""
    with pytest.raises(AccountsError, match="behind a proxy"):
        safety_of(casebook_name, host="127.0.0.1", proxies=["127.0.0.1"])


def test_accounts_without_an_admin_are_not_enough(casebook_name, quick):
    """Somebody must be able to take an account away."""
    Accounts(Path(casebook_name + ".accounts"), quick).add("Ada", "reviewer", PASSWORD)
    with pytest.raises(AccountsError, match="no admin account"):
        safety_of(casebook_name, host="0.0.0.0")


@pytest.mark.parametrize("host", ["127.0.0.1", "::1", "localhost", "127.5.5.5"])
def test_this_machine_needs_none(casebook_name, host):
    """On loopback there may be no accounts."""
    assert is_loopback(host)
    assert safety_of(casebook_name, host=host).door is None


def test_accounts_that_are_there_count(casebook_name, quick):
    """Those beside the casebook, on loopback, too: nobody is let in unasked because of the address."""
    Accounts(Path(casebook_name + ".accounts"), quick).add("Ada", "admin", PASSWORD)
    assert safety_of(casebook_name, host="127.0.0.1").door is not None
    assert "desk.example" in safety_of(casebook_name, host="0.0.0.0", allowed=["DESK.example:80"]).hosts


def test_accounts_that_are_named_must_be_there(casebook_name, tmp_path):
    """A mistyped name is not taken for a workbench without accounts."""
    with pytest.raises(AccountsError, match="has no accounts"):
        safety_of(casebook_name, host="127.0.0.1", accounts=tmp_path / "typo.accounts")


def test_whoever_serves_without_tls_is_warned():
    """In plain words, and only where it is so."""
    assert "unencrypted" in warning(host="0.0.0.0", proxies=[], tls=False)
    assert warning(host="0.0.0.0", proxies=[], tls=True) is None
    assert warning(host="127.0.0.1", proxies=[], tls=False) is None


def test_cookies_are_for_https_where_there_is_https(casebook_name, quick):
    """By TLS of its own or a proxy's."""
    Accounts(Path(casebook_name + ".accounts"), quick).add("Ada", "admin", PASSWORD)
    assert safety_of(casebook_name, host="127.0.0.1", proxies=["127.0.0.1"]).secure
    assert safety_of(casebook_name, host="127.0.0.1", tls=True).secure
    assert not safety_of(casebook_name, host="127.0.0.1").secure


def run(*arguments, given=""):
    return CliRunner().invoke(commands, ["accounts", *arguments], input=given, catch_exceptions=True)


def test_the_command_manages_accounts(casebook_name):
    """Add, list, role, passwd, token and remove; the password is asked for twice and shown nowhere."""
    done = run("add", casebook_name, "Ada", "--role", "admin", given=f"{PASSWORD}\n{PASSWORD}\n")
    assert done.exit_code == 0
    assert PASSWORD not in done.output
    assert run("add", casebook_name, "Bert", given=f"{PASSWORD}\n{PASSWORD}\n").exit_code == 0
    assert run("role", casebook_name, "Bert", "--role", "reader").exit_code == 0
    assert run("passwd", casebook_name, "Bert", given=f"{PASSWORD} 2\n{PASSWORD} 2\n").exit_code == 0
    token = run("token", casebook_name, "Bert", "--for", "script").stdout.strip()
    book = Accounts(Path(casebook_name + ".accounts"))
    assert book.of_token(token).name == "Bert"
    listed = run("list", casebook_name).output
    assert "Bert\treader" in listed
    assert "script" in listed
    (kept,) = book.tokens("Bert")
    assert run("token", casebook_name, "Bert", "--end", kept.id).exit_code == 0
    assert run("remove", casebook_name, "Bert").exit_code == 0
    assert [account.name for account in book] == ["Ada"]


def test_a_weak_password_makes_no_account(casebook_name):
    """The command refuses what the pages refuse."""
    done = run("add", casebook_name, "Ada", given="short\nshort\n")
    assert isinstance(done.exception, AccountsError)
    assert not Path(casebook_name + ".accounts").exists()
