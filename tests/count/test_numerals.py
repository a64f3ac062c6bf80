"""Numerals read back as what they were written from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.count.numerals import dotted, numeral
from accordingto.count.words import words

_SMALL = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
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


def _value(text: str) -> float | None:
    found = words(text)
    number = numeral(found, 0, dots=dotted(found))
    return number.value if number and number.end == len(found.all) else None


@given(st.integers(0, 10**12), st.sampled_from([" and ", " "]), st.sampled_from([", ", " "]))
def test_any_integer_in_words_reads_back(number: int, joint: str, comma: str) -> None:
    assert _value(written(number, joint=joint, comma=comma)) == number


@given(st.integers(0, 10**12), st.sampled_from([",", " ", "\u00a0", "\u202f"]))
def test_any_grouping_reads_back(number: int, group: str) -> None:
    assert _value(f"{number:,}".replace(",", group)) == number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("half a million", 500_000),
        ("1.2 million", 1_200_000),
        ("24K", 24_000),
        ("3bn", 3_000_000_000),
        ("a thousand", 1000),
        ("twelve hundred", 1200),
        ("a hundred and one", 101),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("several hundred", 300),
        ("a couple", 2),
        ("a couple of hundred", 200),
    ],
)
def test_numerals(text: str, value: float) -> None:
    assert _value(text) == value


def test_dots_group_digits_only_where_the_text_does_so_throughout() -> None:
    grouped = words("Of 1.250.000 people, 3.400 left.")
    assert dotted(grouped)
    assert numeral(grouped, 1, dots=True).value == 1_250_000  # type: ignore[union-attr]
    assert not dotted(words("Of 1.250 people, 3.4 million left."))


def test_an_and_can_part_two_numbers() -> None:
    found = words("between two hundred and five hundred")
    assert [n.value for n in (numeral(found, 1), numeral(found, 4)) if n] == [200, 500]
