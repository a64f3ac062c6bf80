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
        "UPDATE: The road is open.\nEDITOR’S NOTE: It was shut for a week.\n",
        "The time is 10: 20 and then 11: 30.\nNot: a turn.\nNor this: one.\n",
        "ANNA BELL:\nMR. WEIR:\n",
    ],
)
def test_what_is_no_transcript(text: str) -> None:
    """A single label, names in small letters, and names with nothing behind them are no turns."""
    assert list(turns(text, [])) == []


def test_a_turn_that_is_known_already_is_left_out() -> None:
    """A name that is the source of an attribution does not make another one."""
    at = TALK.index("O'DOWD")
    assert [TALK[s:e] for s, e in (turn[0] for turn in turns(TALK, [(at, at + 6)]))] == ["ANNA BELL"]


def test_a_turn_goes_on_to_the_next_one() -> None:
    """A paragraph without a name between two turns belongs to the one before; behind the last turn it does not."""
    text = "Q: Where were you?\n\nAnd why?\n\nA: At the weir.\n\nThe hearing goes on.\n"
    assert [text[slice(*content)] for _, _, content in turns(text, [])] == [
        "Where were you?\n\nAnd why?",
        "At the weir.",
    ]


def test_a_paragraph_with_a_voice_of_its_own_ends_a_turn() -> None:
    """What somebody else is said to say between two turns is not the speaker's."""
    text = "Q: Where were you?\nThe clerk said it was late.\nA: At the weir.\n"
    clerk = text.index("The clerk")
    assert text[slice(*next(turns(text, [(clerk, clerk + 9)]))[2])] == "Where were you?"


LINES = st.lists(
    st.sampled_from(["AB: on", "A. B-C D:  x y ", " “EF: we\r", "ab: no", "AB:", "", "\t", "AB C"]), max_size=8
)


@given(LINES, st.lists(st.tuples(st.integers(0, 60), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=4))
def test_turns_stand_in_order_and_name_nobody_twice(lines: list[str], sources: list[tuple[int, int]]) -> None:
    """Name, colon and words follow each other, without white space at the ends, and no name is a known source."""
    text = "\n".join(lines)
    last = 0
    for source, cue, content in turns(text, sources):
        assert last <= source[0] < source[1] == cue[0] < cue[1] < content[0] < content[1] <= len(text)
        assert text[slice(*content)] == text[slice(*content)].strip()
        assert not any(s < source[1] and source[0] < e for s, e in sources)
        last = content[1]
