"""Which figure is a part or a share of which: `including five children`, `a third of the 600 wounded`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from accordingto.count.quantity import Quantity
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words

_REACH = 16
_OF_WHOM = frozenset((of, whom) for of in ("of", "among") for whom in ("whom", "which", "them", "those", "these"))


def parts(words: Words, found: Sequence[Quantity]) -> list[int | None]:
    """For each quantity the index of the one that it is a part or a share of, None where it is of none."""
    out: list[int | None] = []
    for index, quantity in enumerate(found):
        whole = _base(words, found, index)
        if whole is None and index and out[index - 1] != index:
            before = out[index - 1]
            if _is_part(words, found[index - 1], quantity):
                whole = index - 1
            elif before is not None and before < index and _goes_on(words, found[index - 1], quantity):
                whole = before
        out.append(whole)
    return out


def _is_part(words: Words, one: Quantity, other: Quantity) -> bool:
    """Whether the words between two figures of a sentence, or behind them, make the second a part of the first."""
    first, _ = words.sentence(other.start)
    if one.start < first or other.start - one.last > _REACH:
        return False
    between = [words.lower(i) for i in range(one.last, other.start)]
    if "including" in between or "among" in between:
        return True
    behind = (words.lower(other.end), words.lower(other.end + 1))
    return behind in _OF_WHOM or any(pair in _OF_WHOM for pair in pairwise(between))


def _base(words: Words, found: Sequence[Quantity], index: int) -> int | None:
    """The quantity behind an "of": `30 of the 80 wounded`."""
    at = found[index].end
    if index + 1 == len(found) or words.lower(at) != "of":
        return None
    at += 1
    while at < found[index + 1].start and (words.lower(at) in figure_words("determiner") or _owns(words, at)):
        at += 1
    return index + 1 if at == found[index + 1].start else None


def _owns(words: Words, at: int) -> bool:
    return words.lower(at).endswith("'s")


def _goes_on(words: Words, one: Quantity, other: Quantity) -> bool:
    """Whether two figures stand in one list: `including five children and two women`."""
    between = [words.lower(i) for i in range(one.last, other.start)]
    joins = figure_words("join")
    return bool(between) and len(between) <= _REACH and all(word in joins for word in between)
