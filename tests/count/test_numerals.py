"""Numerals read back as what they were written from."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accordingto.count.numerals import dotted, numeral
from accordingto.count.words import words
from tests.count.written import written


def value_of(text: str) -> float | None:
    found = words(text)
    number = numeral(found, 0, dots=dotted(found))
    return number.value if number and number.end == len(found.all) else None


@given(st.integers(0, 10**12), st.sampled_from([" and ", " "]), st.sampled_from([", ", " "]))
def test_any_integer_in_words_reads_back(number: int, joint: str, comma: str) -> None:
    """Any integer written out in English words is read as itself."""
    assert value_of(written(number, joint=joint, comma=comma)) == number


@given(st.integers(0, 10**12), st.sampled_from([",", " ", "\u00a0", "\u202f"]))
def test_any_grouping_reads_back(number: int, group: str) -> None:
    """Digits in groups of three, parted in any of the usual ways, are one number."""
    assert value_of(f"{number:,}".replace(",", group)) == number


@given(st.integers(1, 999), st.integers(0, 9), st.sampled_from(["thousand", "million", "billion"]))
def test_any_decimal_before_a_scale_reads_back(whole: int, tenths: int, scale: str) -> None:
    """`1.2 million` is one number."""
    worth = {"thousand": 10**3, "million": 10**6, "billion": 10**9}[scale]
    assert value_of(f"{whole}.{tenths} {scale}") == (whole * 10 + tenths) * worth / 10


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a dozen", 12),
        ("half a dozen", 6),
        ("two dozen", 24),
        ("two and a half million", 2_500_000),
        ("a million and a half", 1_500_000),
        ("half a million", 500_000),
        ("24K", 24_000),
        ("3bn", 3_000_000_000),
        ("a thousand", 1000),
        ("twelve hundred", 1200),
        ("a hundred and one", 101),
        ("tens of thousands", 20_000),
        ("hundreds of thousands", 200_000),
        ("hundreds upon hundreds", 200),
        ("several hundred", 300),
        ("a couple", 2),
        ("a couple of hundred", 200),
        ("2½", 2.5),
        ("2, 000", 2000),
    ],
)
def test_numerals(text: str, value: float) -> None:
    """Dozens, halves, scales by letter, vague words and fractions have the value that they stand for."""
    assert value_of(text) == value


def test_dots_group_digits_only_where_the_text_does_so_throughout() -> None:
    """1.250.000 groups by dots, and then 3.400 does; 3.4 elsewhere in the text forbids it."""
    grouped = words("Of 1.250.000 people, 3.400 left.")
    assert dotted(grouped)
    number = numeral(grouped, 1, dots=True)
    assert number is not None
    assert number.value == 1_250_000
    assert not dotted(words("Of 1.250 people, 3.4 million left."))


def test_an_and_can_part_two_numbers() -> None:
    """Behind "between", the "and" belongs to the range."""
    found = words("between two hundred and five hundred")
    assert [n.value for n in (numeral(found, 1), numeral(found, 4)) if n] == [200, 500]


@pytest.mark.parametrize("text", ["9" * 400, "1." * 200, "hundreds of " * 300, "million " * 50])
def test_numbers_beyond_all_counting_are_none(text: str) -> None:
    """What no report could mean is no number, nor an error."""
    found = words(text)
    number = numeral(found, 0)
    assert number is None or number.value <= 10**15
