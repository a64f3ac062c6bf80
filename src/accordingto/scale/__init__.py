"""Plan -> Total

Archives of reports, read by many processes on one machine or by a cluster of Ray: the input is planned as partitions,
each is read and written whole or not at all, and what was finished is not done again.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from accordingto.scale.planning import Plan, Terms, plan, planned
    from accordingto.scale.running import How, Into, Total, run
    from accordingto.scale.store import Store

__all__ = ["How", "Into", "Plan", "Store", "Terms", "Total", "plan", "planned", "run"]

# Imported when asked for: a worker needs neither the engines nor the casebook.
_HOMES = {
    "How": "running",
    "Into": "running",
    "Plan": "planning",
    "Store": "store",
    "Terms": "planning",
    "Total": "running",
    "plan": "planning",
    "planned": "planning",
    "run": "running",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401  a module's attributes have no common type
    """What the package gives under that name; raises AttributeError for any other."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
