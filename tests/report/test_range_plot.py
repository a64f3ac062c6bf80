import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.records import Source
from accordingto.report.chains import Chains
from accordingto.report.figure_rows import figure_rows
from accordingto.report.range_plot import panels, scale
from accordingto.report.svg import NARROW, WIDE, drawing
from accordingto.report.voices import account
from tests.report.hand_made import at, figure, ledger, with_all_parts
from tests.report.made_up import ledgers

VALUES = st.lists(st.one_of(st.integers(0, 10**9), st.floats(0.001, 1e12)), min_size=1, max_size=6)


def rows_of(made):
    found = account(made)
    return figure_rows(made, found, Chains(made, found))


def made_of(*meanings):
    """The rows of figures of a text that names them one after the other."""
    text = " ".join(f"n{n}" for n in range(len(meanings)))
    figures = (figure(f"f{n}", at(text, f"n{n}"), **meaning) for n, meaning in enumerate(meanings))
    return rows_of(ledger(text, figures=tuple(figures)))


@given(VALUES)
def test_every_value_has_a_place_in_order(values):
    """Values stand between the ends of a scale, the larger never before the smaller."""
    found = scale(values)
    places = [found.at(v) for v in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 1 for place in places)
    assert len(found.ticks) <= 8


@pytest.mark.parametrize(
    ("values", "log"), [((2, 150), False), ((2, 250), True), ((0, 90), False), ((0, 5, 900), True)]
)
def test_far_values_take_a_logarithmic_scale(values, log):
    """Values more than two orders of magnitude apart take a logarithmic scale; zero stands beside it."""
    found = scale(values)
    assert found.log is log
    assert (found.ticks[0] == 0) is (not log or 0 in values)


def test_a_panel_holds_one_unit():
    """People harmed, boats and dollars stand on scales of their own; one boat alone has nothing to stand beside."""
    harmed = {"harm": "killed"}
    rows = made_of({"low": 3, **harmed}, {"low": 4, "unit": "boat"}, {"low": 5, "unit": "USD"},
                   {"low": 6, "unit": "USD"}, {"low": 9, "per": "P1D", **harmed})  # fmt: skip
    assert [(p.title, [len(g.rows) for g in p.groups]) for p in panels(rows)] == [("People harmed", [1]), ("USD", [2])]


def test_rows_stand_by_harm():
    """The killed come first, then the others by harm, each in text order."""
    rows = made_of({"low": 1, "harm": "injured"}, {"low": 2, "harm": "killed"}, {"low": 3, "harm": "killed"})
    (panel,) = panels(rows)
    assert [(g.harm, [r.number for r in g.rows]) for g in panel.groups] == [("killed", [2, 3]), ("injured", [1])]


def drawn(meaning, layout=WIDE):
    """The paths of the only row of a figure between two that set the scale."""
    rows = made_of({"low": 10, "harm": "killed"}, {"harm": "killed", **meaning}, {"low": 90, "harm": "killed"})
    (panel,) = panels(rows)
    root = ET.fromstring(drawing(panel, layout, {r.number: "h0 l0" for r in rows}, "x"))
    row = next(a for a in root.iter("a") if a.get("href") == "#q2")
    return [(p.get("class"), p.get("transform") or p.get("d")) for p in row.iter("path")], row


@pytest.mark.parametrize(
    ("meaning", "kinds"),
    [
        ({"low": 40}, ["full"]),
        ({"low": 40, "high": 60}, ["bar", "full", "full"]),
        ({"low": 40, "high": None}, ["bar rough", "full", "hollow"]),
        ({"low": None, "high": 40}, ["bar rough", "hollow", "full"]),
        ({"low": 40, "high": 60, "approx": True}, ["bar rough", "full", "full"]),
    ],
)
def test_the_mark_of_a_figure(meaning, kinds):
    """A number is a dot, a range a bar between two, an open end hollow, a rough range a broken bar."""
    assert [kind for kind, _ in drawn(meaning)[0]] == kinds


def test_a_bar_lies_where_its_values_are():
    """The ends of a bar stand on the scale in proportion to their values."""
    paths, _ = drawn({"low": 25, "high": 75})
    ends = [float(re.search(r"translate\(([\d.]+)", where)[1]) for kind, where in paths if kind == "full"]
    span = WIDE.right - WIDE.left
    assert ends == pytest.approx([WIDE.left + span * 0.25, WIDE.left + span * 0.75], abs=0.1)


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_a_row_says_all_in_words(layout):
    """A row holds whose it is and how many in words, and in its title all that is known."""
    _, row = drawn({"low": 40, "high": 60, "period": "2003"}, layout)
    assert [t.text for t in row.iter("text")] == ["2  the outlet", "40 to 60"]
    assert row.find("title").text == "the outlet: 40 to 60; people; killed; 2003"


@given(ledgers())
def test_any_figures_can_be_drawn(made):
    """Whatever figures there are, a drawing is well-formed, and everything in it lies within it."""
    rows = rows_of(made)
    for panel in panels(rows):
        for layout in (WIDE, NARROW):
            root = ET.fromstring(drawing(panel, layout, {r.number: "h0 l0" for r in rows}, "x"))
            numbers = [float(n) for p in root.iter("path") for n in re.findall(r"[\d.]+", p.get("transform") or "")]
            assert all(0 <= n <= max(layout.width, float(root.get("viewBox").split()[3])) for n in numbers)


def test_a_long_name_is_cut():
    """A name that does not fit is cut with a mark; its title has it whole."""
    text = "12"
    name = "the provincial directorate of health and environment of Arvan"
    source = Source(id="s1", name=name, kind="organisation", mentions=())
    made = ledger(text, sources=(source,), figures=(figure("f1", at(text, "12"), 12, harm="killed", speaker="s1"),))
    rows = rows_of(made)
    (panel,) = panels(rows)
    root = ET.fromstring(drawing(panel, WIDE, {1: ""}, "x"))
    words = [t.text for t in root.iter("text") if t.get("class") == "who"]
    assert words[0].startswith("1  the provincial")
    assert words[0].endswith("…")
    assert name in root.find("a/title").text


def test_the_example_is_drawn():
    """The example's figures of people harmed stand in one panel, on a logarithmic scale only where they need it."""
    (panel,) = panels(rows_of(with_all_parts()))
    assert [g.harm for g in panel.groups] == ["killed", "injured"]
    assert not panel.scale.log
