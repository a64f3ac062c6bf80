"""What the PolNeAR scorer refuses."""

from __future__ import annotations

import random

import pytest

from quality import corpora, polnear
from quality.corpora import Marked
from tests.quality import made_up


def test_a_ledger_of_another_text_is_refused(tmp_path):
    """Offsets into another text would score by chance, so it is an error."""
    made_up.polnear(random.Random(1), tmp_path / "split", tmp_path / "ledgers", reports=2)
    corpus = corpora.polnear(tmp_path / "split")
    other = made_up.ledger(random.Random(2), "Another text, quite another.", [])
    with pytest.raises(ValueError, match="has another text"):
        polnear.score(corpus, {corpus.reports[0].name: other})


def test_the_gold_itself_scores_full_marks():
    """Gold held against itself: every pair is found and every source right."""
    gold = [Marked(source=((0, 2),), cue=(), content=((8, 10),)), Marked(source=(), cue=(), content=((11, 15),))]
    assert polnear.match("He said no. Stop it", gold, gold) == ([(0, 0), (1, 1)], [True, True])
