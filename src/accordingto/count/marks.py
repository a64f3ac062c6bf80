"""Numbers that mark something and count nothing: ages, durations, years, names with numbers, points of a list."""

from __future__ import annotations

from accordingto.count.forms import kin
from accordingto.count.numerals import Numeral
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words, people

_OLDEST = 115
_GROWN_UP = 9
_YEARS = range(1400, 2101)
_LATE_YEARS = range(1900, 2101)
_AROUND_NAMES = frozenset(".\"”’'),")
_TIME_REACH = 3
_TITLE_REACH = 20
_DAYS = 4
_ADDRESS_REACH = 4
_LONGEST_COUNT = 7
_BEFORE_STREETS = frozenset({"st", "nd", "rd", "th", "southwest", "southeast", "northwest", "northeast"})


def is_time(words: Words, end: int, stop: int) -> bool:
    """Whether a unit of time follows at word `end`: then the number is an age, a duration or a time."""
    times = figure_words("time")
    at = end + (end < stop and words.all[end].text in "-‑–")
    if at > end and words.lower(at) in {"and", "or", "to"}:  # "19- and 20-year-old"
        end = at
    if words.lower(end) in {"and", "or", "to"} and end + 2 < stop and words.all[end + 1].kind == "digits":
        at = end + 2 + (words.lower(end + 2) == "-")
        return words.lower(at) in times or words.lower(at).split("-", 1)[0] in times
    for _ in range(_TIME_REACH):
        if at >= stop or words.all[at].kind != "word":
            return False
        word = words.all[at].lower
        if word in times or word.split("-", 1)[0] in times:
            return True
        if word not in figure_words("time_between") or (word == "a" and words.lower(at - 1) != "and"):
            return False
        at += 1
    return False


def is_age(words: Words, start: int, found: Numeral) -> bool:
    """Whether the number is how old somebody is: `aged 24`, `Smith, 43,`, `He was 75.`"""
    if not 0 < found.value <= _OLDEST or start == 0:
        return False
    before = words.lower(start - 1)
    after = words.lower(found.end) or "."
    of_age = (words.lower(start - 2), before) in {("age", "of"), ("young", "as"), ("old", "as")}
    side = after in {"and", "or"} and words.lower(found.end + 1) in figure_words("age_side")
    if before in figure_words("age_before") or of_age or side:
        return True
    if before in figure_words("age_pronoun") and (found.words or after in {".", ",", "and"}):
        return True
    if before == "also" and after in {".", ","} and found.value > _GROWN_UP:
        return True
    if before == "," and words.all[start].kind == "digits" and after in figure_words("age_open"):
        return words.all[start - 2].kind == "word" and words.all[start - 2].text[0].isupper()
    part = after == "of" and words.lower(found.end + 1) in {"them", "whom", "those", "these", "which"}
    if before in {"—", "–"} and words.all[start].kind == "digits" and after in {",", "and"}:
        return _is_person(words, start - 2, several=True)
    if before in {",", "("} and words.all[start].kind == "digits" and after in figure_words("age_after") and not part:
        return _is_person(words, start - 2, several=after == "and")
    return _is_told(words, start, before, after)


def _is_told(words: Words, start: int, before: str, after: str) -> bool:
    """Whether a pronoun and its verb stand before an age: `he was 75.`, `since I was sixteen`."""
    pronoun = words.lower(start - 2)
    if before in {"was", "is"} and after in {".", ",", "when", "and", ";"}:
        return pronoun in {"he", "she", "who"}
    return before == "was" and pronoun == "i" and words.lower(start - 3) in {"since", "until", "when"}


def _is_person(words: Words, at: int, *, several: bool) -> bool:
    """Whether a person's name or description ends at word `at`; `several` where two ages follow."""
    while at > 0 and words.all[at].text in _AROUND_NAMES:
        at -= 1
    if at < 0 or words.all[at].kind != "word":
        return False
    word = words.all[at]
    if several:
        return word.text[0].islower() and kin(words, at) is not None
    return word.text[0].isupper() or (word.lower in people() and not word.lower.endswith("men"))


def is_name(words: Words, start: int, *, counted: bool, first: int, shouted: bool) -> bool:
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
        return before.lower not in figure_words("designator_noun") or not counted
    if words.all[start].kind == "word":
        named = words.all[start].text == "One" or (words.all[start].text[0].isupper() and not counted)
        if not named or not capital or at != start - 1:
            return False
        near = words.all[max(first, start - _TITLE_REACH) : start + 2]
        return not all(w.text[0].isupper() for w in near if w.kind == "word" and len(w.text) > 3)
    channel = before.text.isupper() and len(before.text) > 1
    return capital and not counted and (at > first or channel) and at == start - 1


def is_year(words: Words, start: int, found: Numeral, *, people: bool) -> bool:
    """Whether four digits look like a year that no date expression holds; `people` where they may count some."""
    word = words.all[start]
    if word.kind != "digits" or not word.text.isdigit() or len(word.text) != 4 or found.end != start + 1:
        return False
    if int(word.text) not in _YEARS:
        return False
    if words.lower(start - 1) == "," and is_day(words, start - 2, start - 1):
        return True
    return not (people and (int(word.text) not in _LATE_YEARS or not _led(words, start)))


def _led(words: Words, start: int) -> bool:
    """Whether a word before a year leads to one (`in 1998`)."""
    before = words.lower(start - 1)
    return start > 0 and (before in figure_words("year_led") or before in figure_words("month"))


def is_item(words: Words, start: int, found: Numeral, first: int) -> bool:
    """Whether the number only counts off a list: `1.` at the head of a line or behind a colon, `(2)`."""
    if words.all[start].kind != "digits" or found.end != start + 1:
        return False
    before, after = words.lower(start - 1), words.lower(found.end)
    if after == "." and (start == first or (before == ":" and found.value == 1)):
        return True
    return after in {")", "]"} and (start == first or before in {"(", "["})


def is_day(words: Words, start: int, end: int) -> bool:
    """Whether a month's name stands beside the digits: `8 October`, `Jan. 5`, `20 and 21 November`."""
    if start < 0 or words.all[start].kind != "digits":
        return False
    before = start - 1 - (words.lower(start - 1) == ".")
    if _is_month(words, before) or _is_month(words, end):
        return True
    return _leads_to_day(words, end)


def _leads_to_day(words: Words, end: int) -> bool:
    """Whether a list of days goes on at word `end`, up to its month: `11, 12, and 13 November`."""
    for _ in range(_DAYS):
        linked = words.lower(end) in {"and", "to", "or", "-", "–", ","}
        end += linked + (words.lower(end) == "," and words.lower(end + 1) == "and")
        if not linked or end >= len(words.all) or words.all[end].kind != "digits":
            return False
        end += 1
        if _is_month(words, end):
            return True
    return False


def _is_month(words: Words, at: int) -> bool:
    return words.lower(at) in figure_words("month") and words.all[at].text[0].isupper()


def is_clock(words: Words, start: int, found: Numeral) -> bool:
    """Whether four digits are a time of day behind "at" and a day: `today at 1150`."""
    word = words.all[start]
    if word.kind != "digits" or found.end != start + 1 or len(word.text) != 4 or not word.text.isdigit():
        return False
    day = words.lower(start - 2) in figure_words("week")
    return words.lower(start - 1) == "at" and day and int(word.text[:2]) < 24 and int(word.text[2:]) < 60


def is_share(words: Words, start: int, end: int, stop: int) -> bool:
    """Whether a fraction is a share of something: `a third of`, not `a third night` or `the latter half of`."""
    if end >= stop or words.lower(start - 1) in figure_words("share_before"):
        return False
    after = words.all[end]
    if after.lower in figure_words("share_after"):
        return True
    return after.text in {",", ".", ";"} and words.all[start].lower not in {"a", "half", "quarter"}


def is_scale(words: Words, start: int, end: int, stop: int) -> bool:
    """Whether the number is a mark on a scale: `measuring three on the Richter scale`, `a scale of one to 12`."""
    before = {words.lower(i) for i in range(max(0, start - 3), start)}
    after = {words.lower(i) for i in range(end, min(end + 6, stop))}
    return "scale" in before or ("scale" in after and bool(before & figure_words("measured")))


def is_address(words: Words, start: int, end: int, stop: int) -> bool:
    """Whether the digits are a house number or a code: `131 West 23rd Street`, `783499116`."""
    word = words.all[start]
    if word.kind != "digits" or end != start + 1 or "," in word.text:
        return False
    if word.text.isdigit() and len(word.text) > _LONGEST_COUNT:
        return True
    for at in range(end, min(end + _ADDRESS_REACH, stop)):
        follows = words.all[at]
        if follows.lower in figure_words("street") and follows.text[0].isupper():
            return True
        if follows.kind == "word" and not follows.text[0].isupper() and follows.lower not in _BEFORE_STREETS:
            return False
        if follows.kind == "sign" and follows.text != ".":
            return False
    return False


def is_calibre(words: Words, found_unit: str | None, end: int, stop: int) -> bool:
    """Whether a measure only names a kind of weapon (`a 9 mm pistol`)."""
    if found_unit != "millimetre" or end >= stop or words.all[end].kind != "word":
        return False
    return words.all[end].lower not in figure_words("stop")
