"""Numbers that are no figures: ages, ordinals, times, names with numbers, articles of law, scores, addresses."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from accordingto.count.numerals import Numeral
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words, people

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
    | (?<![\d.,\u0020\u00a0\u202f\u2009])0\d+\b(?![.,]\d) | (?<=[^\d,.]\u0020)0\d+\b(?![.,]\d) | \b\d{1,2}-0\d\b   # 0600, 06-17
    | \b\d+-\d+-\w+                                              # 1-800-273-TALK
    | \b\d{2,4}['’]s\b                                           # the 90’s
    | \b\d+\u0020(?:hundred\u0020)?block\u0020of\b
    | \b(?:911|999|112|411)\u0020(?:call|caller|report|dispatch|operator|tape|system|center|centre|emergency)\w*
    | <[^<>\n]{0,200}>
    | (?<![\d\w])-\d+\.\d{3,}                                     # degrees of latitude
    | ©\s*\d+ | \b(?:c|C)opyright\s+\d+
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEFORE_STREETS = frozenset("st nd rd th southwest southeast northwest northeast".split())
_AROUND_NAMES = frozenset(".\"”’'),")
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
    if before[-1] in {"sweet", "i'm", "he's", "she's", "who's"} and (found.words or after in {".", ",", "and"}):
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
        at = start - 2
        while at > 0 and words.all[at].text in _AROUND_NAMES:
            at -= 1
        name = words.all[at]
        return name.kind == "word" and (
            name.text[0].isupper() or (name.lower in people() and not name.lower.endswith("men"))
        )
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
    if words.all[start].kind == "word":
        title = all(w.text[0].isupper() for w in words.all[first : start + 2] if w.kind == "word" and len(w.text) > 3)  # noqa: PLR2004
        return words.all[start].text == "One" and capital and at == start - 1 and not title
    return capital and not counted and at > first and at == start - 1


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


def is_day(words: Words, start: int, end: int) -> bool:
    """Whether a month's name stands beside the digits (`8 October`, `Jan 5`), or a day of the week before them."""
    months = figure_words("month")
    if words.all[start].kind != "digits":
        return False
    before = words.all[start - 1] if start else None
    if before and before.text == "." and start > 1:
        before = words.all[start - 2]
    after = words.all[end] if end < len(words.all) else None
    return any(word is not None and word.lower in months and word.text[0].isupper() for word in (before, after))


def is_share(words: Words, start: int, end: int, stop: int) -> bool:
    """Whether a fraction is a share of something: `a third of`, not `a third night` or `the latter half of`."""
    before = words.all[start - 1].lower if start else ""
    if end >= stop or before in {
        "latter",
        "first",
        "second",
        "last",
        "other",
        "former",
        "later",
        "early",
        "better",
        "top",
    }:
        return False
    after = words.all[end]
    if after.lower in {
        "of",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "were",
        "are",
        "was",
        "is",
        "have",
        "had",
        "said",
    }:
        return True
    return after.text in {",", ".", ";"} and words.all[start].lower not in {"a", "half", "quarter"}


def is_scale(words: Words, start: int, end: int, stop: int) -> bool:
    """Whether the number is a mark on a scale: `measuring three on the Richter scale`, `a scale of one to 12`."""
    before = {words.all[i].lower for i in range(max(0, start - 3), start)}
    after = {words.all[i].lower for i in range(end, min(end + 6, stop))}
    return ("scale" in before) or (
        "scale" in after and bool(before & {"measured", "measuring", "magnitude", "registered"})
    )


def is_address(words: Words, start: int, end: int, stop: int) -> bool:
    """Whether the digits are a house number or a code: `131 West 23rd Street`, `783499116`."""
    word = words.all[start]
    if word.kind != "digits" or end != start + 1 or "," in word.text:
        return False
    if word.text.isdigit() and len(word.text) > 7:  # noqa: PLR2004
        return True
    street = figure_words("street")
    for at in range(end, min(end + 4, stop)):
        follows = words.all[at]
        if follows.lower in street and follows.text[0].isupper():
            return True
        if follows.kind == "word" and not follows.text[0].isupper() and follows.lower not in _BEFORE_STREETS:
            return False
        if follows.kind == "sign" and follows.text != ".":
            return False
    return False


def is_calibre(words: Words, found_unit: str | None, end: int, stop: int) -> bool:
    """Whether a measure only names a kind of weapon (`a 9 mm pistol`)."""
    return (
        found_unit == "millimetre"
        and end < stop
        and words.all[end].kind == "word"
        and words.all[end].lower not in (figure_words("stop"))
    )
