"""How sure a figure is: the chance that a careful reader would mark it too, by how it is built."""

from __future__ import annotations

from accordingto.count.harm_phrases import Told
from accordingto.count.quantity import Quantity


def confidence(quantity: Quantity, unit: str, told: Told | None) -> float:
    """The chance that a careful reader would mark the figure, from 0 to 1."""
    return 0.9 if told or unit or quantity else 0.5
