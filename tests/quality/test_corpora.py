"""Corpora as they are read from files."""

from __future__ import annotations

import random

import pytest

from quality import corpora
from quality.corpora import Marked, NoCorpus
from tests.quality import made_up


def test_brat_joins_parts_and_numbered_roles(tmp_path):
    """A span of several parts, and two spans of one role, become the bounds of that role."""
    path = tmp_path / "a.ann"
    lines = (
        "T1\tSource 0 2\tHe",
        "T2\tContent 3 7;9 12\tsaid so",
        "T3\tSource 20 25\tshe",
        "E1\tAttribution:T9 Source:T1 Content:T2 Source2:T3",
        "#1\tAnnotatorNotes E1\tno",
    )
    path.write_text("\n".join(lines), encoding="utf-8")
    assert corpora.read_brat(path) == (Marked(source=((0, 2), (20, 25)), cue=(), content=((3, 7), (9, 12))),)


def test_texts_without_annotation_are_left_out(tmp_path):
    """Only annotated texts make the corpus, in the order of their names."""
    made_up.polnear(random.Random(1), tmp_path / "split", tmp_path / "ledgers", reports=3)
    names = [r.name for r in corpora.polnear(tmp_path / "split").reports]
    assert names == [f"paper_[{i}]_a-b" for i in range(3)]


def test_the_digest_sees_a_changed_mark(tmp_path):
    """One changed character in an annotation gives another digest; reading twice gives the same."""
    made_up.polnear(random.Random(1), tmp_path / "split", tmp_path / "ledgers", reports=3)
    before = corpora.polnear(tmp_path / "split").digest
    assert corpora.polnear(tmp_path / "split").digest == before
    marks = next((tmp_path / "split" / "attributions").glob("*0aaa.ann"))
    marks.write_text(marks.read_text(encoding="utf-8") + "#2\n", encoding="utf-8")
    assert corpora.polnear(tmp_path / "split").digest != before


def test_an_empty_folder_is_no_corpus(tmp_path):
    """A folder without reports is an error, not a corpus of none on which everything holds."""
    with pytest.raises(NoCorpus, match="no annotated reports"):
        corpora.polnear(tmp_path)


def test_absent_data_says_what_to_set(monkeypatch, tmp_path):
    """The error names the folder that was looked at and the variable."""
    monkeypatch.setenv("ACCORDINGTO_SHARED", str(tmp_path / "none"))
    with pytest.raises(NoCorpus, match=r"none: set ACCORDINGTO_SHARED"):
        corpora.shared()
