"""Whether two figures can be of one thing."""

from __future__ import annotations

import itertools
from bisect import bisect_right
from collections.abc import Iterable

from accordingto.check.context import words_of
from accordingto.language.en.checks import check_words
from accordingto.records import Figure


def exact(figure: Figure) -> float | None:
    """The one value that a figure gives without a qualifier, None where it gives none."""
    if figure.approx or figure.vague or figure.low is None or figure.low != figure.high:
        return None
    return figure.low


def whole(figure: Figure) -> bool:
    """Whether a figure stands for itself: no part, no addition, no rate, and its source does not deny it."""
    return not (figure.part_of or figure.since_last or figure.per or figure.denied)


def alike(one: Figure, two: Figure) -> bool:
    """Whether two figures count the same people by all that is told of them, and nothing known sets them apart."""
    people = (one.who, one.age, one.sex) == (two.who, two.age, two.sex)
    return people and _same_words(one.group, two.group) and not apart(one, two)


def apart(one: Figure, two: Figure) -> bool:
    """Whether something that is known of both figures sets them apart: unit, people, place, time, basis."""
    return not (
        (one.unit, one.per) == (two.unit, two.per)
        and all(map(_fit, (one.who, one.age, one.sex, one.group), (two.who, two.age, two.sex, two.group)))
        and _heads_fit(one, two)
        and _fit(_place(one), _place(two))
        and _fit(one.period, two.period)
        and _fit(one.as_of, two.as_of)
        and _fit(one.basis, two.basis)
    )


class Ranges:
    """The ranges of many figures, to be asked whether one more shares a number with any of them."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        ranges = sorted((_low(f), _high(f)) for f in figures)
        self._lows = [low for low, _ in ranges]
        self._reach = list(itertools.accumulate((high for _, high in ranges), max))

    def meet(self, figure: Figure) -> bool:
        """Whether the figure's range shares a number with one of these; a rough one may be off by a tenth."""
        place = bisect_right(self._lows, _high(figure)) - 1
        return place >= 0 and self._reach[place] >= _low(figure)


def overlap(one: Figure, two: Figure) -> bool:
    """Whether the ranges of two figures share a number; a rough one may be off by a tenth."""
    low = max(_low(one), _low(two))
    high = min(_high(one), _high(two))
    return low <= high


def _low(figure: Figure) -> float:
    if figure.low is None:
        return float("-inf")
    return figure.low * 0.9 if figure.approx else figure.low


def _high(figure: Figure) -> float:
    if figure.high is None:
        return float("inf")
    return figure.high * 1.1 if figure.approx else figure.high


def _fit(one: str | None, two: str | None) -> bool:
    """Two values that are equal, or of which one is not known."""
    return one is None or two is None or one == two


def _place(figure: Figure) -> str | None:
    return figure.place.name.casefold() if figure.place else None


def _same_words(one: str | None, two: str | None) -> bool:
    return (one or "").casefold() == (two or "").casefold()


def _heads_fit(one: Figure, two: Figure) -> bool:
    """Whether the nouns can mean the same people or things: one is missing or general, or their last words agree."""
    heads = {_head(f) for f in (one, two)}
    return len(heads) == 1 or bool(heads & {"", *check_words("general")})


def _head(figure: Figure) -> str:
    words = words_of(figure.counted.text) if figure.counted else []
    return words[-1].removesuffix("s") if words else ""
