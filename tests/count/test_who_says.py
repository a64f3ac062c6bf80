"""Who a figure is from, and how sure it is one."""

from __future__ import annotations

from accordingto.records import Attribution, Stance
from tests.count.told import figures, span

TEXT = "The paper wrote that the general denied that 500 men had died, and 40 men left. Ten women sang."


def attribution(key: str, content: str, speaker: str, *, stance: Stance = "asserts", within: str | None = None):
    return Attribution(
        id=key,
        source=None,
        cue=None,
        content=(span(TEXT, content),),
        manner="indirect",
        stance=stance,
        speaker=speaker,
        within=within,
        confidence=1.0,
    )


OUTER = attribution("a1", "that the general denied that 500 men had died, and 40 men left", "s1")
INNER = attribution("a2", "that 500 men had died", "s2", stance="denies", within="a1")


def test_the_innermost_attribution_says_it():
    """A figure is from the speaker of the shortest content around it, passed on by those around that one."""
    found = figures(TEXT, attributions=(OUTER, INNER))
    assert [(f.attribution, f.speaker, f.via) for f in found] == [
        ("a2", "s2", ("s1",)),
        ("a1", "s1", ()),
        (None, None, ()),
    ]


def test_what_its_speaker_denies_is_denied():
    """Only the figure in the content of the denial is denied."""
    assert [f.denied for f in figures(TEXT, attributions=(OUTER, INNER))] == [True, False, False]


def test_a_figure_in_a_demand_is_the_outlets_own():
    """Who wants something does not state the number in it."""
    wanted = attribution("a1", "that 500 men had died", "s1", stance="wants")
    assert figures(TEXT, attributions=(wanted,))[0].attribution is None


def test_a_bare_number_is_less_sure():
    """A number with harm and a noun is surer than one with neither."""
    told, bare = figures("Twelve men were killed. They had 30.")
    assert 0 < bare.confidence < told.confidence < 1
