"""What people decided about which figures belong in one contest, and the zones that grouping can be split into."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from accordingto.compare import compare, contest, contest_id, grouped, zones
from accordingto.records import Ruling
from tests.compare.made import says
from tests.compare.test_compare import figures


def killed(low, place, report):
    return says(f"The count is {low} people.", f"{low} people", low, report=report, place=place, period="2006-06-03",
                published="2006-06-04")  # fmt: skip


MOSUL = [killed(n, "Mosul", f"m{n}") for n in (12, 14, 16)]
BASRA = [killed(n, "Basra", f"b{n}") for n in (3, 5)]
LONE = killed(9, "Kirkuk", "k")


def ids(*some):
    return tuple(f.id for f in some)


def numbers(*rulings, given=(*MOSUL, *BASRA, LONE)):
    return sorted(sorted(f.figure.low for f in one.figures) for one in compare(given, rulings=rulings))


def test_without_rulings():
    """What nobody decided about is grouped by place and time."""
    assert numbers() == [[3, 5], [12, 14, 16]]


def test_a_figure_is_joined():
    """A single figure moves over, and leaves the contest that it was in."""
    assert numbers(Ruling(kind="join", figures=ids(*MOSUL), others=(ids(LONE),))) == [[3, 5], [9, 12, 14, 16]]
    assert numbers(Ruling(kind="join", figures=ids(*MOSUL), others=(ids(BASRA[0]),))) == [[3, 12, 14, 16]]


def test_a_contest_is_joined():
    """Another contest comes whole, also with figures that came to it since."""
    ruling = Ruling(kind="join", figures=ids(*MOSUL[:2]), others=(ids(*BASRA),))
    assert numbers(ruling) == [[3, 5, 12, 14, 16]]
    more = killed(6, "Basra", "b6")
    assert numbers(ruling, given=(*MOSUL, *BASRA, more)) == [[3, 5, 6, 12, 14, 16]]


def test_figures_are_parted():
    """Parted figures leave the contest and stand together; a single one is in none."""
    assert numbers(Ruling(kind="part", figures=ids(*MOSUL), others=(ids(MOSUL[0]),))) == [[3, 5], [14, 16]]
    some = Ruling(kind="part", figures=ids(*MOSUL), others=(ids(MOSUL[0]), ids(MOSUL[1])))
    assert numbers(some) == [[3, 5], [12, 14]]


def test_the_last_ruling_has_the_last_word():
    """What was parted can be joined again, and what was joined parted."""
    part = Ruling(kind="part", figures=ids(*MOSUL), others=(ids(MOSUL[0]),))
    join = Ruling(kind="join", figures=ids(*MOSUL[1:]), others=(ids(MOSUL[0]),))
    assert numbers(part, join) == numbers()
    assert numbers(join, part) == [[3, 5], [14, 16]]


def test_rulings_about_what_is_not_there():
    """A ruling about figures that are gone changes nothing, nor does one that parts all from nothing."""
    gone = Ruling(kind="join", figures=("0/f1", "0/f2"), others=(("0/f3",),))
    everything = Ruling(kind="part", figures=ids(*MOSUL), others=(ids(*MOSUL),))
    assert numbers(gone, everything) == numbers()


def test_a_group_makes_its_contest():
    """The contest of a group has its figures, and the id that follows from them."""
    groups = {contest_id(ids(*some)): contest(some) for some in grouped([*MOSUL, *BASRA, LONE])}
    assert {one.id: one.figures for one in compare([*MOSUL, *BASRA, LONE])} == {
        id_: one.figures for id_, one in groups.items()
    }


@given(st.lists(figures(), max_size=10, unique_by=lambda f: f.id))
def test_small_figures_of_two_zones_are_never_in_one_group(some):
    """Grouped zone by zone, figures are in the groups that all of them together give.

    But for large numbers: one that a speaker gives on one day is one statement wherever reports place it, which only
    grouping all of them together can see (compare/restated.py).
    """
    assume(all((f.figure.low or 0) < 1_000 and (f.figure.high or 0) < 1_000 for f in some))
    placed = zones(some)
    whole = {ids(*group) for group in grouped(some)}
    parts = [[f for f in some if placed.get(f.id) == zone] for zone in set(placed.values())]
    assert {ids(*group) for part in parts for group in grouped(part)} == whole


@given(st.lists(figures(), max_size=8, unique_by=lambda f: f.id), st.data())
def test_rulings_leave_each_figure_in_one_group(some, data):
    """Whatever is decided, no figure is in two contests."""
    one = st.lists(st.sampled_from([f.id for f in some] or ["0/f1"]), max_size=3, unique=True).map(tuple)
    made = st.builds(
        Ruling, kind=st.sampled_from(["join", "part"]), figures=one, others=st.lists(one, max_size=2).map(tuple)
    )
    rulings = data.draw(st.lists(made, max_size=4))
    found = [f.id for group in grouped(some, rulings=rulings) for f in group]
    assert len(found) == len(set(found))
