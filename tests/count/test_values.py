"""What a number and the words around it claim, as bounds."""

from __future__ import annotations

import pytest

from tests.count.told import figures, one


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("70 people died.", 70, 70),
        ("More than 70 people died.", 71, None),
        ("Over half a million people fled.", 500_001, None),
        ("At least 70 people died.", 70, None),
        ("No fewer than 70 people died.", 70, None),
        ("Up to 300 people died.", None, 300),
        ("As many as 300 people died.", None, 300),
        ("Fewer than 20 people died.", None, 19),
        ("Dozens of people died.", 24, None),
        ("Scores of people died.", 40, None),
        ("Hundreds of people died.", 200, None),
        ("Thousands of people died.", 2000, None),
        ("Tens of thousands of people died.", 20_000, None),
        ("Hundreds of thousands of people died.", 200_000, None),
        ("Several people died.", 3, None),
        ("A couple of people died.", 2, 2),
        ("No people died.", 0, 0),
        ("Nobody died.", 0, 0),
        ("None of the boys died.", 0, 0),
        ("There were no casualties.", 0, 0),
        ("One child died.", 1, 1),
        ("Both pilots died.", 2, 2),
        ("100 people or more died.", 100, None),
        ("More than 700 square miles were taken.", 700, None),
        ("Over $3 million was paid.", 3_000_000, None),
    ],
)
def test_bounds(text: str, low: float | None, high: float | None) -> None:
    """Bounds are inclusive; above a whole number of people begins at the next one, above a measure at itself."""
    found = one(text)
    assert (found.low, found.high) == (low, high)


@pytest.mark.parametrize(
    ("text", "approx", "vague"),
    [
        ("About 300 people died.", True, False),
        ("Nearly 300 people died.", True, False),
        ("An estimated 300 people died.", True, False),
        ("Dozens of people died.", False, True),
        ("A couple of people died.", True, True),
        ("300 people died.", False, False),
    ],
)
def test_rough_and_vague(text: str, *, approx: bool, vague: bool) -> None:
    """A number meant roughly is approx, a word that names no number is vague."""
    found = one(text)
    assert (found.approx, found.vague) == (approx, vague)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("Aid of $15.5 million came.", "USD", 15_500_000),
        ("Aid of £20 million came.", "GBP", 20_000_000),
        ("About 30% of the land is lost.", "percent", 30),
        ("A third of the land is lost.", "percent", 33.33),
        ("Three quarters of the land is lost.", "percent", 75),
        ("One in five houses is lost.", "percent", 20),
        ("They walked 12 kilometres.", "kilometre", 12),
        ("Twelve villages burned.", "village", 12),
        ("Twelve villagers spoke.", "people", 12),
        ("A crew of 40 came.", "people", 40),
    ],
)
def test_units(text: str, unit: str, value: float) -> None:
    """The unit is people, a currency's code, percent, a measure, or the thing in the singular."""
    found = one(text)
    assert (found.unit, found.low, found.high) == (unit, value, value)


def test_the_span_is_approximator_number_and_noun() -> None:
    """Of a phrase with all three, the span holds them and nothing else."""
    found = one("Doctors treated at least 12 wounded soldiers in tents.")
    assert found.span.text == "at least 12 wounded soldiers"
    assert found.counted is not None
    assert found.counted.text == "wounded soldiers"


def test_more_come_on_top() -> None:
    """`another 12` and `12 more` are told from a total."""
    assert one("Another 12 people died.").since_last
    assert one("12 more people died.").since_last
    assert not one("12 people died.").since_last


def test_a_rate_has_its_time() -> None:
    """What happens per day is no total."""
    assert one("They lose 100 men a day.").per == "P1D"
    assert one("Some 20 attacks per week were seen.").per == "P1W"


def test_a_multiple_is_of_the_figure_before() -> None:
    """`double that number` is worth twice it."""
    assert [f.low for f in figures("The army lost 40 men, and double that number were hurt.")] == [40, 80]


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The agency estimates that 300 people died.", "estimate"),
        ("The agency projected 300 deaths.", "projection"),
        ("The agency documented 300 deaths.", "count"),
        ("300 people died.", None),
    ],
)
def test_how_a_number_came_about(text: str, basis: str | None) -> None:
    """The text's own words say whether it was counted, estimated or projected."""
    assert one(text).basis == basis
