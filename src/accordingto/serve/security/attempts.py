"""How often somebody may fail to log in.

Counted are the failures for a name from one place, for a name from anywhere, and from one place for any name. The first
stops a guesser soon without locking out the one whose name it is; the others stop many places, or many names. NIST SP
800-63B (5.2.2) allows a hundred failures for an account in all.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections import OrderedDict
from collections.abc import Callable

WINDOW = 15 * 60.0
"""So many seconds a failure counts."""
LIMITS = {"name and place": 5, "name": 50, "place": 20}
MOST = 10_000
"""So many names and places are remembered; those that failed longest ago are forgotten first."""


class Attempts:
    """Counts attempts to log in, in bounded memory."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._lock = threading.Lock()
        self._counts: dict[str, OrderedDict[tuple[str, ...], tuple[float, int]]] = {k: OrderedDict() for k in LIMITS}

    def wait(self, name: str, address: str) -> float:
        """Count an attempt, and give the seconds to wait before one is allowed: 0 for this one."""
        now = self._clock()
        with self._lock:
            wait = max(self._left(kind, key, now) for kind, key in _keys(name, address))
            if wait == 0:
                for kind, key in _keys(name, address):
                    self._count(kind, key, now)
            return wait

    def succeeded(self, name: str, address: str) -> None:
        """Take back what was counted for an attempt that went well, and all of this name from this place."""
        with self._lock:
            for kind, key in _keys(name, address):
                began, count = self._counts[kind].pop(key, (0.0, 0))
                if count > 1 and kind != "name and place":
                    self._counts[kind][key] = (began, count - 1)

    def __len__(self) -> int:
        return sum(len(counts) for counts in self._counts.values())

    def _left(self, kind: str, key: tuple[str, ...], now: float) -> float:
        began, count = self._counts[kind].get(key, (now, 0))
        return max(0.0, began + WINDOW - now) if count >= LIMITS[kind] else 0.0

    def _count(self, kind: str, key: tuple[str, ...], now: float) -> None:
        counts = self._counts[kind]
        began, count = counts.pop(key, (now, 0))
        counts[key] = (now, 1) if now - began > WINDOW else (began, count + 1)
        if len(counts) > MOST:
            counts.popitem(last=False)


def _keys(name: str, address: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    place = _place(address)
    name = name[:64]
    return ("name and place", (name, place)), ("name", (name,)), ("place", (place,))


def _place(address: str) -> str:
    """An address as it is counted: of IPv6 the network of 64 bits, since one person has all of it."""
    try:
        number = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return address[:64]
    if isinstance(number, ipaddress.IPv6Address) and number.ipv4_mapped is None:
        return str(ipaddress.ip_network((number, 64), strict=False))
    return str(number)
