"""From hand-made readings to attributions, and what is left as the outlet's own word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute import attribute, narration
from accordingto.records import Attribution, Document, Link, Reading, Span, Tagged


def document(text: str) -> Document:
    """A document with nothing but a text."""
    return Document(id="0" * 64, media_type="text/plain", text=text)


def reading(text: str, *relations: tuple[str, str | None, list[str]]) -> Reading:
    """A reading with relations (cue, source, content) given as words that stand once in the text."""
    spans: list[Tagged] = []
    links: list[Link] = []

    def add(words: str, label: str) -> int:
        assert text.count(words) == 1, words
        at = text.index(words)
        spans.append(Tagged(span=Span.of(text, at, at + len(words)), label=label, score=0.9))
        return len(spans) - 1

    for cue, source, content in relations:
        head = add(cue, "cue")
        if source is not None:
            links.append(Link(head=head, tail=add(source, "source"), score=0.9))
        links += [Link(head=head, tail=add(words, "content"), score=0.9) for words in content]
    return Reading(spans=tuple(spans), links=tuple(links))


def one(text: str, *relation: tuple[str, str | None, list[str]]) -> Attribution:
    """The only attribution of a text."""
    (found,) = attribute(document(text), reading(text, *relation))
    return found


def test_content_may_have_two_parts() -> None:
    """`"A," she said. "B."` is one attribution with two spans, marks included."""
    text = '"We counted nine," she said. "Then it went dark."'
    found = one(text, ("said", "she", ["We counted nine", "Then it went dark"]))
    assert [s.text for s in found.content] == ['"We counted nine,"', '"Then it went dark."']
    assert found.manner == "direct"


def test_punctuation_that_ends_content_is_left_out() -> None:
    """The comma before the cue and the full stop at the end belong to nobody."""
    text = "The bridge is closed, the ministry said."
    assert one(text, ("said", "the ministry", ["The bridge is closed,"])).content[0].text == "The bridge is closed"


def test_spans_that_touch_become_one() -> None:
    """Two parts with only a space between them are one span, but not across lines."""
    text = "He said the road is open and\nsafe."
    assert len(one(text, ("said", "He", ["the road", "is open"])).content) == 1
    assert len(one(text, ("said", "He", ["is open and", "safe"])).content) == 2


def test_the_best_linked_source_counts() -> None:
    """Of two sources of a cue the one with the higher score is taken."""
    text = "Officials and police said it rained."
    made = reading(text, ("said", "police", ["it rained"]))
    extra = Tagged(span=Span.of(text, 0, 9), label="source", score=0.2)
    made = Reading(spans=(*made.spans, extra), links=(*made.links, Link(head=0, tail=3, score=0.2)))
    (found,) = attribute(document(text), made)
    assert found.source is not None
    assert found.source.text == "police"


def test_a_statement_within_a_statement() -> None:
    """The inner one names the outer one, and ids follow the text."""
    text = "The general said that the rumours that troops fled are untrue."
    made = reading(
        text,
        ("said", "The general", ["that the rumours that troops fled are untrue"]),
        ("rumours", None, ["that troops fled"]),
    )
    outer, inner = attribute(document(text), made)
    assert (outer.id, outer.within, inner.id, inner.within) == ("a1", None, "a2", "a1")


def test_a_paragraph_of_quotation_is_a_free_direct_quotation() -> None:
    """A paragraph that is all quotation and has no cue is direct speech of somebody not named there."""
    text = 'Residents were angry.\n\n"We have waited for water since the spring."\n'
    (found,) = attribute(document(text), Reading())
    assert (found.source, found.cue, found.manner) == (None, None, "direct")
    assert found.content[0].text == '"We have waited for water since the spring."'


@pytest.mark.parametrize("text", ['"Hope"\n', 'The film "One more day in June" opened.\n', "No marks here at all.\n"])
def test_what_is_no_free_quotation(text: str) -> None:
    """Titles, quotations inside a sentence and plain lines are not statements."""
    assert attribute(document(text), Reading()) == ()


@given(st.text(st.sampled_from('ab ."\n,'), max_size=80), st.lists(st.tuples(st.integers(0, 79), st.integers(1, 20))))
def test_narration_is_all_that_no_attribution_covers(text: str, places: list[tuple[int, int]]) -> None:
    """Every letter is either in an attribution or in the narration, never in both."""
    spans = [Span.of(text, s, min(len(text), s + n)) for s, n in places if s < len(text)]
    given_ = tuple(
        Attribution(
            id=f"a{i}", source=None, cue=None, content=(s,), manner="indirect", stance="asserts", confidence=1.0
        )
        for i, s in enumerate(spans)
    )
    covered = {i for s in spans for i in range(s.start, s.end)}
    told = [i for s in narration(document(text), given_) for i in range(s.start, s.end)]
    assert len(told) == len(set(told))
    assert not covered & set(told)
    assert {i for i, c in enumerate(text) if c.isalnum()} <= covered | set(told)


def doubted(made: Reading) -> Reading:
    """The same reading with cues that the model is not sure of."""
    return Reading(
        spans=tuple(Tagged(span=s.span, label=s.label, score=0.5 if s.label == "cue" else s.score) for s in made.spans),
        links=made.links,
    )


@pytest.mark.parametrize(
    ("text", "relation", "kept"),
    [
        ("The wind shook the old pier.", ("shook", "The wind", ["the old pier"]), 0),
        ("The wind said the old pier.", ("said", "The wind", ["the old pier"]), 1),
        ("Hospitals give a lower toll for May.", ("give", "Hospitals", ["a lower toll for May"]), 1),
        ("Hospitals give a warm meal in May.", ("give", "Hospitals", ["a warm meal in May"]), 0),
    ],
)
def test_a_doubtful_statement_by_an_unknown_cue_is_left_out(
    text: str, relation: tuple[str, str | None, list[str]], kept: int
) -> None:
    """Where the model is not sure, the lexicon must know the cue, or somebody must give a number."""
    assert len(attribute(document(text), doubted(reading(text, relation)))) == kept


def test_nobody_is_no_source() -> None:
    """What nobody agrees on is nothing that somebody says."""
    text = "Nobody agrees on the number."
    assert attribute(document(text), reading(text, ("agrees", "Nobody", ["on the number"]))) == ()


def test_the_end_of_a_date_is_no_part_of_a_source() -> None:
    """A date line before a sentence leaves nothing of itself in the name."""
    text = "date 2023-03-20 The mayor said it rained."
    found = one(text, ("said", "20 The mayor", ["it rained"]))
    assert found.source is not None
    assert found.source.text == "The mayor"
    assert one("20 mayors said it rained.", ("said", "20 mayors", ["it rained"])).source is not None
