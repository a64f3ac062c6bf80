"""A grammar of English numerals: number words, digits with any grouping, and both mixed -> their value.

small    = unit | teen | ten [["-"] unit]
hundreds = [small | "a"] "hundred" [["and"] small] | small
numeral  = hundreds {scale [","] ["and"] hundreds}      scales fall: million, thousand
         | digits [scale]
         | numeral "and" "a" "half" [scale]  |  "half" "a" scale  |  [small | "a"] "dozen"
         | vague ["of" vague]  |  "several" scale
         | ["a" | small] fraction
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from typing import Literal

from accordingto.count.words import Word, Words, is_ordinal
from accordingto.language.en.quantities import Number, numbers

Kind = Literal["exact", "vague", "couple", "fraction"]
_GROUP = re.compile(r"\d{1,3}(?:\.\d{3})+")
_NAMED_SCALE = 1000
_LARGEST = 10**15
_MOST_DIGITS = 16
_VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
_OWNERS = frozenset({"the", "his", "her", "their", "our", "its", "my", "these", "those"})


@dataclass(frozen=True, slots=True)
class Numeral:
    """What the words up to index `end` (exclusive) are worth; `scale` is the last scale word's (1 where none)."""

    end: int
    value: float
    kind: Kind = "exact"
    scale: float = 1
    words: bool = False
    """Whether it is written in words alone."""


def dotted(words: Words) -> bool:
    """Whether the text groups digits by dots (1.000): it does so throughout, and never otherwise."""
    grouped = 0
    for word in words.all:
        if word.kind == "digits":
            if "," in word.text or ("." in word.text and not _GROUP.fullmatch(word.text)):
                return False
            grouped += word.text.count(".") + (word.text.count(".") > 1)
    return grouped > 1


def numeral(words: Words, at: int, *, dots: bool = False) -> Numeral | None:
    """The numeral that begins with word `at`, the longest one; None where none does, or one that counts nothing."""
    word = words.all[at]
    found = _digits(words, at, dots=dots) if word.kind == "digits" else _worded(words, at)
    found = found and _halved(words, found)
    return found if found and found.value <= _LARGEST else None


def _digits(words: Words, at: int, *, dots: bool) -> Numeral | None:
    word = words.all[at]
    plain = re.sub(r"[,\s]", "", word.text)
    if dots and _GROUP.fullmatch(plain):
        plain = plain.replace(".", "")
    if plain.count(".") > 1 or len(plain) > _MOST_DIGITS or is_ordinal(words.text, word):
        return None
    value = whole(float(plain)) if "." in plain else int(plain)
    end = at + 1
    if words.joined(at) and words.lower(end) in _VULGAR:
        value, end = value + _VULGAR[words.lower(end)], end + 1
    scale = _number(words, end)
    if scale and scale.role == "suffix" and not words.joined(end - 1):
        scale = None
    if scale is None and words.lower(end) == "-" and words.joined(end - 1):
        scale = _number(words, end + 1)
        end += scale is not None
    if scale and (scale.role in {"scale", "suffix"} or (scale.role == "hundred" and value < _NAMED_SCALE)):
        return Numeral(end + 1, whole(value * scale.value), scale=scale.value)
    if scale and scale.role == "dozen":
        return Numeral(end + 1, value * scale.value, scale=scale.value)
    return Numeral(end, value)


def _worded(words: Words, at: int) -> Numeral | None:
    first = _number(words, at)
    if first is None:
        return _led_by_a(words, at) if words.lower(at) in {"a", "an", "one"} else None
    if first.role == "half":
        return _half(words, at)
    if first.role == "vague":
        return _vague(words, at, first)
    if first.role == "dozen":
        return Numeral(at + 1, 12, words=True) if words.lower(at - 1) in _OWNERS else None
    if first.value == 1 and first.role == "unit":
        led = _led_by_a(words, at)
        if led and led.kind == "fraction":
            return led
    found = _cardinal(words, at)
    return found and _with_part(words, found)


def _with_part(words: Words, found: Numeral) -> Numeral:
    """The numeral with the fraction or dozen behind it: `two thirds`, `three dozen`; as it is where none follows."""
    hyphen = words.lower(found.end) == "-"
    part = _number(words, found.end + hyphen)
    end = found.end + hyphen + 1
    if part and part.role == "fraction" and found.value < 10 and words.lower(end - 1).endswith("s"):
        return Numeral(end, found.value * part.value, "fraction", words=True)
    if part and part.role == "dozen":
        return Numeral(end, found.value * part.value, scale=part.value, words=True)
    return found


def _led_by_a(words: Words, at: int) -> Numeral | None:
    """`a hundred`, `a dozen`, `a couple of hundred`, `a third`, `a half`, `a few hundred`."""
    second = _number(words, at + 1)
    hyphen = second is None and words.lower(at + 1) == "-"
    if hyphen:
        second = _number(words, at + 2)
    end = at + 2 + hyphen
    if second is None:
        return _few(words, at) if words.lower(at + 1) == "few" else None
    if second.role in {"hundred", "scale"}:
        return None if words.lower(at) == "one" else _groups(words, at, 1, at + 1)
    if second.role == "dozen":
        return Numeral(end, 12, words=True)
    if second.role == "half" or (second.role == "fraction" and not words.lower(end - 1).endswith("s")):
        if second.role == "half" and words.lower(end) in {"dozen", "million", "billion", "thousand"}:
            return _half(words, end - 1)
        return Numeral(end, second.value, "fraction", words=True)
    if second.value == 2 and second.role == "vague" and words.lower(at + 1) == "couple":
        return _couple(words, at + 2)
    return None


def _few(words: Words, at: int) -> Numeral | None:
    """`a few hundred`, `a few dozen`; `a few` alone is no figure."""
    scale = _number(words, at + 2)
    if scale and scale.role in {"hundred", "scale", "dozen"}:
        return Numeral(at + 3, 3 * scale.value, "vague", scale.value, words=True)
    return None


def _couple(words: Words, end: int) -> Numeral:
    """`couple` behind "a": `a couple of hundred people`, `a couple of people`."""
    after = end + (words.lower(end) == "of")
    scale = _number(words, after)
    if scale and scale.role in {"hundred", "scale", "dozen"}:
        return Numeral(after + 1, 2 * scale.value, "couple", scale.value, words=True)
    return Numeral(end, 2, "couple", words=True)


def _half(words: Words, at: int) -> Numeral:
    """`half a million`, `half a dozen`, `half` (of something)."""
    after = at + 1 + (words.lower(at + 1) in {"a", "-"})
    scale = _number(words, after)
    if scale and scale.role in {"scale", "dozen"}:
        return Numeral(after + 1, whole(scale.value / 2), scale=scale.value, words=True)
    return Numeral(at + 1, 0.5, "fraction", words=True)


def _vague(words: Words, at: int, first: Number) -> Numeral:
    """`dozens`, `tens of thousands`, `several hundred`, `several`."""
    if words.lower(at) == "several":
        scale = _number(words, at + 1)
        if scale and scale.role in {"hundred", "scale", "dozen"}:
            return Numeral(at + 2, first.value * scale.value, "vague", scale.value, words=True)
        if scale and scale.role == "vague" and scale.value > first.value and words.lower(at + 1) != "scores":
            return Numeral(at + 2, first.value * scale.value / 2, "vague", words=True)
        return Numeral(at + 1, first.value, "vague", words=True)
    value, end = first.value, at + 1
    if words.lower(end) in {"upon", "and"} and words.lower(end + 1) == words.lower(at):
        end += 2
    while words.lower(end) == "of" and value <= _LARGEST:
        more = _number(words, end + 1)
        if more is None or more.role != "vague" or words.lower(end + 1) in {"several", "couple"}:
            break
        value, end = value * more.value / 2, end + 2
    return Numeral(end, whole(value), "vague", words=True)


def _cardinal(words: Words, at: int) -> Numeral | None:
    small = _small(words, at)
    return None if small is None else _groups(words, at, small[0], small[1])


def _small(words: Words, at: int) -> tuple[float, int] | None:
    """A number below 100, and the index behind it."""
    first = _number(words, at)
    if first is None or first.role not in {"unit", "teen", "ten"}:
        return None
    if first.role == "ten":
        behind = at + 1 + (words.lower(at + 1) in {"-", "‑"})
        unit = _number(words, behind)
        if unit and unit.role == "unit" and unit.value > 0:
            return first.value + unit.value, behind + 1
    return first.value, at + 1


def _groups(words: Words, at: int, first: float, end: int) -> Numeral | None:
    """The rest of a numeral whose first part, up to `end`, is worth `first`."""
    total, scale_seen, last_scale = 0.0, float("inf"), 1.0
    split = words.lower(at - 1) == "between"
    value, end = _hundreds(words, first, end, split=split)
    while True:
        scale = _number(words, end)
        if scale is None or scale.role != "scale" or scale.value >= scale_seen:
            break
        total += value * scale.value
        scale_seen = last_scale = scale.value
        end += 1
        value = 0
        more = _next_group(words, end, scale_seen, split=split)
        if more is None:
            break
        value, end = more
    if last_scale == 1 and value >= 100 and value % 100 == 0:
        last_scale = 100
    return Numeral(end, whole(total + value), scale=last_scale, words=words.all[at].kind != "digits")


def _hundreds(words: Words, value: float, end: int, *, split: bool = False) -> tuple[float, int]:
    """`value` times a hundred where that follows, and what is added to it.

    With `split`, an "and" before a number of thousands parts two numbers (`between one hundred and two thousand`).
    """
    follows = _number(words, end)
    if follows is None or follows.role != "hundred":
        return value, end
    value, end = value * follows.value, end + 1
    behind = end + (words.lower(end) == "and")
    more = _small(words, behind)
    parted = split and behind != end
    if more and not _scaled(words, more[1], roles={"hundred", "scale"} if parted else {"hundred"}):
        return value + more[0], more[1]
    return value, end


def _next_group(words: Words, end: int, below: float, *, split: bool) -> tuple[float, int] | None:
    """The group behind a scale word, which must be worth less than it; a comma must not begin a list."""
    comma = words.lower(end) == ","
    joined = words.lower(end + comma) == "and"
    if joined and split:
        return None
    small = _small(words, end + comma + joined)
    if small is None:
        article = words.lower(end + comma + joined) == "a" and _number(words, end + comma + joined + 1)
        if not (article and article.role == "hundred"):
            return None
        small = (1, end + comma + joined + 1)
    value, behind = _hundreds(words, *small, split=split)
    scale = _number(words, behind)
    if scale and scale.role == "scale" and scale.value >= below:
        return None
    if scale and scale.role == "hundred":
        return None
    return value, behind


def _scaled(words: Words, at: int, *, roles: set[str]) -> bool:
    """Whether a number word of one of `roles` stands there, so that what is before it is a number of its own."""
    follows = _number(words, at)
    return follows is not None and follows.role in roles


def _halved(words: Words, found: Numeral) -> Numeral:
    """`two and a half million`, `a million and a half`; else the numeral as it is."""
    end = found.end
    if found.kind == "fraction" and [words.lower(end + i) for i in range(2)] == ["of", "a"]:
        scale = _number(words, end + 2)
        if scale and scale.role == "scale":
            return Numeral(end + 3, whole(found.value * scale.value), scale=scale.value, words=found.words)
    if found.kind != "exact" or [words.lower(end + i) for i in range(3)] != ["and", "a", "half"]:
        return found
    scale = _number(words, end + 3)
    if scale and scale.role == "scale" and found.value < _NAMED_SCALE:
        return Numeral(end + 4, whole((found.value + 0.5) * scale.value), scale=scale.value, words=found.words)
    return Numeral(end + 3, whole(found.value + 0.5 * found.scale), scale=found.scale, words=found.words)


def _number(words: Words, at: int) -> Number | None:
    if not 0 <= at < len(words.all) or words.all[at].kind != "word":
        return None
    return numbers().get(words.all[at].lower)


def whole(value: float) -> float:
    """`value` as an int where it is one, but for what multiplying by a scale loses."""
    nearest = round(value)
    return nearest if math.isclose(value, nearest, rel_tol=1e-12, abs_tol=1e-9) else round(value, 6)


__all__ = ["Numeral", "Word", "dotted", "numeral", "whole"]
