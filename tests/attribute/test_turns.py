"""The turns of transcripts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.turns import turns

TALK = "ANNA BELL: Where were you?\nMR. O'DOWD: At the weir, all night.\n"


def test_each_line_with_a_name_and_a_colon_is_a_turn() -> None:
    """Source, cue and content are the name, the colon and the words behind it."""
    found = [tuple(TALK[s:e] for s, e in turn) for turn in turns(TALK, [])]
    assert found == [
        ("ANNA BELL", ":", "Where were you?"),
        ("MR. O'DOWD", ":", "At the weir, all night."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The road is open again.\nIt was shut for a week.\n",
        "The time is 10: 20 and then 11: 30.\nNot: a turn.\nNor this: one.\n",
        "ANNA BELL:\nMR. WEIR:\n",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    """A single label, names in small letters, and names with nothing behind them are no turns."""
    assert list(turns(text, [])) == []


def test_a_turn_that_is_claimed_already_is_left_out() -> None:
    """Content that lies in the words of a turn keeps them."""
    at = TALK.index("At the weir")
    assert [TALK[s:e] for s, e in (turn[0] for turn in turns(TALK, [(at, at + 11)]))] == ["ANNA BELL"]


LINES = st.lists(
    st.sampled_from(["AB: on", "A. B-C D:  x y ", " “EF: we\r", "ab: no", "AB:", "", "\t", "AB C"]), max_size=8
)


@given(LINES, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=4))
def test_turns_stand_in_order_and_claim_nothing_twice(lines: list[str], taken: list[tuple[int, int]]) -> None:
    """Name, colon and words follow each other on one line, without white space at the ends, beside what is taken."""
    text = "\n".join(lines)
    last = 0
    for source, cue, content in turns(text, taken):
        assert last <= source[0] < source[1] == cue[0] < cue[1] < content[0] < content[1] <= len(text)
        assert "\n" not in text[source[0] : content[1]]
        assert text[slice(*content)] == text[slice(*content)].strip()
        assert not any(s < content[1] and content[0] < e for s, e in taken)
        last = content[1]
