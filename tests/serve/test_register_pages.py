"""The register in the browser: its filters, a row's page, and who in the casebook cites it."""

from __future__ import annotations

import pytest

from tests.serve.board_made import figure, tolls


@pytest.fixture
def casebook(tmp_path):
    with tolls(tmp_path) as opened:
        yield opened


@pytest.mark.parametrize(
    ("query", "there", "absent"),
    [
        ("source=WHO&conflict=iraq", "/register/IQ1", "/register/IQ9"),
        ("value=151,000", "/register/IQ1", "/register/IQ2"),
        ("measure=excess_deaths", "/register/IQ2", "/register/IQ1"),
        ("status=unverified", 'class="off"', "/register/IQ1"),
    ],
)
def test_the_register_is_filtered(client, query, there, absent):
    """A filter leaves the rows that fit it."""
    page = client.get(f"/register?{query}").text
    assert f'{there}"' in page or there in page
    assert f'href="{absent}"' not in page


def test_long_lists_are_paged(client):
    """The register has pages of fifty rows, and links from one to the next."""
    page = client.get("/register").text
    assert page.count('data-label="Figure"') == 50
    assert 'rel="next" href="/register?page=2"' in page


def test_a_row_tells_where_it_stands(client):
    """A row's page has its interval with the kind of it, and its citation as a link that tells nothing."""
    page = client.get("/register/IQ1").text
    assert "104,000 to 223,000" in page
    assert "95% uncertainty" in page
    assert 'href="https://doi.org/10.1056/NEJMsa0707782" rel="noreferrer noopener"' in page


def test_a_row_has_the_chain_of_what_replaced_it(client):
    """Both the earlier and the later row are on the page of each."""
    assert 'href="/register/IQ10"' in client.get("/register/IQ9").text
    assert 'href="/register/IQ9"' in client.get("/register/IQ10").text


def test_a_row_has_who_cites_it_and_how(client, casebook):
    """Figures that rest on a row are on its page: those that match, and those that differ."""
    page = client.get("/register/IQ1").text
    for words in ("151000 people", "104000 people"):
        assert f'href="/figures/{figure(casebook, words, "Far Gazette").id}"' in page
    assert page.index("Matches") < page.index("Differs")


def test_a_corrected_figure_is_held_anew(client, casebook):
    """After a correction, the row's page has what holding the new number gives."""
    one = figure(casebook, "104000 people", "Far Gazette")
    assert "Differs" in client.get("/register/IQ1").text
    casebook.decide(f"figure:{one.id}", "correct", {"low": 151000, "high": 151000}, by="tester", why="a slip")
    assert "Differs" not in client.get("/register/IQ1").text


def test_a_row_that_is_not_there_is_told_so(client):
    """An unknown row is a page that says so."""
    assert client.get("/register/XX1").status_code == 404


@pytest.mark.parametrize("query", ["conflict=moon", "value=few", "colour=red", "page=-1"])
def test_a_filter_without_sense_is_refused(client, query):
    """A value that makes no sense is named, on a page."""
    assert client.get(f"/register?{query}").status_code == 400
