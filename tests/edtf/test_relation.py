"""The algebra of EDTF intervals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.edtf import bounds, relation
from accordingto.records import mirrored

YEARS = st.integers(2000, 2006)
MONTHS = st.builds("{}-{:02}".format, YEARS, st.integers(1, 12))
DATES = st.one_of(YEARS.map(str), MONTHS, st.builds("{}-{:02}".format, MONTHS, st.integers(1, 28)))
MARKED = st.builds("{}{}".format, DATES, st.sampled_from(["", "", "", "~", "?"]))


def in_order(pair):
    return bounds(pair[0]).earliest <= bounds(pair[1]).latest


SPANS = st.one_of(
    MARKED,
    st.tuples(MARKED, MARKED).filter(in_order).map("/".join),
    MARKED.map("{}/..".format),
    MARKED.map("../{}".format),
    MARKED.map("{}/".format),
    st.sampled_from(["XXXX-10-08", "200X", "../..", "2003-21"]),
)


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2003/2006", "2003-01/2006-12", "same"),
        ("2006-06", "2003/2006", "nested"),
        ("2003/..", "2011-03/2012", "contains"),
        ("2003/2006", "2005/2008", "overlapping"),
        ("2003-06", "2003-07", "disjoint"),
        ("2003/2006", "2018-10", "disjoint"),
        ("2003/", "2011", "unknown"),
        ("2003/", "2001", "disjoint"),
        ("XXXX-10-08", "2016-10-08", "unknown"),
        ("2006~", "2007", "unknown"),
        ("2006~", "2009", "disjoint"),
        ("2006-06~", "2006", "nested"),
        ("2003/..", "2003/9999-12-31", "contains"),
        ("../..", "../..", "same"),
    ],
)
def test_relations(a, b, expected):
    """A pair of each kind lies as a reader of the calendar would say."""
    assert relation(a, b) == expected


@given(SPANS, SPANS)
def test_mirrored(a, b):
    """Turned round, the relation is mirrored."""
    assert relation(b, a) == mirrored(relation(a, b))


@given(SPANS)
def test_a_value_is_the_same_as_itself(a):
    """A value with known ends is the same as itself, else unknown: an unknown year may be two years."""
    assert relation(a, a) == ("same" if bounds(a).known else "unknown")


@given(SPANS, SPANS, SPANS)
def test_nesting_is_a_partial_order(a, b, c):
    """What lies within something that lies within a third lies within that; nothing lies within what it holds."""
    within = {"nested", "same"}
    if relation(a, b) in within and relation(b, c) in within:
        assert relation(a, c) in within
        assert (relation(a, c) == "same") == (relation(a, b) == relation(b, c) == "same")
    if relation(a, b) == relation(b, a):
        assert relation(a, b) not in {"nested", "contains"}


@given(DATES, DATES)
def test_the_relation_is_that_of_the_sets_of_days(a, b):
    """Counted day by day, the two sets of days lie as the relation says."""
    days = [
        {bounds(v).earliest.toordinal() + n for n in range((bounds(v).latest - bounds(v).earliest).days + 1)}
        for v in (a, b)
    ]
    one, other = days
    expected = (
        "same"
        if one == other
        else "disjoint"
        if not one & other
        else "nested"
        if one < other
        else "contains"
        if one > other
        else "overlapping"
    )
    assert relation(a, b) == expected
