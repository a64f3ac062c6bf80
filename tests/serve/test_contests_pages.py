"""The list of contests and the page of each: what it shows, and that it follows what is decided."""

from __future__ import annotations

import csv
import io
import json
from xml.etree import ElementTree as ET

import pytest

from accordingto.serve.pages.contests_list import gap
from accordingto.serve.pages.contests_pairs import REASONS
from tests.serve.board_made import figure, tolls


@pytest.fixture
def casebook(tmp_path):
    with tolls(tmp_path) as opened:
        yield opened


@pytest.fixture
def mosul(client):
    """The address of the contest on Mosul."""
    page = client.get("/contests?text=Mosul").text
    return page.partition('<li data-item><a href="')[2].partition('"')[0]


def listed(page):
    return page.text.count("<li data-item>")


def test_the_list_has_every_contest_with_its_sum(client):
    """Each contest stands with how many reports, publishers and origins are behind it."""
    page = client.get("/contests")
    assert listed(page) == 2
    assert "4 figures from 3 reports, 3 publishers, 3 origins" in page.text


@pytest.mark.parametrize(
    ("query", "found"),
    [("conflict=1", 1), ("harm=killed", 2), ("harm=injured", 0), ("place=Mosul", 1),
     ("place=Yemen", 0), ("reason=true_conflict", 1),
     ("reason=corrected_by_source", 1), ("text=mosul", 1), ("text=nowhere", 0)],
)  # fmt: skip
def test_the_list_is_filtered(client, query, found):
    """A filter leaves the contests that fit it."""
    assert listed(client.get(f"/contests?{query}")) == found


def test_the_list_can_be_narrowed_to_a_figure(client, casebook):
    """The contest of a figure is found by the figure's id."""
    one = figure(casebook, "30 people", "Daily Quay")
    page = client.get(f"/contests?figure={one.id}")
    assert listed(page) == 1
    assert "Mosul" in page.text


def test_a_contest_is_told_in_words(client, mosul):
    """Its page has its sum, its pairs by verdict, and the widest gap."""
    page = client.get(mosul).text
    assert "4 figures from 3 reports, 3 publishers, 3 origins." in page
    assert "1 in conflict" in page
    assert "the one number is 2.5 times the other" in page


def test_every_number_leads_to_its_words(client, casebook, mosul):
    """Each telling of a contest is linked by its figure's lasting address."""
    page = client.get(mosul).text
    ids = [f.id for f in casebook.figures(place="Mosul")]
    assert ids
    for one in ids:
        assert f'href="../figures/{one}"' in page


def test_pairs_say_why(client, mosul):
    """Pair by pair, the page gives a sentence and the reasons in words."""
    page = client.get(mosul).text
    assert "Tomas Veldt" in page
    assert REASONS["true_conflict"] in page


def test_pairs_are_filtered_by_verdict_and_reason(client, mosul):
    """A verdict or a reason in the address leaves its pairs only."""
    assert client.get(f"{mosul}?verdict=conflict").text.count('<li class="verdict ') == 1
    assert client.get(f"{mosul}?reason=same_origin").text.count('<li class="verdict ') == 1
    assert client.get(f"{mosul}?reason=rounding").text.count('<li class="verdict ') == 0
    assert client.get(f"{mosul}?verdict=maybe").status_code == 400


def test_each_profile_gives_its_toll_with_rule_and_citation(client, mosul):
    """The table of profiles has what each body would record, by which rule, and where that is written."""
    page = client.get(mosul).text
    table = page.partition('<table class="tolls">')[2].partition("</table>")[0]
    assert table.count("<tr>") == 6
    assert "The lowest of those given" in table
    assert "ACLED codebook; FAQ of May 2024" in table


def test_what_a_source_published_stands_behind_the_rows_that_cite_it(client):
    """A contest whose figures cite a source of the register shows that source's interval."""
    page = client.get("/contests?text=Iraq+2006").text
    contest = page.partition('<li data-item><a href="')[2].partition('"')[0]
    shown = client.get(contest).text
    assert 'href="/register/IQ1"' in shown
    assert 'class="band"' in shown


def test_a_corrected_figure_changes_the_contest(client, casebook, mosul):
    """After a correction the contest shows the new number, and the conflict is gone."""
    one = figure(casebook, "30 people", "Daily Quay")
    casebook.decide(f"figure:{one.id}", "correct", {"low": 12, "high": 12}, by="tester", why="a slip")
    page = client.get("/contests?text=Mosul").text
    assert "1 pair in conflict" not in page
    address = page.partition('<li data-item><a href="')[2].partition('"')[0]
    assert "the one number is" not in client.get(address).text


def test_a_rejected_figure_leaves_the_contest(client, casebook, mosul):
    """A rejected figure is in no contest any more, and the contest's old address leads to what is left of it."""
    one = figure(casebook, "30 people", "Daily Quay")
    casebook.decide(f"figure:{one.id}", "reject", by="tester", why="misread")
    assert listed(client.get(f"/contests?figure={one.id}")) == 0
    page = client.get(mosul)
    assert page.url.path != mosul
    assert "3 figures from 2 reports" in page.text


def test_decisions_about_a_contest_stand_on_its_page(client, casebook, mosul):
    """A grade that somebody gave is shown with reason and name."""
    casebook.decide(
        f"contest:{mosul.rpartition('/')[2]}", "grade", {"grade": "fair"}, by="R. Eader", why="two of them stood there"
    )
    page = client.get(mosul).text
    assert "two of them stood there" in page
    assert "R. Eader" in page


def test_a_contest_that_is_not_there_is_told_so(client):
    """An unknown contest is a page with the way to those that there are."""
    page = client.get("/contests/0123456789ab")
    assert page.status_code == 404
    assert "list of contests" in page.text


def test_the_files_of_a_contest_hold_its_numbers_and_pairs(client, mosul):
    """JSON is the record, CSV has a row per origin and number, and one per pair."""
    record = json.loads(client.get(f"{mosul}/contest.json").text)["contests"][0]
    assert record["summary"] == "3 reports, 3 publishers, 3 origins"
    rows = list(csv.DictReader(io.StringIO(client.get(f"{mosul}/contest.csv").text)))
    assert sorted(row["low"] for row in rows) == ["12", "30", "40"]
    assert [row["reports"] for row in rows if row["low"] == "12"] == ["2"]
    pairs = list(csv.DictReader(io.StringIO(client.get(f"{mosul}/pairs.csv").text)))
    assert len(pairs) == len(record["comparisons"])


def test_a_kept_drawing_stands_alone(client, mosul):
    """The SVG file is XML with its own style, and leads nowhere."""
    drawing = client.get(f"{mosul}/chart.svg?of=ranges").content
    root = ET.fromstring(drawing)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert b"href=" not in drawing
    assert b".plot" in drawing


@pytest.mark.parametrize("of", ["ranges", "course"])
def test_each_drawing_has_its_chart_and_its_list(client, mosul, of):
    """Every chart of a contest is drawn by the server, given as Vega-Lite, and told as a list below it."""
    page = client.get(mosul).text
    assert f'data-chart="{mosul}/chart.json?of={of}"' in page
    spec = client.get(f"{mosul}/chart.json?of={of}").json()
    assert spec["$schema"].endswith("/vega-lite/v6.json")
    assert "The list below has the same" in spec["description"] or "the list below has the same" in spec["description"]


def test_a_kept_chart_has_whole_addresses(client, mosul):
    """In the file that is kept, the links hold the address of the workbench."""
    spec = client.get(f"{mosul}/chart.json?of=ranges&file=1").json()
    links = [v["href"] for layer in spec["layer"] for v in layer["data"]["values"] if "href" in v]
    assert links
    assert all(link.startswith("http://") for link in links)


def test_a_page_without_chart_loads_no_library(client):
    """The charts' library comes with the pages of contests alone."""
    assert "vega" not in client.get("/contests").text
    assert "vega" not in client.get("/figures").text


def test_the_gap_is_that_of_claims_in_conflict(casebook, client):
    """How far apart is told of claims that count the same: 30 to 12, not 40 injured to 12 killed."""
    from accordingto.compare import compare

    found = {c.subject: gap(c) for c in compare(list(casebook.figures()))}
    assert found == {"people killed in Mosul, 2 May 2004": 2.5, "people killed in Iraq, 2006": None}


def test_contests_that_are_far_behind_are_made_beside_the_page(client, casebook, mosul, monkeypatch):
    """After many entries the list tells that it is behind, and is up to date a little later."""
    import time

    monkeypatch.setattr("accordingto.serve.contests._SOON", 0)
    one = figure(casebook, "30 people", "Daily Quay")
    casebook.decide(f"figure:{one.id}", "reject", by="tester", why="misread")
    assert "being brought up to date" in client.get("/contests").text
    end = time.monotonic() + 60
    while casebook.contests_behind() and time.monotonic() < end:
        time.sleep(0.05)
    assert casebook.contests_behind() == 0
    assert "being brought up to date" not in client.get("/contests").text


def test_tellings_show_what_was_decided_about_them(client, casebook, mosul):
    """A figure that was accepted says so beside its words, and the others do not."""
    told = next(one for one in casebook.contest(mosul.rpartition("/")[2]).figures)
    casebook.decide(f"figure:{told.id}", "accept", by="Ana", why="as it stands there")
    page = client.get(mosul).text
    assert page.count('<span class="review accepted">') == 1
    beside = page.partition(f'data-target="figure:{told.id}"')[2].partition("</div>")[0]
    assert '<span class="review accepted">' in beside


def test_a_contest_shows_its_state_and_is_graded(client, casebook, mosul):
    """Its page has what was decided about it, and a button to grade it, whose form is there."""
    target = f"contest:{mosul.rpartition('/')[2]}"
    casebook.decide(target, "accept", by="Ana", why="one event")
    page = client.get(mosul).text
    assert '<span class="review accepted">' in page.partition(f'data-target="{target}"')[2].partition("</div>")[0]
    assert f'href="/decide/{target}?do=grade"' in page
    assert 'name="grade"' in client.get(f"/decide/{target}?do=grade").text
