"""Undoing: after it, all is as if the undone decision had never been made, whatever was decided since."""

from __future__ import annotations

import pytest

from accordingto.errors import UnknownTarget
from accordingto.records import in_force
from accordingto.review import undo

TEXT = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."


def span(words):
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "text": words}


def names(casebook):
    return sorted(sorted(f"{s.name} {s.role or ''}".strip() for s in v.spellings) for v in casebook.sources())


@pytest.fixture
def target(desk):
    desk.add(TEXT)
    return f"figure:{desk.figure().id}"


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        ("accept", None),
        ("reject", None),
        ("grade", {"grade": "weak"}),
        ("correct", {"low": 120, "high": 120}),
        ("correct", {"span": span("12")}),
        ("correct", {"speaker": {"name": "Harbour Relief"}}),
        ("correct", {"speaker": None}),
    ],
)
def test_a_decision_about_a_figure_is_undone(desk, target, kind, value):
    """What was found before the decision is found again, and it waits for a decision as before."""
    before = desk.figure(), names(desk.casebook), desk.casebook.waiting()
    number = desk.decide(target, kind, value)
    decision = undo(desk.casebook, number, by="M. Okafor", why="a slip")
    assert (desk.figure(), names(desk.casebook), desk.casebook.waiting()) == before
    assert (decision.target, decision.kind, decision.value) == (target, "undo", {"decision": number})
    assert desk.sound()


@pytest.mark.parametrize(
    ("kind", "value"),
    [("reject", None), ("correct", {"stance": "denies"}), ("correct", {"content": [span("in Mosul")], "source": None})],
)
def test_a_decision_about_a_statement_is_undone(desk, kind, value):
    """A statement is found by its former words again, too."""
    desk.add(TEXT)
    before = desk.statement()
    desk.undo(desk.decide(f"statement:{before.id}", kind, value))
    assert desk.statement() == before
    assert [one.id for one in desk.casebook.statements(about="killed")] == [before.id]
    assert desk.sound()


def test_a_later_correction_of_other_fields_is_kept(desk, target):
    """Only what the undone decision did is taken back."""
    first = desk.decide(target, "correct", {"low": 10, "harm": "missing"})
    desk.decide(target, "correct", {"high": 20})
    desk.undo(first)
    figure = desk.figure().figure
    assert (figure.low, figure.high, figure.harm) == (12, 20, "killed")


def test_an_undoing_is_undone(desk, target):
    """A chain of undoings brings the decision back and takes it away by turns."""
    number, lows = desk.decide(target, "correct", {"low": 1}), []
    for _ in range(4):
        number = desk.undo(number)
        lows.append(desk.figure().figure.low)
    assert lows == [12, 1, 12, 1]
    assert desk.sound()


def test_the_word_before_counts_again(desk, target):
    """After a rejection is undone, the acceptance before it is the last word."""
    desk.decide(target, "accept")
    number = desk.decide(target, "reject")
    assert list(desk.casebook.figures()) == []
    desk.undo(number)
    assert desk.casebook.accepted() == {desk.figure().id}
    assert desk.casebook.waiting(kinds=["figure"]) == ()


def test_what_was_added_is_taken_away_and_comes_back(desk):
    """Undoing an addition takes the statement, its speaker and what was decided about it away; undoing that, back."""
    report = desk.add(TEXT)
    value = {"statement": {"source": span("mayor"), "cue": None, "content": [span("in 2004-05")], "manner": "indirect",
                           "stance": "doubts"}, "speaker": {"name": "Harbour Relief"}}  # fmt: skip
    number = desk.decide(f"report:{report}", "add", value)
    desk.decide(f"statement:{report[:16]}/d{number}", "correct", {"stance": "denies"})
    back = desk.undo(number)
    assert len(list(desk.casebook.statements())) == 1
    assert names(desk.casebook) == [["Ilse Marrant mayor"]]
    desk.undo(back)
    assert [one.speaker.name for one in desk.casebook.statements(stance="denies")] == ["Harbour Relief"]
    assert desk.sound()


def test_it_outlasts_a_newer_reading(desk, target):
    """A correction that moved the span and is undone leaves those that came after it, on a newer ledger too."""
    moved = desk.decide(target, "correct", {"span": span("12")})
    desk.decide(target, "correct", {"low": 13, "high": 13})
    desk.undo(moved)
    for _ in range(2):
        one = desk.figure().figure
        assert (one.span.text, one.low) == ("12 people", 13)
        assert desk.sound()
        desk.read_anew(TEXT)


def test_a_decision_on_an_older_ledger_is_undone(desk, target):
    """A decision that was made before a newer reading can be undone after it."""
    number = desk.decide(target, "reject")
    desk.read_anew(TEXT)
    assert list(desk.casebook.figures()) == []
    desk.undo(number)
    assert [one.figure.low for one in desk.casebook.figures()] == [12]
    assert desk.sound()


@pytest.mark.parametrize("number", ["1", "99", "x", "9" * 30, "-1", ""])
def test_no_decision_to_undo(desk, target, number):
    """A number that is no decision's is refused, also where it is another entry's."""
    with pytest.raises(UnknownTarget, match="decision"):
        desk.undo(number)


def test_undone_already(desk, target):
    """A decision is undone once; the message names the decision that did it."""
    number = desk.decide(target, "reject")
    by = desk.undo(number)
    with pytest.raises(UnknownTarget, match=f"by decision {by} already"):
        desk.undo(number)


def test_contests_and_reports(desk):
    """What shows in no table is out of force once it is undone."""
    report = desk.add(TEXT)
    for target, kind, value in [("contest:c1", "join", {"with": ["contest:c2"]}), (f"report:{report}", "reject", None)]:
        number = desk.decide(target, kind, value)
        assert [one.number for one in in_force(desk.casebook.decisions(target))] == [number]
        desk.undo(number)
        assert in_force(desk.casebook.decisions(target)) == ()
    assert desk.sound()


def test_a_speaker_of_the_same_name_stays(desk, target):
    """Of two corrections that brought in one name, the one that stays is as if it had been the only one."""
    number = desk.decide(target, "correct", {"speaker": {"name": "Harbour Relief"}})
    desk.decide(f"statement:{desk.statement().id}", "correct", {"speaker": {"name": "Harbour Relief"}})
    desk.undo(number)
    (voice,) = desk.casebook.sources(name="Harbour Relief")
    assert [one.because for one in voice.spellings] == [None]
    assert desk.sound()


# --------------------------------------------------------------------------------------------------------------- voices


def said(name, role, number):
    return f"{name} ({role}) said {number} people were killed in Goma in 2001."


@pytest.fixture
def three(desk):
    """Two voices of three sources, by role and number."""
    for text in (
        said("Anna Weller", "professor", 1),
        said("Anna Weller", "professor", 2),
        said("Ann Cole", "driver", 3),
    ):
        desk.add(text)
    return desk


def ids(desk):
    return [one.speaker and f"source:{one.id.split('/')[0]}/{one.speaker.id}" for one in desk.casebook.figures()]


def told(desk):
    """Each voice, its sources in the order of adding, each with why it is in it."""
    return sorted(sorted((s.id, s.because or "") for s in v.spellings) for v in desk.casebook.sources())


def test_a_merge_is_undone(three):
    """Merged voices are two again, and who came since is with whom it was found to be one."""
    one, _, other = ids(three)
    before = told(three)
    number = three.decide(one, "merge", {"with": [other]})
    assert len(told(three)) == 1
    three.add(said("Ann Cole", "driver", 4))
    three.undo(number)
    assert [len(voice) for voice in told(three)] == [2, 2]
    assert all(voice in told(three) for voice in before if len(voice) == 2)
    assert names(three.casebook) == [["Ann Cole driver"] * 2, ["Anna Weller professor"] * 2]
    assert three.sound()


def test_a_split_is_undone(three):
    """Who was split off is back, with all that was found to be one with it since."""
    one, *_ = ids(three)
    before = told(three)
    number = three.decide(one, "split", {"with": []})
    assert len(told(three)) == 3
    three.undo(number)
    assert told(three) == before
    assert three.sound()


def test_undoing_one_of_a_chain(three):
    """A merge that is undone leaves the split that was decided after it, and the other way round."""
    one, two, other = ids(three)
    merge = three.decide(one, "merge", {"with": [other]})
    split = three.decide(two, "split", {"with": []})
    back = three.undo(merge)
    assert [len(voice) for voice in told(three)] == [1, 1, 1]
    three.undo(split)
    assert names(three.casebook) == [["Ann Cole driver"], ["Anna Weller professor"] * 2]
    three.undo(back)
    assert [len(voice) for voice in told(three)] == [3]
    assert three.sound()


def test_a_newer_reading_keeps_voices_that_can_be_undone(three):
    """A merge is undone after the reports were read anew, too."""
    one, _, other = ids(three)
    number = three.decide(one, "merge", {"with": [other]})
    three.read_anew(said("Ann Cole", "driver", 3))
    assert len(told(three)) == 1
    three.undo(number)
    assert names(three.casebook) == [["Ann Cole driver"], ["Anna Weller professor"] * 2]
    assert three.sound()


def test_a_speaker_who_comes_back_is_merged_again(three):
    """A merge of a speaker whom a correction brought in holds again when the correction is brought back."""
    first = next(iter(three.casebook.figures()))
    number = three.decide(f"figure:{first.id}", "correct", {"speaker": {"name": "Harbour Relief"}})
    three.decide(f"source:{first.id.split('/')[0]}/d{number}", "merge", {"with": [ids(three)[2]]})
    back = three.undo(number)
    assert "Harbour Relief" not in {name for voice in three.casebook.sources() for name in voice.names}
    three.undo(back)
    assert ["Ann Cole driver", "Harbour Relief"] in names(three.casebook)
    assert three.sound()
