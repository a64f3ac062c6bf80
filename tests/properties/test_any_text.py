"""What must hold of the whole pipeline for any text."""

from __future__ import annotations

import hashlib
import json

import pytest
from hypothesis import example as case
from hypothesis import given
from hypothesis import strategies as st

from accordingto.errors import ReadError
from accordingto.records import Document, Ledger
from accordingto.report import json_text, page, terminal

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=400)
_WORDS = st.sampled_from(
    [
        "the",
        "minister",
        "general",
        "she",
        "he",
        "they",
        "Reuters",
        "BAGHDAD",
        "residents",
        "said",
        "told",
        "denied",
        "asked",
        "wrote",
        "believes",
        "that",
        "not",
        "if",
        "31",
        "killed",
        "dead",
        "people",
        "on",
        "Friday",
        "according",
        "to",
        "report",
        "claimed",
        ",",
        ".",
        "?",
        "!",
        ":",
        ";",
        "-",
        "—",
        "\n",
        "\n\n",
        '"',
        "'",
        "“",
        "”",
        "‘",
        "’",
        "«",
        "»",
        "„",
        "‚",
        "(",
        ")",
        "...",
        "\xa0",
        "\u200f",
        "\u202e",
        "\x00",
        "\ufeff",
        "🚀",
        "ال",
    ]
)
ENGLISH_LIKE = st.lists(_WORDS, max_size=120).map(" ".join)
# Long ones cross the windows that the model reads in.
LONG = st.lists(_WORDS, min_size=1, max_size=25).map(lambda words: (" ".join(words) + " ") * 40)


def document(text: str) -> Document:
    return Document(id=hashlib.sha256(text.encode()).hexdigest(), media_type="text/plain", text=text)


@pytest.mark.parametrize("texts", [ANY_TEXT, ENGLISH_LIKE, LONG], ids=["any", "english", "long"])
def test_the_pipeline_holds_what_it_promises(reader, texts):
    """For any text: no error, every span quotes the text, spans stand in order, and JSON gives the same ledger back."""

    @given(texts)
    @case("")
    @case('"')
    @case('\u201c\u201c"A," she said. \u201c')
    def holds(text: str) -> None:
        ledger = reader.read_document(document(text))
        assert ledger.document.text == text
        for span in ledger.spans():
            assert text[span.start : span.end] == span.text != ""
        for attribution in ledger.attributions:
            offsets = [end for span in attribution.content for end in (span.start, span.end)]
            assert offsets == sorted(offsets)
        own = [end for span in ledger.narration for end in (span.start, span.end)]
        assert own == sorted(own)
        assert Ledger.from_json(json_text(ledger, indent=None)) == ledger
        assert json.loads(json_text(ledger, indent=2)) == json.loads(ledger.to_json())

    holds()


def test_reports_of_any_text_can_be_shown(reader):
    """Any ledger has a terminal view and a page."""

    @given(ENGLISH_LIKE)
    def holds(text: str) -> None:
        ledger = reader.read_document(document(text))
        assert terminal(ledger, width=80, colour=True, by="speaker")
        assert page(ledger)

    holds()


def test_narration_and_attributions_leave_no_word_out(reader):
    """Each letter and digit of a text stands in an attribution or in the narration, and none in both."""

    @given(ENGLISH_LIKE)
    def holds(text: str) -> None:
        ledger = reader.read_document(document(text))
        attributed = {i for a in ledger.attributions for s in a.spans for i in range(s.start, s.end)}
        own = {i for s in ledger.narration for i in range(s.start, s.end)}
        assert not attributed & own
        assert {i for i, c in enumerate(text) if c.isalnum()} <= attributed | own

    holds()


def test_any_bytes_give_a_ledger_or_a_reason(reader):
    """Any bytes at all are read or refused with a reason; a fault of the program would show as `internal`."""

    @given(st.binary(max_size=300) | ENGLISH_LIKE.map(str.encode) | ANY_TEXT.map(str.encode))
    def holds(data: bytes) -> None:
        result = reader.attempt(data, name="fuzz")
        assert isinstance(result, Ledger) or result.reason != "internal", result

    holds()


def test_any_string_gives_a_ledger_or_a_reason(reader):
    """Any Python string, half characters and all, is read or refused with a ReadError."""

    @given(st.text(st.characters(), max_size=200))
    def holds(text: str) -> None:
        try:
            ledger = reader.read_text(text)
        except ReadError as error:
            assert error.message
        else:
            assert ledger.document.text == text

    holds()
