"""The list of faults for developers."""

from __future__ import annotations

from quality.corpora import Marked
from quality.errors import faults, show

TEXT = "Ana said it rained. Ben denied that it snowed. It was cold, Cem thought."
RAINED = Marked(source=((0, 3),), cue=((4, 8),), content=((9, 18),))
SNOWED = Marked(source=((20, 23),), cue=((24, 30),), content=((31, 45),))
COLD = Marked(source=(), cue=(), content=((47, 58),))
BY_BEN = Marked(source=((20, 23),), cue=(), content=((9, 18),))


def test_each_kind_of_fault_is_told_once():
    """A miss, a spurious one and a wrong source; what is right is not told."""
    found = faults("r", TEXT, [RAINED, SNOWED], [(BY_BEN, 0.9), (COLD, 0.4)])
    assert [(f.fault, f.gold, f.pred, f.confidence) for f in found] == [
        ("missed", SNOWED, None, None),
        ("spurious", None, COLD, 0.4),
        ("source", RAINED, BY_BEN, 0.9),
    ]
    assert list(faults("r", TEXT, [RAINED], [(RAINED, 0.9)])) == []


def test_a_fault_shows_both_sides_and_the_words_around():
    """Both readings stand with their words, so that one sees what went wrong."""
    found = next(faults("r", TEXT, [RAINED], [(BY_BEN, 0.9)]))
    lines = show(found, TEXT).splitlines()
    assert lines[0] == "SOURCE  r  0.90"
    assert [line.split()[-1] for line in lines if "source" in line] == ["Ana", "Ben"]
    assert lines[-1].endswith(TEXT)
