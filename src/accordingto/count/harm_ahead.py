"""Harm told before a figure: `killed 12`, `the deaths of 12`, `the death toll rose to 45`."""

from __future__ import annotations

from accordingto.count.forms import singular
from accordingto.count.harm_phrases import Hit, Hits, Told
from accordingto.count.quantity import Quantity
from accordingto.language.en.quantities import figure_words, people
from accordingto.language.en.speakers import demonyms

_REACH = 16
_TOLL_REACH = 40
_NOUN_REACH = 4
_HAVE = frozenset({"have", "has", "had", "having"})
_ENDS_CLAUSE = frozenset({";", ".", "whereas", "while", "although", "but"})
_OF_THOSE = frozenset({"people", "of", "those"})
_FOLLOWS_TOLL = ("stop", "trend", "toll_lead", "toll_noun", "adverb")
"""Classes of words that may stand behind a noun of harm that a number is said of."""
_SIGNS = frozenset("\"“'(")
_LISTS = frozenset({"and", ",", "with", "along", "or"})


class HarmAhead:
    """Looks for the verb or noun that governs a figure."""

    def __init__(self, hits: Hits) -> None:
        self._hits = hits
        self._words = hits.words
        self._be = figure_words("be")

    def told(self, quantity: Quantity) -> Told | None:
        """What is told of a quantity by what stands before it; along a list (`a woman and two children`) too."""
        words = self._words
        first, _ = words.sentence(quantity.start)
        at = quantity.start
        lists = False
        lowest = max(first, at - _REACH)
        while at > lowest:
            hit = self._hits.before(at)
            if hit:
                told = self._governs(hit, quantity, lists=lists)
                if told or not lists:
                    return told
            lower = words.all[at - 1].lower
            if not lists and at - 1 > first and lower in {"of", "for", ":"}:
                told, settled = self._by_noun(at - 1, first) if lower != ":" else (self._labelled(at - 1), True)
                if settled:
                    return told
            lists = lists or (lower in _LISTS and at - 1 > first)
            if not self._passes(at - 1, first, lists=lists):
                return None
            at -= 1
        return None

    def _passes(self, at: int, first: int, *, lists: bool) -> bool:
        """Whether what governs a figure may stand before word `at`, too."""
        lower = self._words.all[at].lower
        if self._light(at):
            return not (lower in self._be and self._hits.before(at) is None)
        if lower in _LISTS and at > first:
            return True
        return lists and self._words.all[at].kind == "word" and lower not in figure_words("bar")

    def _labelled(self, at: int) -> Told | None:
        """Harm as a label before the colon at `at`: `Killed: 12`."""
        hit = self._hits.before(at)
        reading = hit and (hit.participle or hit.of("noun"))
        return Told(reading.harm, hit.start, hit.end, "left") if hit and reading else None

    def toll(self, quantity: Quantity) -> Told | None:
        """Harm of a noun further before: `the death toll rose to 45`, `fatalities numbered 490 … as against 3,500`."""
        words = self._words
        first, _ = words.sentence(quantity.start)
        lead = words.lower(quantity.start - 1)
        if quantity.start == first or lead not in figure_words("toll_lead"):
            return None
        if lead == "of" and words.lower(quantity.start - 2) not in figure_words("toll_noun"):
            return None
        for at in range(quantity.start - 1, max(first, quantity.start - _TOLL_REACH) - 1, -1):
            hit = self._hits.before(at)
            told = self._of_toll(hit) if hit else None
            if told:
                return told
            if words.lower(at - 1) in _ENDS_CLAUSE:
                return None
        return None

    def _of_toll(self, hit: Hit) -> Told | None:
        """What a phrase tells of a number that is said of it: `the number of wounded`, `of those killed`."""
        before = self._words.lower(hit.start - 1)
        if not self._subject_of_toll(hit.end):
            return None
        noun = hit.of("noun", "state")
        if noun and (noun.use == "noun" or before == "of"):
            return Told(noun.harm, hit.start, hit.end, "left", noun=True)
        verb = hit.of("object")
        if verb and verb.form == "both" and (before in _OF_THOSE or _people(before)):
            return Told(verb.harm, hit.start, hit.end, "left")
        return None

    def _subject_of_toll(self, end: int) -> bool:
        """Whether no further noun follows a word of harm that a number may be said of (not `the death penalty`)."""
        follows = self._words.lower(end)
        return any(follows in figure_words(name) for name in _FOLLOWS_TOLL) or not follows.isalpha()

    def _light(self, at: int) -> bool:
        """Whether a word between a figure and what governs it changes nothing."""
        word = self._words.all[at]
        lower = word.lower
        if lower in figure_words("passed") or lower.endswith("ly") or word.text in _SIGNS:
            return True
        return lower in figure_words("adverb") and lower != "to"

    def _by_noun(self, at: int, first: int) -> tuple[Told | None, bool]:
        """Harm by the noun before an "of" or "for" at `at`, and whether that settles it."""
        of = self._words.all[at].lower == "of"
        hit = self._hits.before(at)
        noun = hit.of("noun") if hit else None
        if hit is None or noun is None:
            return (self._by_far_noun(at, first) if of else None), True
        if not of:
            return None, False
        return self._hits.joined_before(Told(noun.harm, hit.start, hit.end, "left", noun=True), first, "noun"), True

    def _by_far_noun(self, at: int, first: int) -> Told | None:
        """Harm by a noun a few words before the "of" at `at`: `the death in combat of 139`."""
        for i in range(at - 1, max(first, at - _NOUN_REACH), -1):
            hit = self._hits.before(i)
            noun = hit.of("noun") if hit else None
            if hit and noun:
                return Told(noun.harm, hit.start, hit.end, "left", noun=True) if self._words.lower(i) == "in" else None
        return None

    def _governs(self, hit: Hit, quantity: Quantity, *, lists: bool) -> Told | None:
        """What a hit that ends before the figure tells of it."""
        verb = hit.of("object")
        between = {w.lower for w in self._words.all[hit.end : quantity.start]}
        if verb is None:
            noun = hit.of("noun", "state")
            leads = between & (self._be | {"including", "among", ":"})
            if noun and leads and not lists and noun.use == "noun":
                return Told(noun.harm, hit.start, hit.end, "left", noun=True)
            return None
        before = self._before_verb(hit)
        if verb.form == "ing" and before in figure_words("harm_determiner"):
            return None
        had = before in _HAVE
        inverted = bool(between & self._be)
        if before in self._be and not had and not inverted and not (lists and "with" in between):
            return None
        if verb.form == "part" and not (inverted or had or lists):
            return None
        first, _ = self._words.sentence(hit.start)
        return self._hits.joined_before(Told(verb.harm, hit.start, hit.end, "left"), first, "object")

    def _before_verb(self, hit: Hit) -> str:
        """The word before a verb and its adverbs."""
        at = hit.start - 1
        while at > 0 and (self._words.all[at].lower in {"also", "either"} or self._words.all[at].lower.endswith("ly")):
            at -= 1
        return self._words.lower(at)


def _people(word: str) -> bool:
    """Whether a word is a noun for people in the plural: `the number of Iraqis killed`."""
    one = singular(word)
    return one != word and (one in people() or one in demonyms())
