"""What holds for every comparison: symmetry, nesting as an order, agreement with itself, and no matter the order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.compare import compare
from accordingto.compare.axes import apart, axes, definitions, measures, populations
from accordingto.compare.judge import Statement, judge
from accordingto.compare.kinds import categories, families, measure, paths, population
from accordingto.compare.meaning import Definition, Population, meaning, statistic
from accordingto.compare.periods import day_of
from accordingto.compare.ranges import Range, meet, rounded
from accordingto.errors import InvalidRecord
from accordingto.records import Harm, mirrored
from tests.compare.made import says

NOUNS = ["people", "soldiers", "civilians", "Iraqis", "children", "US troops", "journalists", "police", "fishermen"]
PERIODS = [
    None,
    "2003/2006",
    "2003-03/2006-06",
    "2006",
    "2003-03-20/..",
    "2006-06-03",
    "2006-06-03/2006-06-04",
    "2006~",
]


@st.composite
def figures(draw):
    """A figure about Iraq or a place in it, in one of a few reports, by one of a few speakers."""
    noun = draw(st.sampled_from(NOUNS))
    low = draw(st.none() | st.integers(0, 40) | st.sampled_from([150000, 151000, 104000]))
    high = draw(st.none() | st.just("low") | st.integers(40, 60) | st.just(223000))
    high = low if high == "low" or (low is not None and high is not None and high < low) else high
    report = draw(st.sampled_from("abcd"))
    return says(
        f"The count is of 7 {noun} up to now.",
        f"7 {noun}",
        low,
        high,
        counted=noun,
        id=f"f{draw(st.integers(0, 10**6))}",
        report=report,
        published={"a": "2006-06-04", "b": "2006-06-05", "c": "2018-11-01", "d": None}[report],
        outlet={"a": "Wire", "b": "Courier", "c": None, "d": "Wire"}[report],
        speaker=draw(st.sampled_from([None, "WHO", "Rami Saleh", "Dr Saleh"])),
        harm=draw(st.sampled_from([None, "killed", "injured", "casualties"])),
        who=draw(st.sampled_from([None, "civilians", "combatants", "all"])),
        group=draw(st.sampled_from([None, "Iraqis", "American", "Yazidis"])),
        age=draw(st.sampled_from([None, "children"])),
        place=draw(st.sampled_from([None, "Iraq", "Mosul", "Nineveh", "Nowhereville"])),
        period=draw(st.sampled_from(PERIODS)),
        as_of=draw(st.sampled_from([None, "2006-06", "2018-10"])),
        basis=draw(st.sampled_from([None, "count", "estimate", "projection"])),
        approx=draw(st.booleans()),
        denied=draw(st.booleans()),
    )


def statement(figure):
    f = figure.figure
    return Statement(
        meaning=meaning(figure),
        range=Range(f.low, f.high, approx=f.approx),
        statistic=statistic(figure),
        speaker=figure.speaker.name if figure.speaker else figure.document,
        known=figure.speaker is not None,
        day=day_of(figure.published),
        denied=f.denied,
    )


@given(figures(), figures())
def test_symmetry(a, b):
    """Turned round, the axes are mirrored, and verdict and reasons stay."""
    there = axes(meaning(a), meaning(b), statistic(a), statistic(b))
    back = axes(meaning(b), meaning(a), statistic(b), statistic(a))
    for axis in there.__struct_fields__:
        assert getattr(back, axis) == mirrored(getattr(there, axis))
    assert judge(statement(a), statement(b)) == judge(statement(b), statement(a))


@given(figures())
def test_a_figure_agrees_with_itself(a):
    """Compared with itself, a figure agrees, whatever its report leaves out."""
    found = judge(statement(a), statement(a))
    assert found.verdict == "agree"
    assert set(found.reasons) <= {"same_origin"}


@given(figures(), figures())
def test_verdicts_rest_on_the_axes(a, b):
    """What differs on an axis is never said to agree or conflict, and what has no reason is never said to conflict."""
    found = judge(statement(a), statement(b))
    if found.verdict in {"agree", "conflict"}:
        assert set(apart(meaning(a), meaning(b)).reasons) <= {"later_as_of"}
    assert (found.verdict in {"conflict", "incomparable"}) <= bool(found.reasons)


POPULATIONS = st.builds(
    Population,
    category=st.sampled_from(sorted(categories())).map(population),
    group=st.sampled_from([None, "=IQ", "=US", "yazidis"]),
    age=st.sampled_from([None, "children", "adults"]),
    sex=st.sampled_from([None, "female", "male"]),
    added=st.just(False),  # noqa: FBT003  hypothesis takes the value as it is
)
DEFINITIONS = st.builds(
    Definition,
    basis=st.sampled_from([None, "count", "estimate", "projection"]),
    scope=st.sampled_from([None, "direct", "indirect", "excess"]),
)
MEASURES = st.sampled_from([("people",), ("missile",), *(("people", *measure(h)) for h in families())])


@pytest.mark.parametrize(
    ("relate", "things"), [(populations, POPULATIONS), (definitions, DEFINITIONS), (measures, MEASURES)]
)
def test_nesting_is_a_partial_order(relate, things):
    """On each axis what lies within something within a third lies within that, and nothing within what it holds."""

    @given(things, things, things)
    def holds(a, b, c):
        within = {"nested", "same"}
        assert relate(a, a) == "same"
        assert relate(b, a) == mirrored(relate(a, b))
        if relate(a, b) in within and relate(b, c) in within:
            assert relate(a, c) in within

    holds()


@given(st.lists(figures(), min_size=2, max_size=9, unique_by=lambda f: f.id), st.randoms())
def test_the_order_of_the_figures_makes_no_difference(some, chance):
    """Contests are the same whatever the order in which the figures come."""
    mixed = list(some)
    chance.shuffle(mixed)
    assert compare(mixed) == compare(some)


@given(st.lists(figures(), min_size=2, max_size=9, unique_by=lambda f: f.id))
def test_a_figure_is_in_one_contest(some):
    """No figure is in two contests, all pairs within one are compared, and each has an origin of each level."""
    contests = compare(some)
    found = [f.id for c in contests for f in c.figures]
    assert len(found) == len(set(found))
    for contest in contests:
        ids = [f.id for f in contest.figures]
        assert all(contest.between(a, b) is not None for a in ids for b in ids if a != b)
        assert {o.level for o in contest.origins} == {"text", "publisher", "statement"}


RANGES = st.builds(
    lambda low, width, open_: Range(None if open_ == 1 else low, None if open_ == 2 else low + width),
    st.integers(0, 10**6),
    st.integers(0, 1000),
    st.integers(0, 2),
)


@given(RANGES, RANGES)
def test_meeting_is_symmetric_and_implies_rounding(a, b):
    """Two ranges that meet do so both ways, and still do once they are given room."""
    assert meet(a, b) == meet(b, a)
    assert rounded(a, b) == rounded(b, a)
    assert meet(a, b) <= rounded(a, b)
    assert meet(a, a)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [(150000, 151000, True), (30, 31, False), (150000, 157000, False), (87215, 85694, False), (4550, 4549, True),
     (100, 140, False), (2400, 2412, True), (0, 40, False)],
)  # fmt: skip
def test_rounding(one, other, expected):
    """A number is taken for another one rounded where it has two digits or more and is within half of its step."""
    assert rounded(Range(one, one), Range(other, other)) is expected


@given(st.sampled_from(sorted(families())), st.sampled_from(sorted(families())))
def test_the_taxonomy_of_harms(a, b):
    """Every harm of the records is in the taxonomy, and two harms of one branch only are nested."""
    assert set(families()) == set(Harm.__args__)
    assert (paths(measure(a), measure(b)) == "same") == (a == b)


def test_two_figures_of_one_id_are_refused():
    """A report that is given twice would count twice: that is an error that says so."""
    a = says("There were 7 people.", "7 people", 7)
    with pytest.raises(InvalidRecord, match="give each report once"):
        compare([a, a])


def test_a_period_that_is_no_edtf_is_refused_by_its_figure():
    """A figure whose period is no EDTF is named in the error."""
    with pytest.raises(InvalidRecord, match="f0: 'last spring' is no EDTF"):
        compare([says("7 people died.", "7 people", 7, period="last spring")])
