"""The names of places in a text, as far as a preposition, a noun for a place or the list of countries shows them."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words, numbers
from accordingto.language.en.speakers import countries, demonyms, organisation_nouns

_LONGEST = 7
_SHOUTED_LONGEST = 4
_LED_REACH = 6


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A place at the words `start` to `end` (exclusive); `whole` ends behind the places it is said to lie in."""

    start: int
    end: int
    whole: int
    country: str | None


def place_names(words: Words) -> list[PlaceName]:
    """The names of places in text order."""
    found: list[PlaceName] = []
    at, size = 0, len(words.all)
    while at < size:
        name = _led(words, at) or _possessive(words, at)
        if name is not None:
            found.append(name)
        at = name.whole if name is not None else at + 1
    return found


def _led(words: Words, at: int) -> PlaceName | None:
    """The place that a preposition at word `at` leads to: `in the northern city of Mosul`, `near Qandil`."""
    word = words.all[at].lower
    if word not in figure_words("place_before") and word not in {"from", "of", "between"}:
        return None
    _, stop = words.sentence(at)
    begin, noun = _past_description(words, at + 1, stop)
    end = _name_end(words, begin, stop, shouted=words.shouted)
    if end is None:
        return None
    known = _country(words, begin, end) is not None
    tail = words.lower(end - 1) in figure_words("place_noun")
    sure = known or noun or tail
    if word in {"from", "of", "between"} and not sure:
        return None
    if not sure and (words.shouted and not _closed(words, end, stop)):
        return None
    return _with_container(words, begin, end, stop)


def _past_description(words: Words, at: int, stop: int) -> tuple[int, bool]:
    """Where the name begins behind `the eastern city of`, and whether a noun for a place leads to it."""
    noun = False
    limit = min(stop, at + _LED_REACH)
    begin = at
    while at < limit:
        lower = words.lower(at)
        if lower in figure_words("place_noun"):
            if words.lower(at + 1) == "of":
                noun, begin = True, at + 2
                at += 1
            elif words.all[at].text[0].islower():
                begin = at + 1
                noun = True
        elif lower in {"the", "and", "its", "a"} or lower in figure_words("direction") or lower in demonyms():
            begin = at + 1 if words.shouted or words.all[at].text[0].islower() or lower in demonyms() else begin
        else:
            break
        at += 1
    return begin, noun


def _name_end(words: Words, begin: int, stop: int, *, shouted: bool) -> int | None:
    """The end of the name that begins at `begin`; None where none does."""
    at = last = begin
    longest = _SHOUTED_LONGEST if shouted else _LONGEST
    while at < min(stop, begin + longest):
        word = words.all[at]
        lower = word.lower
        if shouted:
            if word.kind != "word" or lower in figure_words("stop") or lower in figure_words("week"):
                break
            last = at + 1
            if lower in figure_words("place_noun"):
                break
        elif _capital(words, at):
            last = at + 1
        elif not (lower in figure_words("name_link") or word.text == "-") or at == begin:
            break
        at += 1
    if not shouted and last > begin and words.lower(last) in figure_words("place_noun"):
        last += 1
    return last if last > begin and _is_place(words, begin, last) else None


def _capital(words: Words, at: int) -> bool:
    word = words.all[at]
    return word.kind == "word" and word.text[0].isupper() and word.lower not in figure_words("not_place")


def _is_place(words: Words, begin: int, end: int) -> bool:
    """Whether a name may be one of a place: no body, no month, no number, no thing of harm."""
    last = words.lower(end - 1)
    if last in organisation_nouns() and last not in figure_words("place_noun"):
        return False
    first = words.lower(begin)
    if first in figure_words("not_place") or first in numbers() or first in figure_words("time"):
        return False
    one = end - begin == 1
    return not (one and (first in figure_words("place_noun") or first in figure_words("direction")))


def _closed(words: Words, end: int, stop: int) -> bool:
    """Whether a sign, a day or a function word follows, so that a name in capitals is whole."""
    if end >= stop:
        return True
    return words.all[end].kind == "sign" or words.lower(end) in figure_words("stop") | figure_words("week")


def _possessive(words: Words, at: int) -> PlaceName | None:
    """A country that has something: `Iraq's total losses`."""
    word = words.all[at]
    lower = word.lower
    if word.kind != "word" or not word.text[0].isupper() or not lower.endswith("'s"):
        return None
    code = countries().get(lower[:-2])
    return PlaceName(at, at + 1, at + 1, code) if code else None


def _with_container(words: Words, begin: int, end: int, stop: int) -> PlaceName:
    """The place with those it is said to lie in: `Tikrit, Salah al-Din province, Iraq`."""
    whole = end
    for _ in range(2):
        if words.lower(whole) != "," or whole + 1 >= stop:
            break
        further = _name_end(words, whole + 1, stop, shouted=words.shouted)
        if further is None or not (further >= stop or words.all[further].kind == "sign"):
            break
        placed = _country(words, whole + 1, further) or words.lower(further - 1) in figure_words("place_noun")
        if not placed:
            break
        whole = further
    return PlaceName(begin, end, whole, _country(words, begin, whole))


def _country(words: Words, begin: int, end: int) -> str | None:
    """The code of the country that the name is or lies in: the last one named in it."""
    listed = countries()
    for at in range(end - 1, begin - 1, -1):
        for start in range(max(begin, at - 3), at + 1):
            name = " ".join(words.lower(i) for i in range(start, at + 1))
            code = listed.get(name) or listed.get(name.removesuffix("'s"))
            if code:
                return code
    return None
