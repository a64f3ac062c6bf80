"""Names, functions and pronouns of persons."""

from __future__ import annotations

import pytest

from tests.resolve.told import told


def test_a_surname_and_a_pronoun_are_the_full_name():
    """The name in full stands for all the ways in which a text goes on."""
    found = told(
        "<Colonel Hana Sorel> {said} [the bridge was open].\n\n<She> {added} [it would stay open].\n\n"
        "<Sorel> {denied} [any delay]."
    )
    assert found.names == ["Hana Sorel"] * 3


def test_the_full_name_may_stand_anywhere():
    """In narration before, and in a headline's place behind."""
    found = told(
        "Hana Sorel went to the harbour on Monday.\n\n<Sorel> {said} [it was calm].\n\n<Rovan> {said} [no].\n\n"
        "It was the first visit of Ivo Rovan, 54, to the town."
    )
    assert found.names == ["Hana Sorel", "Ivo Rovan"]


def test_a_function_is_who_has_it():
    """The noun of a function, or a more general one, means the person that was introduced with it."""
    found = told(
        "<Major General Ayad al-Rovani>, who left the army, {said} [it was over].\n\n"
        "<Lena Tarn, a senior researcher at the Harbour Institute>, {said} [it was not].\n\n"
        "<The general> {insisted} [it was].\n\n<The researcher> {laughed} [at that]."
    )
    assert found.names == ["Ayad al-Rovani", "Lena Tarn", "Ayad al-Rovani", "Lena Tarn"]


def test_a_general_noun_takes_up_a_special_one():
    """An ambassador is a diplomat, a surgeon a doctor."""
    found = told(
        "<Norland's ambassador, Ivo Rovan>, {said} [yes].\n\n<Eva Tarn, a surgeon>, {said} [no].\n\n"
        "<The diplomat> {repeated} [yes].\n\n<The doctor> {repeated} [no]."
    )
    assert found.names == ["Ivo Rovan", "Eva Tarn", "Ivo Rovan", "Eva Tarn"]


def test_another_function_of_the_same_noun_is_somebody_else():
    """A press secretary is no secretary of state."""
    found = told("<Ivo Rovan, the press secretary>, {said} [yes].\n\n<The former secretary of state> {said} [no].")
    assert found.names == ["Ivo Rovan", "former secretary of state"]
    assert found.voice(2).note is not None


def test_a_new_function_without_a_name_is_who_just_spoke():
    """A report varies the words for one speaker of whom it has told no function."""
    found = told("<Ivo Rovan> {said} [yes].\n\n<The Tarn businessman> {added} [that it was cheap].")
    assert found.names == ["Ivo Rovan"] * 2


@pytest.mark.parametrize(("pronoun", "name"), [("He", "Ivo Rovan"), ("She", "Ann Sorel")])
def test_a_pronoun_goes_by_gender(pronoun, name):
    """Given names and titles tell who "he" and "she" are, whoever spoke last."""
    found = told(f"<Mr Ivo Rovan> {{said}} [yes].\n\n<Ann Sorel> {{said}} [no].\n\n<{pronoun}> {{added}} [a word].")
    assert found.names[2] == name


def test_a_pronoun_goes_on_with_who_spoke():
    """Whom a statement only mentions does not go on speaking."""
    found = told('<Peter Rovan> {said} ["John Sorel was late"].\n\n<He> {added} [that it was a pity].')
    assert found.names == ["Peter Rovan"] * 2


def test_two_with_one_surname_are_two():
    """Titles and given names keep them apart; the surname alone is who was named last."""
    found = told(
        "<Peter Rovan> {said} [yes].\n\n<Ann Rovan> {said} [no].\n\n<Mr Rovan> {said} [yes].\n\n"
        "<Ms Rovan> {said} [no].\n\n"
        "<Rovan> {said} [no]."
    )
    assert found.names == ["Peter Rovan", "Ann Rovan", "Peter Rovan", "Ann Rovan", "Ann Rovan"]


def test_a_titled_surname_is_not_the_one_named_later_for_something_else():
    """President Harrow is not his wife, whom the text names further on."""
    found = told(
        "<President Harrow> {said} [yes].\n\nHis wife, Ann Harrow, a surgeon, was there.\n\n"
        "<Mr Harrow> {left} [it at that]."
    )
    assert found.names == ["Harrow", "Harrow"]
    assert len(found.sources) == 1


@pytest.mark.parametrize("variant", ["al-Tufan", "Al-Tufan", "Al Tufan", "Ayad Al Tufan", "A. al-Tufan", "Tufan"])
def test_transliterations_are_one_person(variant):
    """With and without the hyphen, the article or the given name."""
    found = told(f"<Ayad al-Tufan, a former colonel>, {{said}} [yes].\n\n<{variant}> {{added}} [a word].")
    assert len(found.sources) == 1
    assert found.names[0].endswith("Tufan")


def test_initials_and_suffixes():
    """A middle initial or Jr. makes nobody another."""
    found = told("<Rep. John B. Rovan Jr.> {said} [yes].\n\n<John Rovan> {said} [yes].\n\n<Rovan> {said} [yes].")
    assert found.names == ["John B. Rovan Jr."] * 3


def test_nobody_fits():
    """A pronoun that no one fits stays what it is, with a reason."""
    found = told("<She> {said} [yes].")
    assert found.names == ["She"]
    assert found.voice(1).kind == "person"
    assert found.voice(1).note


def test_a_relative_pronoun_is_what_stands_before_it():
    """A person, a group, a body."""
    found = told(
        "They met John Rovan, a farmer, <who> {said} [yes].\n\nThere were nurses in the hall <who> {said} [no].\n\n"
        "It was the harbour agency, <which> {denied} [it]."
    )
    assert found.names == ["John Rovan", "nurses in the hall", "harbour agency"]
    assert [found.voice(i).kind for i in (1, 2, 3)] == ["person", "people", "organisation"]


def test_a_headline_tells_the_function_of_the_only_speaker():
    """Even where the function has no word in common with the one in the text."""
    found = told(
        "<Army Spokesman> {Says} [Bridge Is Open]\n\n[The bridge is open], "
        "<press operations director Capt. Ivo Rovan> {said}.\n\n<He> {added} [that it was safe]."
    )
    assert found.names == ["Ivo Rovan"] * 3


def test_a_lead_without_a_name():
    """A judge in the first sentence is the judge whom the text names further on."""
    found = told("<A Tarn judge> {ruled} [it was legal].\n\n<Judge Ivo Rovan> {wrote} [it was].")
    assert found.names == ["Ivo Rovan"] * 2


def test_a_function_is_named_by_the_next_statement():
    """A report may begin with what somebody is, and give the name only then; a name known before is somebody else's."""
    found = told("<A former harbour pilot> {says} [yes].\n\n[No], {said} <Ann Sorel>, who wrote a book.")
    assert found.names == ["Ann Sorel"] * 2
    assert found.voice(1).role == "A former harbour pilot"
    found = told("Ann Sorel came.\n\n<A former harbour pilot> {says} [yes].\n\n[No], {said} <Ann Sorel>.")
    assert found.names == ["A former harbour pilot", "Ann Sorel"]


def test_a_surname_that_is_a_noun():
    """Baker is who was named so."""
    found = told("<Brian Baker> {said} [yes].\n\n<Baker> {added} [a word].")
    assert found.names == ["Brian Baker"] * 2


def test_a_name_in_a_headline_of_capitals_is_no_run_of_words():
    """The words around a surname in a headline do not become its given names."""
    found = told("Voters Cheer As Rovan Speech Ends Early\n\n<Ivo Rovan> {said} [yes].\n\n<Rovan> {said} [no].")
    assert found.names == ["Ivo Rovan"] * 2
