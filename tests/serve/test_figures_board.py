"""The board of figures: its filters, its order, its pages, its addresses and its downloads."""

from __future__ import annotations

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import WrongFilter
from accordingto.serve.pages.figures_asked import REVIEWS, Asked
from tests.serve.board_made import figure, tolls


@pytest.fixture
def casebook(tmp_path):
    with tolls(tmp_path) as opened:
        yield opened


def numbers(page):
    """The numbers of the board's rows, from the first to the last."""
    rows = page.text.partition("<tbody>")[2].partition("</tbody>")[0]
    return [part.partition("</bdi>")[0] for part in rows.split('data-label="Figure"><a href="')[1:]]


def shown_numbers(page):
    return [row.partition("<bdi>")[2] for row in numbers(page)]


def test_all_figures_stand_on_the_board(client):
    """Without a filter the board has every figure, in the order of adding."""
    assert shown_numbers(client.get("/figures")) == ["12", "30", "12", "40", "151,000", "104,000"]


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("harm=injured", ["40"]),
        ("place=Mosul&harm=killed", ["12", "30", "12"]),
        ("period=2006", ["151,000", "104,000"]),
        ("speaker=Veldt", ["30"]),
        ("outlet=Evening+Bell", ["12", "40"]),
        ("low=100&high=110,000", ["104,000"]),
        ("unit=people&low=150000", ["151,000"]),
    ],
)
def test_each_filter_leaves_what_fits(client, query, found):
    """A filter in the address leaves the figures that fit it."""
    assert shown_numbers(client.get(f"/figures?{query}")) == found


def test_the_board_is_sorted_by_its_headers(client):
    """A header's link sorts by its column, and turns the order where it is sorted already."""
    page = client.get("/figures?sort=number")
    assert shown_numbers(page) == ["12", "12", "30", "40", "104,000", "151,000"]
    assert 'aria-sort="ascending"><a href="/figures?sort=-number"' in page.text
    assert shown_numbers(client.get("/figures?sort=-number")) == ["151,000", "104,000", "40", "30", "12", "12"]


def test_a_rejected_figure_leaves_the_board_and_can_be_asked_for(client, casebook):
    """What was rejected is shown only where its state is asked for."""
    casebook.decide(f"figure:{figure(casebook, '30 people', 'Daily Quay').id}", "reject", by="tester", why="misread")
    assert "30" not in shown_numbers(client.get("/figures"))
    assert shown_numbers(client.get("/figures?review=rejected")) == ["30"]
    assert "30" in shown_numbers(client.get("/figures?review=any"))


def test_what_was_decided_stands_beside_a_figure(client, casebook):
    """An accepted figure says so, and those not yet decided can be listed without it."""
    casebook.decide(f"figure:{figure(casebook, '40 people', 'Evening Bell').id}", "accept", by="tester", why="read")
    assert shown_numbers(client.get("/figures?review=accepted")) == ["40"]
    assert "40" not in shown_numbers(client.get("/figures?review=none"))


def test_the_address_of_a_figure_leads_to_its_words(client, casebook):
    """A number's link leads to its place among the figures of its report."""
    one = figure(casebook, "40 people", "Evening Bell")
    answer = client.get(f"/figures/{one.id}", follow_redirects=False)
    assert answer.headers["location"] == f"/reports/{one.document[:16]}#q2"


def test_the_address_of_a_rejected_figure_leads_to_its_report(client, casebook):
    """A figure that was rejected has no mark: its address leads to the report."""
    one = figure(casebook, "30 people", "Daily Quay")
    casebook.decide(f"figure:{one.id}", "reject", by="tester", why="misread")
    assert (
        client.get(f"/figures/{one.id}", follow_redirects=False).headers["location"] == f"/reports/{one.document[:16]}"
    )


def test_a_figure_of_no_report_is_not_found(client):
    """An address of a report that is not there is told so."""
    assert client.get("/figures/0123456789abcdef/f1").status_code == 404


def test_the_downloads_hold_exactly_the_view(client):
    """CSV, JSON and Parquet of a view have its figures in its order, and no other."""
    query = "harm=killed&place=Mosul&sort=-number"
    in_csv = [row["low"] for row in csv.DictReader(io.StringIO(client.get(f"/figures.csv?{query}").text))]
    in_json = [one["figure"]["low"] for one in json.loads(client.get(f"/figures.json?{query}").text)]
    assert in_csv == ["30", "12", "12"]
    assert in_json == [30, 12, 12]
    parquet = pytest.importorskip("pyarrow.parquet")
    table = parquet.read_table(io.BytesIO(client.get(f"/figures.parquet?{query}").content))
    assert table["low"].to_pylist() == [30.0, 12.0, 12.0]


def test_a_download_of_nothing_is_still_whole(client):
    """A view without figures is an empty list in JSON, and a header in CSV."""
    assert json.loads(client.get("/figures.json?speaker=Nobody").text) == []
    assert client.get("/figures.csv?speaker=Nobody").text.count("\n") == 1


@pytest.mark.parametrize(
    ("query", "value"),
    [("low=many", "many"), ("harm=bored", "bored"), ("sort=colour", "colour"), ("page=0", "0"), ("wat=1", "wat"),
     ("low=1e999", "1e999"), ("low=9&high=2", "9"), ("period=someday", "someday"), ("speaker=" + "x" * 201, "201")],
)  # fmt: skip
def test_a_filter_without_sense_is_named(client, query, value):
    """A value that makes no sense gives a page that names it, not an error of the program."""
    page = client.get(f"/figures?{query}")
    assert page.status_code == 400
    assert value in page.text


def test_an_empty_board_says_the_next_step(client):
    """Where nothing fits, the page leads on to all figures."""
    assert '<a href="/figures">Show all figures</a>' in client.get("/figures?speaker=Nobody").text


def test_words_of_reports_are_text(client, casebook):
    """What an address or a report holds never becomes an element of the page."""
    page = client.get('/figures?outlet=%3Cscript%3Ealert(1)%3C%2Fscript%3E"')
    assert "<script>alert" not in page.text
    assert "&lt;script&gt;" in page.text


words = st.text(min_size=1, max_size=40).map(str.strip).filter(bool)


@given(
    st.builds(
        Asked,
        harm=st.sampled_from([None, "killed", "injured"]),
        place=st.none() | words,
        speaker=st.none() | words,
        outlet=st.none() | words,
        low=st.none() | st.integers(-(10**12), 10**12).map(float),
        review=st.sampled_from([None, *[r for r in REVIEWS if r]]),
        versions=st.booleans(),
        sort=st.sampled_from([None, "number", "-published"]),
        page=st.integers(1, 10**6),
    )
)
def test_an_address_holds_the_whole_view(asked):
    """Read back, the address of any view asks for the same."""
    from urllib.parse import parse_qsl, urlsplit

    query = dict(parse_qsl(urlsplit(asked.to(page=asked.page)).query, keep_blank_values=True))
    assert Asked.of(query) == asked


def test_a_number_may_have_commas():
    """Bounds can be written as reports write them."""
    assert Asked.of({"low": "1,500"}).low == 1500
    with pytest.raises(WrongFilter, match="no number"):
        Asked.of({"low": "1.5.0"})
