"""Integers written out in English words, as the tests need them."""

from __future__ import annotations

_SMALL = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = (("trillion", 10**12), ("billion", 10**9), ("million", 10**6), ("thousand", 1000))


def _below_thousand(number: int, joint: str) -> str:
    parts = []
    if number >= 100:
        parts.append(f"{_SMALL[number // 100]} hundred")
    rest = number % 100
    if rest >= 20:
        parts.append(_TENS[rest // 10] + (f"-{_SMALL[rest % 10]}" if rest % 10 else ""))
    elif rest:
        parts.append(_SMALL[rest])
    return joint.join(parts)


def written(number: int, *, joint: str = " and ", comma: str = ", ") -> str:
    """`number` in English words; `joint` stands behind the hundreds, `comma` behind each scale word."""
    if number == 0:
        return "zero"
    parts = []
    for name, value in _SCALES:
        if number >= value:
            parts.append(f"{_below_thousand(number // value, joint)} {name}")
            number %= value
    if number:
        last = _below_thousand(number, joint)
        if parts and number < 100 and "and" in joint:
            return f"{comma.join(parts)} and {last}"
        parts.append(last)
    return comma.join(parts)
