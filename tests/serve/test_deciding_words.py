"""Words of a report -> where they stand."""

from hypothesis import given
from hypothesis import strategies as st

from accordingto.records import Span
from accordingto.serve.pages.deciding_back import own
from accordingto.serve.pages.deciding_context import context
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_words import places

TEXT = "About 70 people died. 🕊 About\n70 people were hurt, 70 people fled."


def test_white_space_makes_no_difference():
    """A line break of the report is a space to whoever types the words."""
    assert [one.span.start for one in places(TEXT, "About  70 people")] == [0, 24]


def test_a_place_in_code_points_is_taken():
    """A character beyond the basic plane counts as one."""
    (found,) = places(TEXT, "About 70 people", at=24)
    assert found.span == Span.of(TEXT, 24, 39)


def test_words_around_the_old_ones_are_meant():
    """Of several places the one that touches the words that were meant before is taken."""
    (found,) = places(TEXT, "About 70", near=Span.of(TEXT, 30, 39))
    assert found.span.start == 24


def test_a_place_where_the_words_do_not_stand_is_no_place():
    """Then they are looked for."""
    assert [one.span.start for one in places(TEXT, "fled", at=3)] == [TEXT.index("fled")]
    assert places(TEXT, "flew", at=3) == ()


@given(st.text(min_size=1, max_size=60), st.data())
def test_any_selected_words_are_found_where_they_are(text, data):
    """Whatever stands from one place to another is found again at its place."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    words = text[start:end]
    bare = words.strip()
    if bare:
        (found,) = places(text, " ".join(words.split()), at=start + len(words) - len(words.lstrip()))
        assert found.span.text == bare


@given(st.text(max_size=40), st.text(max_size=10))
def test_what_is_found_always_quotes(text, words):
    """No span that is found says anything but what stands there."""
    assert all(one.span.quotes(text) for one in places(text, words))


@given(st.text(min_size=1, max_size=80), st.data())
def test_the_pieces_of_a_context_are_the_text(text, data):
    """Put together from its start, a context is what stands in the report."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span.of(text, start, data.draw(st.integers(start + 1, len(text))))
    shown = context(text, [(span, "figure")])
    words = "".join(piece for piece, _ in shown.pieces)
    assert text[shown.start : shown.start + len(words)] == words
    assert "".join(piece for piece, role in shown.pieces if role == "figure") == span.text


@given(st.text(max_size=20))
def test_only_paths_of_ones_own_are_gone_to(rest):
    """No address begins with what a browser takes for another host."""
    found = own("/" + rest)
    assert not found.startswith(("//", "/\\", "/\t", "/\n"))


@given(st.text(max_size=12))
def test_a_number_is_finite_or_told(text):
    """What is typed into a field for a number is one, nothing, or an error."""
    fields = Fields({"low": text})
    value = fields.number("low")
    assert (value is None) or value == value  # noqa: PLR0124  NaN is not itself
    assert value is not None or "low" in fields.errors or not text.replace(",", "").split()
