"""English word lists for dates.

| file | what a line holds |
|---|---|
| `calendar.tsv` | a word of the calendar, its kind, and its value: a month's or weekday's number, EDTF's number of a season, the letters of a unit in an ISO 8601 duration, days from today, the clock time, what a word for repetition is worth |
| `holidays.tsv` | a holiday with a fixed date, and its date: month and day, or one day in history |
| `date_patterns.tsv` | parts of regular expressions (in capitals), and the kinds of expressions made of them, in the order of trial |
| `date_surroundings.tsv` | regular expressions for what stands right before or after an expression, with a name for what that tells |
| `date_words.tsv` | a class of phrases that the rules for dates look at, and a phrase of it |
"""  # noqa: E501  a row of a table is one line

from __future__ import annotations

import re
from functools import cache
from importlib import resources
from types import MappingProxyType
from typing import Literal


@cache
def calendar(kind: str) -> MappingProxyType[str, str]:
    """The words of one kind with their values; raises KeyError for a kind that there is not."""
    found = {word: value for word, of, value in _rows("calendar.tsv") if of == kind}
    if not found:
        raise KeyError(f"calendar.tsv has no kind {kind!r}")
    return MappingProxyType(found)


@cache
def numbers_of(kind: str) -> MappingProxyType[str, int]:
    """The words of one kind whose values are whole numbers."""
    return MappingProxyType({word: int(value) for word, value in calendar(kind).items()})


@cache
def holidays() -> MappingProxyType[str, str]:
    """Holidays with their dates: `12-25`, or `1944-06-06` for one day in history."""
    return MappingProxyType(dict(_rows("holidays.tsv")))


@cache
def date_words(name: str) -> tuple[str, ...]:
    """The phrases of one class; raises KeyError for a class that there is not."""
    found = tuple(words for of, words in _rows("date_words.tsv") if of == name)
    if not found:
        raise KeyError(f"date_words.tsv has no class {name!r}")
    return found


@cache
def date_patterns() -> MappingProxyType[str, str]:
    """Regular expressions by name; `{NAME}` in one stands for a part or a word list."""
    return MappingProxyType(dict(_rows("date_patterns.tsv")))


@cache
def surroundings(side: Literal["before", "after"]) -> MappingProxyType[str, re.Pattern[str]]:
    """Patterns for what stands right before (to its end) or after (from its start) an expression, by name."""
    return MappingProxyType({name: re.compile(form) for of, name, form in _rows("date_surroundings.tsv") if of == side})


def _rows(name: str) -> list[list[str]]:
    text = resources.files("accordingto.language.en").joinpath(name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()[1:]]
