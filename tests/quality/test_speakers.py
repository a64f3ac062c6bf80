"""Coreference of speakers against GUM's entities, on a document made up for it."""

from __future__ import annotations

import pytest

from accordingto.records import Attribution, Document, Ledger, Source, Span
from quality import speakers
from quality.gum import gum, read_conllu
from tests.quality import made_up
from tests.report.hand_made import READER

TEXT = "Ann Bell said so. She said no. Ivo Sorel said yes. He agreed."


def mention(words, entity, *, name, text=TEXT):
    at = text.index(words)
    return speakers.Mention(bounds=(at, at + len(words)), entity=entity, name=name)


MARKS = (
    mention("Ann Bell", "1", name=True),
    mention("She", "1", name=False),
    mention("Ivo Sorel", "2", name=True),
    mention("He", "2", name=False),
)


def ledger(*voices):
    """One attribution for each of the four mentions, with these speakers."""
    spans = [Span.of(TEXT, *m.bounds) for m in MARKS]
    end = Span.of(TEXT, len(TEXT) - 1, len(TEXT))
    said = {"cue": None, "content": (end,), "manner": "indirect", "stance": "asserts", "confidence": 1.0}
    return Ledger(
        document=Document(id="0" * 64, media_type="text/plain", text=TEXT),
        sources=tuple(
            Source(id=v, name=v, kind="person", mentions=tuple(s for s, w in zip(spans, voices, strict=True) if w == v))
            for v in dict.fromkeys(voices)
        ),
        attributions=tuple(
            Attribution(id=f"a{i}", source=s, speaker=v, **said)
            for i, (s, v) in enumerate(zip(spans, voices, strict=True))
        ),
        reader=READER,
    )


def test_conllu_becomes_text_with_mentions():
    """Blanks, paragraphs and words of several tokens are as GUM says; a mention has its bounds and its head's kind."""
    text, mentions = read_conllu(made_up.GUM.split("\n"))
    assert text == "Ann Bell spoke.\n\nShe can't tell the crowd"
    assert [(text[slice(*m.bounds)], m.entity, m.name) for m in mentions] == [
        ("Ann Bell", "1", True),
        ("She", "1", False),
        ("the crowd", "2", False),
    ]


def test_the_corpus_holds_news_and_interviews(tmp_path):
    """Each document's text is written where the reader finds it."""
    made_up.gum(tmp_path / "dep")
    (tmp_path / "dep" / "GUM_vlog_other.conllu").write_text("", encoding="utf-8")
    corpus = gum(tmp_path / "dep", tmp_path)
    assert [r.name for r in corpus.reports] == ["GUM_news_made"]
    assert corpus.reports[0].path.read_text(encoding="utf-8") == corpus.reports[0].text


@pytest.mark.parametrize(
    ("voices", "precision", "recall", "right", "astray"),
    [
        (("s1", "s1", "s2", "s2"), 1.0, 1.0, 2, 0),
        (("s1", "s1", "s1", "s1"), 0.5, 1.0, 2, 0),
        (("s1", "s2", "s3", "s4"), 1.0, 0.5, 0, 0),
        (("s1", "s2", "s2", "s1"), 0.5, 0.5, 0, 2),
    ],
)
def test_b_cubed_and_names(voices, precision, recall, right, astray):
    """All right, all in one, none together, and crosswise: each gives the numbers that the definitions give."""
    c = speakers.count(TEXT, MARKS, ledger(*voices))
    assert c["mentions"] == 4
    assert c["precision"] == pytest.approx(40_000 * precision)
    assert c["recall"] == pytest.approx(40_000 * recall)
    assert (c["unnamed"], c["right"], c["astray"]) == (2, right, astray)


def test_another_text_counts_as_nothing():
    """A ledger of another text cannot be compared."""
    assert not speakers.count(TEXT + " ", MARKS, ledger("s1", "s1", "s2", "s2"))
