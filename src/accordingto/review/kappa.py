"""Labels of two people for the same items -> how far they agree beyond chance.

Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological Measurement 20, 37-46.
The error of it: Fleiss, J. L., Cohen, J., Everitt, B. S. (1969): Large sample standard errors of kappa and weighted
kappa. Psychological Bulletin 72, 323-327.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable
from statistics import NormalDist

from accordingto.records.base import Record

LEVEL = 0.95
"""The part of all samples whose interval holds the true value, for large samples."""


class Kappa(Record, frozen=True, kw_only=True):
    """How far two people agree on `shared` items, of which they gave `agreed` the same label.

    `observed` is the share of these, `expected` the share that chance alone would give. `kappa` is 1 where they always
    agree, 0 where as by chance, and below 0 where less; it is None without an item, and where both gave one and the
    same label throughout, since nothing but agreement could be expected then. `low` and `high` bound it at 95 % for
    large samples; they are None where it is, and where the formula gives no error, as for a kappa of 1.
    """

    shared: int
    agreed: int
    observed: float | None = None
    expected: float | None = None
    kappa: float | None = None
    low: float | None = None
    high: float | None = None


def kappa(labels: Iterable[tuple[str, str]]) -> Kappa:
    """Cohen's kappa of the labels that a first and a second person gave to each item, with its interval.

    >>> kappa([("accept", "accept"), ("reject", "reject"), ("accept", "reject"), ("reject", "reject")]).kappa
    0.5
    """
    table = Counter(labels)
    number = table.total()
    agreed = sum(count for (first, second), count in table.items() if first == second)
    if not number:
        return Kappa(shared=0, agreed=0)
    rows, columns = Counter[str](), Counter[str]()
    for (first, second), count in table.items():
        rows[first] += count
        columns[second] += count
    # In whole numbers, so that an expectation of 1 is told from one that is nearly 1.
    chance = sum(rows[label] * columns[label] for label in rows)
    observed, expected = agreed / number, chance / number**2
    if chance == number**2:
        return Kappa(shared=number, agreed=agreed, observed=observed, expected=1.0)
    value = (agreed * number - chance) / (number**2 - chance)
    error = _error(table, rows, columns, value, expected)
    reach = NormalDist().inv_cdf((1 + LEVEL) / 2) * error
    return Kappa(
        shared=number,
        agreed=agreed,
        observed=observed,
        expected=expected,
        kappa=value,
        low=max(-1.0, value - reach) if error else None,
        high=min(1.0, value + reach) if error else None,
    )


def _error(
    table: Counter[tuple[str, str]], rows: Counter[str], columns: Counter[str], value: float, expected: float
) -> float:
    """The large-sample standard error of kappa (Fleiss, Cohen and Everitt 1969, formula 13)."""
    number = table.total()
    rest = 1 - value
    spread = 0.0
    for (first, second), count in table.items():
        if first == second:
            weight = 1 - (rows[first] + columns[first]) / number * rest
        else:
            weight = (columns[first] + rows[second]) / number * rest
        spread += count / number * weight**2
    variance = (spread - (value - expected * rest) ** 2) / (number * (1 - expected) ** 2)
    # What is left of subtracting equal numbers is no error.
    return math.sqrt(variance) if variance > 1e-12 else 0.0
