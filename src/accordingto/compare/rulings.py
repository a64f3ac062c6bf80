"""Groups of figures, and what was decided about them -> the groups as decided."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from accordingto.records import Reported, Ruling


def ruled(groups: Iterable[Sequence[int]], figures: Sequence[Reported], rulings: Sequence[Ruling]) -> list[list[int]]:
    """The groups, as places in `figures`, after each ruling in turn: a later one has the last word.

    Figures that are not there any more are passed over. A contest is where most of its figures are.
    """
    found = [list(some) for some in groups]
    if not rulings:
        return found
    place = {figure.id: at for at, figure in enumerate(figures)}
    home = {at: number for number, some in enumerate(found) for at in some}
    for ruling in rulings:
        if ruling.kind == "join":
            _join(ruling, place, home, found)
        else:
            _part(ruling, place, home, found)
    return [sorted(some) for some in found if some]


def _join(ruling: Ruling, place: Mapping[str, int], home: dict[int, int], groups: list[list[int]]) -> None:
    named = (ruling.figures, *ruling.others)
    base = next((number for ids in named if (number := _home(ids, place, home)) is not None), None)
    for ids in ruling.others:
        number = _home(ids, place, home)
        if base is None or number is None or number == base:
            continue
        moved = groups[number] if len(ids) > 1 else [place[one] for one in ids]
        _move(list(moved), base, home, groups)


def _part(ruling: Ruling, place: Mapping[str, int], home: dict[int, int], groups: list[list[int]]) -> None:
    base = _home(ruling.figures, place, home)
    moved = [place[one] for ids in ruling.others for one in ids if one in place]
    leaving = [at for at in dict.fromkeys(moved) if base is None or home[at] == base]
    if not leaving or (base is not None and len(leaving) == len(groups[base])):
        return
    groups.append([])
    _move(leaving, len(groups) - 1, home, groups)


def _move(moved: Iterable[int], to: int, home: dict[int, int], groups: list[list[int]]) -> None:
    for at in moved:
        groups[home[at]].remove(at)
        groups[to].append(at)
        home[at] = to


def _home(ids: Iterable[str], place: Mapping[str, int], home: Mapping[int, int]) -> int | None:
    """The group that has most of these figures, of several the one of the first; None where none is there."""
    found = Counter(home[place[one]] for one in ids if one in place)
    return max(found, key=lambda number: found[number]) if found else None
