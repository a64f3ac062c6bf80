"""The list of decisions, and how a page learns what others decide."""

import re

import pytest

from accordingto.serve.pages import decisions as page
from accordingto.serve.pages.decisions_words import changes, in_words


@pytest.fixture
def figures(casebook):
    return list(casebook.figures())


def rows(answer):
    return re.findall(r"<tr.*?</tr>", answer.text.partition("<tbody>")[2], re.S)


@pytest.fixture
def decided(casebook, figures):
    """Ana rejects, Bo corrects, and Ana takes hers back."""
    first = casebook.decide(f"figure:{figures[0].id}", "reject", by="Ana", why="a <street> number")
    casebook.decide(
        f"figure:{figures[1].id}", "correct", {"low": 1500, "high": 1600, "place": None}, by="Bo", why="misread"
    )
    casebook.decide(f"decision:{first.number}", "undo", by="Ana", why="a slip")
    return casebook.decisions()


def test_each_decision_says_who_what_and_why(client, decided):
    """The newest first, each with its reason, its words and its changes; what is undone is told so."""
    answer = client.get("/decisions")
    undoing, correction, rejection = rows(answer)
    assert "Bo" in correction
    assert "misread" in correction
    assert "least: <bdi>1,500</bdi>" in correction
    assert "most: <bdi>1,600</bdi>" in correction
    assert "a &lt;street&gt; number" in rejection
    assert "(undone)" in rejection
    assert "do=undo" not in rejection
    assert f"do=undo&amp;decision={decided[-1].number}" in undoing


@pytest.mark.parametrize(
    ("asked", "count"),
    [
        ("by=Ana", 2),
        ("kind=correct", 1),
        ("about=figure", 3),
        ("about=source", 0),
        ("by=Ana&kind=undo", 1),
        ("about=figure:0000000000000000/f1", 0),
        ("day=1999-01-01", 0),
        ("day=%25", 0),
    ],
)
def test_decisions_are_narrowed(client, decided, asked, count):
    """Filters add up, and their address is a saved view."""
    assert len(rows(client.get(f"/decisions?{asked}"))) == count


def test_decisions_of_a_day_and_those_who_decided(client, decided):
    """The day on which all was decided takes all, and the choice of persons has each once."""
    page = client.get(f"/decisions?day={decided[0].at[:10]}")
    assert len(rows(page)) == 3
    people = page.text.partition('id="by"')[2].partition("</select>")[0]
    assert re.findall(r"<option[^>]*>([^<]+)<", people) == ["anybody", "Ana", "Bo"]


def test_a_day_takes_its_own_decisions(client, decided):
    """The day is that of the decision, in UTC."""
    assert len(rows(client.get(f"/decisions?day={decided[0].at[:10]}"))) == 3


def test_long_lists_are_paged(client, decided, monkeypatch):
    """A page holds so many, leads on to the next, and keeps the filter."""
    monkeypatch.setattr(page, "ROWS", 1)
    first = client.get("/decisions?by=Ana")
    assert len(rows(first)) == 1
    assert 'href="/decisions?by=Ana&amp;page=2" rel="next"' in first.text
    assert 'href="/decisions?by=Ana" rel="prev"' in client.get("/decisions?by=Ana&page=2").text
    assert "There is no page 9" in client.get("/decisions?by=Ana&page=9").text


def test_an_empty_list_says_what_to_do(client):
    """Without a decision the page leads to the queue."""
    assert "Nobody has decided about anything yet" in client.get("/decisions").text


def test_values_are_told_in_words():
    """Null, yes and no, names, places and words of the report are no JSON."""
    assert in_words(None) == "not known"
    assert in_words([True, 12000]) == "yes, 12,000"
    assert in_words({"name": "Goma", "country": "CD"}) == "Goma (CD)"
    assert in_words([{"start": 0, "end": 3, "text": "a\nb"}]) == "“a b”"


def test_what_was_added_is_told(client, casebook, figures):
    """The fields of a figure that the program had missed."""
    text = casebook.ledgers_of(figures[0].document)[-1].document.text
    span = {"start": 0, "end": 6, "text": text[:6]}
    value = {"figure": {"span": span, "low": 3, "high": None, "unit": "people"}, "speaker": None}
    made = casebook.decide(f"report:{figures[0].document}", "add", value, by="Ana", why="missed")
    assert ("least", "3") in changes(made)
    assert "Ana" in rows(client.get("/decisions"))[0]


# --------------------------------------------------------------------------------------------------- since an entry


def changes_since(client, number, address="http://127.0.0.1/figures"):
    return client.get(f"/changes?since={number}", headers={"HX-Request": "true", "HX-Current-URL": address})


def test_nothing_new_is_no_answer(client, decided):
    """Without a newer decision there is nothing to swap in."""
    answer = changes_since(client, decided[-1].number)
    assert (answer.status_code, answer.text) == (204, "")


def test_a_page_knows_from_where_to_ask(client, decided):
    """A page asks for what comes after the last decision that was made before it."""
    assert f'hx-get="/changes?since={decided[-1].number}"' in client.get("/decisions").text


def test_what_another_decides_is_told(client, casebook, figures):
    """Who did what in the report that the page shows, with a link, in a region that is read out."""
    casebook.decide(f"figure:{figures[0].id}", "reject", by="Ana", why="no")
    told = changes_since(client, 0, f"http://127.0.0.1/reports/{figures[0].document[:16]}/figure/f1").text
    assert "Ana rejected a figure in this report" in told
    assert 'id="news" role="status" hx-swap-oob="innerHTML"' in told
    assert f'href="/reports/{figures[0].id.replace("/", "/figure/")}' in told


def test_another_reports_decision_is_not_taken_for_this_ones(client, casebook, figures):
    """On the page of another report it is told without `in this report`, and the link leads there."""
    other = next(one for one in figures if one.document != figures[0].document)
    casebook.decide(f"figure:{figures[0].id}", "reject", by="Ana", why="no")
    told = changes_since(client, 0, f"http://127.0.0.1/reports/{other.document}").text
    assert "Ana rejected a figure" in told
    assert "in this report" not in told


def test_ones_own_decisions_are_no_news(client, casebook, figures):
    """They are passed over, but not asked for again."""
    made = casebook.decide(f"figure:{figures[0].id}", "reject", by="tester", why="no")
    answer = changes_since(client, 0)
    assert "news" not in answer.text
    assert f"since={made.number}" in answer.text
