"""Whether a number or an article with a unit of time is a duration: `for a day`, not `a day to remember`; no ages."""

from __future__ import annotations

from accordingto.date.context import Context
from accordingto.date.scan import Mention

_ARTICLES = frozenset({"a", "an"})
_SECONDS = frozenset({"sec", "second"})  # mostly the ordinal
_SHORT = frozenset({"min", "minute", *_SECONDS})
_BELOW_A_WEEK = frozenset({"day", "hour", "night", *_SHORT})
_NEVER_BARE = frozenset({"mins", "nights", "seconds", "secs", "weekends"})


def length_of(mention: Mention, context: Context) -> bool:
    """`two weeks`, `almost a year`; an article alone needs words before it that measure time."""
    if mention.part("old") or mention.part("unit") in _SECONDS:
        return False
    number = mention.part("num")
    if number in _ARTICLES:
        approximate = not context.text[mention.start : mention.end].lower().startswith(("a ", "an "))
        return context.led(mention, "lasting") or (approximate and mention.part("unit") not in {"hour", "minute"})
    if number == "one" and mention.part("unit") in _BELOW_A_WEEK:
        return context.led(mention, "lasting") and not context.led(mention, "of")
    return True


def number_and_unit(mention: Mention, context: Context) -> bool:
    """`11-year`, `nine day long`; `19-year-old` is an age."""
    return mention.part("long") != "old" and not context.followed(mention, "age") and length_of(mention, context)


def lasting(mention: Mention, context: Context) -> bool:
    """`for weeks`, `decades before`."""
    if mention.part("unit") in _NEVER_BARE:
        return False
    return context.led(mention, "lasting") or context.followed(mention, "lasting") is not None


def rate(mention: Mention, context: Context) -> bool:
    """`per day`, `30 a day`: of interest in a history; in news a part of the figure."""
    if mention.part("per") == "per" or context.led(mention, "rate"):
        return context.history and mention.part("unit") not in _SHORT
    return context.led(mention, "lasting") and mention.part("unit") not in _SHORT


def nth(mention: Mention, context: Context) -> bool:
    """`the first year of the war`; in a history without `of` too."""
    return mention.part("unit") not in _BELOW_A_WEEK and (bool(mention.part("of")) or context.history)
