"""Where content begins and ends, for any text and any bounds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.edges import quotation_at, trimmed, whole_words
from accordingto.language.quotations import quotations

TEXTS = st.text(st.sampled_from('ab .,;:-–"“”«»\n\u00a0é🙂'), min_size=1, max_size=60)


@st.composite
def places(draw: st.DrawFn) -> tuple[str, int, int]:
    """A text and a stretch of it."""
    text = draw(TEXTS)
    start = draw(st.integers(0, len(text)))
    return text, start, draw(st.integers(start, len(text)))


def test_a_comma_inside_the_marks_stays() -> None:
    """What quotation marks hold belongs to the content, and so do the marks that it fills."""
    text = 'So "we left," he said.'
    start, end = trimmed(text, text.index("we"), text.index(" he"), quotations(text))
    assert text[start:end] == '"we left,"'


def test_marks_around_more_than_the_content_stay_outside() -> None:
    """Content that begins in the middle of a quotation does not reach for its opening mark."""
    text = 'So "yes, we left," he said.'
    start, end = trimmed(text, text.index("we"), text.index(" he"), quotations(text))
    assert text[start:end] == 'we left,"'


@given(places())
def test_trimmed_never_leaves_the_text(place: tuple[str, int, int]) -> None:
    """Whatever goes in, what comes out is a stretch of the text, perhaps an empty one."""
    text, first, last = place
    start, end = trimmed(text, first, last, quotations(text))
    assert 0 <= start <= end <= len(text)


@given(places())
def test_trimmed_loses_no_letter_and_takes_in_none(place: tuple[str, int, int]) -> None:
    """Only punctuation, marks and white space come or go."""
    text, first, last = place
    start, end = trimmed(text, first, last, quotations(text))
    kept = [c for c in text[start:end] if c.isalnum()]
    assert kept == [c for c in text[first:last] if c.isalnum()]


@given(places())
def test_trimmed_content_stays_as_it_is(place: tuple[str, int, int]) -> None:
    """Trimming what was trimmed changes nothing."""
    text, first, last = place
    quotes = quotations(text)
    once = trimmed(text, first, last, quotes)
    assert once[0] == once[1] or trimmed(text, *once, quotes) == once


@given(TEXTS)
def test_the_quotation_of_each_code_point_is_the_one_that_holds_it(text: str) -> None:
    """The look-up by halving finds what a search through all quotations finds."""
    quotes = quotations(text)
    for offset in range(len(text)):
        holding = [q for q in quotes if q.start <= offset < q.end]
        assert quotation_at(offset, quotes) == (holding[0] if holding else None)


@given(TEXTS, st.data())
def test_whole_words_hold_what_was_there(text: str, data: st.DataObject) -> None:
    """Words are only completed: nothing that was in a span leaves it, and no letter is added to a whole word."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first, last = whole_words(text, start, end)
    assert first <= start < end <= last
    assert text[first:start].isalnum() or first == start
    assert text[end:last].isalnum() or last == end


def test_a_word_cut_by_the_model_is_completed() -> None:
    """`Ann Mehra|ban said` names Ann Mehraban."""
    assert whole_words("Ann Mehraban said", 0, 9) == (0, 12)
    assert whole_words("Ann Mehraban said", 6, 12) == (4, 12)
    assert whole_words("she's", 0, 3) == (0, 3)


def test_the_stop_of_an_abbreviation_stays() -> None:
    """`at 7 p.m.` keeps its last stop, `at noon.` does not."""
    for words, kept in (("It ended at 7 p.m.,", "It ended at 7 p.m."), ("It ended at noon.", "It ended at noon")):
        assert words[slice(*trimmed(words, 0, len(words), []))] == kept
