"""Sources that the model breaks off amid a noun phrase."""

from __future__ import annotations

import pytest

from accordingto.attribute.phrases import with_noun


@pytest.mark.parametrize(
    ("text", "source", "whole"),
    [
        ("Citing rules, U.S. officials were silent.", "U.S.", "U.S. officials"),
        ("The Iraqi ministers said so.", "The Iraqi", "The Iraqi ministers"),
        ("The Iraqi said so.", "The Iraqi", "The Iraqi"),
        ("The Iraqi army said so.", "The Iraqi", "The Iraqi"),
        ("Norland officials said so.", "Norland", "Norland"),
        ("the Iraqi, officials said.", "the Iraqi", "the Iraqi"),
    ],
)
def test_a_land_with_the_persons_behind_it(text: str, source: str, whole: str) -> None:
    """Only a noun for persons right behind a land's name or demonym belongs to the source."""
    start = text.index(source)
    found = with_noun(text, (start, start + len(source)))
    assert found is not None
    assert text[slice(*found)] == whole


def test_no_source_stays_none() -> None:
    """Where the text names nobody, nothing is completed."""
    assert with_noun("U.S. officials", None) is None
