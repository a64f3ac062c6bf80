"""The word lists for figures: the files are clean, and the loaders give what they hold."""

from __future__ import annotations

from importlib import resources
from typing import get_args

import pytest

from accordingto.language.en import quantities
from accordingto.records import Harm

FILES = (
    "approximators.tsv",
    "currencies.tsv",
    "figure_words.tsv",
    "harms.tsv",
    "measures.tsv",
    "numerals.tsv",
    "people.tsv",
    "time_units.tsv",
)


def rows(name):
    text = resources.files("accordingto.language.en").joinpath(name).read_text(encoding="utf-8")
    return [tuple(line.split("\t")) for line in text.splitlines()]


@pytest.mark.parametrize("name", FILES)
def test_sorted_without_duplicates(name):
    """Each list is sorted behind its heading and holds no line twice."""
    _, *found = rows(name)
    assert found == sorted(set(found))


@pytest.mark.parametrize("name", FILES)
def test_every_line_has_the_cells_of_the_heading(name):
    """No cell is missing or empty."""
    heading, *found = rows(name)
    assert all(len(row) == len(heading) and all(row) for row in found)


def test_every_harm_is_told_by_some_phrase():
    """The lexicon has phrases for each harm that a figure can report."""
    told = {r.harm for phrases in quantities.harms().values() for readings in phrases.values() for r in readings}
    assert told == set(get_args(Harm))


def test_an_unknown_class_is_refused():
    """Asking for a class of words that the file does not have is an error that names it."""
    with pytest.raises(KeyError, match="no-such-class"):
        quantities.figure_words("no-such-class")


def test_every_class_is_used():
    """A class that no rule looks at is dead weight."""
    source = "\n".join(
        path.read_text(encoding="utf-8")
        for path in resources.files("accordingto.count").iterdir()
        if path.name[-3:] == ".py"
    )
    assert {name for name, _ in rows("figure_words.tsv")[1:] if f'"{name}"' not in source} == set()
