"""Times of the day."""

from __future__ import annotations

import re

from accordingto.date.scan import Mention
from accordingto.language.en.calendar import calendar

_DIGITS = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?(?::([0-5]\d))?")
_LATE = frozenset({"afternoon", "evening", "night"})


def of(mention: Mention, part: str = "") -> str | None:
    """The time of a clock mention as `05:34:00`; None where there is no such time.

    `part` is the part of the day, where it is told. The time is the local one of where the report speaks of.
    """
    words = mention.part("clock")
    if words in calendar("clock"):
        return calendar("clock")[words]
    found = _DIGITS.match(words)
    if found is None:
        return None
    hour, half = int(found[1]), re.sub(r"[^a-z]", "", words[found.end() :])
    if half.startswith(("am", "pm")):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * half.startswith("pm")
    elif part in _LATE and hour < 12:
        hour += 12
    return f"{hour:02}:{found[2] or '00'}:{found[3] or '00'}" if hour < 24 else None
