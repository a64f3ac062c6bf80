"""What stands at a number and says what it measures: percent, money, a measure, or the noun that it counts."""

from __future__ import annotations

from accordingto.count.nouns import Phrase, phrase
from accordingto.count.numerals import whole
from accordingto.count.quantity import Quantity
from accordingto.count.ranges import Range
from accordingto.count.words import DASHES, Words
from accordingto.language.en.quantities import approximators, currencies, figure_words, measures

_PER_CENT = (("%",), ("percent",), ("per", "cent"), ("percentage", "points"), ("percentage", "point"), ("pc",))
_SIGNS = frozenset("$£€¥₹")
_ALSO_MONEY = frozenset({("won",), ("real",), ("rand",)})
_ONE_LETTER = frozenset("mt")
_SCALES = frozenset({"million", "billion", "trillion", "thousand"})
_TAKES_OF = frozenset({"dozen", "million", "billion"})
_MORE = frozenset({"more", "additional", "further", "other"})
_WHAT_REACH = 4


def measured(words: Words, at: int, found: Range, stop: int) -> Quantity:
    """The quantity of the numerals `found` at word `at`, with its unit or the phrase that it counts."""
    number, last = found.low, found.high
    end = last.end
    low, high = number.value, last.value
    start = at
    unit: str | None = None
    if at and (code := _sign_before(words, at)):
        unit, start = code
    for sign in _PER_CENT:
        if words.at(end, sign):
            unit, end = "percent", end + len(sign)
            break
    if number.kind == "fraction":
        unit = "percent"
        low, high = (whole(round(100 * value, 2)) for value in (low, high))
    if unit is None:
        unit, end = _unit_behind(words, end, stop)
    if unit is not None:
        return Quantity(
            start=start, end=end, number=(at, last.end), low=low, high=high, kind=number.kind, unit=unit,
            words=number.words, phrase=_of_what(words, end, stop, unit),
        )  # fmt: skip
    of = number.kind in {"vague", "couple"} or words.lower(last.end - 1) in _TAKES_OF
    behind = _past_approximator(words, end, stop)
    counted = phrase(words, behind, stop, single=low == high == 1, of=of)
    return Quantity(
        start=start, end=end, number=(at, last.end), low=low, high=high, kind=number.kind, phrase=counted,
        words=number.words,
    )  # fmt: skip


def _past_approximator(words: Words, end: int, stop: int) -> int:
    """Where the noun may begin behind a number: behind `more`, `or more`, `or so`."""
    if end < stop and words.all[end].lower in _MORE:
        return end + 1
    for length in (3, 2):
        if end + length < stop and tuple(words.lower(end + i) for i in range(length)) in approximators("after"):
            return end + length
    return end


def _of_what(words: Words, end: int, stop: int, unit: str) -> Phrase | None:
    """What a share, a sum or a measure is of: `30% of territory`, `$5 million in aid`, `$15 million contribution`."""
    begin = _what_begins(words, end, stop, unit)
    if begin is None:
        return None
    last = begin
    stops = figure_words("stop")
    while last < min(stop, begin + _WHAT_REACH) and words.all[last].kind == "word" and words.lower(last) not in stops:
        last += 1
        if words.lower(last - 1).endswith("ed"):
            last -= 1
            break
        if words.lower(last - 1).endswith("s") and unit != "percent":
            break
    return Phrase(begin, last, last - 1) if last > begin else None


def _what_begins(words: Words, end: int, stop: int, unit: str) -> int | None:
    """Where the words for what a unit is of begin; None where there are none."""
    if end >= stop:
        return None
    lower = words.all[end].lower
    money = unit.isupper()
    if lower == "of" and unit in figure_words("length") and _landmark(words, end + 1, stop):
        return None
    if lower == "of" or (lower == "in" and money):
        begin = end + 1
        while begin < stop and words.all[begin].lower in figure_words("determiner"):
            begin += 1
        return begin
    time = lower in figure_words("week") or lower in figure_words("share_before") or lower in figure_words("rate_lead")
    if not money or lower.endswith(("ly", "ed")) or lower in {"total", "this", "next"} or time:
        return None
    return end


def _landmark(words: Words, at: int, stop: int) -> bool:
    """Whether a thing known already stands there, from which a length is only measured (`two miles of the market`)."""
    return at < stop and (words.all[at].text[0].isupper() or words.all[at].lower in figure_words("determiner"))


def _sign_before(words: Words, at: int) -> tuple[str, int] | None:
    """The currency whose sign stands before the number, and where the sign begins."""
    codes = currencies()
    before = words.all[at - 1]
    sign = before.lower
    if before.text in DASHES or not (words.joined(at - 1) or before.kind == "word" or before.text in _SIGNS):
        return None
    if before.kind == "sign" and (sign,) in codes:
        longer = (words.lower(at - 2) + sign,)
        if at > 1 and words.joined(at - 2) and longer in codes:
            return codes[longer], at - 2
        return codes[sign,], at - 1
    if before.kind == "word" and (before.text.isupper() or before.text == "Rs") and (sign,) in codes:
        return codes[sign,], at - 1
    return None


def _unit_behind(words: Words, end: int, stop: int) -> tuple[str | None, int]:
    """The measure or currency whose name follows at `end`, and the end behind it."""
    at = end + (end < stop and words.all[end].text == "-" and words.joined(end - 1))
    for length in (3, 2, 1):
        if at + length > stop:
            continue
        name = tuple(w.lower for w in words.all[at : at + length])
        if name in currencies() and (length > 1 or words.all[at].kind == "word"):
            if name == ("pounds",) and words.at(at + 1, ("of",)):
                return "pound", at + 1
            if name not in _ALSO_MONEY or words.lower(at - 1) in _SCALES:
                return currencies()[name], at + length
        if name in measures() and not (length == 1 and len(name[0]) == 1 and name[0] not in _ONE_LETTER):
            return measures()[name], at + length
    return None, end
