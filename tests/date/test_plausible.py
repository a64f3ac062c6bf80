"""Words and numbers that look like dates and are none."""

from __future__ import annotations

import pytest

from tests.date.reports import dates, values


@pytest.mark.parametrize(
    "text",
    [
        "You may not enter, and we march on.",
        "May the road be open. The March on the capital was peaceful.",
        "About 2000 people came, with 1800 tons of grain and 1500 soldiers.",
        "They paid $1999 for it.",
        "It is in the 1100 block of Mill Street.",
        "After the fall of the town they left, as water fell.",
        "The sun was hot and Sat Ram sat down.",
        "It is no second choice, and a minute fraction of it.",
        "See https://example.org/2017/01/22/two-shot for more.",
        "At the end of the day, it is our choice.",
        "The former mayor now lives in the new house and recently sold the old one.",
        "He was in his eighties.",
    ],
)
def test_no_dates(text):
    """Verbs, counts, prices, streets, addresses and phrases are no expressions of the calendar."""
    assert dates(text) == ()


def test_month_and_verb():
    """The month is told from the verb by what stands around it."""
    assert values("In May they marched; in March they did not.") == [("May", "2022-05"), ("March", "2023-03")]


def test_no_such_day():
    """A day that the calendar does not have is found and has no value."""
    assert values("It happened on 30 February 2019.") == [("30 February 2019", None)]


def test_day_and_month_in_doubt():
    """03/04/2019 may be in March or in April."""
    assert values("The form is dated 03/04/2019.") == [("03/04/2019", None)]
