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
        if start < done or not (word in words or (word.isdigit() and _dated(text, start, end, word))):
            continue
        for first in _starts(text, tokens, at, leads, done):
            found = every.match(text, first)
            if found and found.end() > start and found.lastgroup:
                mention = _mention(text, found.lastgroup, found.start(), found.end())
                if mention:
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


def _mention(text: str, kind: str, start: int, end: int) -> Mention | None:
    found = pattern(kind).fullmatch(text, start, end)
    if found is None:
        return None
    lead = _THE.match(text, start, end)
    return Mention(kind, lead.end() if lead else start, end, found.groupdict())


_THE = re.compile(r"the\s+(?:years?\s+)?", re.IGNORECASE)


def _dated(text: str, start: int, end: int, word: str) -> bool:
    """Whether digits may be a year, a decade or a time of day, or begin a date in numbers."""
    after = text[end : end + 2]
    if len(word) == _YEAR_DIGITS and word[0] in "12":
        return True
    return (after[:1] in {":", "/", "."} and after[1:].isdigit()) or (
        word[-1] == "0" and after in {"s", "s ", "'s", "’s"}
    )


@cache
def _triggers() -> frozenset[str]:
    """Words of which every expression has one, or a year in digits."""
    kinds_of = ("month", "weekday", "season", "unit", "units", "clock", "day", "set", "decade", "part")
    words = {word.split("-")[-1] for kind in kinds_of for word in calendar(kind)}
    words |= {word + "s" for word in calendar("weekday")}
    for name in ("present_ref", "past_ref", "future_ref", "period"):
        words |= {_TOKEN.findall(phrase)[-1] for phrase in date_words(name)}
    words |= {w for name in holidays() for w in _TOKEN.findall(name)} - {
        "s",
        "of",
        "all",
        "d",
        "v",
        "e",
        "j",
        "st",
        "new",
    }
    return frozenset(
        w.lower() for w in words | {"centuries", "century", "clock", "am", "pm", "m", "bc", "bce", "c", "hours", "gmt"}
    )


@cache
def _leads() -> frozenset[str]:
    """Words that may stand in an expression before its word of the calendar."""
    lists = (
        "modifier",
        "amount",
        "between",
        "past",
        "following",
        "future",
        "same",
        "this",
        "lead",
        "present_ref",
        "future_ref",
        "past_ref",
        "period",
    )
    words = {w.lower() for name in lists for phrase in date_words(name) for w in _TOKEN.findall(phrase)}
    words |= {
        w
        for kind in ("month", "weekday", "season", "ordinal", "unit", "units", "part")
        for w in re.split("-", " ".join(calendar(kind)))
    }
    words |= {
        w
        for kind in ("month", "weekday", "season", "ordinal", "unit", "units", "part")
        for phrase in calendar(kind)
        for w in _TOKEN.findall(phrase)
    }
    words |= {w for name in holidays() for w in _TOKEN.findall(name)}
    return frozenset(
        words | set(numbers()) | {"th", "nd", "rd", "few", "various", "numerous", "some", "first", "countless"}
    )
