"""What the workbench lets a reviewer decide: each of it goes through the casebook, shows, and is undone again."""

from __future__ import annotations

import pytest

from accordingto.errors import UnknownTarget
from accordingto.records import in_force

TEXT = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05. Nobody else was there."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


@pytest.fixture
def document(desk):
    return desk.add(TEXT)


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ({"harm": "missing"}, ("harm", "missing")),
        ({"harm": None}, ("harm", None)),
        ({"low": 10, "high": None}, ("high", None)),
        ({"approx": True}, ("approx", True)),
        ({"vague": True}, ("vague", True)),
        ({"who": "civilians"}, ("who", "civilians")),
        ({"group": "Veldrian"}, ("group", "Veldrian")),
        ({"age": "children"}, ("age", "children")),
        ({"sex": "female"}, ("sex", "female")),
        ({"period": "2004-05-03/2004-05-09"}, ("period", "2004-05-03/2004-05-09")),
        ({"as_of": "2004-05-09"}, ("as_of", "2004-05-09")),
        ({"basis": "estimate"}, ("basis", "estimate")),
        ({"since_last": True}, ("since_last", True)),
        ({"per": "P1D"}, ("per", "P1D")),
        ({"denied": True}, ("denied", True)),
        ({"unit": "house"}, ("unit", "house")),
    ],
)
def test_what_a_figure_means_is_corrected(desk, document, value, told):
    """Harm, range, population, period and the rest of a figure can be corrected, and the correction undone."""
    before = desk.figure()
    number = desk.decide(f"figure:{before.id}", "correct", value)
    assert getattr(desk.figure().figure, told[0]) == told[1]
    desk.undo(number)
    assert desk.figure() == before
    assert desk.sound()


def test_a_place_is_corrected(desk, document):
    """A figure is found by the place that it was corrected to."""
    desk.decide(f"figure:{desk.figure().id}", "correct", {"place": {"name": "Goma", "country": "CD"}})
    assert len(list(desk.casebook.figures(place="CD"))) == 1


@pytest.mark.parametrize("field", ["span", "counted", "harm_words", "place_words", "period_words"])
def test_the_words_of_a_figure_are_corrected(desk, document, field):
    """Every span of a figure can be set by selecting text; other words than the report's are refused."""
    target = f"figure:{desk.figure().id}"
    desk.decide(target, "correct", {field: span("people")})
    assert getattr(desk.figure().figure, field).text == "people"
    with pytest.raises(UnknownTarget, match="does not say"):
        desk.decide(target, "correct", {field: span("people") | {"text": "nobody"}})
    assert desk.sound()


@pytest.mark.parametrize(
    ("field", "value", "read"),
    [
        ("source", span("mayor"), lambda a: a.source.text == "mayor"),
        ("source", None, lambda a: a.source is None),
        ("cue", span("said"), lambda a: a.cue.text == "said"),
        ("content", [span("killed"), span("in 2004-05")], lambda a: [s.text for s in a.content][1] == "in 2004-05"),
        ("manner", "mixed", lambda a: a.manner == "mixed"),
        ("stance", "doubts", lambda a: a.stance == "doubts"),
    ],
)
def test_a_statement_is_corrected(desk, document, field, value, read):
    """Spans, manner and stance of a statement can be corrected, and the correction undone."""
    before = desk.statement()
    number = desk.decide(f"statement:{before.id}", "correct", {field: value})
    assert read(desk.statement().attribution)
    desk.undo(number)
    assert desk.statement() == before
    assert desk.sound()


@pytest.mark.parametrize(
    "value",
    [
        {},
        {"low": 3, "high": 1},
        {"period": "last week"},
        {"harm": "hurt"},
        {"speaker": "WHO"},
        {"span": None},
        {"id": "x"},
    ],
)
def test_a_correction_that_makes_no_figure(desk, document, value):
    """A correction without a field, with one that is none, or with a value that does not fit, is refused."""
    with pytest.raises(UnknownTarget):
        desk.decide(f"figure:{desk.figure().id}", "correct", value)
    assert desk.casebook.decisions() == ()


@pytest.mark.parametrize("kind", ["join", "part"])
def test_contests_are_joined_and_parted(desk, kind):
    """A contest is joined with others or parted from figures; without these there is nothing to do."""
    with pytest.raises(UnknownTarget, match=kind):
        desk.decide("contest:c1", kind)
    number = desk.decide("contest:c1", kind, {"with": ["contest:c2", "figure:1f3c0a7b2d4e5f60/f1"]})
    assert [one.number for one in in_force(desk.casebook.decisions(about="contest"))] == [number]
    desk.undo(number)
    assert in_force(desk.casebook.decisions(about="contest")) == ()


def test_everything_can_be_graded(desk, document):
    """A figure, a statement, a source, a report and a contest take a grade, which changes nothing that is found."""
    figure, statement = desk.figure(), desk.statement()
    source = f"source:{document[:16]}/{figure.speaker.id}"
    targets = [f"figure:{figure.id}", f"statement:{statement.id}", source, f"report:{document}", "contest:c1"]
    for target in targets:
        desk.decide(target, "grade", {"grade": "fair"})
    assert [one.target for one in desk.casebook.decisions()] == targets
    assert (desk.figure(), desk.statement()) == (figure, statement)
    assert len(desk.casebook.waiting()) == 2


def test_two_people_see_each_others_decisions(desk, document, tmp_path):
    """What one connection decides is found by another at once, and neither overwrites the other."""
    from accordingto.casebook import Casebook

    target = f"figure:{desk.figure().id}"
    with Casebook.open(tmp_path / "cases.db", make=False) as other:
        desk.decide(target, "correct", {"low": 10})
        other.decide(target, "correct", {"high": 14}, by="M. Okafor", why="the later edition")
        (seen,) = other.figures()
    assert (seen.figure.low, seen.figure.high) == (10, 14)
    assert desk.figure() == seen
    assert [one.by for one in desk.casebook.decisions(target)] == ["A. Reader", "M. Okafor"]
