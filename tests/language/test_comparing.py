"""The words that tell what a figure counts."""

from __future__ import annotations

from importlib import resources

import pytest

from accordingto.compare.kinds import categories
from accordingto.language.en.comparing import facet, population_words, singular


@pytest.mark.parametrize("name", ["population_words.tsv", "comparison_words.tsv"])
def test_lists_are_sorted_without_duplicates(name):
    """Each line stands once, in order, in lower case."""
    lines = resources.files("accordingto.language.en").joinpath(name).read_text(encoding="utf-8").splitlines()[1:]
    assert lines == sorted(set(lines))
    assert lines == [line.lower() for line in lines]


def test_words_name_categories_that_there_are():
    """Each noun names a category of the taxonomy, and is found by its plural."""
    assert set(population_words().values()) <= categories()
    for noun, plural in (
        ("soldier", "Soldiers"),
        ("gunman", "gunmen"),
        ("police", "police"),
        ("bystander", "bystanders"),
    ):
        assert singular(plural) == noun
        assert noun in population_words()


def test_the_longest_phrase_counts():
    """`Direct and indirect` is not `indirect` alone, and a facet that is not there is an error."""
    pattern, values = facet("scope")
    assert values[pattern.search("a count of Direct and Indirect deaths")[0].lower()] == "excess"
    with pytest.raises(KeyError):
        facet("colour")
