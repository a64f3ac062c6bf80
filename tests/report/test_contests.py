"""Contests for the terminal and for programs."""

from __future__ import annotations

import json

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import InvalidRecord
from accordingto.records import Axes, Claim, Comparison, Contest, Figure, Origin, Reported, Source, Span, Topic
from accordingto.report import contests_json, contests_view

SAME = Axes(measure="same", population="same", place="same", period="same", definition="same", statistic="same")


def figure(number: int, name: str) -> Reported:
    text = f"{name} said {number} people were killed."
    span = Span.of(text, len(name) + 6, len(name) + 6 + len(str(number)))
    return Reported(
        id=f"{number:016}/f1",
        document=f"{number:064}",
        figure=Figure(id="f1", span=span, low=number, high=number, unit="people", harm="killed", confidence=0.9),
        speaker=Source(id="s1", name=name, kind="person", mentions=()),
        sentence=Span.of(text, 0, len(text)),
    )


def claim(number: int, name: str, identifier: str, **values) -> Claim:
    made = {"low": number, "high": number, "words": f"{name} gives {number} people", **values}
    return Claim(id=identifier, speaker=name, figures=(f"{number:016}/f1",), **made)


def contest(name: str = "Korro", sentence: str = "Korro gives 12; Vehl gives 31: no", **values) -> Contest:
    figures = (figure(12, name), figure(31, "Vehl"))
    made = {
        "id": "c",
        "subject": "people killed in the harbour",
        "figures": figures,
        "topics": (
            Topic(
                id="t1",
                words="people killed in the harbour",
                claims=(claim(31, "Vehl", "t1c1", high=None), claim(12, name, "t1c2", first="2024-05-14")),
            ),
        ),
        "comparisons": (
            Comparison(first="t1c1", second="t1c2", axes=SAME, verdict="conflict", reasons=("true_conflict",),
                       sentence=sentence),
        ),
        "origins": tuple(
            Origin(level=level, name=f.id, figures=(f.id,), documents=(f.document,), evidence=("stated once",))
            for level in ("publisher", "statement")
            for f in figures
        ),
    }  # fmt: skip
    return Contest(**{**made, **values})


def test_the_view_says_who_gives_how_many_and_how_they_compare():
    """The subject, its sum, the claims from low to high, and the comparison with its reason."""
    lines = contests_view([contest()], width=80, colour=False).splitlines()
    assert lines[0] == "1  people killed in the harbour"
    assert lines[1].strip() == "2 figures from 2 reports, 2 publishers, 2 origins"
    assert [line.strip() for line in lines[3:5]] == [
        "12 · Korro · 1 report, first 2024-05-14",
        "31 or more · Vehl · 1 report",
    ]
    assert lines[5].strip() == "In conflict (1)"
    assert lines[6].strip() == "– Korro gives 12; Vehl gives 31: no [true_conflict]"


def test_many_comparisons_are_cut_and_counted():
    """Of more than eight comparisons of a verdict the rest is counted."""
    one = contest().comparisons[0]
    shown = contests_view([contest(comparisons=(one,) * 11)], width=80, colour=False)
    assert shown.count("[true_conflict]") == 8
    assert "and 3 more" in shown


def test_nothing_to_compare_is_said():
    """Without contests the view says so, and JSON has an empty list."""
    assert contests_view([], width=80, colour=False) == "No two figures speak of the same thing.\n"
    assert json.loads(contests_json([], indent=None)) == {"version": 1, "contests": []}


def test_json_gives_the_contest_back():
    """A contest of the JSON is the record, with its sum in words."""
    row = json.loads(contests_json([contest()], indent=1))["contests"][0]
    assert row.pop("summary") == "2 reports, 2 publishers, 2 origins"
    assert msgspec.convert(row, Contest) == contest()


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=40), st.integers(40, 100))
def test_words_of_a_report_steer_no_terminal(words, width):
    """No line is longer than the width, and no control character of a report gets through."""
    shown = contests_view([contest(sentence=words)], width=width, colour=False)
    assert not {c for c in shown if c != "\n" and (ord(c) < 32 or 127 <= ord(c) < 160)}


def test_colour_is_for_terminals():
    """ANSI codes are there with colour only."""
    assert "\x1b[" in contests_view([contest()], width=80, colour=True)
    assert "\x1b[" not in contests_view([contest()], width=80, colour=False)


@pytest.mark.parametrize(
    "changed",
    [
        {"topics": ()},
        {"origins": contest().origins[:1]},
        {"comparisons": (msgspec.structs.replace(contest().comparisons[0], first="t9"),)},
    ],
)
def test_a_contest_checks_itself(changed):
    """Every figure is in one claim and one origin of each level, and every comparison leads somewhere."""
    with pytest.raises(InvalidRecord):
        contest(**changed)


def test_a_comparison_checks_itself():
    """A conflict has a reason, and what cannot be told has none."""
    for verdict, reasons in (("conflict", ()), ("incomparable", ()), ("undecided", ("rounding",))):
        with pytest.raises(InvalidRecord):
            Comparison(first="a", second="b", axes=SAME, verdict=verdict, reasons=reasons, sentence="")


def test_between_takes_figures_either_way():
    """The comparison of two figures is found by their ids, whichever comes first."""
    a, b = (f.id for f in contest().figures)
    assert contest().between(a, b) == contest().between(b, a) == contest().comparisons[0]
    assert contest().between(a, a) is None
