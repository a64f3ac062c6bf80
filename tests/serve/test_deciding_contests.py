"""Contests are joined and parted by forms, and wait in the queue."""

import re

import pytest

from accordingto.records import Item
from accordingto.serve.pages.deciding_contests import contests
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
    found = {one.figures[0].figure.harm: one for one in contests(casebook) if len(one.figures) == 2}
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
    """The decision names what speaks of the same."""
    killed, displaced = two
    assert decide(client, killed, "join", **{"with": f"contest:{displaced.id}"}).status_code == 303
    (made,) = casebook.decisions()
    assert (made.target, made.kind) == (f"contest:{killed.id}", "join")
    assert made.value["with"] == [f"contest:{displaced.id}"]


def test_figures_are_parted(client, casebook, two):
    """The form offers the contest's figures, and the decision names those that speak of something else."""
    killed, _ = two
    offered = re.findall(r'name="with" value="(figure:[^"]+)"', client.get(f"/decide/contest:{killed.id}?do=part").text)
    assert set(offered) == {f"figure:{one.id}" for one in killed.figures}
    assert decide(client, killed, "part", **{"with": offered[0]}).status_code == 303
    assert casebook.decisions()[0].value["with"] == [offered[0]]


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
