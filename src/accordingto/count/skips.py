"""Numbers that are no figures: ages, ordinals, times, names with numbers, articles of law, scores, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from accordingto.count.numerals import Numeral
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words

_OLDEST = 115
_YEARS = range(1400, 2101)
_LATE_YEARS = range(1900, 2101)
_NOT_FIGURES = re.compile(
    r"""(?:https?://|www\.)\S+                                    # addresses of pages
    | \S+@\S+\.\w+                                                # and of mail
    | \+?\(?\d{2,4}\)?[-.\u0020]\d{3,4}[-.\u0020]\d{4}\b          # phone numbers
    | \+\d[\d\u0020-]{7,}
    | \b\d{1,2}[:.]\u0020?\d{2}(?::\d{2})?\u0020*(?:[ap]\.?m\b\.?|hrs|hours|GMT|BST|CST|EST|EDT|PST|PDT|CDT|UTC|local)
    | \b\d{1,2}:\u0020?\d{2}\b(?!\d)                              # 12:30
    | \b\d{3,4}\u0020(?:GMT|UTC|local|hours|LOCAL|HOURS)\b
    | \b\d{1,2}\u0020?[ap]\.?m\b\.?
    | \[\d+\]                                                     # marks of notes
    | \b\d+(?:/\d+)+\b                                            # 9/11
    | \b(?!(?:rs|usd|eur|gbp|us)\d)[A-Za-z]+\d[\w-]* | \b[A-Za-z]+-\d[\w-]*                  # B52, MiG-29
    | \b\d+[A-Z]\b(?<![KM]) | \b\d+[a-z]{1,2}-\w+
    | \#\s?\d+
    | \b\d+(?:\.\d+){2,}\b(?!\d)                                  # versions
    | \b\d+(?:\.\u0020?\d+)?[-\u0020]magnitude\b | \bmagnitude[-\u0020](?:of\u0020)?\d+(?:\.\u0020?\d+)?
    | ©\s*\d+ | \b(?:c|C)opyright\s+\d+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+")


class Skips:
    """Where in a text numbers are no figures, whatever is around them: date expressions and what is no number at all."""

    def __init__(self, text: str, dates: Iterable[tuple[int, int]]) -> None:
        """`dates` are the offsets of the date expressions."""
        plain = (m.span() for m in _NOT_FIGURES.finditer(text) if not _GROUPED.fullmatch(m.group()))
        spans = sorted([*dates, *plain])
        self._starts = [start for start, _ in spans]
        self._reach: list[int] = []
        for _, end in spans:
            self._reach.append(max(end, self._reach[-1] if self._reach else 0))

    def holds(self, start: int, end: int) -> bool:
        """Whether the characters from `start` to `end` touch such a place."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._reach[at] > start


def is_time(words: Words, end: int, stop: int) -> bool:
    """Whether a unit of time follows at word `end`: then the number is an age, a duration or a time."""
    times = figure_words("time")
    at = end
    if at < stop and words.all[at].text in "-‑–":
        at += 1
    for _ in range(3):
        if at >= stop or words.all[at].kind != "word":
            return False
        word = words.all[at].lower
        if word in times or word.split("-", 1)[0] in times:
            return True
        if word not in {
            "more",
            "consecutive",
            "straight",
            "full",
            "long",
            "business",
            "working",
            "whole",
            "and",
            "a",
            "half",
        }:
            return False
        at += 1
    return False


def is_age(words: Words, start: int, found: Numeral) -> bool:
    """Whether the number is how old somebody is: `aged 24`, `Smith, 43,`, `He was 75.`"""
    if not 0 < found.value <= _OLDEST or start == 0:
        return False
    before = [words.all[i].lower for i in range(max(0, start - 3), start)]
    after = words.all[found.end].lower if found.end < len(words.all) else "."
    if before[-1] in {"aged", "age", "ages", "turned", "turning"} or before[-2:] in (
        ["age", "of"],
        ["young", "as"],
        ["old", "as"],
    ):
        return True
    if before[-1] == "also" and after in {".", ","} and found.value > 9:  # noqa: PLR2004
        return True
    digits = words.all[start].kind == "digits"
    if (
        len(before) > 1
        and digits
        and before[-1] in {",", "("}
        and after in {",", ".", ")", ";", ":", "of", "from", "who"}
    ):
        name = words.all[start - 2]
        return name.kind == "word" and name.text[0].isupper()
    if len(before) > 1 and before[-1] in {"was", "is"} and after in {".", ",", "when", "and", ";"}:
        return before[-2] in {"he", "she", "who"}
    return False


def is_name(words: Words, start: int, found: Numeral, *, counted: bool, first: int, shouted: bool) -> bool:
    """Whether the number belongs to a name: `Task Force 50`, `Article 5`, `posts 542`. `counted`: a noun follows."""
    if start <= first:
        return False
    at = start - 1
    while at > first and words.all[at].text in {".", "-", "#"}:
        at -= 1
    before = words.all[at]
    if before.kind != "word":
        return False
    capital = before.text[0].isupper() and not shouted
    if before.lower in figure_words("designator") and (capital or not counted):
        return before.lower not in {"no", "since", "until", "day", "year", "week", "group", "area"} or not counted
    return words.all[start].kind == "digits" and capital and not counted and at > first and at == start - 1


def is_year(words: Words, start: int, found: Numeral, *, people: bool) -> bool:
    """Whether four digits look like a year that no date expression holds."""
    word = words.all[start]
    if word.kind != "digits" or not word.text.isdigit() or len(word.text) != 4 or found.end != start + 1:  # noqa: PLR2004
        return False
    return int(word.text) in _YEARS and not (people and (int(word.text) not in _LATE_YEARS or not _led(words, start)))


def _led(words: Words, start: int) -> bool:
    led = {"in", "since", "the", "of", "by", "from", "until", "during", "early", "late", "mid", "and", "to"}
    return start > 0 and (words.all[start - 1].lower in led or words.all[start - 1].lower in figure_words("month"))


def is_item(words: Words, start: int, found: Numeral, first: int) -> bool:
    """Whether the number only counts off a list: `1.` at the head of a line, `(2)`."""
    after = words.all[found.end].text if found.end < len(words.all) else ""
    if words.all[start].kind != "digits" or found.end != start + 1:
        return False
    if start == first and after in {".", ")"}:
        return True
    return start > 0 and words.all[start - 1].text in {"(", "["} and after in {")", "]"}
