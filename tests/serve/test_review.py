"""The queue, the agreement of reviewers, and the download of what can be learnt."""

import json
import re

import pytest

from accordingto.serve.pages import review as page


@pytest.fixture
def figures(casebook):
    return list(casebook.figures())


def target(answer):
    return re.search(r'data-item data-queue.*?data-target="([^"]+)"', answer.text, re.S).group(1)


def test_one_thing_is_shown_with_its_words_and_reason(client):
    """The first of the queue, with the sentence around it, and why it is here."""
    answer = client.get("/review?kind=figure")
    assert "Here because:" in answer.text
    assert re.search(r'<blockquote class="context" data-start="\d+"', answer.text)
    assert "as-figure" in answer.text


def test_deciding_brings_the_next(client, casebook):
    """What was decided about is in the queue no more, and the form leads back to the queue."""
    first = client.get("/review?kind=figure")
    sent = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]*)"', first.text.partition('class="at-once"')[2]))
    answer = client.post(f"/decide/{target(first)}", data=sent | {"usual": "The words say so"})
    assert [one.target for one in casebook.decisions()] == [target(first)]
    assert answer.url.path == "/review"
    assert target(answer) != target(first)


def test_one_can_be_left_for_later(client):
    """The next is one place further, and the last leads no further."""
    first, second = client.get("/review?kind=figure"), client.get("/review?kind=figure&place=2")
    assert target(first) != target(second)
    assert 'href="/review?kind=figure&amp;place=2" rel="next"' in first.text
    last = client.get("/review?kind=figure&place=9")
    assert 'rel="next"' not in last.text


def test_an_empty_queue_says_so(client, casebook, figures):
    """When all is decided about, the page says so."""
    for one in figures:
        casebook.decide(f"figure:{one.id}", "accept", by="tester", why="so")
    assert "Nothing waits to be looked at" in client.get("/review?kind=figure").text
    assert "Nothing waits to be looked at" in client.get("/review/list?kind=figure").text


def test_the_queue_is_a_list_too(client, figures, monkeypatch):
    """All of it, paged, each with its buttons."""
    assert client.get("/review/list?kind=figure").text.count("<li data-item>") == len(figures)
    monkeypatch.setattr(page, "ROWS", 4)
    answer = client.get("/review/list?kind=figure&page=2")
    assert '<ol class="entries queue" start="5">' in answer.text
    assert 'href="/review/list?kind=figure&amp;page=3" rel="next"' in answer.text


def test_no_two_have_decided_about_the_same(client):
    """Without a pair the page says when there will be one."""
    assert "No two people have decided" in client.get("/review/agreement").text


def disagree(casebook, figures):
    for number, (first, second) in enumerate(
        [("accept", "accept"), ("reject", "reject"), ("accept", "reject"), ("reject", "reject")]
    ):
        casebook.decide(f"figure:{figures[number].id}", first, by="Ana", why="as read")
        casebook.decide(f"figure:{figures[number].id}", second, by="Bo", why="a street number")


def test_kappa_pair_by_pair(client, casebook, figures):
    """Cohen's kappa, with how many both decided about and how many alike."""
    disagree(casebook, figures)
    cells = re.findall(r'<td class="num">(?:<b>)?([^<]*)', client.get("/review/agreement").text)
    assert cells[:4] == ["4", "3", "50 %", "0.50"]


def test_a_disagreement_shows_both_words(client, casebook, figures):
    """Who said what and why, with the words that it is about."""
    disagree(casebook, figures)
    (shown,) = re.findall(r"<li data-item>.*?</li>", client.get("/review/agreement").text, re.S)
    assert figures[2].figure.span.text in shown
    assert "<bdi>Ana</bdi>: <b>accepted</b>" in shown
    assert "<bdi>Bo</bdi>: <b>rejected</b>" in shown
    assert "Settled since" not in shown


def test_a_third_person_settles_it(client, casebook, figures):
    """A later decision by somebody else is shown beside both."""
    disagree(casebook, figures)
    casebook.decide(f"figure:{figures[2].id}", "accept", by="Cem", why="the desk's word")
    shown = client.get("/review/agreement").text
    assert "Settled since: Cem accepted a figure" in shown


def test_corrections_can_be_downloaded(client, casebook, figures):
    """A line for each report about which something was decided."""
    casebook.decide(f"figure:{figures[0].id}", "correct", {"low": 7}, by="Ana", why="misread")
    answer = client.get("/review/training.jsonl")
    (lesson,) = [json.loads(line) for line in answer.text.splitlines()]
    assert lesson["id"] == figures[0].document
    assert {one["verdict"] for one in lesson["figures"]} == {"corrected", "unreviewed"}
    assert "attachment" in answer.headers["content-disposition"]
