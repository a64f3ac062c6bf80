"""Forms of nouns: plural or not, the singular, and what a noun tells of the people that it names."""

from __future__ import annotations

from accordingto.count.words import Words
from accordingto.language.en.quantities import Kin, figure_words, harms, people
from accordingto.language.en.speakers import demonyms

HARMED = frozenset(
    phrase[0]
    for first in harms().values()
    for phrase, of in first.items()
    if len(phrase) == 1 and any(h.use == "state" or h.form in {"part", "both", "past"} for h in of)
)
"""Words that tell what was done to somebody, and so may stand where a noun would (`12 wounded`)."""
_NOT_PLURAL_ENDS = ("ss", "us", "is", "'s")
_PEOPLE_PLURALS = ("men", "women", "people", "children")
_OF_NATIONS = ("ese", "ish", "yar", "ya")
_NATIONS = ("ans", "ese", "lis", "nis", "qis", "tis", "mis", "bis")
_IRREGULAR = {
    "axes": "axe",
    "caches": "cache",
    "avalanches": "avalanche",
    "headaches": "headache",
    "people": "people",
    "lives": "life",
    "wives": "wife",
    "buses": "bus",
    "gases": "gas",
}
_PLAIN = Kin(None, None, None)


def is_plural(words: Words, index: int) -> bool:
    """Whether word `index` looks like a plural noun."""
    word = words.all[index]
    lower = word.lower
    if lower in figure_words("whole_plural"):
        follows = words.all[index + 1] if index + 1 < len(words.all) else None
        return not (lower in HARMED and follows is not None and follows.kind == "word")
    if len(lower) <= 3:
        return False
    if lower.endswith("s") and not lower.endswith(_NOT_PLURAL_ENDS):
        return True
    if lower.endswith("is") and word.text[0].isupper() and len(lower) > 4:
        return lower not in {"paris", "tunis"}
    return lower.endswith(_PEOPLE_PLURALS)


def names_a_people(words: Words, index: int) -> bool:
    """Whether a word that is no plural by its form names people (`Chinese`, `Rohingya`)."""
    word = words.all[index]
    return word.text[0].isupper() and not word.text.isupper() and word.lower.endswith(_OF_NATIONS)


def singular(noun: str) -> str:
    """The singular of a plural noun in lower case, by rule."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    for ending, instead in (("women", "woman"), ("men", "man"), ("children", "child")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + instead
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return noun[:-1]
    return noun


def kin(words: Words, head: int) -> Kin | None:
    """What the noun tells of people; None where it names none."""
    word = words.all[head]
    listed = people()
    tail = word.lower.rsplit("-", 1)[-1]
    for form in (word.lower, singular(word.lower), tail, singular(tail)):
        if form in listed:
            return listed[form]
    lower = word.lower
    if word.text[0].isupper() and (lower in demonyms() or singular(lower) in demonyms()):
        return _PLAIN
    if lower.endswith(("women", "woman")):
        return Kin(None, None, "female")
    if lower.endswith(("men", "man", "people")):
        return _PLAIN
    if word.text[0].isupper() and lower.endswith(_NATIONS):
        return _PLAIN
    if lower.endswith(("ists", "ist")) and lower not in figure_words("thing"):
        return _PLAIN
    return None
