"""Which noun phrase speaks, and to which cue a quotation belongs."""

from __future__ import annotations

import pytest

from accordingto.attribute import attribute
from tests.attribute.test_assemble import document, one, reading


@pytest.mark.parametrize("cue", ["is accused of", "has also been charged with", "was asked about"])
def test_the_subject_of_a_passive_does_not_speak(cue: str) -> None:
    """Who is accused, charged or asked says nothing; nobody is named who does."""
    found = one(f"Ivo Rovan {cue} stealing a boat.", (cue, "Ivo Rovan", ["stealing a boat"]))
    assert (found.source, [s.text for s in found.content]) == (None, ["Ivo Rovan", "stealing a boat"])


def test_the_agent_of_a_passive_speaks() -> None:
    """Behind "by" stands who says it."""
    found = one("The raft was named by the mayor.", ("was named by", "the mayor", ["The raft"]))
    assert found.source is not None
    assert found.source.text == "the mayor"


def test_what_follows_a_passive_without_by_does_not_speak() -> None:
    """`none was reported in that group`: the group is where, not who."""
    found = one("None was reported in that group.", ("was reported", "that group", ["None"]))
    assert found.source is None


def test_quoted_subjects_of_other_passives_speak() -> None:
    """`was quoted as saying` has its speaker as subject."""
    found = one("Ivo Rovan was quoted as saying no.", ("was quoted as saying", "Ivo Rovan", ["no"]))
    assert found.source is not None


def test_a_subject_taken_for_content_is_the_source() -> None:
    """The noun phrase that begins the sentence before an active cue, where the statement stands behind it."""
    found = one(
        "The Tarn coroner identified the diver as Ivo Rovan.",
        ("identified", None, ["The Tarn coroner", "the diver as Ivo Rovan"]),
    )
    assert (found.source and found.source.text, [s.text for s in found.content]) == (
        "The Tarn coroner",
        ["the diver as Ivo Rovan"],
    )


def test_it_seems_has_no_source() -> None:
    """The "it" of "it seems" is nobody."""
    assert one("It seems like rain.", ("seems", None, ["It", "like rain"])).source is None


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("They are a team known as the Gulls.", "known as", "the Gulls"),
        ("The tally does not tell divers from sailors.", "does not tell", "divers from sailors"),
    ],
)
def test_naming_and_telling_apart_are_no_statements(text: str, cue: str, content: str) -> None:
    """A name that is given, or two things told apart, is nothing that somebody says."""
    assert attribute(document(text), reading(text, (cue, None, [content]))) == ()


def test_a_quotation_belongs_whole_to_the_nearer_cue() -> None:
    """The model gave its first half to the statement before."""
    text = '"We fled," said Ann. "They came to eat, to eat with us," added Bo.'
    found = attribute(
        document(text),
        reading(text, ("said", "Ann", ["We fled", "They came"]), ("added", "Bo", ["to eat, to eat with us"])),
    )
    assert [[s.text for s in a.content] for a in found] == [['"We fled,"'], ['"They came to eat, to eat with us,"']]


def test_a_body_that_gives_a_number_states_it() -> None:
    """No verb of speech is needed where a body or document counts."""
    text = "The council's report counts 40 wrecks in the bay; the health authority in Tarn gives 60 for the same years."
    found = attribute(document(text), reading(text))
    assert [(a.source and a.source.text, a.content[0].text) for a in found] == [
        ("The council's report", "40 wrecks in the bay"),
        ("the health authority in Tarn", "60 for the same years"),
    ]


def test_a_person_who_gives_a_number_states_nothing() -> None:
    """`The diver gave 40 coins` is no statement."""
    text = "The diver gave 40 coins to the port."
    assert attribute(document(text), reading(text)) == ()
