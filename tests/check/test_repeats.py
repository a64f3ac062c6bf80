import pytest

from tests.check.ledgers import HERE, codes, people, report

KILLED = {"harm": "killed", **HERE}


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("The blast killed [34 people].", ["two_values"]),
        ("The toll stood at [34].", ["two_values"]),
        ("A second blast killed [34 people].", []),
        ("[34 people] were killed on the road.", []),
    ],
)
def test_one_event_with_two_values(second, expected):
    """Two values for one place and time are a finding where the later sentence comes back to the same event."""
    made = report(f"In Arvan [31 people] were killed.\n\n{second}", people(31, **KILLED), people(34, **KILLED))
    assert [c for c in codes(made) if c != "no_source"] == expected


@pytest.mark.parametrize(
    "change",
    [
        {"harm": "injured"},
        {"place": None},
        {"period": "2024-05-12"},
        {"who": "combatants"},
        {"since_last": True},
        {"part_of": "f1"},
        {"approx": True},
        {"low": 31, "high": 31},
        {"low": 310, "high": 310},
        {"denied": True},
    ],
)
def test_what_may_be_another_thing(change):
    """Another harm, place, time or people, a part, an addition, a rough, a far larger or the same value: no finding."""
    made = report("In Arvan [31 people] were killed.\n\nThe blast killed [34 people].", people(31, **KILLED),
                  {**people(34, **KILLED), **change})  # fmt: skip
    assert "two_values" not in codes(made)


def test_two_voices_may_differ():
    """What the mayor says and what the outlet says are two voices' numbers."""
    made = report(
        "In Arvan [31 people] were killed, the mayor said. The blast killed [34 people].",
        people(31, **KILLED), people(34, **KILLED), said="In Arvan 31 people were killed",
    )  # fmt: skip
    assert "two_values" not in codes(made)


@pytest.mark.parametrize(
    ("body", "values", "expected"),
    [
        ("[34 people] died at the market, the mayor said.", (34,), ["headline_differs"]),
        ("[31 people] died at the market, the mayor said.", (31,), []),
        ("[20] died at once and [11] in the night, the mayor said.", (20, 11), []),
        ("[At least 30 people] died at the market, the mayor said.", (None,), []),
        ("[Three] of the dead were boys, the mayor said.", (3,), []),
    ],
)
def test_the_headline_and_the_text(body, values, expected):
    """A headline's number must stand in the text, as it is, as a sum or in an open range, unless all else is far."""
    meanings = [people(v, harm="killed") if v else {**people(30, harm="killed"), "high": None} for v in values]
    made = report(f"Missiles kill [31 people] at the market\n\n{body}", people(31, harm="killed"), *meanings)
    assert codes(made) == expected


def test_a_text_without_a_headline():
    """A first paragraph that is a sentence is no headline."""
    made = report("Missiles killed [31 people], the mayor said.\n\nIt said [34] died.", people(31, harm="killed"),
                  people(34, harm="killed"))  # fmt: skip
    assert codes(made) == []
