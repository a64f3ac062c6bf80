"""The unit of a figure: people, or the thing that is counted, in the singular."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.count.forms import is_plural, kin, singular
from accordingto.count.harm_phrases import Told
from accordingto.count.quantity import Quantity
from accordingto.count.words import Words
from accordingto.language.en.quantities import Kin, figure_words
from accordingto.records import Harm

PEOPLE = "people"
_CROWD_REACH = 4
_NUMBER_REACH = 12
_NUMBERS = frozenset({"number", "numbers", "figure", "total", "count"})
_ONLY_PEOPLE: frozenset[Harm] = frozenset({"killed", "injured", "missing", "casualties"})
"""What happens to people alone, so that an unknown noun it is told of names some."""
_AGENTS = ("er", "or", "ant", "ee", "ian")
"""Endings of nouns for people by what they do, where harm is told of them."""
_OF_THEM = frozenset({"them", "these", "those", "which"})


def people_of(words: Words, quantity: Quantity) -> Kin | None:
    """What the counted nouns tell of people; None where they name none."""
    if quantity.phrase is None or quantity.unit is not None:
        return None
    found = kin(words, quantity.phrase.head)
    if found is None:
        for at in range(quantity.phrase.start, quantity.phrase.head):
            if words.all[at].lower in {"members", "member"}:
                return kin(words, at)
    return found


def unit_of(
    words: Words, found: Sequence[Quantity], index: int, told: Told | None, before: Sequence[str]
) -> str | None:
    """The unit of quantity `index`; None where the number turns out to be no figure.

    `before` holds the units of the quantities before it, empty for those that are no figures.
    """
    quantity = found[index]
    if quantity.unit is not None:
        return quantity.unit
    if quantity.kind in {"zero", "both"} and told is None:
        return None
    if quantity.phrase is not None:
        others = told is None and words.lower(quantity.phrase.head) == "others"
        return (_lent(words, found, index, before) if others else None) or _counted_unit(words, quantity, told)
    if told is None and _counts_off(words, quantity):
        return None
    lent = _lent(words, found, index, before)
    if words.lower(quantity.end) == "of" and words.lower(quantity.end + 1) in _OF_THEM and lent:
        return PEOPLE if told is not None and told.harm in _ONLY_PEOPLE | {"detained"} else lent
    if told is not None:
        return PEOPLE
    first, _ = words.sentence(quantity.start)
    near = {words.lower(i) for i in range(max(first, quantity.start - _CROWD_REACH), quantity.start)}
    if near & figure_words("crowd"):
        return PEOPLE
    alone = quantity.number[1] - quantity.number[0] == 1 and words.all[quantity.start].kind == "word"
    return lent or _numbered(words, quantity, first) or (PEOPLE if alone else "thing")


def _counts_off(words: Words, quantity: Quantity) -> bool:
    """Whether a number only says which point comes: `Two, why was nobody told?`"""
    first, _ = words.sentence(quantity.start)
    before = quantity.start
    while before > first and words.all[before - 1].kind == "sign":
        before -= 1
    led = before == first or words.lower(before - 1) == "and"
    return words.lower(quantity.end) in {",", ":"} and led and quantity.start == quantity.number[0]


def _counted_unit(words: Words, quantity: Quantity, told: Told | None) -> str:
    """The unit of what a noun names: people where it names some, or where harm is told of an unknown noun."""
    if people_of(words, quantity) is not None or quantity.phrase is None:
        return PEOPLE
    noun = words.all[quantity.phrase.head].lower
    if noun == "strong":
        return PEOPLE
    known = noun in figure_words("thing") or noun in figure_words("animal")
    if told is None or known:
        return singular(noun)
    itself = told.side == "inside" and told.end > quantity.phrase.head
    acts = singular(noun).endswith(_AGENTS)
    return PEOPLE if itself or acts or told.harm in _ONLY_PEOPLE else singular(noun)


def _lent(words: Words, found: Sequence[Quantity], index: int, before: Sequence[str]) -> str | None:
    """The unit of the nearest figure before that names what it counts, in this sentence or right before it."""
    first, _ = words.sentence(found[index].start)
    if first > 0 and words.lower(found[index].end) == "of":
        first, _ = words.sentence(first - 1)
    for at in range(index - 1, max(-1, index - 6), -1):
        if found[at].start < first:
            return None
        if found[at].phrase is not None and before[at] and found[at].unit is None:
            return before[at]
    return None


def _numbered(words: Words, quantity: Quantity, first: int) -> str | None:
    """What a number that is said of a noun counts: `the number of refugees rose to 300`, `attacks numbered 20`."""
    for at in range(quantity.start - 1, max(first, quantity.start - _NUMBER_REACH) - 1, -1):
        lower = words.all[at].lower
        of_what = lower == "of" and words.lower(at - 1) in _NUMBERS
        if of_what or lower in {"numbered", "totalled", "totaled"}:
            reach = range(at + 1, min(at + 5, quantity.start)) if of_what else range(at - 1, max(first, at - 7) - 1, -1)
            noun = next((i for i in reach if words.all[i].kind == "word" and is_plural(words, i)), None)
            if noun is not None:
                return PEOPLE if kin(words, noun) else singular(words.all[noun].lower)
    return None
