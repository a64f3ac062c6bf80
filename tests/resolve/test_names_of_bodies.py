"""Bodies whose names look like something else, and functions that are nobody's."""

from __future__ import annotations

import pytest

from tests.resolve.told import told


@pytest.mark.parametrize("source", ["the WHO", "The WHO", "WHO"])
def test_who_in_capitals_is_a_body(source):
    """WHO is no relative pronoun, unless all is in capitals."""
    found = told(f"<{source}> {{says}} [nine people died in Tarn].").voice(1)
    assert (found.name, found.kind) == ("WHO", "organisation")


@pytest.mark.parametrize("name", ["Iraq Body Count", "Syria Harbour Watch", "Airwars"])
def test_a_body_called_after_a_land_is_no_person(name):
    """`Iraq Body Count` has no noun for a body and no given name."""
    assert told(f"<{name}> {{says}} [nine people died].").voice(1).kind == "organisation"


def test_a_given_name_that_is_a_lands_is_a_persons():
    """`Georgia Tarn` is somebody."""
    assert told("<Georgia Tarn> {says} [nine people died].").voice(1).kind == "person"


def test_a_verb_is_no_part_of_a_documents_name():
    """In `A study in the Gull estimates that`, `estimates` is what the study does."""
    assert "estimates" not in told("<A study in the Gull> {estimates} [that nine people died].").voice(1).name


def test_many_before_a_comma_are_nobodys_function():
    """`To Gull Front fighters, Ann Tarn said`: she is no fighters."""
    found = told("After the fall of the town to Gull Front fighters, <Ann Tarn> {said}: [we have heard of it].")
    assert (found.voice(1).name, found.voice(1).role) == ("Ann Tarn", None)
