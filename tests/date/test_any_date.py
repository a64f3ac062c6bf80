"""Any day, month, year, hour or number, written in the ways of English, reads back as itself."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.date.reports import values

DAYS = st.dates(date(1000, 1, 1), date(2100, 12, 31))
NAMES = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
TH = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
FORMS = [
    lambda d: f"{d.day} {NAMES[d.month - 1]} {d.year}",
    lambda d: f"{NAMES[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{NAMES[d.month - 1]} {d.day}{TH.get(d.day, 'th')}, {d.year}",
    lambda d: f"{d:%A}, {NAMES[d.month - 1]} {d.day}, {d.year}",
    lambda d: f"{d:%A}, {d.day} {NAMES[d.month - 1]} {d.year}",
    lambda d: f"{NAMES[d.month - 1][:3]}. {d.day}, {d.year}",
    lambda d: d.isoformat(),
    lambda d: f"{d.day}.{d.month}.{d.year}",
]


@pytest.mark.parametrize("form", FORMS)
@given(day=DAYS)
def test_a_day_reads_back(form, day):
    """Each form of a day with its year."""
    words = form(day)
    found = values(f"The gate was opened on {words} by the mayor.", None)
    assert found == [(words, day.isoformat())]


@given(st.integers(1000, 2100), st.integers(1, 12))
def test_a_month_reads_back(year, month):
    """A month with its year."""
    assert values(f"It closed in {NAMES[month - 1]} {year}.", None) == [
        (f"{NAMES[month - 1]} {year}", f"{year}-{month:02}")
    ]


@given(st.integers(1000, 2100))
def test_a_year_reads_back(year):
    """A year behind a preposition."""
    assert values(f"The gate was built in {year}.", None) == [(str(year), str(year))]


@given(st.integers(1, 9999))
def test_years_before_christ(year):
    """Years before Christ are one off: there was no year 0."""
    (found,) = values(f"The gate was built in {year} BC.", None)
    assert found == (f"{year} BC", f"{1 - year:05}" if year > 1 else "0000")


@given(DAYS.filter(lambda d: d.year > 1900), st.integers(0, 6))
def test_a_weekday_is_the_last_one(published, weekday):
    """A bare weekday in the past tense is the last such day up to the report's."""
    day = published - timedelta(days=(published.weekday() - weekday) % 7)
    assert values(f"He left on {day:%A}.", published.isoformat()) == [(f"{day:%A}", day.isoformat())]


@given(DAYS.filter(lambda d: 1900 < d.year < 2100), st.integers(0, 6))
def test_a_weekday_ahead(published, weekday):
    """A bare weekday behind "will" is the next such day from the report's."""
    day = published + timedelta(days=(weekday - published.weekday()) % 7)
    assert values(f"He will leave on {day:%A}.", published.isoformat()) == [(f"{day:%A}", day.isoformat())]


@given(DAYS.filter(lambda d: d.year > 1100), st.integers(2, 20000))
def test_days_ago(published, number):
    """So many days before the report."""
    words = f"{number} days ago"
    assert values(f"He left {words}.", published.isoformat()) == [
        (words, (published - timedelta(days=number)).isoformat())
    ]


@given(DAYS.filter(lambda d: d.year < 2090), st.integers(2, 3000))
def test_days_later(day, number):
    """So many days after a day that was told before."""
    text = f"He left on {day.isoformat()}. He came back {number} days later."
    assert values(text, None)[1][1] == (day + timedelta(days=number)).isoformat()


@given(st.integers(1000, 2098).flatmap(lambda a: st.tuples(st.just(a), st.integers(a + 1, 2100))), st.data())
def test_an_interval_of_years_reads_back(years, data):
    """Each form of an interval of years."""
    form = data.draw(st.sampled_from(["between {} and {}", "from {} to {}", "{}-{}", "{}–{}", "from {} until {}"]))
    words = form.format(*years)
    assert values(f"The gate was shut, {words}.", None) == [(words, "{}/{}".format(*years))]


@given(DAYS, st.integers(0, 23), st.integers(0, 59))
def test_an_hour_reads_back(day, hour, minute):
    """A time of day before its day."""
    half = "a.m." if hour < 12 else "p.m."
    words = f"{(hour - 1) % 12 + 1}:{minute:02} {half} on {day.isoformat()}"
    assert values(f"The gate was shut at {words}.", None) == [(words, f"{day.isoformat()}T{hour:02}:{minute:02}:00")]
