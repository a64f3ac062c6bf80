"""Where what is counted happened, which is not where somebody speaks of it."""

from __future__ import annotations

import pytest

from accordingto.records import Attribution
from tests.count.told import dated, figures, span


def said(text: str, source: str, cue: str, content: str) -> tuple[Attribution, ...]:
    made = Attribution(
        id="a1",
        source=span(text, source),
        cue=span(text, cue),
        content=(span(text, content),),
        manner="indirect",
        stance="asserts",
        confidence=1.0,
    )
    return (made,)


@pytest.mark.parametrize(
    ("text", "source", "cue", "content", "place"),
    [
        ("The envoy said in Geneva that nine died in Tarn.", "The envoy", "said", "that nine died in Tarn", "Tarn"),
        ("The envoy said in Geneva that nine died.", "The envoy", "said", "that nine died", None),
        ("On a visit to a clinic in Geneva, he said nine died.", "he", "said", "nine died", None),
        ("The ministry in Baghdad said nine died.", "The ministry in Baghdad", "said", "nine died", None),
        ("A hospital in Aleppo said nine died.", "A hospital in Aleppo", "said", "nine died", "Aleppo"),
        ("In Aleppo, rescuers said nine died.", "rescuers", "said", "nine died", "Aleppo"),
    ],
)  # fmt: skip
def test_who_speaks_somewhere_does_not_tell_where_it_was(text, source, cue, content, place):
    """Not the cue's place nor a ministry's seat, but what is said tells where; else a speaker who was there."""
    (found,) = figures(text, attributions=said(text, source, cue, content))
    assert (found.place and found.place.name) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The Tigray war killed 600 people.", "Tigray"),
        ("Nobody knows how many died in the Syrian civil war, which killed 600 people.", "Syria"),
        ("The Bush war killed 600 people.", None),
        ("Norland is at war. Storms came to Peru. They killed 600 people in the country.", "Peru"),
        ("The US Army came. It killed 600 people in the country.", None),
    ],
)
def test_a_noun_tells_of_a_place(text, place):
    """A war by the country or region that it is named after; `the country` by the last one named."""
    assert [f.place and f.place.name for f in figures(text) if f.harm] == [place]


def test_the_day_of_a_visit_is_when_somebody_spoke():
    """A date before the speaker does not tell when it happened."""
    text = "On a visit to a clinic on 9 May 2006, the envoy said nine died."
    found = figures(
        text,
        attributions=said(text, "the envoy", "said", "nine died"),
        dates=dated(text, **{"9_May_2006": "2006-05-09"}),
    )
    assert [f.period for f in found] == [None]


def test_another_figures_span_ends_on_the_day_of_counting():
    """`By April 2009` ends the span that the sentence before gives to another figure."""
    text = "Floods killed 40 people from March 2003 to December 2012. By April 2009 nine people had drowned."
    dates = dated(text, March_2003_to_December_2012="2003-03/2012-12", April_2009="2009-04")
    assert [(f.period, f.as_of) for f in figures(text, dates=dates)] == [
        ("2003-03/2012-12", None),
        ("2003-03/..", "2009-04"),
    ]


def test_some_of_them_suffered_what_all_did():
    """`Five of them were children`: of the twelve of the sentence before, and killed as they were."""
    twelve, five = figures("Twelve people were killed in the fire. Five of them were children.")
    assert (five.harm, five.part_of) == ("killed", twelve.id)


def test_some_of_them_are_nobodys_part_where_two_are_counted():
    """Of twelve killed and thirty hurt nobody can tell who `five of them` are."""
    *_, five = figures("The fire killed twelve people and hurt 30. Five of them were children.")
    assert (five.harm, five.part_of) == (None, None)


def test_a_fraction_of_a_percentage_is_one_figure():
    """`Less than half of 1 percent` is less than 0.5, not 50 and 1."""
    (found,) = figures("Less than half of 1 percent of those killed were soldiers.")
    assert (found.low, found.high, found.unit) == (None, 0.5, "percent")


def test_a_toll_is_put_at_a_range():
    """`Put the number of Iraqis killed at 150 to 223` is one range of people killed."""
    (found,) = figures("The agency put the number of Iraqis killed between two floods at 150 to 223.")[-1:]
    assert (found.low, found.high, found.harm) == (150, 223, "killed")


def test_the_us_is_no_pronoun():
    """`12 US soldiers` counts soldiers."""
    (found,) = figures("A bomb killed 12 US soldiers.")
    assert (found.harm, found.who, found.counted and found.counted.text) == ("killed", "combatants", "US soldiers")
