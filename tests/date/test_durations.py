"""How long, and how often."""

from __future__ import annotations

import pytest

from tests.date.reports import dates


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They waited two weeks.", "two weeks", "P2W"),
        ("They waited for a month.", "a month", "P1M"),
        ("They waited for nearly two decades.", "nearly two decades", "P20Y"),
        ("They waited for two and a half years.", "two and a half years", "P2.5Y"),
        ("They waited for half an hour.", "half an hour", "PT30M"),
        ("They waited for twenty-five minutes.", "twenty-five minutes", "PT25M"),
        ("They waited for a few days.", "a few days", "PXD"),
        ("They waited for weeks.", "weeks", "PXW"),
        ("They planned it decades before the flood.", "decades", "PXDE"),
        ("It ended an 11-year lull.", "11-year", "P11Y"),
        ("It ended a year-long lull.", "year-long", "P1Y"),
        ("In the past 24 hours nothing moved.", "past 24 hours", "PT24H"),
        ("Over the last two years nothing moved.", "last two years", "P2Y"),
        ("Over the last year nothing moved.", "last year", "P1Y"),
        ("After four more days of rain it held.", "four more days", "P4D"),
        ("It lasted a fortnight and two nights.", "two nights", "P2D"),
        ("It has stood for a thousand years.", "a thousand years", "P1000Y"),
    ],
)
def test_durations(text, words, value):
    """A number, or a word that leaves it open, with a unit of time is a duration; X is a number that is not told."""
    assert (words, value, "duration") in [(one.span.text, one.value, one.type) for one in dates(text)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("They pray every Friday.", "every Friday", "P1W"),
        ("They meet every other week.", "every other week", "P2W"),
        ("They vote every four years.", "every four years", "P4Y"),
        ("They meet on Tuesdays.", "on Tuesdays", "P1W"),
    ],
)
def test_sets(text, words, value):
    """What comes again and again is a set; its value is the time between."""
    (one,) = dates(text)
    assert (one.span.text, one.value, one.type) == (words, value, "set")


@pytest.mark.parametrize("text", ["A 19-year-old was hurt.", "She was 19 years old.", "He is 26 years of age."])
def test_ages_are_none(text):
    """How old somebody is is no duration."""
    assert dates(text) == ()
