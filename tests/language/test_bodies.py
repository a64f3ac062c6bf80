"""Names of public bodies in the ways that reports write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.en.bodies import body_key
from accordingto.language.en.lands import countries_named


@pytest.mark.parametrize(
    "names",
    [
        ("Russia's defence ministry", "Russian Ministry of Defense", "the Ministry of Defence of Russia"),
        ("U.S. Department of Defense", "the US Defense Department", "American Department of Defence"),
        ("Gaza's health ministry", "the Gaza Health Ministry", "Ministry of Health in Gaza"),
        ("World Health Organization", "World Health Organisation"),
    ],
)  # fmt: skip
def test_spellings_of_one_body_have_one_key(names):
    """The country as name, adjective or genitive, the words in any order, either spelling of English."""
    keys = {body_key(name) for name in names}
    assert len(keys) == 1
    assert None not in keys


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Iraqi Health Ministry", "Iraqi Human Rights Ministry"),
        ("Russian defence ministry", "Ukrainian defence ministry"),
        ("Russian defence ministry", "Russian army"),
    ],
)
def test_other_bodies_have_other_keys(one, other):
    """Another country or another field is another body."""
    assert body_key(one) != body_key(other)


@pytest.mark.parametrize("name", ["the defence ministry", "the ministry", "Russian ministry", "residents", "Ann Tarn"])
def test_what_may_be_several_has_no_key(name):
    """Every country has a defence ministry."""
    assert body_key(name) is None


@given(st.text(max_size=60))
def test_any_name_has_a_key_or_none(name):
    """No name is an error, and its key is not changed by an article before it."""
    assert body_key(name) == body_key(f"the {name}")


def test_countries_are_named_by_name_alone():
    """An adjective, a body's name and an abbreviation before a noun name no country."""
    assert countries_named("In Peru, Iraqi and U.S. officials met the Georgia Post.") == {"PE"}
