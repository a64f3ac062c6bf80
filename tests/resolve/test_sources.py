"""Role, affiliation, party, mentions; and to whom a source spoke."""

from __future__ import annotations

import pytest

from tests.resolve.told import told


def test_role_and_affiliation_have_their_spans():
    """From an apposition, quoted as the text has it."""
    found = told("<Lena Tarn, a senior researcher at the Harbour Institute>, {said} [yes].")
    voice = found.voice(1)
    assert (voice.role, voice.affiliation) == ("a senior researcher at the Harbour Institute", "Harbour Institute")
    assert [s.text for s in voice.role_spans + voice.affiliation_spans] == [voice.role, voice.affiliation]
    assert voice.party == "academic"


@pytest.mark.parametrize(
    ("text", "role", "affiliation", "party"),
    [
        ("<Norland's prime minister, Ivo Rovan>, {said} [yes].", "Norland's prime minister", "Norland", "official"),
        (
            "<Harbour Agency spokesman Ivo Rovan> {said} [yes].",
            "Harbour Agency spokesman",
            "Harbour Agency",
            "official",
        ),
        ("Team member Ivo Rovan left.\n\n<Rovan> {said} [yes].", "Team member", None, None),
        ("<Rovan> {said} [yes].\n\nThe words of Ivo Rovan, a nurse, were read.", "a nurse", None, "medical"),
        ("<Ivo Rovan> {said} [yes].", None, None, None),
        ("<Mr Ivo Rovan> {said} [yes].", None, None, None),
        ("<Police Sgt. Ivo Rovan> {said} [yes].", "Police Sgt.", "Police", "official"),
        ("<Army Capt. Ivo Rovan> {said} [yes].", "Army Capt.", "Army", "military"),
    ],
)
def test_what_is_told_of_a_person(text, role, affiliation, party):
    """Before the name, behind it, or elsewhere in the text; nothing where it tells nothing."""
    voice = told(text).voice(1)
    assert voice.name == "Ivo Rovan"
    assert (voice.role, voice.affiliation, voice.party) == (role, affiliation, party)


def test_mentions_are_all_words_for_a_source():
    """Names in narration and pronouns that speak, in text order."""
    found = told("John Rovan came.\n\n<He> {said} [yes].\n\nThen Rovan left.\n\n<The visitor> {was} [glad].")
    assert [m.text for m in found.voice(1).mentions][:3] == ["John Rovan", "He", "Rovan"]


@pytest.mark.parametrize(
    ("text", "to"),
    [
        ("<Rovan> {told} Reuters [that he would go].", "Reuters"),
        ("<Rovan> {told} the Harbour Times newspaper [that he would go].", "Harbour Times"),
        ("[Yes], <Rovan> {said} in an interview with the Guardian on Monday.", "Guardian"),
        ("<Rovan> {told the press} [that he would go].", "press"),
        ("<Rovan> {told} his wife [that he would go].", None),
        ("<Rovan> {told} Ann Sorel [that he would go].", None),
        ("<Rovan> {said} [that he had told Reuters].", None),
    ],
)
def test_to_whom_a_source_spoke(text, to):
    """The outlet that the sentence names; nobody where it is no outlet, or where the statement itself names it."""
    assert told(text).to(1) == to


def test_the_outlet_holds_while_a_source_goes_on():
    """Until somebody else speaks."""
    found = told(
        "<Ivo Rovan> {told} Reuters [yes].\n\n<He> {added} [a word].\n\n<Ann Sorel> {said} [no].\n\n"
        "<Rovan> {said} [yes]."
    )
    assert [found.to(i) for i in (1, 2, 3, 4)] == ["Reuters", "Reuters", None, None]


def test_ids_are_in_the_order_of_first_speaking():
    """s1 speaks first."""
    found = told("Ann Sorel listened.\n\n<Rovan> {said} [yes].\n\n<Sorel> {said} [no].")
    assert [a.speaker for a in found.attributions] == ["s1", "s2"]
    assert [s.id for s in found.sources] == ["s1", "s2"]
