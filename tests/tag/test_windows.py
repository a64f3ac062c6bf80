"""Word pieces and windows: nothing lost, nothing twice, every offset a code point of the text."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from accordingto.tag import DEFAULT_MODEL
from accordingto.tag.model import Model
from accordingto.tag.windows import GAPS, QUOTES, SHAPES, batch, pieces, windows

TEXTS = st.text(st.sampled_from('abc XY.,"“”\n\r\t 1é漢\u200f\u0301🙂'), max_size=400)


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    """The default model's tokenizer."""
    return Model(DEFAULT_MODEL, threads=1).tokenizer


@given(text=TEXTS, size=st.integers(4, 40))
def test_every_piece_is_the_own_part_of_one_window(tokenizer: Tokenizer, text: str, size: int) -> None:
    """Windows share out the pieces, in order, and none is longer than it may be."""
    cut = pieces(text, tokenizer)
    for context in (0, 1):
        some = list(windows(cut, size, context))
        assert [i for w in some for i in range(w.own_first, w.own_last)] == list(range(len(cut)))
        assert all(w.first <= w.own_first < w.own_last <= w.last and w.length <= size for w in some)


@given(text=TEXTS)
def test_pieces_stand_in_order_and_inside_the_text(tokenizer: Tokenizer, text: str) -> None:
    """Offsets are code points: each piece is a stretch of the text that is not empty, none before the one before."""
    cut = pieces(text, tokenizer)
    assert (cut.start < cut.end).all()
    assert (np.diff(cut.start) >= 0).all()
    assert not len(cut) or (cut.start[0] >= 0 and cut.end[-1] <= len(text))


def test_features_say_what_the_uncased_tokenizer_forgets(tokenizer: Tokenizer) -> None:
    """Capitals, gaps and quotation marks are told apart."""
    cut = pieces('BBC says\n\n"Yes" 12', tokenizer)
    told = [(SHAPES[s], GAPS[g], QUOTES[q]) for s, g, q in zip(cut.shape, cut.gap, cut.quote, strict=True)]
    assert told == [
        ("upper", "paragraph", "outside"),
        ("lower", "space", "outside"),
        ("punctuation", "paragraph", "opening"),
        ("capital", "attached", "inside"),
        ("punctuation", "attached", "closing"),
        ("digit", "space", "outside"),
    ]


def test_a_line_longer_than_a_window_is_cut_between_words(tokenizer: Tokenizer) -> None:
    """A window within one long line begins where a word begins."""
    cut = pieces("unbelievable " * 200, tokenizer)
    assert all(cut.gap[w.own_first] > 0 for w in windows(cut, 50, 0))


def test_a_batch_is_padded_behind_each_window(tokenizer: Tokenizer) -> None:
    """The mask covers the pieces and the two special ones, and no padding."""
    cut = pieces("one two three\nfour", tokenizer)
    arrays = batch(cut, windows(cut, 3, 0), cls=101, sep=102, pad=0)
    assert arrays["mask"].sum(1).tolist() == [5, 3]
    assert arrays["ids"][1, 3:].tolist() == [0, 0]
