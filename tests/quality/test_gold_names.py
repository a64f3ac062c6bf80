"""When two names are one."""

from __future__ import annotations

import pytest

from quality.gold import same_name


@pytest.mark.parametrize(
    ("gold", "pred", "same"),
    [
        ("Gen. Hana Sorel", "Sorel", True),
        ("Dr Hana Sorel", "Hana", True),
        ("Jürgen Maß", "jurgen ma", True),
        ("Hana Sorel", "Ivo Sorel", False),
        ("Hana Sorel", None, False),
        (None, "the", True),
    ],
)
def test_the_shorter_name_stands_in_the_longer(gold, pred, same):
    """Titles, case and accents aside, all words of the shorter name are in the longer; nobody is nobody."""
    assert same_name(gold, pred) is same
    assert same_name(pred, gold) is same
