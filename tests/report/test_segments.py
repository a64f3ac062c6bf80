from hypothesis import given
from hypothesis import strategies as st

from accordingto.report.segments import Block, Mark, Segment, blocks, flatten, wrapped_by_hand
from tests.report.made_up import TEXTS

MARKS = st.lists(st.builds(Mark, st.integers(-3, 25), st.integers(-3, 25), st.sampled_from("abc"), st.just("content")))


@given(st.integers(0, 20), MARKS, st.lists(st.integers(-3, 25)))
def test_segments_cover_the_text(length, marks, cuts):
    """Segments follow each other from the first character to the last, and none is empty."""
    edges = [(segment.start, segment.end) for segment in flatten(length, marks, cuts)]
    assert [place for start, end in edges for place in range(start, end)] == list(range(length))
    assert all(start < end for start, end in edges)


@given(st.integers(0, 20), MARKS)
def test_each_character_has_its_marks(length, marks):
    """A character's segment has exactly the marks that hold it, in the order in which they were given."""
    for segment in flatten(length, marks):
        for place in range(segment.start, segment.end):
            assert list(segment.marks) == [mark for mark in marks if mark.start <= place < mark.end]


def test_crossing_marks():
    """Two marks that cross make three segments, the middle one with both."""
    left, right = Mark(0, 4, "a", "content"), Mark(2, 6, "b", "content")
    assert flatten(6, [left, right]) == [Segment(0, 2, (left,)), Segment(2, 4, (left, right)), Segment(4, 6, (right,))]


def test_a_cut_parts_a_segment():
    """A cut inside a mark makes two segments with the same mark."""
    mark = Mark(0, 4, "a", "content")
    assert flatten(4, [mark], [2]) == [Segment(0, 2, (mark,)), Segment(2, 4, (mark,))]


@given(TEXTS)
def test_paragraphs_are_the_text(text):
    """The paragraphs with the breaks behind them, put together, are the text."""
    assert "".join(text[b.start : b.end] + text[b.end : b.next] for b in blocks(text)) == text


def test_each_line_is_a_paragraph():
    """Where lines are not wrapped by hand, each is a paragraph, with or without empty lines between."""
    assert blocks("One.\nTwo.\r\n\r\nThree.") == [Block(0, 4, 5), Block(5, 9, 13), Block(13, 19, 19)]


def test_lines_wrapped_by_hand_are_one_paragraph():
    """Where lines end in mid-sentence at one width, only an empty line ends a paragraph."""
    line = "the mayor said that the harbour had been struck by two of the"
    text = f"{line}\n{line}\n{line}\n{line} end.\n\nNext."
    assert [text[b.start : b.end] for b in blocks(text)][1:] == ["Next."]


def test_lines_that_end_sentences_are_not_wrapped_by_hand():
    """Paragraphs of one medium-long sentence each are no wrapped lines."""
    assert not wrapped_by_hand("\n".join(["The mayor said that the harbour had been struck by two missiles."] * 6))
