"""Percentages that say how much one number is more or less than another, held against the two numbers.

37,877 is 41 % less than 64,260, and 64,260 is 70 % more than 37,877. Who writes that the toll was 41 % higher has taken
the percentage of the one base for that of the other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from accordingto.compare.meaning import near_words
from accordingto.language.en.comparing import facet
from accordingto.records import Reported

_ROOM = 0.6
"""A percentage is told to the whole number, or a little roughly."""
_MANY = 40
"""Of more numbers than this in one report, two fit any percentage by chance."""


@dataclass(frozen=True, slots=True)
class WrongBase:
    """A percentage of the base `taken`, said of the base `meant`, of which it would be `right` per cent."""

    meant: float
    taken: float
    right: float


def base(reported: Reported) -> str | None:
    """Whether a percentage is said to be `more` or `less` than something; None where it is not, or is no percentage."""
    if reported.figure.unit != "percent":
        return None
    pattern, values = facet("base")
    at = reported.figure.span.start - reported.sentence.start + len(reported.figure.span.text)
    found = pattern.search(reported.sentence.text, at) or pattern.search(near_words(reported))
    return values[found[0].casefold()] if found else None


def wrong_base(percent: float, said: str, numbers: Iterable[float]) -> WrongBase | None:
    """The two of `numbers` that a percentage is of, where it is of the one that was not said; else None.

    `said` is `more` or `less`. None also where the percentage is right of any two.
    """
    some = sorted(set(numbers))
    if len(some) > _MANY:
        return None
    found = None
    for place, small in enumerate(some):
        for large in some[place + 1 :]:
            if small <= 0:
                continue
            of_small, of_large = (100 * (large - small) / n for n in (small, large))
            right, wrong = (of_small, of_large) if said == "more" else (of_large, of_small)
            if abs(right - percent) <= _ROOM:
                return None
            if abs(wrong - percent) <= _ROOM and found is None:
                meant, taken = (small, large) if said == "more" else (large, small)
                found = WrongBase(meant, taken, right)
    return found


def points(figures: Sequence[Reported]) -> list[float]:
    """The exact numbers of people among figures."""
    found = (f.figure for f in figures if f.figure.unit == "people")
    return [f.low for f in found if f.low is not None and f.low == f.high]
