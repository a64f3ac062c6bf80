"""How far a statement reaches, whose name belongs to its speaker, and whose count a number is."""

from __future__ import annotations

import pytest

from accordingto.attribute import attribute
from tests.attribute.test_assemble import document, one, reading


def parts(found) -> tuple[str | None, list[str]]:
    return (found.source and found.source.text, [s.text for s in found.content])


def test_a_statement_before_its_cue_is_one_sentence():
    """What the sentence before tells is the outlet's own word."""
    text = "Storms came to the valley in autumn. Nine boats sank, the harbour master says."
    found = one(text, ("says", "the harbour master", ["Storms came to the valley in autumn. Nine boats sank"]))
    assert parts(found) == ("the harbour master", ["Nine boats sank"])


def test_a_quotation_before_its_cue_keeps_its_sentences():
    """Inside quotation marks several sentences are one statement."""
    text = '"Storms came in autumn. Nine boats sank," the harbour master says.'
    found = one(text, ("says", "the harbour master", ["Storms came in autumn. Nine boats sank"]))
    assert parts(found)[1] == ['"Storms came in autumn. Nine boats sank,"']


@pytest.mark.parametrize("dateline", ["TARN, May 3, 2023 - ", "TARN (Wire) — ", "NEW TARN, Norland, 3 May -- "])
def test_a_dateline_is_no_part_of_a_statement(dateline):
    """Where and when a report was sent nobody says."""
    text = f"{dateline}Nine boats sank, the mayor said."
    assert parts(one(text, ("said", "the mayor", [f"{dateline}Nine boats sank"])))[1] == ["Nine boats sank"]


def test_a_name_before_its_apposition_speaks():
    """The model took the name for content and the apposition for the source."""
    text = "Harbour Watch, a charity, has counted nine wrecks."
    found = one(text, ("has counted", "a charity", ["Harbour Watch", "nine wrecks"]))
    assert parts(found) == ("Harbour Watch, a charity", ["nine wrecks"])


@pytest.mark.parametrize("opening", ["Back in Tarn", "To see the sea"])
def test_what_is_no_name_is_no_speaker(opening):
    """An adverbial before the subject is not its name."""
    text = f"{opening}, the mayor said that nine boats sank."
    found = one(text, ("said", "the mayor", [opening, "that nine boats sank"]))
    assert found.source is not None
    assert found.source.text == "the mayor"


def test_a_name_with_a_relative_clause_speaks():
    """The model found no source: `…, Ann Tarn, who led the search, told`."""
    text = "Nine sailors may have drowned, Ann Tarn, who led the search, told a newspaper."
    found = one(text, ("told", None, ["Nine sailors may have drowned, Ann Tarn, who led the search"]))
    assert parts(found) == ("Ann Tarn, who led the search", ["Nine sailors may have drowned"])


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Storms drowned 90, by a tally of the coast guard.", "a tally of the coast guard", "Storms drowned 90"),
        ("By the coast guard's own count, 90 people drowned.", "the coast guard's own count", "90 people drowned"),
        ("Ann Tarn, a judge, has put the number of dead at 90.", "Ann Tarn, a judge", "the number of dead at 90"),
        ("By the end of May, harbour officials had counted 90 wrecks.", "harbour officials", "90 wrecks"),
    ],
)  # fmt: skip
def test_whose_count_it_is(text, source, content):
    """A number by somebody's tally, and a toll that anybody puts at a number, are statements."""
    (found,) = attribute(document(text), reading(text))
    assert parts(found) == (source, [content])


def test_a_count_is_no_speaker_without_a_number():
    """`By a count of votes` says nothing about whose number stands before it."""
    text = "They won in the end, by the count of the clerks."
    assert attribute(document(text), reading(text)) == ()
