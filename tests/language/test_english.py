"""The English word lists: the files are clean, and the loaders give what they hold."""

from importlib import resources

import pytest

from accordingto.language import en
from accordingto.language.en.lemmas import lemmas, words

FOLDER = resources.files(en)
FILES = (
    "adverbs.txt",
    "block_ends.txt",
    "check_words.tsv",
    "cues.tsv",
    "irregular_forms.tsv",
    "light_verbs.txt",
    "negators.txt",
    "not_speakers.txt",
    "raising.txt",
)
FILES += ("word_classes.tsv",)


def lines(name):
    return FOLDER.joinpath(name).read_text(encoding="utf-8").splitlines()


def entries(name):
    return lines(name)[1:] if name.endswith(".tsv") else lines(name)


@pytest.mark.parametrize("name", FILES)
def test_sorted_without_duplicates(name):
    """Each list that the loaders read is sorted and holds no line twice."""
    rows = [line.split("\t") for line in entries(name)]
    assert rows == sorted(rows)
    assert len({tuple(r) for r in rows}) == len(rows)


@pytest.mark.parametrize("name", FILES)
def test_clean_cells(name):
    """Words stand in lower case, with straight apostrophes, single spaces and none at the edges."""
    for line in entries(name):
        for cell in line.split("\t"):
            assert cell == " ".join(cell.lower().replace("’", "'").split()), line


def test_cues_have_known_labels_and_one_line_for_each_frame():
    """Each line of the cue lexicon becomes one cue; the loader refuses unknown labels."""
    assert sum(len(frames) for frames in en.cues().values()) == len(entries("cues.tsv"))


def test_unknown_label_is_refused(monkeypatch):
    """A stance that does not exist is an error that names the line."""
    monkeypatch.setattr(en, "_rows", lambda _: [["say", "any", "shouts", ""]])
    with pytest.raises(ValueError, match=r"line 2.*shouts"):
        en.cues.__wrapped__()


def test_unknown_word_class_is_refused():
    """A class that the file does not have is an error, not an empty set."""
    with pytest.raises(KeyError, match="colours"):
        en.word_class("colours")


def test_cues_are_reachable():
    """Every cue phrase is made of what the words of a text can become, so that it can match."""
    for phrase in en.cues():
        for word in phrase:
            assert words(word) == [word], phrase
            assert word in lemmas(word)


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("denied", "deny"),
        ("says", "say"),
        ("told", "tell"),
        ("planning", "plan"),
        ("urging", "urge"),
        ("wishes", "wish"),
        ("allegations", "allegation"),
        ("lying", "lie"),
        ("admitted", "admit"),
        ("saying", "say"),
        ("sought", "seek"),
    ],
)
def test_lemma_is_among_the_candidates(form, lemma):
    """Regular and irregular forms lead to their lemma."""
    assert lemmas(form)[0] == form
    assert lemma in lemmas(form)


def test_words_split_off_negation():
    """A contracted "not" is a word of its own, with either apostrophe."""
    assert words("He didn’t, can't, cannot.") == ["he", "did", "n't", "ca", "n't", "can", "not"]
