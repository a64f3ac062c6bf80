"""What holds for files, folders and addresses."""

import os

import pytest

from accordingto.errors import AddressGiven, MissingInput, TooLarge
from accordingto.read import SIZE_LIMIT, check_size, find, load


def test_file_is_loaded_as_it_is(tmp_path):
    """The bytes of a file come back unchanged."""
    (tmp_path / "a.txt").write_bytes(b"\xef\xbb\xbfa\r\n\0")
    assert load(tmp_path / "a.txt") == b"\xef\xbb\xbfa\r\n\0"


def test_missing_file_is_named(tmp_path):
    """A file that is not there is refused under the name that was given."""
    with pytest.raises(MissingInput, match="no such file") as caught:
        load(str(tmp_path / "gone.txt"))
    assert caught.value.name == str(tmp_path / "gone.txt")


def test_folder_is_no_file(tmp_path):
    """A folder where a file was meant is refused with the next step."""
    with pytest.raises(MissingInput, match="is a folder"):
        load(tmp_path)


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b"])
def test_impossible_names_are_refused(name):
    """A name that no file can have is a MissingInput, not a crash, and stands once in what is said."""
    with pytest.raises(MissingInput) as caught:
        load(name)
    assert str(caught.value).count(name) == 1


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read every file")
def test_unreadable_file_is_refused(tmp_path):
    """A file without read permission is refused with the reason."""
    path = tmp_path / "a.txt"
    path.touch(mode=0o000)
    with pytest.raises(MissingInput, match="no permission"):
        load(path)


@pytest.mark.parametrize(
    "address", ["https://news.example/a?b=1", "HTTP://news.example", "www.news.example/a.html", "ftp://x.example/y"]
)
def test_address_is_told_from_a_missing_file(address):
    """An address where a file was meant is refused as one, with the next step."""
    with pytest.raises(AddressGiven, match="save the page first") as caught:
        load(address)
    assert caught.value.name == address


def test_address_is_told_after_it_went_through_a_path():
    """`find` gives paths, which lose a slash of an address: the message has it whole again."""
    (path,) = find(["https://news.example/a"])
    with pytest.raises(AddressGiven, match=r"https://news\.example/a"):
        load(path)


def test_file_of_the_limit_is_too_large(tmp_path):
    """A file of 50 MB is refused with its size and the limit, without being read."""
    path = tmp_path / "big.txt"
    with path.open("wb") as file:
        file.truncate(SIZE_LIMIT)
    with pytest.raises(TooLarge, match=r"50,000,000 bytes, and must be under 50,000,000"):
        load(path)


def test_too_large_says_what_a_user_can_do():
    """The next step is one that everybody can take: the command line has no option for the limit."""
    with pytest.raises(TooLarge, match=r"must be under 1: give one report per file$"):
        check_size(5, "a.txt", limit=1)


def test_limit_can_be_set(tmp_path):
    """The limit is an argument: one byte under it is read, the limit itself is not."""
    (tmp_path / "a.txt").write_bytes(b"12345")
    assert load(tmp_path / "a.txt", limit=6) == b"12345"
    with pytest.raises(TooLarge):
        load(tmp_path / "a.txt", limit=5)


def test_folders_are_searched_in_order(tmp_path):
    """Of a folder come the reports within, to the bottom and sorted, without hidden files and other suffixes."""
    for name in ("b.html", "a.TXT", "c.docx", ".hidden.txt", "sub/d.pdf", ".git/e.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    assert [str(path.relative_to(tmp_path)) for path in find([tmp_path])] == ["a.TXT", "b.html", "sub/d.pdf"]


def test_file_given_by_name_is_always_tried(tmp_path):
    """A file with another suffix, a hidden one and a missing one come back when they were named."""
    names = [tmp_path / "c.docx", tmp_path / ".hidden", tmp_path / "gone.txt"]
    names[0].touch()
    names[1].touch()
    assert list(find(names)) == names


def test_empty_name_is_not_the_folder_one_is_in(tmp_path, monkeypatch):
    """The empty name stands for no report: it is given back, for `load` to refuse."""
    (tmp_path / "a.txt").touch()
    monkeypatch.chdir(tmp_path)
    found = list(find([""]))
    assert len(found) == 1
    with pytest.raises(MissingInput):
        load(found[0])


def test_no_file_comes_twice(tmp_path):
    """A file that was named and also lies in a named folder comes once."""
    (tmp_path / "a.txt").touch()
    assert list(find([tmp_path / "a.txt", tmp_path])) == [tmp_path / "a.txt"]
