"""Quotations: which stretches of a text stand inside double quotation marks."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.language.quotations import quotations


def quoted(text):
    return [text[q.start : q.end] for q in quotations(text)]


@pytest.mark.parametrize(
    "quotation",
    [
        '"We left."',
        "“We left.”",
        "„We left.“",
        "„We left.”",
        "«We left.»",
        "« We left. »",
        "»We left.«",
        "``We left.''",
        "''We left.''",
        "＂We left.＂",
        "“We left.“",
        "”We left.”",
        '“We left."',
        '"We left.”',
    ],
)
def test_each_style_of_marks_is_known(quotation):
    """Straight, curly, low-high, angle, doubled and mixed marks each hold a quotation."""
    text = f"Then {quotation} she said."
    (found,) = quotations(text)
    assert (text[found.start : found.end], text[found.inner_start : found.inner_end].strip(), found.closed) == (
        quotation,
        "We left.",
        True,
    )


def test_marks_of_several_styles_in_one_line():
    """Each of several quotations is found whatever marks the others have."""
    assert quoted('He said "yes", “no” and «maybe».') == ['"yes"', "“no”", "«maybe»"]


@pytest.mark.parametrize(
    "quotation",
    [
        "“He told me “go” and left.”",
        '"He told me “go” and left."',
        '“He told me "go" and left.”',
        '"He told me "go" and left."',
        "„Er rief “go” laut.“",
        '""go""',
        "«He said “go” there.»",
        "“He said «go” there»",
    ],
)
def test_outermost_only(quotation):
    """A quotation within a quotation is part of the outer one."""
    expected = quotation[: quotation.index("”") + 1] if quotation.startswith("“He said «") else quotation
    assert quoted(f"Then {quotation}, she said.") == [expected]


def test_multi_paragraph_quotation():
    """Each paragraph of a long quotation counts to its end, and only the last is closed."""
    text = "“One thing.\n\n“Another thing.\n\n“The last,” he said."
    assert [(text[q.start : q.end], q.closed) for q in quotations(text)] == [
        ("“One thing.", False),
        ("“Another thing.", False),
        ("“The last,”", True),
    ]


def test_unclosed_mark_ends_with_its_paragraph():
    """A mark that is never closed does not reach into the next paragraph."""
    assert quoted('He said, "We will go.\n\nThe town is calm.') == ['"We will go.']


def test_unclosed_mark_ends_where_the_next_opens():
    """A quotation whose closing mark was forgotten does not swallow the next one."""
    assert quoted('"We left, he said. "They stayed," she said.') == ['"We left, he said.', '"They stayed,"']


@pytest.mark.parametrize(
    "text", ['and so it ended," he said.', "and so it ended,” he said.", 'a 12" pipe and a 6" one']
)
def test_closing_mark_alone_is_no_quotation(text):
    """A closing mark without an opening one, or an inch sign, quotes nothing."""
    assert quoted(text) == []


def test_line_wrapped_in_mid_sentence():
    """A line break in mid-sentence does not end a quotation."""
    assert quoted('He said "we will go\nto the river" today.') == ['"we will go\nto the river"']


def test_apostrophes_and_single_marks_quote_nothing():
    """Single marks are left out, since they cannot be told from apostrophes."""
    assert quoted("The workers’ union said ‘no’ and 'never', didn't it") == []


def test_spaced_marks_pair_in_turn():
    """Marks between spaces, as in tokenised text, open and close in turn."""
    assert quoted('He said , " yes , " and " no . "') == ['" yes , "', '" no . "']


@given(st.text(alphabet="ab .,\n\"“”„«»'`é’😀-", max_size=200))
def test_offsets_are_in_order_and_in_bounds(text):
    """For any text, quotations stand in order without overlap, and their inner bounds lie within the outer."""
    at = 0
    for q in quotations(text):
        assert at <= q.start < q.inner_start <= q.inner_end <= q.end <= len(text)
        assert q.closed or q.inner_end == q.end
        at = q.end


@given(st.text(alphabet="ab c", min_size=1).filter(lambda s: s.strip()))
def test_a_word_in_marks_is_always_found(words):
    """Whatever plain words stand between curly marks, exactly they are quoted."""
    assert quoted(f"x “{words.strip()}” y") == [f"“{words.strip()}”"]


@pytest.mark.parametrize(
    "piece",
    [
        '"a" ',
        '"a\n',
        '" \n',
        '"' + " " * 50 + "\n",
        " “a",
        " a” ",
        "“a «b",
        '""',
        "''",
        '" "a',
        "She said “yes” and left. ",
    ],
)
def test_time_grows_with_length_only(piece):
    """Sixteen times the text takes no more than sixteen times the time, with room for a noisy machine."""

    def seconds(length):
        text = piece * (length // len(piece))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            quotations(text)
            best = min(best, time.process_time() - start)
        return best

    assert seconds(320_000) < 16 * 3 * max(seconds(20_000), 0.001)
