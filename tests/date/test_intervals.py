"""From when to when."""

from __future__ import annotations

import pytest

from tests.date.reports import dates, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The count ran between 2003 and 2006.", "between 2003 and 2006", "2003/2006"),
        ("The count ran from March to June 2006.", "from March to June 2006", "2006-03/2006-06"),
        ("The count (2003-06) was wrong.", "2003-06", "2003/2006"),
        ("The war of 1914–1918 was long.", "1914–1918", "1914/1918"),
        ("It rained on 3-5 May 2019.", "3-5 May 2019", "2019-05-03/2019-05-05"),
        ("It rained on May 3 to 5, 2019.", "May 3 to 5, 2019", "2019-05-03/2019-05-05"),
        ("It rained on 3 and 7 May 2019.", "3 and 7 May 2019", "{2019-05-03,2019-05-07}"),
        ("From 28 May until 4 June 2019 it rained.", "From 28 May until 4 June 2019", "2019-05-28/2019-06-04"),
        ("From 1968 onward it was a mill.", "1968 onward", "1968/.."),
        ("It rained from spring to autumn 2019.", "from spring to autumn 2019", "2019-03/2019-11"),
    ],
)
def test_intervals(text, words, value):
    """The two ends that a text names are one expression."""
    assert (words, value) in values(text, None)


def test_since_is_not_part():
    """`Since 2012` marks the year alone: what the interval is of, the sentence says."""
    assert values("It has been closed since 2012.") == [("2012", "2012")]


def test_two_months_of_one_year():
    """`April and May 1943` are two, and the first takes the year of the second."""
    assert values("It burnt in April and May 1943.") == [("April", "1943-04"), ("May 1943", "1943-05")]


def test_backwards_is_no_interval():
    """Two years of which the second is earlier are no interval."""
    assert [one.type for one in dates("The vote went from 2006 to 2003 in the list.")] == ["date", "date"]
