import pytest

from accordingto.report.wording import confidence, percent, split_at_controls, visible_controls


@pytest.mark.parametrize(
    ("value", "words"),
    [(1.0, "very high"), (0.949, "very high"), (0.94, "high"), (0.797, "high"), (0.79, "moderate"), (0.594, "low")],
)
def test_confidence_in_words(value, words):
    """The words go with the number as it is shown, to two decimals."""
    assert confidence(value) == words


@pytest.mark.parametrize(
    ("share", "words"),
    [(0.0, "0 %"), (0.001, "under 1 %"), (0.005, "under 1 %"), (0.126, "13 %"), (0.996, "over 99 %"), (1.0, "100 %")],
)
def test_shares_in_words(share, words):
    """Something is never 0 %, and less than all is never 100 %."""
    assert percent(share) == words


def test_line_breaks_and_tabs_stay():
    """Only what would steer a terminal is shown by code."""
    assert visible_controls("a\tb\r\nc\x07") == "a\tb\r\nc⟨U+0007⟩"


def test_parts_at_controls():
    """Control characters are parts of their own."""
    assert split_at_controls("\x1bab\x00") == [("\x1b", True), ("ab", False), ("\x00", True)]
