"""Training data: what was decided of each statement and figure, and the way back to the text it was about."""

from __future__ import annotations

import hashlib
import json

import msgspec
import pytest

from accordingto.cli.main import run
from accordingto.review import lessons
from quality.corpora import Marked, NoCorpus, reviewed

TEXT = "Ilse Marrant (mayor) said 12 people were killed in Mosul in 2004-05."
OTHER = "Harbour Relief said 40 people were injured in Goma in 2001."


def bounds(words, text=TEXT):
    start = text.index(words)
    return (start, start + len(words))


def span(words):
    start, end = bounds(words)
    return {"start": start, "end": end, "text": words}


@pytest.fixture
def report(desk):
    return desk.add(TEXT)


def only(desk, **options):
    (one,) = lessons(desk.casebook, **options)
    return one


@pytest.mark.parametrize(
    ("told", "verdict"),
    [
        ([("accept", None)], "accepted"),
        ([("reject", None)], "rejected"),
        ([("correct", {"stance": "denies"})], "corrected"),
        ([("correct", {"stance": "denies"}), ("accept", None)], "corrected"),
        ([("correct", {"stance": "denies"}), ("reject", None)], "rejected"),
    ],
)
def test_verdicts(desk, report, told, verdict):
    """A statement's verdict is the last decision, where accepting a correction leaves it corrected."""
    for kind, value in told:
        desk.decide(f"statement:{desk.statement().id}", kind, value)
    (found,) = only(desk).statements
    assert found.verdict == verdict


def test_a_corrected_statement_holds_both_readings(desk, report):
    """Its marks are the corrected ones, beside what the program had read."""
    desk.decide(f"statement:{desk.statement().id}", "correct", {"content": [span("killed in Mosul")], "source": None})
    (found,) = only(desk).statements
    assert (found.marks.source, found.marks.content) == (None, (bounds("killed in Mosul"),))
    assert found.read is not None
    assert found.read.source == bounds("Ilse Marrant")


def test_a_rejected_statement_is_a_negative_as_it_was_read(desk, report):
    """What the program had marked wrongly stands in the lesson, whatever was corrected before it was rejected."""
    as_read = tuple((s.start, s.end) for s in desk.statement().attribution.content)
    desk.decide(f"statement:{desk.statement().id}", "correct", {"content": [span("Mosul")]})
    desk.decide(f"statement:{desk.statement().id}", "reject")
    (found,) = only(desk).statements
    assert (found.verdict, found.marks.content) == ("rejected", as_read)


def test_what_was_added_and_what_nobody_has_seen(desk, report):
    """An added figure is told from one that was read and not decided about, and the report is not whole then."""
    value = {"figure": {"span": span("2004"), "low": 4, "high": 4, "unit": "people"}, "speaker": None}
    desk.decide(f"report:{report}", "add", value)
    lesson = only(desk)
    assert sorted((f.verdict, f.marks.span) for f in lesson.figures) == [
        ("added", bounds("2004")),
        ("unreviewed", bounds("12 people")),
    ]
    assert (lesson.all_figures, lesson.all_statements) == (False, False)


def test_an_undone_decision_teaches_nothing(desk, report):
    """A report whose only decision was undone is no lesson."""
    desk.undo(desk.decide(f"figure:{desk.figure().id}", "reject"))
    assert list(lessons(desk.casebook)) == []


def test_no_word_of_a_report_unless_asked_for(desk, report):
    """A lesson names its text by its sha256, and holds it only where it is asked for."""
    desk.decide(f"figure:{desk.figure().id}", "accept")
    bare, full = only(desk), only(desk, with_text=True)
    assert "Marrant" not in msgspec.json.encode(bare).decode()
    assert (full.text, bare.text_sha256) == (TEXT, hashlib.sha256(TEXT.encode()).hexdigest())


# ------------------------------------------------------------------------------------------------------- and its reader


@pytest.fixture
def exported(desk, tmp_path):
    """The export of two reports: the first one decided about as a whole, the second one in part."""
    for text in (TEXT, OTHER):
        desk.add(text)
    first, second = desk.casebook.statements()
    desk.decide(f"statement:{first.id}", "correct", {"content": [span("12 people were killed")]})
    (figure,) = desk.casebook.figures(document=second.document)
    desk.decide(f"figure:{figure.id}", "accept")
    out = tmp_path / "out"

    def call(*options):
        arguments = ["export", str(tmp_path / "cases.db"), "--format", "training", "--out", str(out), "--replace"]
        assert run([*arguments, *options]) == 0
        return out / "training.jsonl"

    return call


def test_the_reader_takes_whole_reports(exported):
    """Of an export with texts, the reports that were decided about as a whole are read, marked as corrected."""
    (one,) = reviewed(exported("--with-text"))
    assert one.text == TEXT
    (marks,) = one.marks
    assert isinstance(marks, Marked)
    assert marks.content == (bounds("12 people were killed"),)
    assert len(reviewed(exported("--with-text"), whole=False)) == 2


def test_the_reader_leaves_rejected_statements_unmarked(desk, exported):
    """What reviewers rejected is not marked."""
    first, _ = desk.casebook.statements()
    desk.decide(f"statement:{first.id}", "reject")
    (one,) = reviewed(exported("--with-text"))
    assert one.marks == ()


def test_the_reader_finds_texts_by_name(exported, tmp_path):
    """A text beside the export is taken where it is the very text, and refused where it is not."""
    path = exported()
    with pytest.raises(NoCorpus, match="--with-text"):
        reviewed(path)
    texts = tmp_path / "texts"
    texts.mkdir()
    name = f"{json.loads(path.read_text().splitlines()[0])['id'][:16]}.txt"
    (texts / name).write_text(TEXT)
    assert reviewed(path, texts)[0].text == TEXT
    (texts / name).write_text(TEXT.replace("12", "13"))
    with pytest.raises(NoCorpus, match="another one"):
        reviewed(path, texts)


def test_training_examples_read_it(exported):
    """The reader of `training` gives a report with one version of its marks."""
    pytest.importorskip("torch")
    from training.examples import reviewed as read

    (one,) = read(exported("--with-text"))
    assert (one.text, len(one.versions)) == (TEXT, 1)


def test_a_report_alone_has_no_decisions(tmp_path, capsys):
    """Training data of what is no casebook is refused, and so is --with-text for another format."""
    report = tmp_path / "a.txt"
    report.write_text(TEXT)
    assert run(["export", str(report), "--format", "training", "--out", str(tmp_path / "out")]) == 2
    assert "no casebook" in capsys.readouterr().err
    assert run(["export", str(report), "--format", "csv", "--with-text", "--out", str(tmp_path / "out")]) == 2
