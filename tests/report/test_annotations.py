"""Work of annotators: what comes back unchanged decides nothing; what was changed is decided, or refused by name."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from accordingto.errors import AnnotationError
from accordingto.records import Source
from accordingto.report.annotations import corrections, returned_brat, returned_tasks
from accordingto.report.export import export
from tests.report.hand_made import at, figure, ledger, says
from tests.report.made_up import ledgers

TEXT = "Mayor Ilse Marrant said nine people were killed.\nA nurse denied it. Twelve more were hurt, neighbours told us."


def small():
    marrant, nurse = at(TEXT, "Mayor Ilse Marrant"), at(TEXT, "A nurse")
    return ledger(
        TEXT,
        says("a1", at(TEXT, "nine people were killed"), source=marrant, cue=at(TEXT, "said"), speaker="s1"),
        says("a2", at(TEXT, "it"), source=nurse, cue=at(TEXT, "denied"), stance="denies", speaker="s2"),
        sources=(
            Source(id="s1", name="Ilse Marrant", kind="person", role="Mayor", mentions=(marrant,)),
            Source(id="s2", name="A nurse", kind="anonymous", mentions=(nurse,)),
        ),
        figures=(figure("f1", at(TEXT, "nine people"), 9, harm="killed", attribution="a1", speaker="s1"),),
    )


def brat(one, accepted=()):
    made = {file.name: file.content for file in export((one,), form="brat", accepted=accepted)}
    name = one.document.id[:16]
    return made[f"{name}.ann"].decode(), made[f"{name}.json"], made[f"{name}.txt"]


def back(one, annotations, told=None, text=None, now=None, accepted=()):
    """What comes of a brat file: decisions, and what was refused with its reason."""
    found = returned_brat("x.ann", annotations.encode(), told or brat(one)[1], text, lambda _: one.document.text)
    made, refused = corrections(found.sheet, now or one, found.exported, accepted=accepted)
    return made, [*found.problems, *(f"{r.what}: {r.why}" for r in refused)]


def tasks(one, accepted=()):
    files = export((one,), form="label-studio", accepted=accepted)
    made = json.loads(next(file.content for file in files if file.name == "tasks.json"))
    for task in made:
        task["annotations"] = [{"result": task["predictions"][0]["result"]}]
    return made


def back_tasks(one, made, accepted=()):
    found = returned_tasks("x.json", json.dumps(made).encode(), lambda _: one.document.text)
    decided, problems = [], []
    for each in found:
        some, refused = corrections(each.sheet, one, each.exported, accepted=accepted)
        decided += some
        problems += [*each.problems, *(f"{r.what}: {r.why}" for r in refused)]
    return decided, problems


@given(ledgers())
def test_brat_unchanged_decides_nothing(one):
    """Whatever the ledger, what brat gets and gives back unchanged is no decision, and nothing is refused."""
    annotations, told, text = brat(one)
    assert text == one.document.text.encode()
    assert back(one, annotations, told, text) == ((), [])


@given(ledgers())
def test_label_studio_unchanged_decides_nothing(one):
    """Whatever the ledger, tasks whose predictions were submitted unchanged decide nothing."""
    assert back_tasks(one, tasks(one)) == ([], [])


@settings(max_examples=40)
@given(ledgers(), st.data())
def test_one_changed_figure_is_one_decision(one, data):
    """A figure's mark that was moved in brat is exactly one decision, with its new words."""
    assume(one.figures)
    figures = list(one.figures)
    moved = data.draw(st.sampled_from(figures))
    text = one.document.text
    free = [i for i, c in enumerate(text) if c not in "\r\n\t"]
    taken = {(f.span.start, f.span.end) for f in figures}
    spots = [i for i in free if (i, i + 1) not in taken]
    assume(spots)
    start = data.draw(st.sampled_from(spots))
    told = json.loads(brat(one)[1])
    key = next(k for k, item in told["marks"].items() if item == moved.id)
    lines = brat(one)[0].split("\n")
    place = next(i for i, line in enumerate(lines) if line.startswith(f"{key}\t"))
    lines[place] = f"{key}\tFigure {start} {start + 1}\t{text[start]}"
    (made,), refused = back(one, "\n".join(lines))
    assert refused == []
    assert (made.target, made.kind) == (f"figure:{one.document.id[:16]}/{moved.id}", "correct")
    assert made.value == {"span": {"start": start, "end": start + 1, "text": text[start]}}


def test_a_changed_span_in_label_studio_is_one_decision():
    """A content whose bounds were changed in Label Studio is exactly one decision."""
    one = small()
    made = tasks(one)
    start, end = at(TEXT, "nine people").start, at(TEXT, "nine people").end
    region = next(r for r in made[0]["annotations"][0]["result"] if r.get("value", {}).get("labels") == ["Content"])
    region["value"] |= {"start": start, "end": end, "text": TEXT[start:end]}
    (decided,), problems = back_tasks(one, made)
    assert (decided.target.partition("/")[2], decided.value["content"][0]["text"], problems) == (
        "a1",
        "nine people",
        [],
    )


def edited(pattern, new, one=None):
    annotations = brat(one or small())[0]
    assert re.search(pattern, annotations)
    return re.sub(pattern, new, annotations, count=1)


@pytest.mark.parametrize(
    ("pattern", "new", "kind", "value"),
    [
        (r"Harm T(\d+) killed", r"Harm T\1 injured", "correct", {"harm": "injured"}),
        (r"low=9 high=9", "low=9 high=", "correct", {"high": None}),
        (r"Stance T(\d+) denies", r"Stance T\1 doubts", "correct", {"stance": "doubts"}),
        (r"(A1\tKind T1 person\n)", r"\1A90\tDenied T7\n", "correct", {"denied": True}),
        (r"(A1\tKind T1 person\n)", r"\1A90\tAccepted T7\n", "accept", {}),
        (r"T7\t.*\n((?:.|\n)*?)A\d+\tHarm T7 killed\n((?:.|\n)*?)#1\t.*\n", r"\1\2", "reject", {}),
        (r"R\d+\tcued_by Arg1:T3 Arg2:T2\n", "", "correct", {"cue": None}),
    ],
)
def test_what_brat_can_change(pattern, new, kind, value):
    """A change of harm, number, stance, flag or link, an acceptance and a deletion are each one decision."""
    (made,), refused = back(small(), edited(pattern, new))
    assert (made.kind, made.value, refused) == (kind, value, [])


def test_another_source_is_another_speaker():
    """A content that is led to another source is of the speaker whom the report means by those words."""
    (made,), refused = back(small(), edited(r"said_by Arg1:T3 Arg2:T1", "said_by Arg1:T3 Arg2:T4"))
    assert made.value["speaker"] == {"name": "A nurse", "kind": "anonymous"}
    assert (made.value["source"]["text"], refused) == ("A nurse", [])


def test_other_bounds_of_a_source_are_the_same_speaker():
    """A source that was shortened stays who it was."""
    place = at(TEXT, "Ilse Marrant")
    new = f"T1\tSource {place.start} {place.end}\tIlse Marrant\n"
    (made,), _ = back(small(), edited(r"T1\tSource .*\n", new))
    assert made.value == {"source": {"start": place.start, "end": place.end, "text": "Ilse Marrant"}}


NEW = at(TEXT, "Twelve more")
SAID = at(TEXT, "Twelve more were hurt")
WHO = at(TEXT, "neighbours")
STATEMENT = (
    f"T20\tContent {SAID.start} {SAID.end}\t{SAID.text}\nT21\tSource {WHO.start} {WHO.end}\t{WHO.text}\n"
    "R20\tsaid_by Arg1:T20 Arg2:T21\nA20\tManner T20 indirect\nA21\tStance T20 asserts\n"
)


def test_a_new_statement():
    """A content drawn anew is added with its source, whose kind the annotator has said."""
    (made,), refused = back(small(), brat(small())[0] + STATEMENT + "A22\tKind T21 people\n")
    assert (made.kind, made.target) == ("add", f"report:{small().document.id}")
    assert made.value["speaker"] == {"name": "neighbours", "kind": "people"}
    assert (made.value["statement"]["content"][0]["text"], refused) == (SAID.text, [])


def test_a_new_figure():
    """A figure drawn anew inside a statement is from that statement's speaker."""
    place = at(TEXT, "people were killed")
    new = f"T20\tFigure {place.start} {place.end}\t{place.text}\nA20\tHarm T20 killed\n"
    new += "#20\tAnnotatorNotes T20\tlow=3 high=\n"
    (made,), refused = back(small(), brat(small())[0] + new)
    told = made.value["figure"]
    assert (told["low"], told["high"], told["attribution"], refused) == (3, None, "a1", [])
    assert made.value["speaker"]["name"] == "Ilse Marrant"


@pytest.mark.parametrize(
    ("more", "reason"),
    [
        (STATEMENT, "its source is new: give it a kind"),
        (STATEMENT.replace("A21\tStance T20 asserts\n", ""), "it has no stance"),
        (f"T20\tFigure {NEW.start} {NEW.end}\t{NEW.text}\n", "needs low or high"),
        (f"T20\tFigure {NEW.start} {NEW.end}\tThirteen\n", "text mismatch"),
        (f"T20\tFigure {NEW.start} {NEW.end}\t{NEW.text}\n#20\tAnnotatorNotes T20\tlow=many high=\n", "give numbers"),
        (f"T20\tFigure {NEW.start} {NEW.end}\t{NEW.text}\n#20\tAnnotatorNotes T20\tlow=9 high=3\n", "ends before"),
        ("T20\tFigure 5 9999\tx\n", "outside of the text"),
        ("T20\tPerson 0 5\tMayor\n", "Person is none of"),
        ("T20\tSource 0 5\tMayor\n", "no content leads to this source"),
        ("R20\tsaid_by Arg1:T1 Arg2:T3\n", "makes no sense"),
        ("R20\tsaid_by Arg1:T3 Arg2:T4\n", "it leads to two"),
        ("A20\tHarm T1 killed\n", "a Source has no harm"),
        ("A20\tHarm T99 killed\n", "T99 is not there"),
        ("E1\tSay:T1\n", "no annotation that can be imported"),
        ("A20\tKind T4 person\n", "the kind of a source that is known"),
    ],
)
def test_what_cannot_be_decided_is_named(more, reason):
    """What makes no sense is refused with its reason, and becomes no decision."""
    made, refused = back(small(), brat(small())[0] + more)
    assert made == ()
    assert any(reason in one for one in refused), refused


def test_what_changed_since_the_export_is_not_overwritten():
    """A change of a figure that somebody else has corrected since the export is refused."""
    now = replace(small(), figures=(replace(small().figures[0], low=8),))
    made, refused = back(small(), edited(r"low=9 high=9", "low=9 high=10"), now=now)
    assert made == ()
    assert "changed since the export" in refused[0]


def test_what_is_there_already_decides_nothing_again():
    """A change that the ledger has by now is no decision, though the export was made before it."""
    now = replace(small(), figures=(replace(small().figures[0], harm="injured"),))
    assert back(small(), edited(r"Harm T(\d+) killed", r"Harm T\1 injured"), now=now) == ((), [])


def test_an_acceptance_comes_back_as_none():
    """What was accepted before the export is not accepted again."""
    one = small()
    id_ = f"{one.document.id[:16]}/f1"
    annotations, told, _ = brat(one, accepted={id_})
    assert "Accepted T7" in annotations
    assert back(one, annotations, told, accepted={"f1"}) == ((), [])


def test_another_text_is_refused():
    """A text beside the annotations that is not the report's is refused by name, as is a task's."""
    one = small()
    with pytest.raises(AnnotationError, match=r"x\.ann: text mismatch"):
        back(one, brat(one)[0], text=b"Another text.")
    made = tasks(one)
    made[0]["data"]["text"] += "!"
    with pytest.raises(AnnotationError, match=r"x\.json, task 1: text mismatch"):
        back_tasks(one, made)


@pytest.mark.parametrize("content", [b"\xff", b"{}", b"[1]", b'[{"data": {}}]', b"not json"])
def test_other_files_are_refused(content):
    """A file that no export began is refused with its name."""
    with pytest.raises(AnnotationError, match=r"^x\.json"):
        returned_tasks("x.json", content, lambda _: "")


def test_a_skipped_task_decides_nothing():
    """Neither a task without an annotation nor one that was skipped says anything about what is in it."""
    made = tasks(small())
    made[0]["annotations"] = [{"was_cancelled": True, "result": []}]
    assert back_tasks(small(), made) == ([], [])


def test_brat_lines_stay_lines():
    """A content over two lines is written in two fragments on one line of the file."""
    content = at(TEXT, "killed.\nA nurse")
    annotations = brat(ledger(TEXT, says("a1", content)))[0]
    start, end = content.start, content.end
    assert f"T1\tContent {start} {start + 7};{start + 8} {end}\tkilled. A nurse\n" in annotations
