import pytest
from hypothesis import given

from accordingto.records import Source
from accordingto.report.voices import account, depths
from tests.report.hand_made import at, example, ledger, says
from tests.report.made_up import ledgers


@given(ledgers())
def test_shares_add_up(made):
    """Voices, framing words and the outlet's own words are all of the text."""
    found = account(made)
    total = sum(voice.share for voice in found.voices) + found.framing + found.own
    assert total == pytest.approx(0.0 if not made.document.text.split() else 1.0)


@given(ledgers())
def test_every_attribution_has_one_voice(made):
    """Each attribution belongs to exactly one voice, the one that `voice_of` names."""
    found = account(made)
    by_voice = {identifier: place for place, v in enumerate(found.voices) for identifier in v.attributions}
    assert by_voice == dict(found.voice_of)
    assert sum(len(voice.attributions) for voice in found.voices) == len(made.attributions)


def test_a_speaker_is_one_voice():
    """Statements of one speaker are one voice, whatever words name the speaker there."""
    found = account(example(speakers=True))
    assert found.voices[0].name == "Ilse Marrant"
    assert found.voices[0].attributions == ("a1", "a3", "a4", "a25")
    assert (found.voices[0].role, found.voices[0].kind) == ("Mayor", "person")


@pytest.mark.parametrize("other", ["the mayor", "Mayor", "THE  MAYOR", "a\nmayor"])
def test_wordings_that_are_one_voice(other):
    """Without speakers, case, white space and a leading article make no other voice."""
    text = f"The mayor said yes. Then {other} said no."
    first = says("a1", at(text, "yes"), source=at(text, "The mayor"))
    second = says("a2", at(text, "no"), source=at(text, other, "Then "))
    assert [voice.name for voice in account(ledger(text, first, second)).voices] == ["The mayor"]


def test_other_words_are_another_voice():
    """Without speakers, `Anna` and `An Anna` differ from `Annabel`, and an article alone is kept."""
    text = "Anna said yes, Annabel said no, the said maybe."
    made = ledger(
        text,
        says("a1", at(text, "yes"), source=at(text, "Anna")),
        says("a2", at(text, "no"), source=at(text, "Annabel")),
        says("a3", at(text, "maybe"), source=at(text, "the")),
    )
    assert [voice.name for voice in account(made).voices] == ["Anna", "Annabel", "the"]


def test_nobody_named():
    """An attribution without source and speaker belongs to a voice that is not named."""
    text = "It is said that it rained."
    (voice,) = account(ledger(text, says("a1", at(text, "that it rained"), cue=at(text, "is said")))).voices
    assert (voice.name, voice.named, voice.known) == ("nobody named", False, False)


def test_nested_words_count_for_the_inner_voice():
    """What a voice quotes counts for the one quoted, and white space for nobody."""
    text = "A says B says xx yy"
    made = ledger(
        text,
        says("a1", at(text, "B says xx yy"), source=at(text, "A"), cue=at(text, "says")),
        says("a2", at(text, "xx yy"), source=at(text, "B"), cue=at(text, "says", "B "), within="a1"),
    )
    assert [voice.characters for voice in account(made).voices] == [5, 4]


def test_framing_is_neither_a_voice_nor_the_outlet():
    """Words of source and cue outside of any content are counted apart from the outlet's own."""
    text = "it was ab said Bo"
    made = ledger(text, says("a1", at(text, "ab"), source=at(text, "Bo"), cue=at(text, "said")))
    found = account(made)
    assert (found.voices[0].share, found.framing, found.own) == pytest.approx((2 / 13, 6 / 13, 5 / 13))


def test_a_circle_of_nesting_ends():
    """Two attributions that are each within the other have a finite depth."""
    text = "one two"
    circle = (says("a1", at(text, "one"), within="a2"), says("a2", at(text, "two"), within="a1"))
    assert depths(circle) == {"a1": 1, "a2": 1}


def test_a_speaker_without_mentions_is_a_voice():
    """A free direct quotation is its speaker's, though no words name the speaker there."""
    text = '"No."'
    made = ledger(
        text,
        says("a1", at(text, '"No."'), speaker="s1"),
        sources=(Source(id="s1", name="Mira Oduya", kind="person", mentions=()),),
    )
    assert [(voice.name, voice.known) for voice in account(made).voices] == [("Mira Oduya", True)]
