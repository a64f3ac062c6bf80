"""Who and what a text brings in without a name, and how it comes back to them."""

from __future__ import annotations

import pytest

from tests.resolve.told import told


def test_who_asks_not_to_be_named_is_anonymous_and_one():
    """A clause behind the function says so; the relative pronoun, "he" and the function mean one voice."""
    found = told(
        "<A senior official of the Skerry, who> {conceded} [it was late].\n\n<He> {said} [the tide had turned].",
    )
    assert found.names == ["A senior official of the Skerry"] * 2


def test_a_clause_behind_makes_a_function_anonymous():
    """`who asked not to be named` stands behind the words that the source has."""
    found = told("<An officer>, who asked not to be named, {said} [the gate was shut].")
    assert found.voice(1) is not None
    assert found.voice(1).kind == "anonymous"


def test_a_clause_behind_says_nothing_of_who_is_known_already():
    """`the officer` was brought in before: what follows is about somebody else as often."""
    found = told("<The officer> {said} [no]. Not authorised to speak, the guard kept silent.")
    assert found.voice(1).kind == "person"


def test_who_behind_a_place_is_the_person_before_it():
    """`an envoy of the Skerry who` is the envoy, not the Skerry."""
    found = told("The Skerry is a port. It sent an envoy of the Skerry <who> {said} [it was late].")
    assert found.names == ["an envoy of the Skerry"]


def test_two_statements_of_one_source_are_one_voice():
    """The words stand once in the text, so they mean one judge."""
    found = told("<A harbour judge> {refused} [the request], {saying} [it came late].")
    assert len(found.sources) <= 2


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("A search warrant affidavit", "The affidavit"),
        ("another source", "the source"),
        ("A harbour diver", "The diver"),
    ],
)
def test_the_definite_noun_takes_up_the_indefinite_one(first: str, then: str):
    """What was brought in with "a" is what "the" and the same noun come back to."""
    found = told(f"<{first}> {{said}} [the door was open].\n\n<{then}> {{said}} [it had been forced].")
    assert found.names == [first] * 2


def test_a_definite_report_is_a_document():
    """`The report says`: one document; `reports that` are hearsay."""
    found = told("<The report> {says} [the ice is thin].")
    assert found.voice(1).kind == "document"


def test_a_belief_in_an_adverbial_has_no_speaker():
    """`in the belief that` names nobody who believes."""
    found = told("They sailed in {the belief} [that the strait was clear].")
    assert found.names == [None]


def test_a_strategist_owned_by_a_name_is_who_just_spoke():
    """`Tarn's former adviser` varies the words for a speaker of whom no function is told."""
    found = told("<Ivo Rovan> {said} [yes].\n\n<Tarn's former adviser> {added} [that it was cheap].")
    assert found.names == ["Ivo Rovan"] * 2


def test_a_given_name_may_be_a_land():
    """Georgia Sorel is a person beside another Sorel."""
    found = told(
        "<Georgia Sorel, the victim's aunt>, {said} [no].\n\n<Wilma Sorel, the victim's mother>, {said} [yes]."
    )
    assert found.names == ["Georgia Sorel", "Wilma Sorel"]


def test_a_function_before_a_comma_is_no_name():
    """The full name behind the comma is the person's, what stands before it is the function."""
    found = told("<Tarn County Sheriff Investigator, Ivo Rovan> {said} [no].")
    assert (found.names, found.voice(1).role) == (["Ivo Rovan"], "Tarn County Sheriff Investigator")


def test_an_apposed_body_makes_a_body():
    """`Quay Lantern, a rights group,` is an organisation although its words tell nothing."""
    found = told("<Quay Lantern, a rights group that keeps lists>, {wrote} [that nine were dead].")
    assert (found.names, found.voice(1).kind) == (["Quay Lantern"], "organisation")


def test_an_office_is_no_affiliation():
    """A foreign secretary belongs to no body called Foreign."""
    found = told("<Foreign Secretary Ivo Rovan> {said} [no].")
    assert found.voice(1).affiliation is None


def test_a_saints_place_is_one_name():
    """The full stop of "St." ends no name."""
    found = told("<Ivo Rovan, a St. Tarn police officer>, {said} [no].")
    assert found.voice(1).affiliation != "St"


def test_by_is_no_part_of_what_a_source_is_called():
    """The agent of a passive is called without its preposition."""
    found = told("[The raft] {was spotted} <by an officer>.")
    assert found.names == ["an officer"]


def test_a_name_taken_up_by_it_is_a_thing():
    """A single name without a title, with "its" behind it, is a company rather than a person."""
    found = told("<Skerrysoft> {announced} [a new release]. The firm wants its users to move on.")
    assert found.voice(1).kind == "organisation"


def test_the_reader_addressed_is_no_antecedent():
    """`Do you know` speaks to the reader, whom "he" does not take up."""
    found = told("Ivo Rovan is ill.\n\nDo <you> {know} [where it is]?\n\n<He> {refuses} [to say].")
    assert found.names[1] != "you"


def test_initials_begin_a_persons_name():
    """`K.C. Rovan` is a person, not a body written in capitals."""
    found = told("<K.C. Rovan, the treasurer>, {said} [no].")
    assert (found.names, found.voice(1).kind) == (["K.C. Rovan"], "person")


def test_two_departments_have_two_spokesmen():
    """A fire department's spokesman is not the police department's, whom the text names further on."""
    found = told(
        "<A Tarn Fire Department spokesman> {said} [yes].\n\n"
        "Smoke rose.\n\nOn Monday <Ivo Rovan, a Tarn Police Department spokesman>, {said} [no]."
    )
    assert found.names == ["A Tarn Fire Department spokesman", "Ivo Rovan"]


def test_the_group_is_the_one_described_before():
    """`The deputies` are those of whom the text has told whose they are."""
    found = told("<Tarn County deputies> {said} [yes].\n\n<The deputies> {said} [no].")
    assert found.names == ["Tarn County deputies"] * 2


def test_new_may_begin_a_places_name():
    """A governor of New Jersey belongs to New Jersey."""
    found = told("<New Jersey Gov. Ivo Rovan> {said} [no].")
    assert found.voice(1).affiliation == "New Jersey"
