"""Numbers in sums and in messages."""

from __future__ import annotations

from collections.abc import Iterable


def total(values: Iterable[float | None]) -> float:
    """The sum of values that are all known; raises ValueError for one that is not."""
    known = list(values)
    if None in known:
        raise ValueError("a value that is not known has no place in a sum")
    return sum(v for v in known if v is not None)


def number(value: float) -> str:
    """A number with its thousands set off, without decimals that are zero."""
    return f"{value:,.10g}" if value != int(value) else f"{int(value):,}"


def per_cent(value: float) -> str:
    """A percentage to one decimal at most."""
    return f"{value:.1f}".removesuffix(".0")
