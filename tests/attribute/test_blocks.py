"""Statements over several paragraphs: quotations left open, and blocks behind a colon."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.attribute.blocks import block, continued
from accordingto.language.quotations import quotations

Offsets = tuple[int, int]


def at(text: str, words: str) -> Offsets:
    """Where `words` first stand in `text`."""
    return text.index(words), text.index(words) + len(words)


OPEN = 'She said: "It rained.\n\n"The weir held.\n\n"We went home."\n\n"Another voice."\n'


def test_a_quotation_left_open_goes_on_in_the_paragraphs_behind() -> None:
    """Up to the first one that is closed, and no further."""
    found = continued(OPEN, [at(OPEN, '"It rained.')], quotations(OPEN), set())
    assert [OPEN[s:e] for s, e in found] == ['"The weir held.', '"We went home."']


def test_a_quotation_may_have_begun_in_the_paragraphs_before() -> None:
    """Where those are quotation from their beginning."""
    text = '"It rained.\n\n"The weir held," she said.\n'
    found = continued(text, [at(text, '"The weir held,"')], quotations(text), set())
    assert [text[s:e] for s, e in found] == ['"It rained.']


def test_a_paragraph_that_content_claims_ends_the_quotation() -> None:
    """What belongs to another statement is not taken from it."""
    taken = {at(OPEN, '"The weir held.')[0]}
    assert continued(OPEN, [at(OPEN, '"It rained.')], quotations(OPEN), taken) == []


MARKED = st.text(st.sampled_from('ab "“”\n'), max_size=60)


@given(MARKED, st.data())
def test_what_continues_a_quotation_is_other_whole_quotations(text: str, data: st.DataObject) -> None:
    """In order, each once, none claimed already and none that the content has a part of."""
    quotes = quotations(text)
    if not quotes:
        return
    one = data.draw(st.sampled_from(quotes))
    taken = data.draw(st.sets(st.sampled_from([q.start for q in quotes])))
    found = continued(text, [(one.start, one.end)], quotes, taken)
    assert found == sorted(set(found))
    assert set(found) <= {(q.start, q.end) for q in quotes if q.start not in taken and q is not one}


RELEASE = """Mayor Ilse Tarn said:
The bridge will stay shut.
It will open in May.

Notes to editors
The bridge was built in 1931.
"""


def test_a_block_runs_to_the_end_of_the_release() -> None:
    """Its paragraphs are the statement, what stands behind them for editors is not."""
    found = block(RELEASE, at(RELEASE, "Mayor Ilse Tarn"), at(RELEASE, "said"), [])
    assert found is not None
    assert RELEASE[slice(*found)].split("\n") == ["The bridge will stay shut.", "It will open in May."]


def test_a_block_ends_where_the_speaker_is_named_again() -> None:
    """That paragraph speaks about the speaker, it is not spoken."""
    text = "Mayor Ilse Tarn said:\nThe bridge will stay shut.\nTarn took office in May.\n"
    found = block(text, at(text, "Mayor Ilse Tarn"), at(text, "said"), [])
    assert found is not None
    assert text[slice(*found)] == "The bridge will stay shut."


def test_a_block_ends_where_another_voice_speaks() -> None:
    """A source in the third person is another voice, a pronoun is not."""
    text = "Mayor Ilse Tarn said:\nThe bridge is shut.\nWe know it is hard.\nDrivers said it is a shame.\n"
    others = sorted(at(text, words) for words in ("Mayor Ilse Tarn", "We", "Drivers"))
    found = block(text, others[0], at(text, "said"), others)
    assert found is not None
    assert text[slice(*found)].split("\n") == ["The bridge is shut.", "We know it is hard."]


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ilse Tarn said: the bridge is shut.\nIt will open in May.\n",
        "Mayor Ilse Tarn said.\nThe bridge will stay shut.\n",
        'Mayor Ilse Tarn said:\n"The bridge will stay shut."\n',
        "Mayor Ilse Tarn said:\n",
        "Mayor Ilse Tarn said:",
        "Mayor Ilse Tarn said:\n \n\t\n",
    ],
)
def test_what_is_no_block(text: str) -> None:
    """Words behind the colon, no colon, marks that show the statement themselves, and nothing behind it."""
    assert block(text, at(text, "Mayor Ilse Tarn"), at(text, "said"), []) is None


RELEASES = st.lists(
    st.sampled_from(["he said:", "Ann Tarn said:  ", "Tarn left", " it is ", '"so"', "", "\t", "A b.", "Ends", "###"]),
    max_size=7,
)


@given(RELEASES, st.data())
def test_a_block_stands_behind_its_cue(lines: list[str], data: st.DataObject) -> None:
    """It begins on a later line and ends inside the text, without white space at its ends."""
    text = "\n".join(["Ann Tarn said:", *lines])
    cues = [i for i in range(len(text)) if text.startswith("said", i)]
    cue = data.draw(st.sampled_from(cues))
    others = sorted(data.draw(st.sets(st.tuples(st.integers(0, 30), st.integers(31, 40)), max_size=3)))
    found = block(text, data.draw(st.sampled_from([None, (0, 8)])), (cue, cue + 4), others)
    if found is not None:
        assert cue + 4 < text.index("\n", cue) < found[0] < found[1] <= len(text)
        assert text[slice(*found)] == text[slice(*found)].strip()
