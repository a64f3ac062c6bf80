"""WikiWars: what its files say, what its TIMEX3 values mean in EDTF, and when a ledger's date is right."""

from __future__ import annotations

import pytest

from accordingto.records import Date, Span
from quality import wikiwars
from quality.corpora import Report
from quality.timex import comparable, edtf
from quality.wikiwars import Timex

SOURCE = """<?xml version="1.0" ?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2009-12-19">2009-12-19</TIMEX3></DCT>
<TEXT>
In <TIMEX3 tid="t1" type="DATE" value="1911">1911</TIMEX3> A &amp; B met on
<TIMEX3 tid="t2" type="DATE" value="1911-05-03">3 May</TIMEX3>.
</TEXT>
</TimeML>
"""


def test_text_and_marks():
    """The text is what stands between the tags, entities are read, and the marks quote it."""
    text, marks = wikiwars.parse(SOURCE)
    assert text == "In 1911 A & B met on\n3 May.\n"
    assert [(text[slice(*m.bounds)], m.value) for m in marks] == [("1911", "1911"), ("3 May", "1911-05-03")]


@pytest.mark.parametrize(
    ("timex", "value"),
    [
        ("1939-09-01", "1939-09-01"),
        ("1941-SU", "1941-22"),
        ("2008-H2", "2008-41"),
        ("194", "194X"),
        ("20", "20XX"),
        ("BC0490", "-0489"),
        ("BC0480-WI", "-0479-24"),
        ("BC047", "-0478/-0469"),
        ("BC03", "-0399/-0300"),
        ("1965-01-31TMO", "1965-01-31"),
        ("1965-01-31T03:00", "1965-01-31T03:00:00"),
        ("2023-W12", "2023-03-20/2023-03-26"),
        ("P1DE", "P10Y"),
        ("P.5CE", "P50Y"),
        ("PXD", "PXD"),
        ("PRESENT_REF", None),
        ("null", None),
        ("1943-07-XX", "1943-07"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
        ("XXXX-WXX-5", "P1W"),
        ("1913-WXX", None),
    ],
)
def test_values(timex, value):
    """What a ledger may give for a TIMEX3 value."""
    assert value in edtf(timex)


def test_doubt_does_not_count():
    """`1910~` is 1910 for a scheme that has no marks of doubt."""
    assert comparable("1910~") == "1910"


def date(text: str, words: str, value: str | None, kind: str = "date") -> Date:
    at = text.index(words)
    return Date(span=Span.of(text, at, at + len(words)), value=value, type=kind)  # type: ignore[arg-type]


def counted(text: str, marks: list[tuple[str, str]], *dates: Date) -> dict[str, int]:
    gold = tuple(Timex((text.index(w), text.index(w) + len(w)), v) for w, v in marks)
    return dict(wikiwars.count(Report(name="x", path=None, text=text, marks=gold), dates))  # type: ignore[arg-type]


def test_relaxed_and_strict():
    """Extents that meet are found; strict asks for the same extent, an article aside."""
    text = "At the end of May 1911, and on the same day, it rained."
    marks = [("the end of May 1911", "1911-05"), ("the same day", "null")]
    got = counted(text, marks, date(text, "May 1911", "1911-05"), date(text, "same day", None))
    assert got == {"gold": 2, "pred": 2, "found": 2, "strict": 1, "value": 2}


def test_an_interval_is_cut_into_its_ends():
    """WikiWars marks the two ends of an interval, a ledger gives it whole: both ends are found and right."""
    text = "The war from 1914 to 1918 was long."
    got = counted(text, [("1914", "1914"), ("1918", "1918")], date(text, "from 1914 to 1918", "1914/1918", "interval"))
    assert (got["pred"], got["found"], got["value"]) == (2, 2, 2)


def test_one_to_one():
    """Two dates in one mark are one found and one too many."""
    text = "On 3 May 1911 it rained."
    got = counted(text, [("3 May 1911", "1911-05-03")], date(text, "3 May", None), date(text, "1911", "1911"))
    assert (got["pred"], got["found"]) == (2, 1)
