"""Who is counted, and where."""

from __future__ import annotations

import pytest

from tests.count.told import figures, one


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Twelve soldiers died.", "combatants"),
        ("Twelve civilians died.", "civilians"),
        ("Twelve people died.", None),
        ("Twelve soldiers and civilians died.", "all"),
        ("Twelve people, including civilians, died.", "all"),
        ("Civilian deaths numbered 490.", "civilians"),
        ("The rebels suffered 29 casualties.", "combatants"),
    ],
)
def test_who(text: str, who: str | None) -> None:
    """Nouns and adjectives tell civilians from combatants; both are all."""
    assert one(text).who == who


def test_an_elliptic_figure_counts_those_before_it() -> None:
    """`Three soldiers were killed and five wounded`: five soldiers."""
    assert [f.who for f in figures("Three soldiers were killed and five wounded.")] == ["combatants", "combatants"]


@pytest.mark.parametrize(
    ("text", "group", "age", "sex"),
    [
        ("They buried 12 Norwegian girls.", "Norwegian", "children", "female"),
        ("They buried 12 Danes.", "Danes", None, None),
        ("They buried 12 women.", None, None, "female"),
        ("They buried 12 women and children.", None, None, None),
        ("They buried 12 children.", None, "children", None),
    ],
)
def test_group_age_and_sex(text: str, group: str | None, age: str | None, sex: str | None) -> None:
    """The counted words name the group; of a list only what all have in common holds."""
    found = one(text)
    assert (found.group, found.age, found.sex) == (group, age, sex)


@pytest.mark.parametrize(
    ("text", "name", "country"),
    [
        ("Five people died in Norway.", "Norway", "NO"),
        ("Five people died in the northern city of Tromsa, Norway.", "Tromsa, Norway", "NO"),
        ("Five people died near Tromsa.", "Tromsa", None),
        ("Five people died in Vest province.", "Vest province", None),
        ("Norway's army lost five men.", "Norway", "NO"),
        ("Five people died in March.", None, None),
        ("Five people died at the Ministry of Health.", None, None),
    ],
)
def test_places(text: str, name: str | None, country: str | None) -> None:
    """A preposition, a noun for a place or the list of countries shows a place; months and bodies are none."""
    found = one(text)
    assert (found.place and found.place.name, found.place and found.place.country) == (name, country)
    assert (found.place_words is None) == (name is None)


def test_the_nearest_place_governs() -> None:
    """Each figure has the place of its own part of the sentence."""
    found = figures("Five people died in Norway; six people died in Sweden.")
    assert [f.place and f.place.name for f in found] == ["Norway", "Sweden"]


def test_harm_keeps_the_place_of_the_sentence_before() -> None:
    """Where a sentence names no place, a figure of harm is where the event told before it was."""
    found = figures("A bomb went off in Norway. Six people died. Six people sang.")
    assert [f.place and f.place.name for f in found] == ["Norway", None]


def test_a_measure_has_no_place() -> None:
    """`60 km from Oslo` says where something else is."""
    assert one("It lies 60 km from Oslo.").place is None


def test_a_place_told_later_by_another_is_not_the_figures() -> None:
    """What the next sentence says of another toll tells nothing of where this one was."""
    text = "The group said that 20 people were killed on Monday. In Iraq, 300 people were killed in 2019, it said."
    first, second = figures(text)
    assert first.place is None
    assert second.place is not None


def test_a_headlines_place_is_told_below_it() -> None:
    """A headline leaves the place to the sentence that it announces."""
    first, *_ = figures("At least 20 people killed in blast\n\nA blast killed at least 20 people in Iraq on Monday.")
    assert first.place is not None


def test_a_name_that_holds_the_word_project_projects_nothing() -> None:
    """The nearest word says how a number came about, and a project is none."""
    text = "The Costs of War project estimates that 2,000 civilians were killed."
    assert figures(text)[0].basis == "estimate"
