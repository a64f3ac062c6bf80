"""What an EDTF value spans, held against the library edtf where both know the value."""

from __future__ import annotations

import datetime as dt

import edtf as library
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.edtf import InvalidDate, bounds

DAYS = st.dates(dt.date(1, 1, 1), dt.date(9998, 12, 31))
MARKS = st.sampled_from(["", "", "~", "?", "%"])


@st.composite
def plain(draw):
    """A day, month, year, decade, century, season or quarter, with or without a mark."""
    day = draw(DAYS)
    form = draw(st.sampled_from(["%Y-%m-%d", "%Y-%m", "%Y", "decade", "century", "part"]))
    if form == "decade":
        return f"{day.year:04}"[:3] + "X"
    if form == "century":
        return f"{day.year:04}"[:2] + "XX"
    if form == "part":
        return f"{day.year:04}-{draw(st.sampled_from([21, 22, 23, 33, 34, 35, 36, 37, 38, 39, 40, 41]))}"
    written = {"%Y-%m-%d": day.isoformat(), "%Y-%m": day.isoformat()[:7], "%Y": day.isoformat()[:4]}[form]
    return written + draw(MARKS)


def of_library(value: str) -> tuple[dt.date, dt.date]:
    parsed = library.parse_edtf(value)
    low, high = parsed.lower_strict(), parsed.upper_strict()
    return dt.date(max(1, low[0]), low[1], low[2]), dt.date(*high[:3])


@given(plain())
def test_the_same_days_as_the_library(value):
    """For what both know, the first and last day are those of python-edtf."""
    found = bounds(value)
    assert (found.earliest, found.latest) == of_library(value)


@given(plain(), plain())
def test_an_interval_spans_from_the_first_day_of_its_start_to_the_last_of_its_end(a, b):
    """An interval has its ends' outer days, or is refused where it would end before it begins."""
    first, last = bounds(a).earliest, bounds(b).latest
    if first <= last:
        assert (bounds(f"{a}/{b}").earliest, bounds(f"{a}/{b}").latest) == (first, last)
    else:
        with pytest.raises(InvalidDate, match="ends before it begins"):
            bounds(f"{a}/{b}")


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2006-06~", "2006-06-01", "2006-06-30"),
        ("2004-02", "2004-02-01", "2004-02-29"),
        ("201X-02-29", "2012-02-29", "2016-02-29"),
        ("2003-XX-10", "2003-01-10", "2003-12-10"),
        ("2003-1X", "2003-10-01", "2003-12-31"),
        ("2023-24", "2023-12-01", "2024-02-29"),
        ("2004-06-~11", "2004-06-11", "2004-06-11"),
        ("2023-03-20T23:59:59Z", "2023-03-20", "2023-03-20"),
        ("2023-03-20T10:00:00+02:00", "2023-03-20", "2023-03-20"),
        ("2023-03-20T10:00", "2023-03-20", "2023-03-20"),
        ("{1960,1961-12}", "1960-01-01", "1961-12-31"),
        ("[2003..2005-06]", "2003-01-01", "2005-06-30"),
        ("2004-06?/2006-08~", "2004-06-01", "2006-08-31"),
    ],
)
def test_values_that_reports_give_rise_to(value, first, last):
    """A value of each kind has the days that the standard gives it."""
    found = bounds(value)
    assert (str(found.earliest), str(found.latest)) == (first, last)


def test_open_ends_are_not_unknown_ends():
    """`..` goes on without limit; an empty end is not known; an unknown year leaves both unknown."""
    since, from_then, day = bounds("2011-03/.."), bounds("2011-03/"), bounds("XXXX-10-08")
    assert (since.latest, since.open_end, since.known) == (None, True, True)
    assert (from_then.latest, from_then.open_end, from_then.known) == (None, False, False)
    assert (day.earliest, day.latest, day.known) == (None, None, False)
    assert bounds("../2003").open_start
    assert bounds("[..1672]").open_start


def test_marks_are_kept():
    """Approximate and uncertain are told apart, `%` is both, and a season is approximate."""
    flags = {v: (bounds(v).approximate, bounds(v).uncertain) for v in ("2006", "2006~", "2006?", "2006%", "2006-22")}
    assert flags == {
        "2006": (False, False),
        "2006~": (True, False),
        "2006?": (False, True),
        "2006%": (True, True),
        "2006-22": (True, False),
    }
    assert bounds("2006-06~/2008").slack == 30


@pytest.mark.parametrize(
    "value",
    ["", "/", "2006/2003", "2004-02-30", "2003-13", "2003-2X", "0000", "199~", "yesterday", "2019-00", "2003/x",
     "9999-24", "2023-3-1", "2023-03-20T25:00", "P20Y", "2003/2004/2005", "[]", "20X3", "٢٠٢٣", "2023-21-05", " 2003"],
)  # fmt: skip
def test_what_is_no_edtf_is_refused_by_name(value):
    """A value that is no EDTF raises a ValueError that names it and shows the form."""
    with pytest.raises(InvalidDate, match="is no EDTF date") as raised:
        bounds(value)
    assert isinstance(raised.value, ValueError)
    assert raised.value.value in {value, value[1:-1]}


@given(st.text(st.sampled_from("0123456789X?~%-/.T:Z[],{} "), max_size=24) | st.text(max_size=12))
def test_any_text_has_bounds_or_is_refused(value):
    """Whatever the text, there are bounds in order or an InvalidDate, no other error."""
    try:
        found = bounds(value)
    except InvalidDate:
        return
    assert found.earliest is None or found.latest is None or found.earliest <= found.latest
