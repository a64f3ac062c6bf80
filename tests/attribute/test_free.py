"""Free direct quotations: paragraphs that are all quotation."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.free import MIN_WORDS, free_quotations
from accordingto.language.quotations import quotations

Offsets = tuple[int, int]


def of(text: str, *taken: Offsets) -> list[list[str]]:
    """The words of each free quotation."""
    return [[text[s:e] for s, e in content] for content in free_quotations(text, quotations(text), taken)]


def test_a_paragraph_may_hold_several_quotations() -> None:
    """They are one statement with as many parts."""
    text = 'It rained.\n\n"We saw the weir." – "It held all night."\n'
    assert of(text) == [['"We saw the weir."', '"It held all night."']]


def test_a_paragraph_with_words_outside_the_marks_is_none() -> None:
    """One word is enough: somebody may be named there."""
    assert of('"We saw the weir give way," he.\n') == []


def test_a_paragraph_that_content_has_a_word_of_is_none() -> None:
    """It belongs to whoever claims a part of it; its neighbour stays free."""
    text = '"We saw the weir go."\n\n"Nobody came until the day."\n'
    assert of(text, (4, 7)) == [['"Nobody came until the day."']]


def test_a_paragraph_inside_content_of_others_is_none() -> None:
    """Also where that content holds shorter ones that end before the paragraph begins."""
    text = 'He said it all.\n\n"Nobody came until the day."\n'
    assert of(text, (0, len(text)), (3, 7), (8, 10)) == []


@given(
    st.text(st.sampled_from('ab "“”\n,.'), max_size=80),
    st.lists(st.tuples(st.integers(0, 79), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=4),
)
def test_free_quotations_share_no_code_point(text: str, taken: list[Offsets]) -> None:
    """In order, without overlap with each other or with what is taken, each with enough words on one line."""
    last = 0
    for content in free_quotations(text, quotations(text), taken):
        for start, end in content:
            assert last <= start < end <= len(text)
            assert not any(s < end and start < e for s, e in taken)
            last = end
        whole = text[content[0][0] : content[-1][1]]
        assert "\n" not in whole
        assert len("".join(c if c.isalnum() else " " for c in whole).split()) >= MIN_WORDS
