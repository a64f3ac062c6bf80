"""What happened to those whom a figure counts."""

from __future__ import annotations

import pytest

from tests.count.told import figures


@pytest.mark.parametrize(
    ("text", "harms"),
    [
        ("15 were killed and 30 wounded.", ["killed", "injured"]),
        ("12 dead, 40 injured in a bus crash", ["killed", "injured"]),
        ("Killed: 12. Wounded: 40.", ["killed", "injured"]),
        ("The blast killed three, wounded 5 and left 20 missing.", ["killed", "injured", "missing"]),
        ("Two soldiers and two farmers died.", ["killed", "killed"]),
        ("The deaths of 12 boys were mourned.", ["killed"]),
        ("The death toll rose from 11 to 33.", ["killed", "killed"]),
        ("The raid took three dead, bringing the toll to 45.", ["killed", "killed"]),
        ("More than 60 people were killed and injured.", ["casualties"]),
        ("Three men were shot and killed.", ["killed"]),
        ("Three men were kidnapped and killed.", ["killed"]),
        ("Police arrested 20 people.", ["detained"]),
        ("Some 2,000 people fled.", ["displaced"]),
        ("Five people are missing.", ["missing"]),
        ("1.5 million people need aid.", ["affected"]),
        ("No casualties were reported.", ["casualties"]),
        ("Two women who worked for them were murdered.", ["killed"]),
        ("Six people, among them a girl, were hurt.", ["injured"]),
        ("Two gunmen killed the guard.", [None]),
        ("The attack saved 12 lives.", [None]),
        ("A father of three was shot.", [None]),
        ("They released 30 prisoners.", [None]),
        ("Five trucks were destroyed.", [None]),
        ("Three cars were seized.", [None]),
    ],
)
def test_harm(text: str, harms: list[str | None]) -> None:
    """Verbs, nouns and participles tell harm of their sufferers, not of those who did it."""
    assert [f.harm for f in figures(text)] == harms


def test_the_words_that_tell_it() -> None:
    """The harm rests on words of the text."""
    found = figures("Of the troops, 15 were killed and 30 wounded.")
    assert [f.harm_words and f.harm_words.text for f in found] == ["killed", "wounded"]


def test_parts_point_to_their_whole() -> None:
    """Sub-counts and shares name the figure that they are part of, and have its harm."""
    found = figures("12 people died, including five children and two women.")
    assert [(f.part_of, f.harm) for f in found] == [(None, "killed"), ("f1", "killed"), ("f1", "killed")]
    assert [f.part_of for f in figures("A third of the 600 patients left.")] == ["f2", None]
    assert [f.part_of for f in figures("Seven men were held, three of them Danes.")] == [None, "f1"]
    assert [f.part_of for f in figures("Ten men died. Two women spoke.")] == [None, None]


def test_of_none_of_them_nothing_is_told() -> None:
    """What happened to none of ten people did not happen to the ten."""
    found = figures("None of the ten passengers was hurt.")
    assert [(f.low, f.harm) for f in found] == [(0, "injured"), (10, None)]
