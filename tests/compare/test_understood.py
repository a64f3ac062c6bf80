"""What reports leave to be understood: where it was, in which year, and that a statement is one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare import Copy, choose, compare
from accordingto.compare.periods import one_day_of_year, period_of, with_year
from accordingto.compare.wording import period as in_words
from accordingto.records import Place
from tests.compare.made import says

DATELINE = "dateline place: KHARKIV"


def topics(contests) -> set[str]:
    return {topic.words for contest in contests for topic in contest.topics}


def test_a_report_about_one_country_tells_the_place():
    """A toll without a place stands beside the one with it, and the words say by what."""
    silent = says(
        "Peru mourns. Storms have killed 4,000 people since 2001.",
        "4,000 people",
        4_000,
        report="a",
        period="2001/2003",
        title="Peru counts its dead",
        published="2003-12-31",
    )
    stated = says(
        "Storms killed 5,000 people in Peru.",
        "5,000 people",
        5_000,
        report="b",
        period="2001/2003",
        place=Place(name="Peru", country="PE"),
        published="2004-12-31",
    )
    assert topics(compare([silent, stated])) == {
        "people killed in Peru, 2001–2003",
        "people killed in Peru (by its report), 2001–2003",
    }
    assert silent.figure.place is None


def test_a_report_about_two_countries_tells_none():
    """Between two countries nobody can tell."""
    silent = says("Storms have killed 4,000 people.", "4,000 people", 4_000, title="Storms in Peru and Chile")
    assert choose([silent], place="Peru") == choose([silent], place="Chile") == ()


@pytest.mark.parametrize(("notes", "place"), [((DATELINE,), "Kharkiv"), (("dateline place: KYIV",), "Ukraine")])
def test_a_dateline_tells_the_place_where_nothing_else_does(notes, place):
    """A town's dateline is the place; from a capital the whole country is reported."""
    silent = says("A shell killed four people.", "four people", 4, notes=notes)
    assert choose([silent], place=place) == (silent,)
    assert choose([silent], place="Ukraine") == (silent,)
    assert choose([silent], place="Peru") == ()


def test_people_of_another_nationality_are_not_of_the_dateline():
    """A minister abroad speaks of his country's dead."""
    silent = says(
        "4,000 Iraqis were killed, he said.", "4,000 Iraqis", 4_000, notes=(DATELINE,), group="Iraqis", counted="Iraqis"
    )
    assert choose([silent], place="Ukraine") == ()
    assert choose([silent], place="Iraq") == (silent,)


def test_a_stated_place_is_not_replaced():
    """What a figure says itself goes before what its report is about."""
    stated = says(
        "A shell killed four people in Lviv.",
        "four people",
        4,
        place=Place(name="Lviv", country="UA"),
        notes=(DATELINE,),
    )
    assert choose([stated], place="Kharkiv") == ()


def test_a_copy_tells_the_year():
    """A wire report whose dateline leaves out the year is dated by a copy of it, and lies in the copy's contest."""
    wire = says(
        "A shell killed four people in Lviv.",
        "four people",
        4,
        report="wire",
        place=Place(name="Lviv", country="UA"),
        period="XXXX-03-11",
    )
    paper = says(
        "A shell killed four people in Lviv!",
        "four people",
        4,
        report="paper",
        place=Place(name="Lviv", country="UA"),
        period="2016-03-11",
        published="2016-03-12",
    )
    copies = {wire.document: Copy(paper.document, 1.0), paper.document: Copy(paper.document, 1.0)}
    (found,) = compare([wire, paper], copies=copies)
    assert topics([found]) == {
        "people killed in Lviv, 11 March 2016",
        "people killed in Lviv, 11 March 2016 (year by a copy of the report)",
    }
    assert sum(o.level == "statement" for o in found.origins) == 1


def test_a_day_without_a_year_is_compared_by_its_day():
    """Where nothing tells the year, the same day in the same place may be meant, and another day is not."""
    lviv = Place(name="Lviv", country="UA")
    bare = says("A shell killed four people in Lviv.", "four people", 4, report="a", place=lviv, period="XXXX-03-11")
    same = says(
        "Four people died in Lviv.",
        "Four people",
        4,
        report="b",
        place=lviv,
        period="2016-03-11",
        published="2016-03-12",
    )
    later = says(
        "Nine people died in Lviv.",
        "Nine people",
        9,
        report="c",
        place=lviv,
        period="2016-08-02",
        published="2016-08-03",
    )
    (found,) = compare([bare, same, later])
    assert {f.id for f in found.figures} == {bare.id, same.id}
    assert {c.verdict for c in found.comparisons} == {"agree"}


@pytest.mark.parametrize(
    ("value", "published", "dated"),
    [
        ("XXXX-03-11", "2016-03-12", "2016-03-11"),
        ("XXXX-12-30", "2016-01-02", "2015-12-30"),
        ("XXXX-03-11/..", "2016-03-12", "2016-03-11/.."),
        ("XXXX-02-29", "2015-03-01", "XXXX-02-29"),
        ("2003", "2016-03-12", "2003"),
        ("XXXX-03-11", None, "XXXX-03-11"),
    ],
)
def test_the_last_such_day_is_meant(value, published, dated):
    """A day without a year is the last one before the report."""
    assert with_year(value, published) == dated


def test_a_day_of_an_unknown_year_in_words():
    """`XXXX-03-11` is told as a person would say it."""
    assert in_words(period_of("XXXX-03-11", None, None)) == "11 March of a year not told"


_WHEN = st.sampled_from(
    [
        *("XXXX-03-11", "XXXX-02-29", "XXXX-12", "XXXX", "XXXX-03-XX", "2016-03-11", "2016-03-12/2016-03-13", "20XX"),
        *("XXXX-03-11/XXXX-03-14", "XXXX-03-11/..", "XXXX-03-11/", "/XXXX-03-11", "../XXXX", "2003/XXXX-03-11"),
        *("2003/..", "2003/2016-04", "/2016-03", "XXXX-12-31/XXXX-01-02"),
    ]
)


@given(_WHEN, _WHEN, st.none() | _WHEN, st.sampled_from([None, "2016-03-12", "XXXX-03-12", "2016"]))
def test_no_unknown_year_is_an_error(one, other, until, published):
    """Whatever is left open in two periods and days of counting, figures are compared and told in words."""
    a = says("Four died in Lviv.", "Four", 4, report="a", place="Lviv", period=one, as_of=until, published=published)
    b = says("Four people died.", "Four people", 4, report="b", place="Lviv", period=other, published="2016-03-12")
    text = {report.document: Copy(a.document, 1.0) for report in (a, b)}
    for copies in ({}, text):
        for contest in compare([a, b], copies=copies):
            assert all(topic.words for topic in contest.topics)
    assert one_day_of_year(period_of(one, until, None), period_of(one, until, None)) in {True, None}


def test_one_statement_is_one_contest_wherever_it_is_placed():
    """One large number of one speaker and day is laid beside itself, though one report places it elsewhere."""
    here = says(
        "Ann Tarn said 4,000 people died in Peru.",
        "4,000 people",
        4_000,
        report="a",
        speaker="Ann Tarn",
        place=Place(name="Peru", country="PE"),
        published="2004-05-01",
    )
    there = says(
        "Ann Tarn said 4,000 people died in Chile.",
        "4,000 people",
        4_000,
        report="b",
        speaker="Ann Tarn",
        place=Place(name="Chile", country="CL"),
        published="2004-05-02",
    )
    (found,) = compare([here, there])
    assert "misquote" in {reason for c in found.comparisons for reason in c.reasons}


def test_twelve_dead_in_two_towns_are_two_statements():
    """A small number may be said of two places on one day."""
    here = says(
        "Ann Tarn said 12 people died in Lviv.",
        "12 people",
        12,
        report="a",
        speaker="Ann Tarn",
        place=Place(name="Lviv", country="UA"),
        period="2004-05-01",
        published="2004-05-01",
    )
    there = says(
        "Ann Tarn said 12 people died in Kharkiv.",
        "12 people",
        12,
        report="b",
        speaker="Ann Tarn",
        place=Place(name="Kharkiv", country="UA"),
        period="2004-05-01",
        published="2004-05-01",
    )
    assert compare([here, there]) == ()


def test_a_wider_place_of_one_statement_is_no_misquote():
    """Tigray lies in Ethiopia: one report names the place more closely."""
    wide = says(
        "Ann Tarn said 4,000 people died in Ethiopia.",
        "4,000 people",
        4_000,
        report="a",
        speaker="Ann Tarn",
        place=Place(name="Ethiopia", country="ET"),
        published="2004-05-01",
    )
    close = says(
        "Ann Tarn said 4,000 people died in Tigray.",
        "4,000 people",
        4_000,
        report="b",
        speaker="Ann Tarn",
        place=Place(name="Tigray", country="ET"),
        published="2004-05-01",
    )
    (found,) = compare([wide, close])
    claims = found.between(wide.id, close.id)
    assert claims is not None
    assert (claims.verdict, claims.reasons) == ("agree", ("same_origin",))


@pytest.mark.parametrize(
    "other", ["the Russian Ministry of Defence", "Russian defense ministry", "figures from Russia's Defence Ministry"]
)
def test_a_body_is_one_voice_however_it_is_named(other):
    """A ministry's number is one origin under all its names, its tally's too."""
    place = Place(name="Lviv", country="UA")
    made = [
        says(
            f"{name} says 12 people died in Lviv.",
            "12 people",
            12,
            report=name,
            speaker=name,
            kind="document" if "figures" in name else "organisation",
            place=place,
            published="2022-05-01",
        )
        for name in ("Russia's defence ministry", other)
    ]
    (found,) = compare(made)
    assert sum(o.level == "statement" for o in found.origins) == 1


def test_a_contest_is_called_after_people():
    """Not after the percentage in it, however often that is told."""
    words = "The toll of 70 people killed is 41 per cent higher than the count of 50 people killed."
    share = says(words, "41 per cent", 41, unit="percent", harm=None)
    people = [says(words, w, n) for w, n in (("70 people", 70), ("50 people", 50))]
    (found,) = compare([share, *people])
    assert found.subject == "people killed"


def test_a_number_that_is_exceeded_is_told_so():
    """`Over 600,000` is told as more than 600,000, not as at least 600,001."""
    made = [
        says(
            f"Over 600,000 people died in Peru, said {n}.",
            "Over 600,000 people",
            600_001,
            None,
            place=Place(name="Peru", country="PE"),
            speaker=n,
            published="2004-05-01",
        )
        for n in ("Ann Tarn", "Bo Rovan")
    ]
    (found,) = compare(made)
    assert all("more than 600,000 people" in c.words for t in found.topics for c in t.claims)
