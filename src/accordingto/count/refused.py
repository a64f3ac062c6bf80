"""Quantities that are no figures by what surrounds them: durations, shares of nothing, scores, `one of`."""

from __future__ import annotations

from accordingto.count.forms import HARMED, kin
from accordingto.count.marks import (
    is_address,
    is_calibre,
    is_clock,
    is_day,
    is_item,
    is_scale,
    is_share,
    is_time,
    is_year,
)
from accordingto.count.numerals import Numeral
from accordingto.count.quantity import Quantity
from accordingto.count.skips import Skips
from accordingto.count.words import DASHES, Words
from accordingto.language.en.quantities import figure_words

_BRAND = 20
_AROUND = 6
_ADJECTIVES = 4
_RESULT = 3
_LONG_RESULT = 3
"""A result has three words, and numbers of fewer digits."""


def is_refused(words: Words, found: Quantity, number: Numeral, skips: Skips) -> bool:
    """Whether the quantity, whose first numeral is `number`, is no figure."""
    start, end = found.number
    first, stop = words.sentence(start)
    if skips.holds(words.all[start].start, words.all[end - 1].end):
        return True
    if found.unit is not None and found.unit != "percent":
        return is_calibre(words, found.unit, found.end, stop)
    return (
        _is_mark(words, start, end, number, first, stop)
        or _is_duration(words, found, number, stop)
        or (number.kind == "fraction" and not is_share(words, start, end, stop))
        or (found.unit is None and is_year(words, start, number, people=_counts(words, found)))
        or (found.unit is None and end == number.end and _is_score(words, start, end))
        or (found.unit is None and found.phrase is None and _is_result(words, start, end))
        or _is_one(words, found, stop)
        or _is_brand(words, found, first, stop)
    )


def _is_mark(words: Words, start: int, end: int, number: Numeral, first: int, stop: int) -> bool:
    """Whether the number marks something: a house, a point of a list, a day, a place on a scale."""
    return (
        is_address(words, start, number.end, stop)
        or is_item(words, start, number, first)
        or is_day(words, start, end)
        or is_clock(words, start, number)
        or is_scale(words, start, end, stop)
    )


def _is_duration(words: Words, found: Quantity, number: Numeral, stop: int) -> bool:
    """Whether time is counted: `12 days`, `the 20 long years`."""
    end = found.number[1]
    if end > number.end and is_time(words, end, stop):
        return True
    if number.kind == "fraction" and words.lower(end) == "of" and words.lower(end + 1) in {"a", "an", "the"}:
        return words.lower(end + 2) in figure_words("time")
    if found.unit is not None or number.kind == "fraction":
        return False
    counts_time = found.phrase is not None and words.lower(found.phrase.head) in figure_words("time")
    return counts_time or is_time(words, end, stop)


def _counts(words: Words, found: Quantity) -> bool:
    """Whether a number that looks like a year counts people, or something right behind it."""
    return found.phrase is not None and (
        kin(words, found.phrase.head) is not None or found.phrase.head <= found.end + 1
    )


def _is_score(words: Words, start: int, end: int) -> bool:
    """Whether the number is part of a score or a code (`3-2`, `12-B`)."""
    if words.all[start].kind != "digits":
        return False
    return _hyphened(words, end, end + 1) or _hyphened(words, start - 1, start - 2)


def _is_result(words: Words, start: int, end: int) -> bool:
    """Whether a dash between blanks parts small numbers that count nothing: the result of a match (`won 3 – 0`)."""

    def small(at: int) -> bool:
        return 0 <= at < len(words.all) and words.all[at].kind == "digits" and len(words.all[at].text) < _LONG_RESULT

    def dash(at: int) -> bool:
        return 0 <= at < len(words.all) and words.all[at].text in DASHES and not words.joined(at)

    if end - start == _RESULT:
        return small(start) and dash(start + 1) and small(start + 2)
    return small(start) and ((dash(end) and small(end + 1)) or (dash(start - 1) and small(start - 2)))


def _hyphened(words: Words, dash: int, other: int) -> bool:
    """Whether a dash at `dash` ties digits at `other` to what stands on its other side."""
    if not (0 <= other < len(words.all) and 0 <= dash < len(words.all)) or words.all[dash].text not in DASHES:
        return False
    return words.joined(dash - 1) and words.joined(dash) and words.all[other].kind == "digits"


def _is_brand(words: Words, found: Quantity, first: int, stop: int) -> bool:
    """Whether a small number opens a name, all of it with capitals, among other words: `Stay with 7 Action News`."""
    noun = found.phrase
    start, end = found.number
    if noun is None and found.unit is None and words.all[start].kind == "digits" and words.lower(start - 1) == "the":
        return end < stop and words.all[end].kind == "word" and words.all[end].text[0].isupper() and not words.shouted
    if noun is None or found.unit is not None or words.shouted or found.high > _BRAND or noun.start != found.end:
        return False
    named = [words.all[i] for i in range(noun.start, noun.end)]
    if not all(w.kind == "word" and w.text[0].isupper() for w in named) or len(named) == 1:
        return False
    if any(kin(words, i) for i in range(noun.start, noun.end)):
        return False
    around = (
        words.all[max(first, found.start - _AROUND) : found.start] + words.all[noun.end : min(stop, noun.end + _AROUND)]
    )
    return any(w.kind == "word" and w.text[0].islower() and len(w.text) > 3 for w in around)


def _described(words: Words, at: int) -> bool:
    """Whether "one" at word `at` is a pronoun with adjectives and an article: `a potentially serious one`."""
    stops = figure_words("stop")
    for i in range(at - 1, max(-1, at - _ADJECTIVES - 2), -1):
        word = words.all[i]
        if word.lower in {"a", "an", "the", "this", "that", "every", "each"}:
            return i < at - 1
        if word.kind != "word" or (word.lower in stops and word.lower not in {"very", "most", "more", "only"}):
            return False
    return False


def _is_one(words: Words, found: Quantity, stop: int) -> bool:
    """Whether `one` is no number here: `one of`, `no one`, `one another`, `the one`, `one day`."""
    start, end = found.number
    if words.all[start].lower != "one" or found.low != 1 or found.high != 1 or found.unit is not None:
        return False
    if words.at(start - 2, ("one", "by")):
        return True
    not_one = figure_words("one_not")
    after = words.lower(end) if end < stop else ""
    if after in figure_words("aux") and any(words.lower(i) in HARMED for i in range(end + 1, min(end + 4, stop))):
        return words.lower(start - 1) in figure_words("not_one_before")
    if words.lower(start - 1) in figure_words("not_one_before") or after in {"of", "-"} or after in not_one:
        return True
    if found.phrase is None and (after in {"among", "that"} or _described(words, start)):
        return True
    if found.phrase is None:
        return False
    if words.lower(found.phrase.head) in not_one:
        return True
    follows = found.phrase.end
    named = follows + 1 < stop and words.all[follows].text == "," and words.all[follows + 1].text[0].isupper()
    return named and not words.all[follows + 1].text.isupper()
