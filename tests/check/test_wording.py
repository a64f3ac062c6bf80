import msgspec
import pytest

from accordingto.records import Place, Span
from tests.check.ledgers import HERE, codes, people, report
from tests.report.hand_made import says

SAID = "it said"


def of_two(one, two, words="[One] were counted, {0}. Later [two] were counted, {0}.", **values):
    return codes(report(words.format(SAID), one, two, **values))


@pytest.mark.parametrize(
    ("value", "change", "expected"),
    [
        (1200, {}, ["casualties_as_deaths"]),
        (12, {}, []),
        (1200, {"who": "combatants"}, ["casualties_as_deaths"]),
        (1200, {"place": Place(name="Port")}, []),
        (1200, {"low": 1300, "high": 1300}, []),
        (1200, {"denied": True}, []),
    ],
)
def test_casualties_that_become_the_dead(value, change, expected):
    """One large number as casualties and as the dead is a finding; a small one, or one of elsewhere, is none."""
    first = people(value, harm="casualties", place=Place(name="Arvan"))
    assert of_two(first, {**people(value, harm="killed"), **change}) == expected


DOZENS = {**people(24, harm="killed", vague=True), "high": None}


def in_statements(made, *, apart):
    """The ledger with its figures in one statement of the mayor's, or each in one of its own."""
    spans = [f.span for f in made.figures]
    whole = Span.of(made.document.text, spans[0].start, spans[-1].end)
    contents = spans if apart else [whole]
    figures = tuple(
        msgspec.structs.replace(f, attribution=f"a{n if apart else 0}", speaker="mayor")
        for n, f in enumerate(made.figures)
    )
    statements = tuple(says(f"a{n}", span, speaker="mayor") for n, span in enumerate(contents))
    return msgspec.structs.replace(made, attributions=statements, figures=figures)


@pytest.mark.parametrize(("value", "expected"), [(31, ["vague_and_exact"]), (12, []), (400, [])])
def test_vague_here_and_exact_there(value, expected):
    """One voice with `dozens` and with a number of that size is a finding; twelve and hundreds are no dozens."""
    made = report("She spoke of [dozens] dead, and at night of [more].", DOZENS, people(value, harm="killed"))
    assert codes(in_statements(made, apart=True)) == expected
    assert codes(in_statements(made, apart=False)) == []


LEAST, MOST = {**people(600, harm="killed"), "high": None}, {**people(600, harm="killed"), "low": None}
ROUGH = people(600, harm="killed", approx=True)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        (ROUGH, LEAST, ["approximator_drift"]),
        (LEAST, MOST, ["approximator_drift"]),
        (ROUGH, ROUGH, []),
        (ROUGH, people(600, harm="killed"), []),
        (ROUGH, {**LEAST, "harm": "injured"}, []),
        ({**ROUGH, **HERE}, {**LEAST, **HERE, "period": "2023"}, []),
    ],
)
def test_one_number_with_another_bearing(one, two, expected):
    """The same number as a rough one, a least or a most is a finding; the plain number, other harm or time is none."""
    assert of_two(one, two) == expected


def test_more_than_names_its_number():
    """`More than 600` is 601 or more, and still names 600."""
    one, two = people(600, harm="killed", approx=True), {**people(601, harm="killed"), "high": None}
    words = "[About 600] were counted, it said. Later [more than 600] were counted, it said."
    assert codes(report(words, one, two)) == ["approximator_drift"]
