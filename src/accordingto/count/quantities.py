"""Numerals with what surrounds them: ranges, approximators, percent and currency signs -> quantities with bounds."""

from __future__ import annotations

from dataclasses import dataclass, replace

from accordingto.count.nouns import Phrase, kin, phrase
from accordingto.count.numerals import Numeral, dotted, numeral, whole
from accordingto.count.skips import (
    Skips,
    is_address,
    is_age,
    is_calibre,
    is_day,
    is_item,
    is_name,
    is_scale,
    is_share,
    is_time,
    is_year,
)
from accordingto.count.words import Words
from accordingto.language.en.quantities import Effect, approximators, currencies, figure_words, measures

_DASHES = frozenset("-–—‑−")
_LONGEST = 4
_PER_CENT = (("%",), ("percent",), ("per", "cent"), ("percentage", "points"), ("percentage", "point"), ("pc",))
_SCALED_BELOW = 1000
_TREND_REACH = 8
_LARGEST_RATIO = 1000
_SMALL_RATIO = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A number in a text: word indexes of the whole and of its numerals, its bare bounds, and what changes them."""

    start: int
    end: int
    number: tuple[int, int]
    low: float
    high: float
    effects: tuple[Effect, ...] = ()
    kind: str = "exact"
    unit: str | None = None
    """`percent`, a currency code, or the unit of a measure; None where things or people are counted."""
    phrase: Phrase | None = None
    words: bool = False

    @property
    def approx(self) -> bool:
        """Whether it is meant roughly."""
        return self.kind == "couple" or any(e in {"about", "estimated", "projected", "average"} for e in self.effects)

    @property
    def vague(self) -> bool:
        """Whether it is a vague word (`dozens`)."""
        return self.kind in {"vague", "couple"}

    def bounds(self) -> tuple[float | None, float | None]:
        """Low and high as the effects change them; `more than` goes one up only for whole people or things."""
        low: float | None = self.low
        high: float | None = self.high
        step = 1 if self.unit is None and isinstance(self.low, int) and isinstance(self.high, int) else 0
        if self.kind == "vague":
            high = None
        for effect in self.effects:
            if effect == "least":
                high = None
            elif effect == "more":
                low, high = self.low + (step if self.kind != "vague" else 0), None
            elif effect == "most":
                low = None
            elif effect == "less":
                low, high = None, self.high - step
        return low, high


def quantities(words: Words, skips: Skips) -> list[Quantity]:
    """The quantities of a text, in order."""
    dots = dotted(words)
    shouted = _shouted(words)
    found: list[Quantity] = []
    named_end = -1
    at, size = 0, len(words.all)
    while at < size:
        number = _numeral(words, at, dots=dots)
        if number is None:
            special = _none_or_both(words, at) or _multiple(words, at, found)
            if special is not None:
                first, stop = words.sentence(at)
                found.append(_approximated(words, special, first, stop))
            at = special.number[1] if special else at + 1
            continue
        first, stop = words.sentence(at)
        if skips.holds(words.all[at].start, words.all[number.end - 1].end):
            at = number.end
            continue
        ratio = _ratio(words, at, number, stop, dots=dots)
        if ratio is not None:
            found.append(_approximated(words, ratio, first, stop))
            at = ratio.number[1]
            continue
        ranged = _range(words, at, number, stop, dots=dots)
        quantity = _with_unit(words, at, *ranged, stop)
        chained = {w.text for w in words.all[named_end:at]} if 0 <= named_end and at - named_end <= 2 else {""}  # noqa: PLR2004
        if (
            chained <= {"and", "or", "to", "of", ",", "-", "–", "/"}
            and quantity.phrase is None
            and quantity.unit is None
        ):
            named_end = at = quantity.number[1]
            continue
        if is_name(
            words,
            at,
            number,
            counted=quantity.phrase is not None or quantity.unit is not None,
            first=first,
            shouted=shouted,
        ):
            at = named_end = quantity.number[1]
            continue
        if not _skipped(words, quantity, number, skips, first, stop):
            found.append(_approximated(words, quantity, first, stop))
        at = max(quantity.number[1], at + 1)
    return found


def _none_or_both(words: Words, at: int) -> Quantity | None:
    """`no casualties`, `no one`, `none of the crew`, `both men`: figures where harm is told of them."""
    lower = words.all[at].lower
    _, stop = words.sentence(at)
    if lower == "both":
        found = phrase(words, at + 1, stop, single=False, of=True)
        return Quantity(start=at, end=at + 1, number=(at, at + 1), low=2, high=2, kind="both", phrase=found)
    if lower in {"nobody", "none"} or (lower == "no" and _at(words, at + 1, ("one",))):
        end = at + 1 + (lower == "no")
        found = (
            phrase(words, end, stop, single=False, of=True) if lower == "none" and _at(words, end, ("of",)) else None
        )
        return Quantity(start=at, end=end, number=(at, end), low=0, high=0, kind="zero", phrase=found)
    if lower == "no" and at + 1 < stop:
        found = phrase(words, at + 1, stop, single=False, of=True)
        if found is None and _at(words, at + 1, ("loss", "of", "life")):
            found = Phrase(at + 1, at + 4, at + 3)
        if found is not None:
            return Quantity(start=at, end=at + 1, number=(at, at + 1), low=0, high=0, kind="zero", phrase=found)
    return None


def _multiple(words: Words, at: int, found: list[Quantity]) -> Quantity | None:
    """`double that number`, `twice as many`: so many times the figure before."""
    times = {"double": 2, "twice": 2, "triple": 3, "treble": 3, "thrice": 3}.get(words.all[at].lower)
    if times is None or not found or found[-1].unit is not None:
        return None
    for rest in (("that", "number"), ("that", "figure"), ("as", "many"), ("the", "number"), ("that", "many")):
        if _at(words, at + 1, rest) and not _at(words, at + 1 + len(rest), ("as",)):
            end, last = at + 1 + len(rest), found[-1]
            return Quantity(
                start=at, end=end, number=(at, end), low=times * last.low, high=times * last.high, words=True
            )
    return None


def _numeral(words: Words, at: int, *, dots: bool) -> Numeral | None:
    """The numeral at `at`, unless the word is part of a longer name or number."""
    word = words.all[at]
    if word.kind == "sign":
        return None
    if word.kind == "digits" and at and words.joined(at - 1) and words.all[at - 1].kind == "word":
        return None
    return numeral(words, at, dots=dots)


def _shouted(words: Words) -> bool:
    """Whether the text is all in capitals, so that a capital tells nothing."""
    letters = [w.text for w in words.all if w.kind == "word" and len(w.text) > 1]
    return sum(text.isupper() for text in letters) * 2 > len(letters)


def _range(words: Words, at: int, number: Numeral, stop: int, *, dots: bool) -> tuple[Numeral, Numeral | None]:
    """The numeral, and the one that ends the range which it begins, if it begins one."""
    end = number.end
    for sign in (("%",), ("percent",), ("per", "cent")):
        if _at(words, end, sign):
            end += len(sign)
            break
    if end + 1 >= stop:
        return number, None
    link = words.all[end]
    before = words.all[at - 1].lower if at else ""
    if before in {"$", "£", "€"} and at > 1:
        before = words.all[at - 2].lower
    behind = end + 1
    if words.all[behind].text in {"$", "£", "€"}:
        behind += 1
    if link.lower == "to" and _at(words, behind, ("as", "many", "as")):
        behind += 3
    elif link.lower == "and" and _at(words, behind, ("up", "to")):
        behind += 2
    if behind >= stop:
        return number, None
    second = _numeral(words, behind, dots=dots) if link.text not in _DASHES else numeral(words, behind, dots=dots)
    if second is None or number.kind != "exact" or second.kind != "exact":
        return number, None
    low, high = number, second
    if (
        number.scale == 1
        and second.scale > 1
        and number.value < _SCALED_BELOW
        and not _units_differ(words, number, behind)
    ):
        scaled = whole(number.value * second.scale)
        if scaled <= second.value:
            low = replace(number, value=scaled)
    if low.value > high.value or (low.value == high.value and link.text in _DASHES):
        return number, None
    if link.text in _DASHES:
        joins = words.all[at].kind == words.all[behind].kind or second.words
        return (low, high) if joins else (number, None)
    if link.lower == "and":
        return (low, high) if before == "between" else (number, None)
    if link.lower == "to":
        trend = before != "between" and _trend(words, at)
        return (number, None) if trend or (before in {"by", "at"}) else (low, high)
    if link.lower == "or":
        near = low.value < high.value <= max(low.value * 3, low.value + 2)
        return (low, high) if near else (number, None)
    return number, None


def _ratio(words: Words, at: int, number: Numeral, stop: int, *, dots: bool) -> Quantity | None:
    """A share given as a ratio: `one in five`, `nine out of 10`, `one of every nine voters`; None where there is none."""
    for link in (("in",), ("out", "of"), ("out", "of", "every"), ("in", "every"), ("of", "every")):
        behind = number.end + len(link)
        if not _at(words, number.end, link) or behind >= stop:
            continue
        base = _numeral(words, behind, dots=dots)
        if base is None or base.kind != "exact" or not 0 < number.value < base.value <= _LARGEST_RATIO:
            continue
        if link == ("in",) and (number.words != base.words and base.value > _SMALL_RATIO):
            continue
        if is_time(words, base.end, stop) or is_day(words, behind, base.end):
            continue
        share = whole(round(100 * number.value / base.value, 2))
        found = phrase(words, base.end, stop, single=False, of=True)
        if (
            link == ("in",)
            and found is None
            and base.end < stop
            and words.all[base.end].kind == "word"
            and (words.all[base.end].text[0].isupper())
        ):
            continue
        return Quantity(
            start=at, end=base.end, number=(at, base.end), low=share, high=share, kind="fraction", unit="percent",
            phrase=found, words=number.words,
        )  # fmt: skip
    return None


def _units_differ(words: Words, number: Numeral, behind: int) -> bool:
    """Whether the first number has a noun of its own before the second (`100 men to 2 million`)."""
    return behind - number.end > 3  # noqa: PLR2004


def _trend(words: Words, at: int) -> bool:
    """Whether the words before tell of a change (`rose from 11 to 33`): then two figures are given."""
    first, _ = words.sentence(at)
    trend = figure_words("trend")
    return any(words.all[i].lower in trend for i in range(max(first, at - _TREND_REACH), at))


def _with_unit(words: Words, at: int, number: Numeral, second: Numeral | None, stop: int) -> Quantity:
    """The quantity with its sign of money before it, or percent, money, a measure or a noun behind it."""
    last = second or number
    end = last.end
    low, high = number.value, last.value
    start = at
    unit: str | None = None
    kind: str = number.kind
    if at and (code := _sign_before(words, at)):
        unit, start = code
    for sign in _PER_CENT:
        if _at(words, end, sign):
            unit, end = "percent", end + len(sign)
            break
    if kind == "fraction":
        unit = "percent"
        low, high = (whole(round(100 * value, 2)) for value in (low, high))
    if unit is None:
        unit, end = _unit_behind(words, end, stop)
    if unit is not None:
        return Quantity(
            start=start, end=end, number=(at, last.end), low=low, high=high, kind=kind, unit=unit, words=number.words,
            phrase=_of_what(words, end, stop, unit),
        )  # fmt: skip
    of = kind in {"vague", "couple"} or words.all[last.end - 1].lower in {"dozen", "million", "billion"}
    more = end + (end < stop and words.all[end].lower in {"more", "additional", "further", "other"} and kind != "x")
    found = phrase(words, more, stop, single=low == high == 1, of=of)
    return Quantity(
        start=start, end=end, number=(at, last.end), low=low, high=high, kind=kind, phrase=found, words=number.words
    )


def _of_what(words: Words, end: int, stop: int, unit: str) -> Phrase | None:
    """What a share, a sum or a measure is of: `30% of territory`, `$5 million in aid`, `$15 million contribution`."""
    if end >= stop:
        return None
    if words.all[end].lower in {"of", "in"}:
        if words.all[end].lower == "in" and (unit == "percent" or unit.islower()):
            return None
        begin = end + 1
        while begin < stop and words.all[begin].lower in {
            "the",
            "a",
            "an",
            "its",
            "his",
            "her",
            "their",
            "our",
            "all",
            "these",
            "those",
        }:
            begin += 1
    elif unit.isupper():
        begin = end
        word = words.all[begin]
        if word.lower.endswith(("ly", "ed")) or word.lower == "total" or word.lower in figure_words("week"):
            return None
    else:
        return None
    last = begin
    stops = figure_words("stop")
    while last < min(stop, begin + 4) and words.all[last].kind == "word" and words.all[last].lower not in stops:
        last += 1
        if words.all[last - 1].lower.endswith("s") and unit != "percent":
            break
    return Phrase(begin, last, last - 1) if last > begin else None


def _sign_before(words: Words, at: int) -> tuple[str, int] | None:
    """The currency whose sign stands before the number, and where the sign begins."""
    codes = currencies()
    before = words.all[at - 1]
    sign = before.lower
    if before.text in {"-", "–"} or not (words.joined(at - 1) or before.kind == "word" or before.text in "$£€¥₹"):
        return None
    if before.kind == "sign" and (sign,) in codes:
        if at > 1 and words.joined(at - 2) and (words.all[at - 2].lower + sign,) in codes:
            return codes[words.all[at - 2].lower + sign,], at - 2
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
            if name == ("pounds",) and _at(words, at + 1, ("of",)):
                return "pound", at + 1
            if name not in {("won",), ("real",), ("rand",)} or _money_near(words, at):
                return currencies()[name], at + length
        if name in measures():
            if length == 1 and len(name[0]) == 1 and not (name[0] in {"m", "t"}):
                continue
            return measures()[name], at + length
    return None, end


def _money_near(words: Words, at: int) -> bool:
    """Whether a word that is also a currency's name stands behind a big number (`50 million won`)."""
    return at > 0 and words.all[at - 1].lower in {"million", "billion", "trillion", "thousand"}


def _skipped(words: Words, found: Quantity, number: Numeral, skips: Skips, first: int, stop: int) -> bool:
    """Whether the quantity is no figure."""
    start, end = found.number
    if skips.holds(words.all[start].start, words.all[end - 1].end):
        return True
    if found.unit is not None and found.unit != "percent":
        return is_calibre(words, found.unit, found.end, stop)
    if is_address(words, start, number.end, stop):
        return True
    last = number if end == number.end else Numeral(end, found.high, words=number.words)
    if found.unit is None and number.kind != "fraction" and (is_time(words, end, stop) or _some_times(words, found)):
        return True
    if end > number.end and is_time(words, end, stop):
        return True
    if is_age(words, start, last) or is_item(words, start, number, first) or is_day(words, start, end):
        return True
    if number.kind == "fraction" and not is_share(words, start, end, stop):
        return True
    if is_scale(words, start, end, stop):
        return True
    if found.unit is None and is_year(words, start, number, people=_counts(words, found)):
        return True
    if end == number.end and found.unit is None and _score(words, start, end, found):
        return True
    return _one(words, found, start, end, stop)


def _some_times(words: Words, found: Quantity) -> bool:
    if found.phrase is None:
        return False
    return words.all[found.phrase.head].lower in figure_words("time")


def _counts(words: Words, found: Quantity) -> bool:
    return found.phrase is not None and (
        kin(words, found.phrase.head) is not None or found.phrase.head <= found.end + 1
    )


def _score(words: Words, start: int, end: int, found: Quantity) -> bool:
    """Whether the number is part of a score or a code (`3-2`, `12-B`)."""
    if words.all[start].kind != "digits":
        return False
    size = len(words.all)
    after = end + 1 < size and words.all[end].text in _DASHES and words.joined(end - 1) and words.joined(end)
    if after and words.all[end + 1].kind == "digits":
        return True
    return (
        start > 1
        and words.all[start - 1].text in _DASHES
        and words.joined(start - 1)
        and words.joined(start - 2)
        and words.all[start - 2].kind == "digits"
        and (found.phrase is None or words.all[start - 2].kind == "digits")
    )


def _one(words: Words, found: Quantity, start: int, end: int, stop: int) -> bool:
    """Whether `one` is no number here: `one of`, `no one`, `one another`, `the one`, `one day`."""
    if words.all[start].lower != "one" or found.low != 1 or found.high != 1 or found.unit is not None:
        return False
    before = words.all[start - 1].lower if start else ""
    after = words.all[end].lower if end < stop else ""
    if before in {
        "no",
        "any",
        "every",
        "each",
        "the",
        "this",
        "that",
        "which",
        "some",
        "number",
        "a",
        "another",
        "last",
        "new",
        "first",
        "square",
        "day",
        "not",
    }:
        return True
    if after == "of" or after in figure_words("one_not") or after == "-":
        return True
    if found.phrase is None:
        return False
    head = words.all[found.phrase.head]
    if head.lower in figure_words("one_not"):
        return True
    follows = found.phrase.end
    name = follows + 1 < stop and words.all[follows].text == "," and words.all[follows + 1].text[0].isupper()
    return name and not words.all[follows + 1].text.isupper()


def _approximated(words: Words, found: Quantity, first: int, stop: int) -> Quantity:
    """The quantity with the approximators before and behind it."""
    effects: list[Effect] = []
    start, end = found.start, found.end
    listed = approximators("before")
    ranged = found.low != found.high or found.number[1] - found.number[0] > 1
    while start > first:
        for length in range(min(_LONGEST, start - first), 0, -1):
            name = tuple(w.lower for w in words.all[start - length : start])
            if name in listed and not (name == ("about",) and _talks(words, start - 2, first)):
                effects.insert(0, listed[name])
                start -= length
                break
        else:
            if ranged and words.all[start - 1].lower in {"between", "from"} and found.low != found.high:
                start -= 1
                if start > first and words.all[start - 1].lower in {"anywhere", "somewhere"}:
                    start -= 1
            break
    after = approximators("after")
    for length in range(min(3, stop - end), 0, -1):
        name = tuple(w.lower for w in words.all[end : end + length])
        if name in after and not (name == ("more",) and _at(words, end + 1, ("than",))):
            effects.append(after[name])
            end += length
            break
    else:
        if end < stop and words.all[end].text == "+" and words.joined(end - 1):
            effects.append("least")
            end += 1
    return replace(found, start=start, end=end, effects=tuple(effects))


def _talks(words: Words, at: int, first: int) -> bool:
    """Whether "about" belongs to a verb: `talked about 9 rebels`."""
    return at >= first and words.all[at].lower in figure_words("talk")


def _at(words: Words, at: int, phrase_words: tuple[str, ...]) -> bool:
    return tuple(w.lower for w in words.all[at : at + len(phrase_words)]) == phrase_words
