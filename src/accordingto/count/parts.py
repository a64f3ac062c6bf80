"""Which figure is a part or a share of which: `including five children`, `a third of the 600 wounded`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from accordingto.count.quantity import Quantity
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words

_REACH = 16
_NEW_CLAUSE = ((",", "and"), (",", "but"), (",", "while"))
_FEW = 4
_OF_THEM = frozenset((of, whom) for of in ("of", "among") for whom in ("them", "those", "these"))
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
            elif before is not None and before < index and lists_on(words, found, index):
                whole = before
            else:
                whole = _taken_up(words, found, index)
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


def _taken_up(words: Words, found: Sequence[Quantity], index: int) -> int | None:
    """The people of the sentence before, where some `of them` are told of: `12 died in the fire. Five of them were`.

    Where that sentence counts several, or fewer, nobody can tell who they are.
    """
    other = found[index]
    if (words.lower(other.end), words.lower(other.end + 1)) not in _OF_THEM:
        return None
    first, _ = words.sentence(other.start)
    if not first or any(q.start >= first for q in found[max(0, index - 1) : index]):
        return None
    begin, _ = words.sentence(first - 1)
    before = [i for i in range(max(0, index - _FEW), index) if begin <= found[i].start < first]
    people = [i for i in before if found[i].unit is None and found[i].kind != "zero"]
    return people[0] if len(people) == 1 and found[people[0]].high >= other.low else None


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


def lists_on(words: Words, found: Sequence[Quantity], index: int) -> bool:
    """Whether quantity `index` goes on the list of the one before it: `five children and two women`.

    Behind `, and` a new clause begins (`including five children, and dozens were hurt`), unless it ends a longer list.
    """
    between = _between(words, found, index)
    joins = figure_words("join")
    if not between or len(between) > _REACH or any(word not in joins for word in between):
        return False
    return between not in _NEW_CLAUSE or (index > 1 and _between(words, found, index - 1) == (",",))


def _between(words: Words, found: Sequence[Quantity], index: int) -> tuple[str, ...]:
    """The words between a quantity and the one before it."""
    begin, end = found[index - 1].last, found[index].start
    return tuple(words.lower(i) for i in range(begin, min(end, begin + _REACH + 1)))
