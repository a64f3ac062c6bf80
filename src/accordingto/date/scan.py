"""A text -> the expressions of the calendar in it, before anything is known of what they mean.

The words are looked up one by one; patterns are tried only where a word of the calendar stands, from the first word to
its left that can belong to an expression. So the work grows with the text's length and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from accordingto.date.patterns import master, pattern
from accordingto.language.en.calendar import calendar, date_words, holidays
from accordingto.language.en.quantities import numbers

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_REACH = 9  # words to the left of a word of the calendar at which an expression may begin
_GAP = re.compile(r"[\s\-–—‑,./:'’(]{0,3}")
_THE = re.compile(r"the\s+(?:years?\s+)?", re.IGNORECASE)
_YEAR_DIGITS = 4


@dataclass(frozen=True, slots=True)
class Mention:
    """One expression: its kind, its bounds, and the parts that its kind's pattern names."""

    kind: str
    start: int
    end: int
    parts: dict[str, str | None]

    def part(self, name: str) -> str:
        """The words of a part in lower case with single spaces, empty where it is missing."""
        return " ".join((self.parts.get(name) or "").lower().replace("’", "'").split())


def mentions(text: str) -> Iterator[Mention]:
    """The expressions of `text` in order, none over another."""
    tokens = [(m.start(), m.end(), m.group().lower()) for m in _TOKEN.finditer(text)]
    words, leads, done = _triggers(), _leads(), 0
    every = master()
    for at, (start, end, word) in enumerate(tokens):
        if start < done or not (word in words or (word.isdigit() and _dated(text, end, word))):
            continue
        for first in _starts(text, tokens, at, leads, done):
            found = every.match(text, first)
            if found is not None and found.end() > start:
                mention = _mention(text, found)
                yield mention
                done = mention.end
                break


def _starts(text: str, tokens: list[tuple[int, int, str]], at: int, leads: frozenset[str], done: int) -> list[int]:
    """The offsets, left to right, at which an expression with word `at` may begin."""
    first = at
    while first > 0 and at - first < _REACH:
        start, end, word = tokens[first - 1]
        if start < done or not (word in leads or word.isdigit()) or not _GAP.fullmatch(text, end, tokens[first][0]):
            break
        first -= 1
    return [tokens[i][0] - (tokens[i][0] > done and text[tokens[i][0] - 1] in "'’") for i in range(first, at + 1)]


def _mention(text: str, found: re.Match[str]) -> Mention:
    """The expression of a match of the master pattern; an article at its head is left out."""
    kind, start, end = str(found.lastgroup), *found.span()
    parts = pattern(kind).fullmatch(text, start, end)
    the = _THE.match(text, start, end)
    return Mention(kind, the.end() if the else start, end, parts.groupdict() if parts else {})


def _dated(text: str, end: int, digits: str) -> bool:
    """Whether digits that end at `end` may be a year, a decade or a time of day, or begin a date in numbers."""
    after = text[end : end + 2]
    if len(digits) == _YEAR_DIGITS and digits[0] in "12":
        return True
    if after[:1] in {":", "/", "."}:
        return after[1:].isdigit()
    return digits[-1] == "0" and after.lstrip("'’")[:1] == "s"


@cache
def _triggers() -> frozenset[str]:
    """Words of which every expression has one, unless it has a year in digits."""
    kinds = ("clock", "day", "decade", "month", "part", "season", "set", "unit", "units", "weekday")
    words = {_words(word)[-1] for kind in kinds for word in calendar(kind)}
    words |= {f"{day}s" for day in calendar("weekday")}
    phrases = [phrase for name in ("future_ref", "past_ref", "period", "present_ref") for phrase in date_words(name)]
    words |= {_words(phrase)[-1] for phrase in phrases}
    words |= {word for name in holidays() for word in _words(name)} - set(date_words("lead"))
    return frozenset(words | set(date_words("mark")))


@cache
def _leads() -> frozenset[str]:
    """Words that may stand in an expression before its word of the calendar."""
    kinds = ("month", "ordinal", "part", "season", "unit", "units", "weekday")
    names = ("amount", "between", "following", "future", "future_ref", "lead", "modifier")
    more = ("past", "past_ref", "period", "present_ref", "same", "this")
    phrases = [word for kind in kinds for word in calendar(kind)]
    phrases += [phrase for name in (*names, *more) for phrase in date_words(name)]
    return frozenset(word for phrase in (*phrases, *holidays(), *numbers()) for word in _words(phrase))


def _words(phrase: str) -> list[str]:
    return _TOKEN.findall(phrase.lower())
