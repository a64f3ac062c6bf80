"""Sums with days and months."""

from __future__ import annotations

from datetime import date as day_of
from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from accordingto.date.moments import Moment, days_on, interval, moment, months_on, week_of, weekday

DAYS = st.dates(day_of(401, 1, 1), day_of(9000, 1, 1))


def moment_of(day: day_of) -> Moment:
    return Moment(day.year, day.month, day.day)


@given(DAYS, st.integers(-100_000, 100_000))
def test_days_as_the_library_counts_them(day, number):
    """Days on and back are those of the standard library, where it has them."""
    assert days_on(moment_of(day), number) == moment_of(day + timedelta(days=number))


@given(st.integers(-9000, 9000), st.integers(1, 12), st.integers(1, 28), st.integers(-(10**6), 10**6))
def test_days_there_and_back(year, month, day, number):
    """So many days on and back is the same day, before Christ too."""
    start = Moment(year, month, day)
    assert days_on(days_on(start, number), -number) == start


@given(DAYS)
def test_a_week_is_monday_to_sunday(day):
    """The week holds its day and runs from Monday to Sunday."""
    monday, sunday = week_of(moment_of(day))
    assert (weekday(monday), weekday(sunday)) == (1, 7)
    assert monday.order <= moment_of(day).order <= sunday.order


def test_a_month_after_the_last_of_january():
    """A day that the month does not have becomes its last."""
    assert months_on(Moment(2023, 1, 31), 1) == Moment(2023, 2, 28)


def test_no_thirtieth_of_february():
    """A day that is not in the calendar is no moment."""
    assert moment(2023, 2, 30) is None


def test_seasons_in_intervals():
    """An interval has months where its ends were seasons."""
    assert interval(Moment(2019, 24), Moment(2020, 21)) == "2019-12/2020-05"
