"""Bodies, lands, outlets, documents, groups and those without a name."""

from __future__ import annotations

import pytest

from tests.resolve.told import told


def test_an_acronym_is_the_name_it_stands_for():
    """As the text defines it, or by its initials."""
    found = told(
        "<The Harbour Workers Union (HWU)> {said} [yes].\n\n<The HWU> {said} [no].\n\n"
        "The Department of Public Works was shut.\n\n<DPW> {gave} [no reason]."
    )
    assert found.names == ["Harbour Workers Union (HWU)"] * 2 + ["Department of Public Works"]


def test_a_body_is_what_its_last_noun_says():
    """Where the first word of a name tells of another kind of body, the last one counts, each time it is read."""
    assert told("<State Harbour University> {said} [yes].").voice(0).party == "academic"
    assert told("<University Police Department> {said} [yes].").voice(0).party == "official"


def test_a_capital_is_its_land():
    """A capital or a government stands for the land, under the name that the text gives it."""
    found = told(
        "<Paris> {showed} [no interest].\n\nShips came from France on Monday.\n\n<The French government> {denied} [it]."
    )
    assert found.names == ["France", "France"]
    assert found.voice(1).kind == "organisation"
    assert found.voice(1).party == "official"


def test_a_noun_takes_up_the_body_named_last():
    """The department, the company."""
    found = told(
        "The Harbour Department was shut.\n\nTarn Ferry Company runs two boats.\n\n<The department> {said} [yes].\n\n"
        "<The company> {said} [no]."
    )
    assert found.names == ["Harbour Department", "Tarn Ferry Company"]


def test_a_document_is_its_publishers():
    """`This document` is the report that somebody published, a sentence before."""
    found = told("In 2018, Harrow University published a report with data.\n\nAccording to <this document>, [30 died].")
    assert found.names == ["Harrow University report"]
    assert found.voice(1).kind == "document"
    assert "a report" in [m.text for m in found.voice(1).mentions]


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("a report by Tarn Watch", "report by Tarn Watch", "document"),
        ("WHO data", "WHO", "organisation"),
        ("Estimates", "Estimates", "document"),
        ("Residents", "Residents", "people"),
        ("some Norlanders", "some Norlanders", "people"),
        ("A lot of people", "A lot of people", "people"),
        ("Her friends and family", "Her friends and family", "people"),
        ("a source close to the talks", "a source close to the talks", "anonymous"),
        ("an official who asked not to be named", "an official who asked not to be named", "anonymous"),
        ("The American media", "American media", "media"),
        ("The weekly magazine Ferry", "Ferry", "media"),
        ("Police", "Police", "organisation"),
        ("the harbour police", "harbour police", "organisation"),
        ("Reuters", "Reuters", "media"),
        ("the Supreme Court this month", "Supreme Court", "organisation"),
        ("a police spokesman", "a police spokesman", "person"),
        ("someone", "someone", "person"),
    ],
)
def test_what_goes_by_a_description(words, name, kind):
    """Who has no name keeps the fullest description, and has the kind of its noun."""
    voice = told(f"<{words}> {{said}} [yes].").voice(1)
    assert (voice.name, voice.kind) == (name, kind)


def test_joint_speakers_are_one_source_with_both_names():
    """Two persons are people, two bodies a body, each under the fullest name."""
    found = told(
        "Ivo Rovan and Ann Sorel met.\n\n<Rovan and Sorel> {said} [yes].\n\n<They> {added} [a word].\n\n"
        "<The Harbour Agency and the Coast Ministry> {said} [no]."
    )
    assert found.names == ["Ivo Rovan and Ann Sorel"] * 2 + ["Harbour Agency and Coast Ministry"]
    assert [found.voice(i).kind for i in (1, 3)] == ["people", "organisation"]


def test_one_with_two_functions_is_one():
    """`A and B` of one person, and people listed as an example, are no joint speakers."""
    found = told("<Ann Sorel, a lawyer and senior fellow at the Harbour Institute>, {said} [yes].")
    assert found.names == ["Ann Sorel"]
    found = told("<Some lawyers, including Ann Sorel>, {said} [no].")
    assert found.voice(1).kind == "people"


def test_rumours_speak_for_themselves():
    """A cue that is a noun for hearsay is a voice of its own; another cue without a source is nobody."""
    found = told("{the rumours of} [a fall]\n\n[The bridge] {reportedly} fell.\n\n{Rumours} [that it fell]")
    assert found.names == ["rumours", None, "rumours"]
    assert found.voice(1).kind == "anonymous"


def test_a_free_quotation_is_who_spoke_last():
    """A paragraph of quotation without source and cue goes on with the speaker before it."""
    found = told('<Ann Sorel> {said} ["yes"].\n\n["It was always so."]')
    assert found.names == ["Ann Sorel"] * 2


def test_we_in_a_statement_and_in_a_release():
    """The speaker's body within a statement; the issuer in a press release that names itself only later."""
    found = told(
        "<We> {condemn} [the attack].\n\n<Rebels> {claimed} [it].\n\n<Norland Watch Council> {reaffirms} [its aim]."
    )
    assert found.names == ["Norland Watch Council", "Rebels", "Norland Watch Council"]
    found = told(
        "The Harbour Agency met.\n\n<Ivo Rovan, spokesman for the Harbour Agency>, {said} [this].\n\n<We> {hope} [so]."
    )
    assert found.names[1] == "Harbour Agency"


def test_first_person():
    """The first person outside quotations is the author, whose name the document may have."""
    marked = "<I> {think} [it is late].\n\n<I> {hope} [it is not]."
    assert told(marked, author="Ann Sorel").names == ["Ann Sorel"] * 2
    found = told(marked)
    assert len(found.sources) == 1
    assert found.voice(1).note


def test_an_interview():
    """In questions and answers "I" is who answers, and who is asked is "you"."""
    found = told(
        "Town Paper interviews Ann Sorel on ferries\n\nHow did <you> {think} [of it]?\n\nI tried. "
        "<I> {thought} [it fun].\n\n"
        "Was it hard?\n\nMy first boat sank. It was.\n\nAnd now?\n\nNow I wait."
    )
    assert found.names == ["Ann Sorel"] * 2
