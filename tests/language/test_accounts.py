"""The words by which the accounts of tolls are read."""

from importlib import resources

import pytest

from accordingto.language.en.accounts import account_pattern, account_words, whole_words


def test_sorted_lower_case_without_duplicates():
    """The file is sorted, holds no line twice, and is in lower case with straight apostrophes."""
    text = resources.files("accordingto.language.en").joinpath("account_words.tsv").read_text(encoding="utf-8")
    rows = text.splitlines()[1:]
    assert rows == sorted(set(rows))
    assert text == text.lower().replace("’", "'")


def test_an_unknown_class_is_refused():
    """A class that the file does not have is an error that names it."""
    with pytest.raises(KeyError, match="nonsense"):
        account_words("nonsense")


def test_whole_words_only():
    """A pattern finds its words as wholes, in any case, and the longest of those that begin alike."""
    assert account_pattern("total").search("The TOLL rose") is not None
    assert account_pattern("total").search("a tollgate") is None
    assert whole_words(frozenset({"in all", "in"})).findall("In all, in") == ["In all", "in"]
