"""Two numerals that make one figure: `100 to 300`, `between two and five`, `3-5`, `two or three`, `one in five`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from accordingto.count.marks import is_day, is_time
from accordingto.count.nouns import phrase
from accordingto.count.numerals import Numeral, numeral, whole
from accordingto.count.quantity import Quantity
from accordingto.count.words import DASHES, Words
from accordingto.language.en.quantities import figure_words

_PER_CENT = (("%",), ("percent",), ("per", "cent"))
_MONEY = frozenset("$£€")
_SCALED_BELOW = 1000
_TREND_REACH = 8
_TALLY_REACH = 20
_OWN_NOUN = 3
_LARGEST_RATIO = 1000
_SMALL_RATIO = 20
_RATIOS = (("in",), ("out", "of"), ("out", "of", "every"), ("in", "every"), ("of", "every"))


@dataclass(frozen=True, slots=True)
class Range:
    """The numerals at both ends of a range, twice the same where there is but one."""

    low: Numeral
    high: Numeral

    @property
    def single(self) -> bool:
        """Whether it is one number."""
        return self.low is self.high


def at_number(words: Words, at: int, *, dots: bool) -> Numeral | None:
    """The numeral that begins with word `at`, unless the word is part of a longer name or number."""
    word = words.all[at]
    if word.kind == "sign":
        return None
    if word.kind == "digits" and at and words.joined(at - 1) and words.all[at - 1].kind == "word":
        return None
    found = numeral(words, at, dots=dots)
    return _of_percent(words, found, dots=dots) if found and found.kind == "fraction" else found


def _of_percent(words: Words, part: Numeral, *, dots: bool) -> Numeral:
    """A fraction of a percentage as one number: `half of 1 percent` is 0.5; else the fraction as it is."""
    behind = part.end + 1
    if words.lower(part.end) != "of" or behind >= len(words.all):
        return part
    base = numeral(words, behind, dots=dots)
    if base is None or base.kind != "exact" or not any(words.at(base.end, sign) for sign in _PER_CENT):
        return part
    return Numeral(base.end, whole(part.value * base.value), words=base.words)


def ranged(words: Words, at: int, number: Numeral, stop: int, *, dots: bool) -> Range:
    """The range that begins with `number` at word `at`, before word `stop`; that number alone where none does."""
    alone = Range(number, number)
    end = number.end
    for sign in _PER_CENT:
        if words.at(end, sign):
            end += len(sign)
            break
    behind = _second(words, end)
    if behind >= stop or is_day(words, at, number.end):
        return alone
    dash = words.all[end].text in DASHES
    second = numeral(words, behind, dots=dots) if dash else at_number(words, behind, dots=dots)
    if second is None or number.kind != "exact" or second.kind != "exact":
        return alone
    low = _as_scaled(number, second, behind)
    if low.value > second.value or (low.value == second.value and dash):
        return alone
    if dash:
        same = words.all[at].kind == words.all[behind].kind or second.words
        return Range(low, second) if same else alone
    return Range(low, second) if _linked(words, at, end, low, second) else alone


def ratio(words: Words, at: int, number: Numeral, stop: int, *, dots: bool) -> Quantity | None:
    """A share given as a ratio: `one in five`, `nine out of 10`, `one of every nine voters`; None where none is."""
    for link in _RATIOS:
        behind = number.end + len(link)
        if behind < stop and words.at(number.end, link):
            base = at_number(words, behind, dots=dots)
            found = base and _share(words, at, number, base, stop, plain=link == ("in",))
            if found:
                return found
    return None


def _share(words: Words, at: int, number: Numeral, base: Numeral, stop: int, *, plain: bool) -> Quantity | None:
    """The share `number` of `base`; `plain` where only an "in" stands between them, which has other uses too."""
    behind = number.end + 1
    if base.kind != "exact" or not 0 < number.value < base.value <= _LARGEST_RATIO:
        return None
    if plain and number.words != base.words and base.value > _SMALL_RATIO:
        return None
    if is_time(words, base.end, stop) or is_day(words, behind, base.end):
        return None
    found = phrase(words, base.end, stop, single=False, of=True)
    follows = words.all[base.end] if base.end < stop else None
    if plain and found is None and follows and follows.kind == "word" and follows.text[0].isupper():
        return None
    share = whole(round(100 * number.value / base.value, 2))
    return Quantity(
        start=at, end=base.end, number=(at, base.end), low=share, high=share, kind="fraction", unit="percent",
        phrase=found, words=number.words,
    )  # fmt: skip


def _second(words: Words, link: int) -> int:
    """Where the second numeral would begin, if word `link` links two."""
    behind = link + 1
    if behind < len(words.all) and words.all[behind].text in _MONEY:
        behind += 1
    if words.at(link, ("to",)) and words.at(behind, ("as", "many", "as")):
        behind += 3
    elif words.at(link, ("and",)) and words.at(behind, ("up", "to")):
        behind += 2
    return behind


def _as_scaled(number: Numeral, second: Numeral, behind: int) -> Numeral:
    """The first numeral with the second one's scale, where it leaves it out: `two to three million`."""
    own_noun = behind - number.end > _OWN_NOUN
    if number.scale != 1 or second.scale == 1 or number.value >= _SCALED_BELOW or own_noun:
        return number
    scaled = whole(number.value * second.scale)
    fits = scaled < second.value and second.value % second.scale == 0
    return replace(number, value=scaled) if fits else number


def _linked(words: Words, at: int, end: int, low: Numeral, high: Numeral) -> bool:
    """Whether word `end` makes a range: `between … and`, `to` without a change told, `or` between near numbers."""
    before = words.lower(at - 1)
    if before in _MONEY:
        before = words.lower(at - 2)
    link = words.all[end].lower
    if link == "and":
        return before == "between"
    if link == "to":
        apart = before == "by" or (before == "at" and not _tallied(words, at))
        return not apart and (before == "between" or not _trend(words, at))
    return link == "or" and low.value < high.value <= max(low.value * 3, low.value + 2)


def _tallied(words: Words, at: int) -> bool:
    """Whether a count is told to be at the numbers: `put the toll in the valley at 40 to 50`."""
    first, _ = words.sentence(at)
    before = {words.lower(i) for i in range(max(first, at - _TALLY_REACH), at)}
    return bool(before & figure_words("tally")) and bool(before & figure_words("tally_noun"))


def _trend(words: Words, at: int) -> bool:
    """Whether the words before tell of a change (`rose from 11 to 33`): then two figures are given."""
    first, _ = words.sentence(at)
    trend = figure_words("trend")
    return any(words.all[i].lower in trend for i in range(max(first, at - _TREND_REACH), at))
