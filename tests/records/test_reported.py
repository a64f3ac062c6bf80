"""A figure beside its report: what it rests on comes along."""

from __future__ import annotations

import pytest

from accordingto.records import Attribution, Document, Figure, Ledger, ReaderInfo, Source, Span, reported
from accordingto.records.reported import sentence

TEXT = "A bridge fell. Dr. Sahl said at least 12 people were killed. Trains stopped.\n\nNo 13 people came."


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def ledger() -> Ledger:
    return Ledger(
        document=Document(id="a" * 64, media_type="text/plain", text=TEXT, outlet="Northern Wire", published="2024"),
        sources=(Source(id="s1", name="Dr. Sahl", kind="person", mentions=(span("Dr. Sahl"),)),),
        attributions=(
            Attribution(
                id="a1",
                source=span("Dr. Sahl"),
                cue=span("said"),
                content=(span("at least 12 people were killed"),),
                manner="indirect",
                stance="asserts",
                speaker="s1",
                confidence=0.9,
            ),
        ),
        figures=(
            Figure(
                id="f1",
                span=span("at least 12 people"),
                low=12,
                high=None,
                unit="people",
                attribution="a1",
                speaker="s1",
                confidence=0.8,
            ),
            Figure(id="f2", span=span("13 people"), low=13, high=13, unit="people", confidence=0.8),
        ),
        reader=ReaderInfo(version="0", model="none", model_sha256="0" * 64),
    )


def test_a_figure_brings_its_report_its_speaker_and_its_statement():
    """What comparing needs stands beside the figure."""
    first, second = reported(ledger())
    assert (first.id, first.outlet, first.published) == ("a" * 16 + "/f1", "Northern Wire", "2024")
    assert first.speaker is not None
    assert first.speaker.name == "Dr. Sahl"
    assert [s.text for s in first.statement] == ["at least 12 people were killed"]
    assert (second.speaker, second.statement) == (None, ())


def test_the_sentence_around_a_figure_quotes_the_text():
    """A sentence ends at its full stop or at the end of the paragraph, and is never cut inside the figure."""
    first, second = reported(ledger())
    assert first.sentence.quotes(TEXT)
    assert first.sentence.text.endswith("at least 12 people were killed.")
    assert second.sentence.text == "No 13 people came."
    assert sentence("12", Span.of("12", 0, 2)).text == "12"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("He left the town. 12 people died.", "12", "12 people died."),
        ("“He left.” Twelve people died. Who?", "Twelve", "Twelve people died."),
        ("The toll, said Gen. A. Brook of the U.S. Army, is 12 dead. He left.", "12",
         "The toll, said Gen. A. Brook of the U.S. Army, is 12 dead."),
        ("At 4 p.m. on Friday,  he said,\nat 5 p.m.  near the town, 12 died. No.", "12",
         "At 4 p.m. on Friday,  he said,\nat 5 p.m.  near the town, 12 died."),
        ("A headline\n\n12 people died.", "12", "12 people died."),
    ],
)  # fmt: skip
def test_where_a_sentence_begins(text, words, expected):
    """A sentence begins behind the stop of the one before, also where it begins with the figure; never at a title."""
    start = text.index(words)
    assert sentence(text, Span.of(text, start, start + len(words))).text == expected
