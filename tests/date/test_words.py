"""The word lists and patterns of dates, and that each kind of expression has its value."""

from __future__ import annotations

import re
from importlib import resources

import pytest

from accordingto.date.patterns import kinds, pattern
from accordingto.date.plausible import _CHECKS
from accordingto.date.values import VALUES
from accordingto.language import en
from accordingto.language.en import calendar

LISTS = ("calendar.tsv", "date_surroundings.tsv", "date_words.tsv", "holidays.tsv")


def rows(name: str) -> list[list[str]]:
    text = resources.files(en).joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]


@pytest.mark.parametrize("name", LISTS)
def test_sorted_without_duplicates(name):
    """Each list is sorted and holds no line twice."""
    assert rows(name) == sorted(rows(name))
    assert len({tuple(row) for row in rows(name)}) == len(rows(name))


def test_each_kind_has_a_value_and_each_value_a_kind():
    """A pattern without a function, or a function without a pattern, would be dead or fatal."""
    assert set(kinds()) == set(VALUES)
    assert set(_CHECKS) <= set(VALUES)


@pytest.mark.parametrize("kind", kinds())
def test_no_kind_matches_nothing(kind):
    """No pattern matches the empty text."""
    assert not pattern(kind).match("")


def test_every_part_is_used():
    """A part of the patterns that no pattern names would be left over."""
    forms = calendar.date_patterns()
    used = {name for form in forms.values() for name in re.findall(r"\{([A-Z]+)\}", form)}
    assert {name for name in forms if name.isupper()} <= used


@pytest.mark.parametrize(
    ("load", "name"),
    [(calendar.calendar, "moon"), (calendar.date_words, "moon")],
)
def test_an_unknown_class_is_refused(load, name):
    """A class of words that there is not is an error that names it."""
    with pytest.raises(KeyError, match="moon"):
        load(name)
