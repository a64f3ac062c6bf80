"""Hearsay: nouns for statements whose speaker nobody names, with the clause that says what is rumoured."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from accordingto.language.en import cues, irregular_forms, word_class
from accordingto.language.en.lemmas import lemmas
from accordingto.language.en.speakers import hearsay_nouns

Offsets = tuple[int, int]

HEARSAY_CHANCE = 0.8
"""The chance that a reader would mark it; docs/training.md says what it was counted on."""

_WORD = re.compile(r"\w+(?:[’'-]\w+)*")
_STOP = re.compile(
    r"[.!?][\"”’']*(?=\s|$)|[;:\"“”\n]|,?\s(?:—|–|-{1,2})\s"
    r"|,\s+(?:and|but|which|who|whom|while|as|adding|saying)\b"
)
_BEFORE_SUBJECT = re.compile(r"^\W*(?:that\b)?\W*$", re.IGNORECASE)
_NEAR = 20
"""Code points in which a "that" and a mark before the subject have room."""
_FAR = 4
_FINITE = {True: frozenset(("are", "were", "have")), False: frozenset(("is", "was", "has"))}
"""The verbs of an outer clause that a plural or a singular noun can be the subject of."""


def hearsay(text: str, start: int, end: int) -> Iterator[tuple[Offsets, Offsets]]:
    """Cue and content of each rumour told of between `start` and `end` of `text`.

    `the rumours that X are untrue` has the cue `the rumours` and the content `that X`; `reports of X`, in the plural,
    has the cue `reports of`. A noun that belongs to somebody (`the mayor's claim that`) has a source and is none, nor
    is a verb of the same form (`critics claim that`).
    """
    stretch = _Stretch(text, end, [m.span() for m in _WORD.finditer(text, start, end)])
    for at in range(len(stretch.words) - 2):
        noun = stretch.word(at)
        if noun not in hearsay_nouns() or not stretch.joined(at) or not _is_noun(stretch, at):
            continue
        plural, follower = noun.endswith("s"), stretch.word(at + 1)
        before = at and stretch.word(at - 1) in word_class("article")
        first, last = stretch.words[at - 1 if before else at][0], stretch.words[at][1]
        if follower == "that" or (follower in word_class("subject_pronoun") and _auxiliary(stretch.word(at + 2))):
            subject = not _BEFORE_SUBJECT.sub("", text[start:first][:_NEAR])
            yield (first, last), stretch.clause(at + 1, plural=plural, subject=subject)
        elif follower == "of" and noun in word_class("hearsay_of"):
            yield (first, stretch.words[at + 1][1]), stretch.clause(at + 2, plural=plural, subject=False)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The text up to `end`, and where its words stand."""

    text: str
    end: int
    words: Sequence[Offsets]

    def word(self, at: int) -> str:
        return self.text[slice(*self.words[at])].lower()

    def joined(self, at: int) -> bool:
        """Whether nothing but white space parts the word from the next."""
        return not self.text[self.words[at][1] : self.words[at + 1][0]].strip()

    def clause(self, at: int, *, plural: bool, subject: bool) -> Offsets:
        """The clause that begins with a word: it ends with its sentence, or before the verb that it is subject of."""
        stop = _STOP.search(self.text, self.words[at][1], self.end)
        last = stop.start() if stop else self.end
        if subject:
            beyond = bisect_left(self.words, (last, last), at)
            verbs = [i for i in range(at + 2, beyond) if _verb(self.word(i))]
            # The first verb is the clause's own, unless it stands so far behind that the clause's own went unseen.
            later = verbs[1:] or [i for i in verbs if i > at + _FAR]
            outer = [i for i in later if self.word(i) in _FINITE[plural]]
            last = self.words[outer[0]][0] if outer else last
        while self.text[last - 1] in " ,\t\u00a0":
            last -= 1
        return self.words[at][0], last


def _is_noun(stretch: _Stretch, at: int) -> bool:
    """Whether the word is a noun without an owner: behind an article, a preposition or a verb that takes it as object.

    The first word of a stretch counts where it is in the plural: `Reports that …`.
    """
    if not at:
        return stretch.word(at).endswith("s")
    before = stretch.word(at - 1)
    if not stretch.joined(at - 1):
        return False
    if before in word_class("article") or before in word_class("before_hearsay"):
        return True
    return before.endswith("ed") and any((lemma,) in cues() for lemma in lemmas(before))


def _auxiliary(form: str) -> bool:
    return form in word_class("auxiliary")


def _verb(form: str) -> bool:
    return _auxiliary(form) or form.endswith("ed") or form in irregular_forms()
