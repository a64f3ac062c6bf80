"""Dates of a report that appeared on Monday, 20 March 2023."""

from __future__ import annotations

import pytest

from tests.date.reports import dates, values


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The bridge fell on 3 May 2019.", "3 May 2019", "2019-05-03"),
        ("The bridge fell on Friday, May 3rd, 2019, at dawn.", "Friday, May 3rd, 2019", "2019-05-03"),
        ("It opened in September 2011.", "September 2011", "2011-09"),
        ("The file is dated 2019-05-03.", "2019-05-03", "2019-05-03"),
        ("The file is dated 23.05.2019.", "23.05.2019", "2019-05-23"),
        ("A law of 1987 forbids it.", "1987", "1987"),
        ("They rebuilt it in early 2004.", "early 2004", "2004"),
        ("They rebuilt it in the second half of 2004.", "second half of 2004", "2004-41"),
        ("The mill was built about 1910.", "about 1910", "1910~"),
        ("It was a ruin in the 1960s.", "1960s", "196X"),
        ("It was a ruin in the nineteenth century.", "nineteenth century", "18XX"),
        ("The harbour froze in the winter of 1999.", "winter of 1999", "1999-24"),
        ("He came after the Sept. 11 attacks.", "Sept. 11 attacks", "2001-09-11"),
        ("They met at Christmas 2020.", "Christmas 2020", "2020-12-25"),
        ("The gates opened on 5 June '44.", "5 June '44", "2044-06-05"),
    ],
)
def test_absolute(text, words, value):
    """An expression with a year of its own needs no other."""
    assert values(text, None) == values(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [
        ("The mayor resigned on Tuesday.", "Tuesday", "2023-03-14"),
        ("The mayor resigned on Monday.", "Monday", "2023-03-20"),
        ("The mayor will speak on Tuesday.", "Tuesday", "2023-03-21"),
        ("The mayor said on Friday that he would leave.", "Friday", "2023-03-17"),
        ("The council meets again next Thursday.", "next Thursday", "2023-03-23"),
        ("The council met last Thursday.", "last Thursday", "2023-03-16"),
        ("The council met on Thursday afternoon.", "Thursday afternoon", "2023-03-16"),
        ("The mayor resigned yesterday.", "yesterday", "2023-03-19"),
        ("The mayor resigns today.", "today", "2023-03-20"),
        ("The mayor resigns tomorrow morning.", "tomorrow morning", "2023-03-21"),
        ("Shots were heard last night.", "last night", "2023-03-19"),
        ("Shots were heard last week.", "last week", "2023-03-13/2023-03-19"),
        ("Shots were heard last weekend.", "last weekend", "2023-03-18/2023-03-19"),
        ("Prices rose last month.", "last month", "2023-02"),
        ("Prices rose early last month.", "early last month", "2023-02"),
        ("Prices may rise next year.", "next year", "2024"),
        ("Prices rose this year.", "This year".lower(), "2023"),
        ("He left seventeen years ago.", "seventeen years ago", "2006"),
        ("He left two days ago.", "two days ago", "2023-03-18"),
        ("He left three weeks ago.", "three weeks ago", "2023-02-27/2023-03-05"),
        ("He left five months ago.", "five months ago", "2022-10"),
        ("The fire began on December 29.", "December 29", "2022-12-29"),
        ("The fire began on March 2.", "March 2", "2023-03-02"),
        ("The fire began in August.", "August", "2022-08"),
        ("The court will hear him on April 4.", "April 4", "2023-04-04"),
        ("It happened in March last year.", "March last year", "2022-03"),
        ("It happened last summer.", "last summer", "2022-22"),
        ("It happened on New Year's Eve.", "New Year's Eve", "2022-12-31"),
    ],
)
def test_relative_to_the_report(text, words, value):
    """What news tells without a year, or by the day, hangs on the report's date; the tense decides the direction."""
    assert values(text) == [(words, value)]


@pytest.mark.parametrize(
    "text",
    [
        "He left on Tuesday.",
        "He left yesterday.",
        "He left last month.",
        "He left on 10 December.",
        "He left two years ago.",
    ],
)
def test_without_the_reports_date(text):
    """What hangs on a date that is not known has no value, and says why."""
    (one,) = dates(text, None)
    assert one.value is None
    assert "not known" in (one.note or "")


def test_report_dated_to_the_month():
    """Where only the month of the report is known, today is in it, and Tuesday cannot be told."""
    assert values("He spoke today, not on Tuesday.", "2017-01") == [("today", "2017-01"), ("Tuesday", None)]


def test_hangs_on_what_was_said_before():
    """`The next day` follows the day told before, and is never the day after the report."""
    text = "The strike began on March 2. The next day, the port closed; two weeks later, it reopened."
    assert [value for _, value in values(text)] == ["2023-03-02", "2023-03-03", "2023-03-13/2023-03-19"]


def test_an_event_is_no_date():
    """`20 years after` an event tells how long, not when."""
    (one,) = dates("It stands empty 20 years after the flood.")
    assert (one.span.text, one.value, one.type) == ("20 years", "P20Y", "duration")


def test_weekday_tells_the_year():
    """A weekday beside a day and month chooses among the years around the report."""
    assert values("It opens on Wednesday, March 20.") == [("Wednesday, March 20", "2024-03-20")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The train left at 10:15 p.m. on Friday.", "2023-03-17T22:15:00"),
        ("The train left on Friday at 9 a.m. as planned.", "2023-03-17T09:00:00"),
        ("The train left on Friday night at 9:30 from here.", "2023-03-17T21:30:00"),
        ("The train left at noon on 3 May 2019.", "2019-05-03T12:00:00"),
    ],
)
def test_day_and_hour(text, value):
    """A day with a time of day is one expression of type time."""
    (one,) = dates(text)
    assert (one.value, one.type) == (value, "time")
