"""What a number counts, and what only looks like a figure: cases met in reports."""

from __future__ import annotations

import pytest

from tests.count.told import dated, figures, one


@pytest.mark.parametrize(
    "text",
    [
        "The diver, Ivo Rovan, 26 was in the cabin.",
        "None was seen in the 16 and under age group.",
        "Two of them are 19- and 20-year-old brothers."[12:],
        "He served for a quarter of a century.",
        "It is a potentially very serious one, they fear.",
        "The walk ends at Ground Zero today.",
        "The clip ran on CBS 2 last night.",
        "Tune in to 105.9FM for more.",
        "It happened in the 2700-block of Gull Lane.",
        "The number 911 should be the first call.",
        "Anyone may text TARN plus the tip to 274637 at night.",
    ],
)
def test_no_figure(text: str):
    """Ages, spans of time, the pronoun, names, channels, house numbers and numbers to dial count nothing."""
    assert figures(text) == ()


def test_a_length_counts_no_landmark():
    """`two kilometres of that market` is a length; the market is where it is measured from."""
    found = one("They stood within two kilometres of that market.")
    assert (found.unit, found.counted) == ("kilometre", None)


def test_a_mass_is_of_what_it_is_of():
    """`two tonnes of flour` counts flour."""
    assert one("They brought two tonnes of flour.").counted.text == "flour"


def test_a_verb_ends_the_noun():
    """`one raid destroyed two caches`: one raid and two caches."""
    assert [f.unit for f in figures("Near Tarn, one raid destroyed two weapons caches.")] == ["raid", "cache"]


def test_who_suffered_injuries_is_people():
    """The verb is no part of what is counted."""
    found = one("The other four suffered minor injuries.")
    assert (found.unit, found.harm) == ("people", "injured")


def test_a_place_is_no_person_where_bodies_are_found():
    """Only the six are dead, not the two locations."""
    assert [f.harm for f in figures("Six bodies have been found at two locations in Tarn.")] == ["killed", None]


def test_a_tally_given_anew_has_the_harm_of_the_first():
    """Another body's number for the same dead needs no second verb."""
    found = figures("The report counts 418 divers killed in the bay; the port authority gives about 650.")
    assert [f.harm for f in found] == ["killed", "killed"]


def test_the_day_of_a_dateline_is_no_period():
    """It says when the report was sent; the text says when it happened."""
    text = "TARN, Norland, May 14 (Quay Wire) - At least 31 people were killed in the port on Monday."
    found = one(text, dates=dated(text, May_14="2024-05-14", Monday="2024-05-13"))
    assert found.period == "2024-05-13"


@pytest.mark.parametrize("text", ["It lies at 59°10′25″N in the bay.", "It lies at 59.173616 north."])
def test_coordinates_are_no_figures(text: str):
    """Degrees, minutes and seconds of arc say where, not how many."""
    assert figures(text) == ()


def test_a_temperature_is_one():
    """Degrees of heat are a measure."""
    assert one("It was 30 °C in the port.").low == 30


@pytest.mark.parametrize(
    "text", ["Tarn lost 1 – 2 to Skerry.", "Tarn beat Skerry 3 – 0 there.", "KRQE News 13 asked neighbors."]
)
def test_results_and_channels_are_no_figures(text: str):
    """The result of a match counts nobody dead, and a channel's number nobody at all."""
    assert figures(text) == ()


def test_since_behind_a_superlative_is_no_period():
    """`the deadliest year since the late 1990s` compares; it dates nothing."""
    text = "In the deadliest year since the late 1990s, four people were found shot to death."
    assert one(text, dates=dated(text, late_1990s="199X")).period is None
