"""How a number came about: counted, estimated or projected; and over what time a rate is."""

from __future__ import annotations

from accordingto.count.quantity import Quantity
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words, time_units
from accordingto.records import Basis

_REACH = 8
_PER_REACH = 3


_KINDS: tuple[tuple[str, Basis], ...] = (
    ("projection_noun", "projection"),
    ("estimate_word", "estimate"),
    ("count_word", "count"),
)


def basis_of(words: Words, quantity: Quantity) -> Basis | None:
    """Whether the nearest word for it says that the number is a count, an estimate or a projection, else None."""
    if "projected" in quantity.effects:
        return "projection"
    if "estimated" in quantity.effects:
        return "estimate"
    first, stop = words.sentence(quantity.start)
    before = range(quantity.start - 1, max(first, quantity.start - _REACH) - 1, -1)
    behind = range(quantity.last, min(stop, quantity.last + _REACH // 2))
    for at in (*before, *behind):
        for name, basis in _KINDS:
            if words.lower(at) in figure_words(name):
                return basis
    return None


def rate_of(words: Words, quantity: Quantity) -> str | None:
    """The ISO 8601 duration that a rate is over (`100 a day`, `20 per week`, `5 daily`); None for no rate."""
    _, stop = words.sentence(quantity.start)
    for at in range(quantity.last, min(quantity.last + _PER_REACH, stop)):
        lower = words.lower(at)
        if lower in figure_words("rate_adverb"):
            return time_units()[lower]
        if lower in figure_words("rate_lead") and words.lower(at + 1) in time_units():
            return time_units()[words.lower(at + 1)]
        if words.all[at].kind != "word" or lower in figure_words("aux"):
            break
    return None
