"""Tables of the field: UCDP-like CSV and HXL, in which nothing is made up."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings

from accordingto.records import Place, Source
from accordingto.report.export import export
from accordingto.report.export.conflict import HXL, UCDP, days, precision
from tests.report.hand_made import at, document, figure, ledger
from tests.report.made_up import ledgers

TEXT = "Police said nine civilians and 10 to 20 others were killed; four women were hurt; none of seven, they said."


def made(**of_nine):
    police = Source(id="s1", name="Police", kind="organisation", mentions=(at(TEXT, "Police"),))
    return ledger(
        TEXT,
        sources=(police,),
        document=document(TEXT, title="Strike", outlet="Wire", published="2024-05-14"),
        figures=(
            figure("f1", at(TEXT, "nine civilians"), 9, harm="killed", who="civilians", speaker="s1",
                   place=Place(name="Arvan", country="IQ"), period="2024-05", **of_nine),
            figure("f2", at(TEXT, "10 to 20 others"), 10, high=20, harm="killed"),
            figure("f3", at(TEXT, "four women"), 4, harm="injured", sex="female"),
            figure("f4", at(TEXT, "seven"), 7, harm="killed", denied=True),
        ),
    )  # fmt: skip


def rows(one, form):
    (file,) = export((one,), form=form)
    return list(csv.reader(io.StringIO(file.content.decode(), newline="")))


def ucdp(one):
    header, *rest = rows(one, "ucdp")
    assert header == list(UCDP)
    return [dict(zip(header, row, strict=True)) for row in rest]


def test_a_number_of_civilians():
    """A number has it as low, best and high, its deaths as civilians', its source, and a month's precision."""
    first = ucdp(made())[0]
    told = ("low", "best", "high", "deaths_civilians", "deaths_unknown", "source_original", "date_start", "date_end")
    assert [first[name] for name in told] == ["9", "9", "9", "9", "", "Police", "2024-05-01", "2024-05-31"]
    assert (first["date_prec"], first["country"], first["source_article"]) == ("4", "IQ", "Wire, 2024-05-14, Strike")


def test_a_range_has_no_best():
    """Where a report gives a range, which of its numbers is best is not made up, nor where and when it was."""
    second = ucdp(made())[1]
    empty = ("best", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "date_start", "country")
    assert (second["low"], second["high"], {second[name] for name in empty}) == ("10", "20", {""})


def test_a_part_names_its_whole():
    """A figure that is a part of another says of which, so that nobody counts its people twice."""
    one = made(part_of="f2")
    assert [row["part_of"].partition("/")[2] for row in ucdp(one)] == ["f2", ""]


def test_only_deaths_that_are_not_denied():
    """Neither the injured nor what is denied is in the table of deaths."""
    assert [row["id"].partition("/")[2] for row in ucdp(made())] == ["f1", "f2"]


@pytest.mark.parametrize(
    ("period", "code"),
    [("2024-05-13", 1), ("2024-05-13/2024-05-17", 2), ("2024-05-13/2024-05-19", 3), ("2024-05", 4), ("2024", 5),
     ("2023/2024", None), ("2024-05-13/..", None), (None, None), ("XXXX-10-08", None)],
)  # fmt: skip
def test_precision_of_dates(period, code):
    """A day is 1, some days 2, a week 3, a month 4, a year 5; what is longer, open or not known has no code."""
    assert precision(*days(period)) == code


def test_hxl_tags_stand_below_the_headings():
    """The second row has the tags, with harm, population, sex and end in the tag of each number."""
    headings, tags, first, second, third = rows(made(), "hxl")
    assert tags[: len(HXL)] == [tag for tag, _ in HXL.values()]
    assert tags[len(HXL) :] == [
        "#affected+killed+min", "#affected+killed+max", "#affected+killed+civilians+min",
        "#affected+killed+civilians+max", "#affected+injured+f+min", "#affected+injured+f+max",
    ]  # fmt: skip
    assert len(headings) == len(tags)
    assert first[len(HXL) :] == ["", "", "9", "9", "", ""]
    assert second[len(HXL) :] == ["10", "20", "", "", "", ""]
    assert third[len(HXL) :] == ["", "", "", "", "4", "4"]


@settings(max_examples=25)
@given(ledgers())
def test_any_ledger_makes_tables(one):
    """Whatever the ledger, every row has as many cells as the header."""
    for form in ("ucdp", "hxl"):
        assert len({len(row) for row in rows(one, form)}) == 1
