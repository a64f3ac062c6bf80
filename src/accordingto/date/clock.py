"""Times of the day."""

from __future__ import annotations

import re

from accordingto.date.scan import Mention
from accordingto.language.en.calendar import calendar

_DIGITS = re.compile(r"(\d{1,2})(?:[:.]?([0-5]\d))?(?::([0-5]\d))?")


def of(mention: Mention) -> str | None:
    """The time of a clock mention as `05:34:00`; None where there is no such time.

    Where the report says no more, it is the local one of the place.
    """
    words = mention.part("clock")
    if words in calendar("clock"):
        return calendar("clock")[words]
    found = _DIGITS.match(words)
    if found is None:
        return None
    hour, half = int(found[1]), re.sub(r"[^a-z]", "", words[found.end() :])
    if half.startswith(("am", "pm")):
        if not 1 <= hour <= 12:  # noqa: PLR2004
            return None
        hour = hour % 12 + 12 * half.startswith("pm")
    return f"{hour:02}:{found[2] or '00'}:{found[3] or '00'}" if hour < 24 else None  # noqa: PLR2004
