"""Figures without a numeral: none (`no casualties`, `nobody`), `both`, and `double that number`."""

from __future__ import annotations

from accordingto.count.nouns import Phrase, phrase
from accordingto.count.quantity import Quantity
from accordingto.count.words import Words

_TIMES = {"double": 2, "twice": 2, "triple": 3, "treble": 3, "thrice": 3}
_THAT = (("that", "number"), ("that", "figure"), ("as", "many"), ("the", "number"), ("that", "many"))


def without_numeral(words: Words, at: int, before: Quantity | None) -> Quantity | None:
    """The figure without a numeral that begins with word `at`; `before` is the quantity before it in the text."""
    lower = words.all[at].lower
    _, stop = words.sentence(at)
    if lower == "both":
        found = phrase(words, at + 1, stop, single=False, of=True)
        if found and words.lower(found.end) == "and":
            return None
        return Quantity(start=at, end=at + 1, number=(at, at + 1), low=2, high=2, kind="both", phrase=found)
    if lower in {"no", "nobody", "none"}:
        return _none(words, at, stop)
    if lower in _TIMES and before is not None and before.unit is None:
        return _multiple(words, at, before)
    return None


def _none(words: Words, at: int, stop: int) -> Quantity | None:
    """`no casualties`, `no one`, `none of the crew`, `no loss of life`: figures where harm is told of them."""
    lower = words.all[at].lower
    end = at + 1
    found: Phrase | None = None
    if lower == "none" and words.at(end, ("of",)):
        found = phrase(words, end, stop, single=False, of=False)
    elif lower == "no" and words.at(end, ("one",)):
        end += 1
    elif lower == "no":
        found = phrase(words, end, stop, single=False, of=True) if end < stop else None
        if found is None and words.at(end, ("loss", "of", "life")):
            found = Phrase(end, end + 3, end + 2)
        if found is None:
            return None
    return Quantity(start=at, end=end, number=(at, end), low=0, high=0, kind="zero", phrase=found)


def _multiple(words: Words, at: int, before: Quantity) -> Quantity | None:
    """`double that number`, `twice as many`: so many times the figure before."""
    times = _TIMES[words.all[at].lower]
    for rest in _THAT:
        end = at + 1 + len(rest)
        if words.at(at + 1, rest) and not words.at(end, ("as",)):
            return Quantity(
                start=at, end=end, number=(at, end), low=times * before.low, high=times * before.high, words=True
            )
    return None
