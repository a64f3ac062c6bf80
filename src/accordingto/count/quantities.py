"""Words -> the quantities in them: numerals with their units, ranges and approximators, without what is no figure."""

from __future__ import annotations

from dataclasses import replace

from accordingto.count.marks import is_age, is_name
from accordingto.count.numerals import Numeral, dotted
from accordingto.count.quantity import Quantity
from accordingto.count.ranges import Range, at_number, ranged, ratio
from accordingto.count.refused import is_refused
from accordingto.count.skips import Skips
from accordingto.count.units import measured
from accordingto.count.wordless import without_numeral
from accordingto.count.words import Words
from accordingto.language.en.quantities import Effect, approximators, figure_words

_LONGEST_BEFORE = 4
_LONGEST_BEHIND = 3
_CHAIN = frozenset({"and", "or", "to", "of", ",", "-", "–", "/"})
_CHAIN_REACH = 2


def quantities(words: Words, skips: Skips) -> list[Quantity]:
    """The quantities of a text, in order."""
    return _Finder(words, skips).all()


class _Finder:
    """Goes through a text once; numbers chained to one that is part of a name are part of it (`posts 542 and 543`)."""

    def __init__(self, words: Words, skips: Skips) -> None:
        self._words = words
        self._skips = skips
        self._dots = dotted(words)
        self._shouted = words.shouted
        self._found: list[Quantity] = []
        self._chain = -1
        """Where the last number that is no figure and may be followed by its like ended."""

    def all(self) -> list[Quantity]:
        """The quantities from the first word to the last."""
        at, size = 0, len(self._words.all)
        while at < size:
            number = at_number(self._words, at, dots=self._dots)
            at = self._special(at) if number is None else self._number(at, number)
        return self._found

    def _special(self, at: int) -> int:
        """Take a figure without a numeral that begins at `at`; where to go on."""
        special = without_numeral(self._words, at, self._found[-1] if self._found else None)
        if special is None:
            return at + 1
        self._take(special)
        return special.number[1]

    def _number(self, at: int, number: Numeral) -> int:
        """Take the figure that begins with `number`, if it is one; where to go on."""
        words = self._words
        first, stop = words.sentence(at)
        if self._skips.holds(words.all[at].start, words.all[number.end - 1].end):
            return number.end
        share = ratio(words, at, number, stop, dots=self._dots)
        if share is not None:
            self._take(share)
            return share.number[1]
        found = ranged(words, at, number, stop, dots=self._dots)
        quantity = measured(words, at, found, stop)
        counted = quantity.phrase is not None or quantity.unit is not None
        end = quantity.number[1]
        named = self._chained(at) and not counted
        named = named or is_name(words, at, counted=counted, first=first, shouted=self._shouted)
        if named or (quantity.unit is None and is_age(words, at, _whole_range(found, number, end))):
            self._chain = end
        elif not is_refused(words, quantity, number, self._skips):
            self._take(quantity)
        return max(end, at + 1)

    def _chained(self, at: int) -> bool:
        """Whether only a joining word stands between word `at` and a number that is no figure."""
        reach = at - self._chain
        if self._chain < 0 or reach > _CHAIN_REACH:
            return False
        return {w.text for w in self._words.all[self._chain : at]} <= _CHAIN

    def _take(self, found: Quantity) -> None:
        self._found.append(approximated(self._words, found))


def _whole_range(found: Range, number: Numeral, end: int) -> Numeral:
    """The number whose age is asked for: of a range its upper end."""
    return number if found.single else Numeral(end, found.high.value, words=number.words)


def approximated(words: Words, found: Quantity) -> Quantity:
    """The quantity with the approximators before and behind it."""
    first, stop = words.sentence(found.start)
    start, before = _before(words, found, first)
    end, behind = _behind(words, found.end, stop)
    if not behind and words.lower(found.last) == "or":
        last, behind = _behind(words, found.last, stop)
        end = last if behind else end
    return replace(found, start=start, end=end, effects=(*before, *behind))


def _before(words: Words, found: Quantity, first: int) -> tuple[int, list[Effect]]:
    """Where the approximators before the number begin, and what they do."""
    listed = approximators("before")
    effects: list[Effect] = []
    start = found.start
    while start > first:
        for length in range(min(_LONGEST_BEFORE, start - first), 0, -1):
            name = tuple(w.lower for w in words.all[start - length : start])
            if name in listed and not (name == ("about",) and _talks(words, start - 2, first)):
                effects.insert(0, listed[name])
                start -= length
                break
        else:
            if found.low != found.high and words.lower(start - 1) in {"between", "from"}:
                start -= 1
                if start > first and words.lower(start - 1) in {"anywhere", "somewhere"}:
                    start -= 1
            break
    return start, effects


def _behind(words: Words, end: int, stop: int) -> tuple[int, list[Effect]]:
    """Where the approximator behind the number ends, and what it does."""
    listed = approximators("after")
    for length in range(min(_LONGEST_BEHIND, stop - end), 0, -1):
        name = tuple(w.lower for w in words.all[end : end + length])
        if name in listed and not (name == ("more",) and words.at(end + 1, ("than",))):
            return end + length, [listed[name]]
    if end < stop and words.all[end].text == "+" and words.joined(end - 1):
        return end + 1, ["least"]
    return end, []


def _talks(words: Words, at: int, first: int) -> bool:
    """Whether "about" belongs to a verb: `talked about 9 rebels`."""
    return at >= first and words.all[at].lower in figure_words("talk")
