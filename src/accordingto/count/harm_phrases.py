"""Phrases of harm in a text (`killed`, `lost their lives`, `the death of`), and what they tell of a figure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from accordingto.count.words import Words
from accordingto.language.en.quantities import HarmPhrase, figure_words, harms
from accordingto.records import Harm

Side = Literal["inside", "left", "right", "agent"]
_OWN_FORMS = frozenset({"part", "both", "past"})


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase of harm at the words `start` to `end` (exclusive), with all its readings."""

    start: int
    end: int
    readings: tuple[HarmPhrase, ...]

    def of(self, *uses: str) -> HarmPhrase | None:
        """Its first reading of one of these uses."""
        return next((r for r in self.readings if r.use in uses), None)

    @property
    def participle(self) -> HarmPhrase | None:
        """Its reading as what was done to somebody: a state, or a form of the past."""
        return next((r for r in self.readings if r.use == "state" or r.form in _OWN_FORMS), None)


@dataclass(frozen=True, slots=True)
class Told:
    """The harm, the words that tell it, and where they stand: in the phrase, to its left, or to its right.

    Side `agent`: a verb to the right tells what those counted did to others.
    """

    harm: Harm
    start: int
    end: int
    side: Side
    noun: bool = False
    """Whether a noun tells it (`the deaths of`)."""


class Hits:
    """The phrases of harm in a text; where two overlap, the longer one.

    `numbers`, where a method asks for them, are the words at which quantities begin.
    """

    def __init__(self, words: Words) -> None:
        self.words = words
        self._starting: dict[int, Hit] = {}
        listed = harms()
        at, size = 0, len(words.all)
        while at < size:
            hit = _longest(words, at, listed.get(words.all[at].lower, {}))
            if hit:
                self._starting[at] = hit
            at = hit.end if hit else at + 1
        self._ending = {hit.end: hit for hit in self._starting.values()}
        self._order = list(self._starting)

    def at(self, index: int) -> Hit | None:
        """The phrase that begins with word `index`."""
        return self._starting.get(index)

    def before(self, index: int) -> Hit | None:
        """The phrase that ends right before word `index`."""
        return self._ending.get(index)

    def between(self, first: int, stop: int) -> bool:
        """Whether a phrase begins at one of the words `first` to `stop` (exclusive)."""
        at = bisect_left(self._order, first)
        return at < len(self._order) and self._order[at] < stop

    def joined_before(self, told: Told, first: int, use: str) -> Told:
        """What is told with the phrases of the same use joined before it: `killing or wounding`, `death or injury`."""
        while told.start - 2 >= first and self.words.lower(told.start - 1) in {"and", "or", ","}:
            hit = self.before(told.start - 1)
            reading = hit.of(use) if hit else None
            if hit is None or reading is None:
                break
            told = Told(both(reading.harm, told.harm, either=False), hit.start, told.end, told.side, told.noun)
        return told

    def joined_behind(self, told: Told, stop: int, numbers: set[int]) -> Told:
        """What is told with the one joined behind it: `killed and wounded` are casualties."""
        words = self.words
        at = told.end
        if at >= stop or words.all[at].lower not in {"and", "or", ",", "/"}:
            return told
        either = words.all[at].lower == "or"
        at += 1
        while at < stop and (words.all[at].lower in figure_words("adverb") or words.all[at].lower in {"or", "and"}):
            either = either or words.all[at].lower == "or"
            at += 1
        hit = self.at(at)
        other = hit.participle if hit and at not in numbers else None
        if hit is None or other is None or (other.use == "object" and self.takes_object(hit.end, stop, numbers)):
            return told
        return Told(both(told.harm, other.harm, either=either), told.start, hit.end, told.side)

    def takes_object(self, at: int, stop: int, numbers: set[int]) -> bool:
        """Whether an object stands at `at`, behind a verb, so that it is active: `killed 12`, `killed the guard`."""
        if at >= stop:
            return False
        if at in numbers:
            return True
        word = self.words.all[at]
        if word.kind == "sign":
            return False
        lower = word.lower
        if lower in figure_words("object_start"):
            return True
        if lower in figure_words("no_object") or lower.endswith(("ly", "ss")) or self.at(at):
            return False
        return not word.text[0].isupper() and lower.endswith("s")


def both(one: Harm, other: Harm, *, either: bool) -> Harm:
    """The harm of those to whom both was done, or (`either`) one or the other.

    `shot and killed` are dead, `killed and injured` are the one or the other.
    """
    if one == other:
        return one
    pair = {one, other}
    if not either and pair == {"killed", "casualties"}:
        return "killed"
    if pair <= {"killed", "injured", "casualties"} or (either and "killed" in pair):
        return "casualties"
    return "killed" if "killed" in pair else one


def _longest(words: Words, at: int, phrases: Mapping[tuple[str, ...], tuple[HarmPhrase, ...]]) -> Hit | None:
    """The longest of the phrases that stands at word `at`."""
    for length in sorted({len(p) for p in phrases}, reverse=True):
        name = tuple(w.lower for w in words.all[at : at + length])
        if name in phrases:
            return Hit(at, at + len(name), phrases[name])
    return None
