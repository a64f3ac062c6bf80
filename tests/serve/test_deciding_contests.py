"""Contests are joined and parted by forms, and wait in the queue."""

import re

import pytest

from accordingto.records import Item
from accordingto.serve.contests import Contests
from benchmarks.plain_reports import MadeUpReader

REPORTS = (
    "Ilse Marrant (mayor) said 12 people were killed in Goma in 2004-05.",
    "Tomas Veldt said 90 people were killed in Goma in 2004-05.",
    "Ilse Marrant (mayor) said 400 people were displaced in Juba in 2011-02.",
    "Harbour Relief said 900 people were displaced in Juba in 2011-02.",
)


@pytest.fixture
def two(casebook):
    """Two contests, of those killed in Goma and of those displaced in Juba, each with a conflict."""
    for number, text in enumerate(REPORTS):
        casebook.add(Item(name=f"{number}.txt", data=text.encode()), MadeUpReader(), by="tester")
    found = {one.figures[0].figure.harm: one for one in Contests(casebook).all() if len(one.figures) == 2}
    return found["killed"], found["displaced"]


def decide(client, contest, do, **sent):
    data = {"do": do, "seen": "0", "why": "read again", **sent}
    return client.post(f"/decide/contest:{contest.id}", data=data, follow_redirects=False)


def test_others_are_offered_to_join(client, two):
    """All other contests, or those whose subject has the words that are looked for."""
    killed, displaced = two
    offered = f'name="with" value="contest:{displaced.id}"'
    assert offered in client.get(f"/decide/contest:{killed.id}?do=join").text
    assert offered in client.get(f"/decide/contest:{killed.id}?do=join&q=displaced+juba").text
    assert offered not in client.get(f"/decide/contest:{killed.id}?do=join&q=missing").text
    assert f'value="contest:{killed.id}"' not in client.get(f"/decide/contest:{killed.id}?do=join").text


def test_contests_are_joined(client, casebook, two):
    """The decision names what speaks of the same, and holds the figures that it stood for."""
    killed, displaced = two
    assert decide(client, killed, "join", **{"with": f"contest:{displaced.id}"}).status_code == 303
    (made,) = casebook.decisions()
    assert (made.target, made.kind, made.value["with"]) == (
        f"contest:{killed.id}",
        "join",
        [f"contest:{displaced.id}"],
    )
    assert set(made.value["figures"]) == {one.id for one in killed.figures}
    assert [set(one) for one in made.value["others"]] == [{one.id for one in displaced.figures}]


def test_contests_are_brought_up_to_date_before_they_are_joined(client, casebook, two):
    """A decision sent by itself, after a report that the contests do not have yet, holds its figure."""
    killed, displaced = two
    later = "Otto Brandt said 15 people were killed in Goma in 2004-05."
    casebook.add(Item(name="later.txt", data=later.encode()), MadeUpReader(), by="tester")
    assert decide(client, killed, "join", **{"with": f"contest:{displaced.id}"}).status_code == 303
    assert len(casebook.decisions()[0].value["figures"]) == len(killed.figures) + 1


def listed(client):
    """The ids of the contests at `/contests`."""
    return set(re.findall(r'href="/contests/([0-9a-f]{12})"', client.get("/contests").text))


def test_joined_contests_are_one_until_that_is_undone(client, casebook, two):
    """The list shows one for both, each of their addresses leads to it, and undoing parts them again."""
    killed, displaced = two
    before = listed(client)
    assert {killed.id, displaced.id} <= before
    decide(client, killed, "join", **{"with": f"contest:{displaced.id}"})
    assert len(listed(client)) == len(before) - 1
    pages = [client.get(f"/contests/{one.id}") for one in two]
    assert pages[0].url == pages[1].url
    assert "400 people" in pages[0].text
    assert "90 people" in pages[0].text
    joined = casebook.contest_now(killed.id)
    number = casebook.decisions()[0].number
    answer = client.post(
        f"/decide/contest:{joined}",
        data={"do": "undo", "decision": str(number), "seen": str(number), "why": "two places after all"},
        follow_redirects=False,
    )
    assert answer.status_code == 303
    assert listed(client) == before


def test_figures_are_parted(client, casebook, two):
    """The form offers the contest's figures, and the decision names those that speak of something else."""
    killed, _ = two
    offered = re.findall(r'name="with" value="(figure:[^"]+)"', client.get(f"/decide/contest:{killed.id}?do=part").text)
    assert set(offered) == {f"figure:{one.id}" for one in killed.figures}
    assert decide(client, killed, "part", **{"with": offered[0]}).status_code == 303
    value = casebook.decisions()[0].value
    assert value["with"] == [offered[0]]
    assert set(value["figures"]) == {one.id for one in killed.figures}


@pytest.mark.parametrize("do", ["join", "part"])
def test_nothing_chosen_is_nothing_decided(client, casebook, two, do):
    """The form comes again."""
    assert decide(client, two[0], do).status_code == 422
    assert casebook.decisions() == ()


def test_a_conflict_waits_in_the_queue(client, two):
    """A contest whose figures conflict is there with the reason, until somebody has decided about it."""
    killed, _ = two
    assert f'data-target="contest:{killed.id}"' in client.get("/review/list?kind=contest").text
    decide(client, killed, "accept")
    left = client.get("/review/list?kind=contest").text
    assert f'data-target="contest:{killed.id}"' not in left
    assert "conflict" in left
