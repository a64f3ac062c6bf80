"""What is read a second time."""

from __future__ import annotations

import pytest

from accordingto.attribute import again
from accordingto.records import Attribution, Document, Span


def stretches(text: str, content: str) -> list[str]:
    start = text.index(content)
    document = Document(id="0" * 64, media_type="text/plain", text=text)
    one = Attribution(
        id="a1",
        source=None,
        cue=None,
        content=(Span.of(text, start, start + len(content)),),
        manner="indirect",
        stance="asserts",
        confidence=1.0,
    )
    return [span.text for span in again(document, (one,))]


def test_a_cue_in_what_is_said_is_read_again() -> None:
    """The stretch has neither the "that" nor the words around the content."""
    text = "Bell said that the mayor denied the order."
    assert stretches(text, "that the mayor denied the order") == ["the mayor denied the order"]


def test_only_sentences_with_a_cue_are_read_again() -> None:
    """A sentence in which nobody speaks, thinks or intends is left alone."""
    content = "The bridge is closed. Residents fear another flood this spring. It rained again."
    assert stretches(f"Bell wrote: {content}", content) == ["Residents fear another flood this spring"]


@pytest.mark.parametrize(
    "content",
    ["“I think the bridge will hold.”", "“The town would never believe that.”", "the road to hope is long", "he hopes"],
)
def test_what_cannot_hold_a_statement_is_not_read_again(content: str) -> None:
    """The speaker's own thoughts in quotation marks, what is negated or hypothetical, infinitives, and mere scraps."""
    assert stretches(f"Bell said: {content}", content) == []
