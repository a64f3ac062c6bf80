"""For any decisions and undoings: what is found is what the decisions in force would have made of it by themselves."""

from __future__ import annotations

import re
import shutil
import tempfile
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accordingto.casebook import Casebook, FigureFilter
from accordingto.contesting import contests_among, contests_up_to_date
from accordingto.errors import UnknownTarget
from accordingto.records import Item, ReaderInfo, in_force
from benchmarks.plain_reports import MadeUpReader

NEWER = ReaderInfo(version="1", model="made-up", model_sha256="1" * 64)
PEOPLE = (*["Anna Weller (professor)"] * 2, *["Tomas Veldt (driver)"] * 2, "Ilse Marrant (mayor)")
TEXTS = [f"{who} said {n} people were killed in Goma in 2001." for n, who in enumerate(PEOPLE, 10)]
FIGURES = st.sampled_from(["accept", "reject", "low", "high", "span", "speaker", "own"])
STEPS = st.one_of(
    st.tuples(st.just("figure"), st.integers(0, 1), FIGURES),
    st.tuples(st.just("merge"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("split"), st.integers(0, 4), st.integers(0, 4)),
    st.tuples(st.just("undo"), st.integers(0, 9), st.just(0)),
    st.tuples(st.just("read anew"), st.integers(0, 1), st.just(0)),
    st.tuples(st.just("compare"), st.just(0), st.just(0)),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A casebook of five reports by three people, to be copied."""
    path = tmp_path_factory.mktemp("made") / "cases.db"
    with Casebook.open(path) as casebook:
        for text in TEXTS:
            casebook.add(Item(name="a.txt", data=text.encode()), MadeUpReader(), by="tester")
        assert len(list(casebook.sources())) == 3
        figures = sorted(casebook.figures(), key=lambda one: one.figure.low)
    return path, figures


def value_of(figure, what):
    span = figure.figure.span
    return {
        "low": {"low": 1},
        "high": {"high": 99},
        "span": {"span": {"start": span.start, "end": span.start + 2, "text": span.text[:2]}},
        "speaker": {"speaker": {"name": "Harbour Relief"}},
        "own": {"speaker": None},
    }.get(what, {})


def play(casebook, figures, steps):
    """Takes the steps; an undoing undoes one of the decisions so far."""
    for kind, first, second in steps:
        if kind == "figure":
            figure = figures[first]
            how = second if second in {"accept", "reject"} else "correct"
            casebook.decide(f"figure:{figure.id}", how, value_of(figure, second), by="A", why="so")
        elif kind in {"merge", "split"}:
            ids = [f"source:{figures[n].id.partition('/')[0]}/{figures[n].speaker.id}" for n in (first, second)]
            if kind == "split" or ids[0] != ids[1]:
                casebook.decide(ids[0], kind, {"with": ids[1:]}, by="A", why="so")
        elif kind == "compare":
            contests_up_to_date(casebook)
        elif kind == "read anew":
            casebook.add(Item(name="a.txt", data=TEXTS[first].encode()), MadeUpReader(NEWER), by="tester")
        elif made_so_far := casebook.decisions():
            undo(casebook, made_so_far[first % len(made_so_far)].number)


def undo(casebook, number):
    try:
        casebook.decide(f"decision:{number}", "undo", by="B", why="a slip")
    except UnknownTarget as error:
        assert "already" in str(error)


def found(casebook):
    """All that is found, but for the numbers of the decisions that brought speakers in."""
    figures = [msgspec.json.encode(one).decode() for one in casebook.figures(rejected=True)]
    voices = [sorted((s.id, s.because) for s in voice.spellings) for voice in casebook.sources()]
    waiting = [one.target for one in casebook.waiting()]
    said_by = [
        (row.figure.id, row.voice, row.review) for row in casebook.figures_page(FigureFilter(rejected=True)).items
    ]
    counted = [msgspec.structs.astuple(casebook.voice(row.id)) for row in casebook.voices_page().items]
    listed = [sorted(map(str, part)) for part in (figures, voices, waiting, said_by, counted, casebook.accepted())]
    reports = [(row.document, row.statements, row.figures) for row in casebook.reports_page(sort="added").items]
    return re.sub(r"\bd\d+\b", "d", str((listed, reports, casebook.facets())))


def contests(casebook):
    contests_up_to_date(casebook)
    return {casebook.contest(row.id) for row in casebook.contests_page().items}


@given(st.lists(STEPS, max_size=9))
@settings(max_examples=12, derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undone_is_as_if_never_made(made, steps):
    """Decisions, undoings and newer readings in any order leave what the decisions in force alone would leave."""
    path, figures = made
    with tempfile.TemporaryDirectory() as folder:
        one, other = (shutil.copyfile(path, Path(folder, name)) for name in ("one", "other"))
        with Casebook.open(one) as played, Casebook.open(other) as plain:
            play(played, figures, steps)
            for decision in in_force(played.decisions()):
                plain.decide(decision.target, decision.kind, decision.value, by="A", why="so")
            for step in steps:
                if step[0] == "read anew":
                    play(plain, figures, [step])
            assert found(played) == found(plain)
            assert contests(played) == set(contests_among(played, list(played.figures())))
            assert played.verify().faults == ()
