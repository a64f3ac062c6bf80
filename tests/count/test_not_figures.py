"""Numbers that count nothing."""

from __future__ import annotations

import pytest

from tests.count.told import dated, figures


@pytest.mark.parametrize(
    "text",
    [
        "The law of 8 October was read.",
        "On 11, 12 and 13 November they met.",
        "In 1998 they met.",
        "A 14-year-old boy spoke.",
        "Dana Ruiz, 43, of Ilmen spoke.",
        "He was 75.",
        "They waited 12 long days.",
        "It was the 3rd night and the second week.",
        "They met at 10:30 p.m. and again at 6 pm.",
        "Call (555) 555-0134 or 555-555-0134.",
        "She called 911.",
        "Task Force 50 and the 9th Division came.",
        "Article 5 of the charter and section 12 say so.",
        "They won 3-2.",
        "They live at 131 West Elm Street.",
        "He had a .38 revolver and an M-16.",
        "See https://example.org/2020/11 for more.",
        "A 6.1-magnitude quake struck.",
        "One of the men spoke; no one else did, one by one.",
        "He stood 5'7 tall.",
        "Two, why did nobody call?",
    ],
)
def test_no_figure(text: str) -> None:
    """Dates, ages, times, names, addresses, scores and marks are no figures."""
    assert figures(text) == ()


def test_what_a_date_holds_is_no_figure() -> None:
    """Words that the step before has as a date are left alone."""
    text = "In 1066 houses burned."
    assert figures(text)
    assert figures(text, dates=dated(text, **{"1066": "1066"})) == ()
