"""How sure a figure is: the chance that a careful reader would mark it too, by how it is built."""

from __future__ import annotations

from typing import Literal

from accordingto.count.harm_phrases import Told
from accordingto.count.quantity import Quantity

Build = Literal["harm and noun", "harm", "people", "noun", "measure", "none", "bare"]

# Right of all, on the gold reports and the tuned passages (`quality/figures.py`), and on 52 news reports and MUC-4
# texts that were read for it; one of each outcome is added, so that no chance is a certainty.
_SEEN: dict[Build, tuple[int, int]] = {
    "harm and noun": (184, 186),
    "harm": (58, 60),
    "people": (71, 72),
    "noun": (150, 156),
    "measure": (54, 58),
    "none": (7, 9),
    "bare": (22, 33),
}


def confidence(quantity: Quantity, unit: str, told: Told | None) -> float:
    """The chance that a careful reader would mark the figure, from 0 to 1."""
    right, seen = _SEEN[build_of(quantity, unit, told)]
    return round((right + 1) / (seen + 2), 2)


def build_of(quantity: Quantity, unit: str, told: Told | None) -> Build:
    """How a figure is built: what stands at the number and makes it one."""
    if quantity.kind == "zero":
        return "none"
    if told is not None:
        return "harm and noun" if quantity.phrase else "harm"
    if quantity.unit is not None:
        return "measure"
    if quantity.phrase is not None:
        return "people" if unit == "people" else "noun"
    return "bare"
