"""The file of accounts: what it keeps, who can read it, and that two who change it lose nothing."""

import json
import threading

import pytest

from accordingto.errors import AccountsError, WeakPassword
from accordingto.serve.accounts import Accounts, accounts_file
from accordingto.serve.accounts.passwords import Passwords

PASSWORD = "harbour lamp tuesday moss"


@pytest.fixture
def book(tmp_path, quick):
    return Accounts(tmp_path / "desk.accounts", quick)


def test_only_the_owner_can_read_the_file(book):
    """The file is made, and made anew at each change, with the mode 0600."""
    book.add("Ada", "admin", PASSWORD)
    book.set_role("Ada", "admin")
    assert book.path.stat().st_mode & 0o777 == 0o600


def test_no_password_and_no_token_stands_in_the_file(book):
    """Of both only hashes are kept."""
    book.add("Ada", "admin", PASSWORD)
    token = book.make_token("Ada", label="script", days=1)
    content = book.path.read_text()
    assert PASSWORD not in content
    assert token not in content
    assert json.loads(content)["accounts"][0]["password"].startswith("$argon2id$")


def test_what_is_removed_leaves_nothing_behind(book):
    """A removed account is in no file any more, nor are its tokens."""
    book.add("Ada", "admin", PASSWORD)
    book.add("Bert", "reader", PASSWORD)
    book.make_token("Bert", label="script", days=1)
    book.remove("Bert")
    assert "Bert" not in book.path.read_text()
    assert [path.name for path in book.path.parent.iterdir()] == ["desk.accounts"]


def test_a_name_is_the_same_in_any_letters(book):
    """Two accounts never differ by case or by how a letter is composed."""
    book.add("Zoë", "admin", PASSWORD)
    for same in ("zoë", "ZOË", "zoe\u0308"):
        with pytest.raises(AccountsError, match="already"):
            book.add(same, "reader", PASSWORD)
        assert book.get(same).name == "Zoë"


@pytest.mark.parametrize("name", ["", " Ada", "A\nB", "a" * 65, "a/b", "a\u202eb"])
def test_a_name_must_be_readable_in_a_list(book, name):
    """Names that could not be told apart on a page, or break a line, are refused."""
    with pytest.raises(AccountsError, match="no name"):
        book.add(name, "reader", PASSWORD)


def test_somebody_can_always_manage_the_accounts(book):
    """The last admin can neither be removed nor made something else while others have accounts."""
    book.add("Ada", "admin", PASSWORD)
    book.add("Bert", "reader", PASSWORD)
    with pytest.raises(AccountsError, match="another admin first"):
        book.remove("Ada")
    with pytest.raises(AccountsError, match="another admin first"):
        book.set_role("Ada", "reviewer")


def test_another_password_ends_the_tokens(book):
    """Whoever had the old password may have made a token with it."""
    book.add("Ada", "admin", PASSWORD)
    token = book.make_token("Ada", label="script", days=1)
    assert book.of_token(token).name == "Ada"
    book.set_password("Ada", PASSWORD + " anew")
    assert book.of_token(token) is None


def test_a_token_ends_in_time(book):
    """A token that is over stands for nobody."""
    book.add("Ada", "admin", PASSWORD)
    assert book.of_token(book.make_token("Ada", label="script", days=0)) is None


def test_a_hash_of_older_parameters_is_made_anew_at_login(tmp_path, quick, slower):
    """Who logs in is kept by what is good now, and stays logged in."""
    Accounts(tmp_path / "f", quick).add("Ada", "admin", PASSWORD)
    book = Accounts(tmp_path / "f", slower)
    before = book.get("Ada")
    assert book.check("Ada", PASSWORD) is not None
    assert book.get("Ada").password != before.password
    assert book.get("Ada").stamp == before.stamp
    assert book.check("Ada", PASSWORD) is not None


def test_a_change_by_another_program_holds_at_once(book, quick):
    """What the command line changes is what a running workbench sees."""
    book.add("Ada", "admin", PASSWORD)
    Accounts(book.path, quick).add("Bert", "reader", PASSWORD)
    assert book.get("Bert").role == "reader"


def test_changes_at_once_lose_nothing(book, quick):
    """Ten programs that each add an account leave ten accounts."""
    book.add("Ada", "admin", PASSWORD)
    adding = [
        threading.Thread(target=Accounts(book.path, quick).add, args=(f"n{n}", "reader", PASSWORD)) for n in range(10)
    ]
    for thread in adding:
        thread.start()
    for thread in adding:
        thread.join()
    assert len(book) == 11


def test_a_change_that_fails_leaves_the_file(book):
    """A refused change leaves the accounts as they were, and nothing that would stop the next."""
    book.add("Ada", "admin", PASSWORD)
    before = book.path.read_bytes()
    with pytest.raises(AccountsError):
        book.set_role("nobody", "reader")
    assert book.path.read_bytes() == before
    book.add("Bert", "reader", PASSWORD)


def test_something_else_is_no_file_of_accounts(tmp_path, quick):
    """A file that holds something else is refused with its name, not taken for one without accounts."""
    (tmp_path / "f").write_text("{}}")
    with pytest.raises(AccountsError, match="cannot be read as accounts"):
        Accounts(tmp_path / "f", quick)


def test_the_accounts_lie_beside_the_casebook():
    """A casebook in a file has its accounts beside it; one in a database must be told of a file."""
    assert accounts_file("a/cases.db").as_posix() == "a/cases.db.accounts"
    assert accounts_file("desk.accounts").as_posix() == "desk.accounts"
    with pytest.raises(AccountsError, match="name one"):
        accounts_file("postgresql+psycopg://u@h/n")


@pytest.mark.parametrize(
    "password",
    ["short", "elevenchars", "passwordpassword", "123456789012345", "qwertyuiopasdf", "aaaaaaaaaaaaaaaa", "Ada1Ada1Ada1Ada1",
     "Password123456!", "accordingto1234", "x" * 1025],
)  # fmt: skip
def test_what_would_be_guessed_first_is_no_password(book, password):
    """Too short, the name, a row of the keyboard or a common word, alone or repeated, is refused."""
    with pytest.raises(WeakPassword):
        book.add("Ada", "admin", password)


@pytest.mark.parametrize(
    "password", ["correct horse battery", "Tr0ub4dor&3xyz!q", "пароль из слов", "魚が海で泳いでいます今日も"]
)
def test_any_characters_make_a_password(book, password):
    """There are no rules of composition: long enough and not the first guess is enough, in any script."""
    book.add("Ada", "admin", password)
    assert book.check("Ada", password) is not None
    assert book.check("Ada", password + "x") is None


def test_an_unknown_name_costs_as_much_as_a_known_one(book, counting):
    """For a name that is not there a hash is computed, too: time does not tell who has an account."""
    book.add("Ada", "admin", PASSWORD)
    book.passwords = Passwords(counting)
    assert book.check("Ada", "wrong") is None
    assert book.check("Nobody", "wrong") is None
    assert counting.made == 2
