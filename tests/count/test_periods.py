"""When what a figure counts happened."""

from __future__ import annotations

import pytest

from accordingto.records import Attribution
from tests.count.told import dated, figures, one, span


def test_the_date_of_its_own_part_of_the_sentence() -> None:
    """Each figure has the date nearest to it."""
    text = "In May 2019 five men died; in June 2020 six men died."
    found = figures(text, dates=dated(text, May_2019="2019-05", June_2020="2020-06"))
    assert [f.period for f in found] == ["2019-05", "2020-06"]
    assert [f.period_words and f.period_words.text for f in found] == ["May 2019", "June 2020"]


def test_the_day_of_the_speech_is_no_period() -> None:
    """A date beside a cue says when somebody spoke."""
    text = "Officials said on Tuesday that five men had died."
    said = Attribution(
        id="a1",
        source=span(text, "Officials"),
        cue=span(text, "said"),
        content=(span(text, "that five men had died"),),
        manner="indirect",
        stance="asserts",
        confidence=1.0,
    )
    dates = dated(text, Tuesday="2020-05-05")
    assert figures(text, attributions=(said,), dates=dates)[0].period is None
    assert figures(text, dates=dates)[0].period == "2020-05-05"


def test_the_day_of_the_dateline_is_no_period() -> None:
    """The day on which a report was written is not the day of what it tells."""
    text = "PORT ARVAN, May 14, 2024 (Northern Wire) - At least 31 people were killed in a blast on Monday evening."
    dates = dated(text, **{"May_14,_2024": "2024-05-14", "Monday_evening": "2024-05-13TEV"})
    assert one(text, dates=dates).period == "2024-05-13"
    assert one(text, dates=dates[:1]).period is None


def test_the_day_of_publication_is_no_period() -> None:
    """A report published in a year does not date what it counts."""
    text = "In 2018 a university published a report. According to it, 40 men died."
    assert one(text, dates=dated(text, **{"2018": "2018"})).period is None


def test_the_event_told_before() -> None:
    """A figure of harm without a date has that of the sentence before it; other figures have none."""
    text = "The quake struck on 5 May 2020. Six people died. Ten people sang."
    found = figures(text, dates=dated(text, **{"5_May_2020": "2020-05-05"}))
    assert [f.period for f in found] == ["2020-05-05", None]


def test_what_still_goes_on_is_open() -> None:
    """Behind "since", and where the text says that it goes on, the period has no end."""
    text = "Since 2011 some 500 people have died."
    assert one(text, dates=dated(text, **{"2011": "2011"})).period == "2011/.."
    text = "Troops launched the war on 3 May 2011.\n\nThey have killed 500 people and are still at it."
    assert one(text, dates=dated(text, **{"3_May_2011": "2011-05-03"})).period == "2011-05-03/.."


@pytest.mark.parametrize(
    ("words", "value"), [("8 October", "XXXX-10-08"), ("October 8", "XXXX-10-08"), ("March 3 to April 4", None)]
)
def test_a_day_without_a_year(words: str, value: str | None) -> None:
    """A day whose year nothing tells keeps its month and day; two of them are an interval."""
    text = f"On {words} five men died."
    found = one(text, dates=dated(text, **{words.replace(" ", "_"): None}))
    assert found.period == (value or "XXXX-03-03/XXXX-04-04")


def test_as_of() -> None:
    """`as of` a day, and `so far`, say up to when it was counted."""
    text = "As of 5 May 2020, 300 people had died."
    assert one(text, dates=dated(text, **{"5_May_2020": "2020-05-05"})).as_of == "2020-05-05"
    assert one("So far 300 people have died.", published="2020-05-06").as_of == "2020-05-06"
    assert one("So far 300 people have died.").as_of is None
