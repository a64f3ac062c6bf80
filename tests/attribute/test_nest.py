"""Statements within statements find their place."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from accordingto.attribute import attribute, nest
from accordingto.records import Attribution, Document, Ledger, Link, ReaderInfo, Reading, Span, Tagged
from tests.attribute.test_any_reading import readings


def reading(text: str, *relations: tuple[str | None, str, str, float]) -> Reading:
    """Relations as source, cue, content and chance, each by its first words in `text`."""
    spans: list[Tagged] = []
    links = []
    for source, cue, content, chance in relations:
        head = len(spans)
        for label, words in (("cue", cue), ("source", source), ("content", content)):
            if words is not None:
                start = text.index(words)
                spans.append(Tagged(span=Span.of(text, start, start + len(words)), label=label, score=chance))
                if label != "cue":
                    links.append(Link(head=head, tail=len(spans) - 1, score=1.0))
    return Reading(spans=tuple(spans), links=tuple(links))


def nested(text: str, outer: Reading, inner: Reading, floor: float = 0.5) -> tuple[Attribution, ...]:
    document = Document(id="0" * 64, media_type="text/plain", text=text)
    return nest(document, attribute(document, outer), inner, floor=floor)


TEXT = "Bell said that the mayor denied that the dam had cracked."
OUTER = reading(TEXT, ("Bell", "said", "that the mayor denied that the dam had cracked", 0.9))
DENIAL = ("the mayor", "denied", "that the dam had cracked", 0.8)


def test_a_statement_in_what_is_said_is_within_it() -> None:
    """X says that Y denies that Z: two attributions, the second within the first, with its own stance."""
    first, second = nested(TEXT, OUTER, reading(TEXT, DENIAL))
    assert (first.within, second.within, second.stance) == (None, "a1", "denies")
    assert second.content[0].text == "that the dam had cracked"


def test_a_statement_below_the_floor_is_left_out() -> None:
    """What the model is not sure enough of is not given."""
    assert len(nested(TEXT, OUTER, reading(TEXT, DENIAL), floor=0.81)) == 1


def test_nesting_goes_on_within_what_is_nested() -> None:
    """A third voice within the second is within that, not within the first."""
    text = "Bell said the mayor claimed that doctors feared an outbreak."
    outer = reading(text, ("Bell", "said", "the mayor claimed that doctors feared an outbreak", 0.9))
    inner = reading(
        text,
        ("the mayor", "claimed", "that doctors feared an outbreak", 0.9),
        ("doctors", "feared", "an outbreak", 0.9),
    )
    assert [a.within for a in nested(text, outer, inner)] == [None, "a1", "a2"]


def test_a_statement_beside_all_content_is_left_out() -> None:
    """The second reading adds to what is said only."""
    text = "Bell said no. The mayor hopes that it rains."
    outer = reading(text, ("Bell", "said", "no", 0.9))
    assert len(nested(text, outer, reading(text, ("The mayor", "hopes", "that it rains", 0.9)))) == 1


def test_the_outer_statement_is_not_given_twice() -> None:
    """A second reading that finds the same content, or the same cue, adds nothing."""
    again = reading(TEXT, ("the mayor", "denied", "that the mayor denied that the dam had cracked", 0.9), DENIAL)
    assert len(nested(TEXT, OUTER, again)) == 2


def test_first_person_in_quotation_marks_is_no_nested_statement() -> None:
    """The words "I think" are how the speaker speaks; said of somebody else it counts."""
    for who, count in (("I", 1), ("Ruiz", 2)):
        text = f"“{who} believed the dam was safe,” Bell said."
        outer = reading(text, ("Bell", "said", f"“{who} believed the dam was safe,”", 0.9))
        inner = reading(text, (who, "believed", "the dam was safe", 0.9))
        assert len(nested(text, outer, inner)) == count


def test_what_is_negated_hypothetical_or_no_speech_is_left_out() -> None:
    """`did not say`, `might say` and `flooded` are no statements within."""
    for cue in ("did not say", "might say", "flooded"):
        text = f"Bell said that the mayor {cue} the lower town."
        outer = reading(text, ("Bell", "said", f"that the mayor {cue} the lower town", 0.9))
        assert len(nested(text, outer, reading(text, ("the mayor", cue, "the lower town", 0.9)))) == 1


def test_rumours_are_within_the_denial() -> None:
    """Hearsay needs no model: the rumours have no source, and are within what the general says of them."""
    text = "The colonel added that the rumours that sailors had fled are untrue."
    outer = reading(text, ("The colonel", "added", "that the rumours that sailors had fled are untrue", 0.9))
    _, rumour = nested(text, outer, Reading())
    assert (rumour.source, rumour.within, rumour.content[0].text) == (None, "a1", "that sailors had fled")


def test_a_statement_in_a_press_release_needs_less() -> None:
    """In paragraphs that a colon introduces, "we agreed" is a statement, under a floor that is higher elsewhere."""
    text = "Minister Bell said:\n\nWe agreed that the camp stays open.\n\nThe wells are dry."
    outer = reading(text, ("Minister Bell", "said", "We agreed that the camp stays open", 0.9))
    inner = reading(text, ("We", "agreed", "that the camp stays open", 0.85))
    assert [a.within for a in nested(text, outer, inner, floor=0.99)] == [None, "a1"]


@settings(max_examples=100)
@given(readings(), st.floats(0, 1))
def test_any_second_reading_fits_a_ledger(given_: tuple[str, Reading], floor: float) -> None:
    """Ids are in order, no statement is given twice, and each that is within another lies in its content whole."""
    text, some = given_
    document = Document(id="0" * 64, media_type="text/plain", text=text)
    first = attribute(document, some)
    found = nest(document, first, some, floor=floor)
    info = ReaderInfo(version="0", model="made up", model_sha256="0" * 64)
    assert Ledger(document=document, attributions=found, reader=info).attributions == found
    assert [a.id for a in found] == [f"a{n}" for n in range(1, len(found) + 1)]
    by_id = {a.id: a for a in found}
    for a in found:
        if a.within is not None:
            begin, end = min(s.start for s in a.spans), max(s.end for s in a.spans)
            assert any(s.start <= begin and end <= s.end for s in by_id[a.within].content)
