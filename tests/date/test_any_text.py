"""What holds for the dates of any text."""

from __future__ import annotations

import re
from itertools import pairwise

from edtf import parse_edtf
from hypothesis import given
from hypothesis import strategies as st

from accordingto.date import date
from accordingto.language.en.calendar import calendar, date_words, holidays
from accordingto.records import Document

KINDS = ("clock", "day", "decade", "month", "ordinal", "part", "season", "set", "unit", "units", "weekday")
WORDS = [word for kind in KINDS for word in calendar(kind)]
WORDS += [name.title() for kind in ("month", "weekday") for name in calendar(kind)] + list(holidays())
LISTS = ("modifier", "amount", "between", "past", "following", "same")
WORDS += [phrase for name in LISTS for phrase in date_words(name)]
WORDS += ["two", "3", "17th", "2003", "1999", "0", "31", "29", "12:30", "9999", "BC", "B.C.", "AD", "ago", "later"]
WORDS += [
    "before",
    "after",
    "in",
    "on",
    "every",
    "per",
    "half",
    "and",
    "and a half",
    "to",
    "the",
    "of",
    "from",
    "between",
]
WORDS += [
    "three",
    "a",
    "an",
    "hundred",
    "thousand",
    "million",
    "dozen",
    "few",
    "-",
    "–",
    ",",
    ".",
    "/",
    "(",
    ")",
    ":",
    "’",
]
GAPS = st.sampled_from([" ", " ", " ", "", "  ", "\n"])
JUMBLE = st.lists(st.tuples(st.sampled_from(WORDS) | st.integers(0, 10**12).map(str), GAPS), max_size=30).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
TEXTS = JUMBLE | st.text(max_size=200)
PUBLISHED = st.sampled_from([None, "2023-03-20", "2017-01", "1989", "2020-02-29T10:00:00Z", "XXXX-03-20"])
DURATION = re.compile(r"P(?:\d+(?:\.\d+)?|X)[YMWD]|PT(?:\d+(?:\.\d+)?|X)[HMS]|PX(?:DE|CE)")


def document(text: str, published: str | None) -> Document:
    return Document(id="0" * 64, published=published, media_type="text/plain", text=text)


@given(TEXTS, PUBLISHED)
def test_spans_quote_in_order(text, published):
    """No text raises; the spans quote it, stand in its order, and none lies over another."""
    found = date(document(text, published))
    assert all(one.span.quotes(text) for one in found)
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))


@given(TEXTS, PUBLISHED)
def test_values_are_edtf_or_durations(text, published):
    """Every value is EDTF of level 2 or an ISO 8601 duration (X, PXDE and PXCE for a number that is not told)."""
    for one in date(document(text, published)):
        if one.value is not None and not DURATION.fullmatch(one.value):
            parse_edtf(one.value)
        assert one.type != "duration" or DURATION.fullmatch(one.value or "")


@given(TEXTS, PUBLISHED)
def test_without_a_value_there_is_a_reason(text, published):
    """A date has a value or says why it has none, and never both."""
    assert all((one.value is None) == (one.note is not None) for one in date(document(text, published)))


@given(JUMBLE)
def test_the_text_is_the_same_without_what_follows(text):
    """A paragraph without dates, put behind, changes nothing in a report whose date is known."""
    first = date(document(text + "\n", "2023-03-20"))
    assert date(document(text + "\n\nNobody answered.\n", "2023-03-20")) == first
