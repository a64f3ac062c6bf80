"""The noun phrase that a number counts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from accordingto.count.forms import HARMED, is_plural, kin, names_a_people
from accordingto.count.words import Words
from accordingto.language.en.quantities import figure_words, numbers, people

_REACH = 9
_SINGULAR_REACH = 5
_LIST_REACH = 4
_STOP = figure_words("stop")
_QUOTES = frozenset("\"“‘'")


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words `start` to `end` (exclusive), of which `head` is the noun that is counted."""

    start: int
    end: int
    head: int
    partitive: bool = False
    """Whether the number is a part of these (`three of the bodies`)."""


def phrase(words: Words, at: int, stop: int, *, single: bool, of: bool) -> Phrase | None:
    """The noun phrase at word `at` or later, before word `stop`.

    `single` where the number is one, so that the noun is singular. `of` where an "of" belongs to the number
    (`dozens of`), else it makes a part of what follows (`three of the bodies`, `three of the 40 bodies`).
    """
    if at >= stop:
        return None
    partitive = False
    begin = at
    if words.all[at].lower == "of":
        partitive = not of
        begin = _past_base(words, at + 1, stop, partitive=partitive)
    elif words.all[at].text == "-" and ((words.joined(at - 1) and words.joined(at)) or _member(words, at + 1, stop)):
        return _hyphened(words, at + 1, stop)
    elif words.all[at].text in _QUOTES and at + 1 < stop:
        begin = at + 1
    head = _single(words, begin, stop) if single and not partitive else _plural(words, begin, stop)
    if head is None:
        return None
    end = _with_members(words, _listed(words, head + 1, stop), stop)
    return Phrase(begin, end, head, partitive)


def _past_base(words: Words, at: int, stop: int, *, partitive: bool) -> int:
    """Where the noun begins behind an "of": behind determiners, and the number of those it is a part of."""
    while at < stop and words.all[at].lower in figure_words("determiner"):
        at += 1
    if partitive and at + 1 < stop and words.all[at].lower.endswith("'s") and _is_number(words, at + 1):
        at += 1
    number = partitive and at < stop and _is_number(words, at)
    return at + (number or words.lower(at) in {"them", "whom"})


def _is_number(words: Words, at: int) -> bool:
    return words.all[at].kind == "digits" or words.all[at].lower in numbers()


def _hyphened(words: Words, at: int, stop: int) -> Phrase | None:
    """The noun that a hyphen ties to its number (`six-member`)."""
    if at >= stop or words.all[at].kind != "word" or words.all[at].lower in _STOP:
        return None
    return Phrase(at, at + 1, at)


def _member(words: Words, at: int, stop: int) -> bool:
    """Whether a noun for people stands there, so that the dash before it is a hyphen (`six - member`)."""
    return at + 1 < stop and words.all[at].lower in people()


def _plural(words: Words, at: int, stop: int) -> int | None:
    """The head of a plural noun phrase that begins at `at`: the last of the first plurals that stand together."""
    head: int | None = None
    weak: int | None = None
    for index in _open(words, at, stop):
        if words.all[index].lower in figure_words("collective"):
            if head is not None and (index != head + 1 or kin(words, head)):
                break
            weak = index
            head = index if head is not None else None
        elif is_plural(words, index):
            if _parted(words, at, index, head):
                break
            head = index
        elif head is not None:
            break
    if head is not None or weak is not None:
        return head if head is not None else weak
    return at if at < stop and names_a_people(words, at) else None


def _open(words: Words, at: int, stop: int) -> Iterator[int]:
    """The words from `at` on that may be nouns of one phrase, up to what ends it."""
    joined = seen = False
    for index in range(at, min(at + _REACH, stop)):
        word = words.all[index]
        if index > at and words.lower(index - 1) == "(":
            continue
        if word.kind == "word" and (word.lower not in _STOP or _the_us(words, index)):
            seen = seen or is_plural(words, index)
            yield index
        elif seen or not _passes(words, at, index, stop, joined=joined):
            return
        else:
            joined = joined or word.kind == "word"


def _the_us(words: Words, index: int) -> bool:
    """Whether a word is the country in capitals and not the pronoun: `12 US soldiers`."""
    return words.all[index].text == "US" and not words.shouted


def _passes(words: Words, at: int, index: int, stop: int, *, joined: bool) -> bool:
    """Whether what is no part of a noun may stand before one: hyphens, brackets, digits tied to a word, one "and"."""
    word = words.all[index]
    if word.kind == "word":
        return not joined and _lists(words, at, index, stop)
    if word.kind == "digits" or word.text == "-":
        return words.joined(index) or (words.shouted and word.text == "-")
    return word.text == ")" or (word.text == "(" and words.lower(index + 2) == ")" and index + 3 < stop)


def _parted(words: Words, at: int, index: int, head: int | None) -> bool:
    """Whether a plural at `index` is no part of the phrase: another stands before it, or it tells of harm."""
    if head is not None and index != head + 1:
        return True
    return words.all[index].lower in HARMED and (index == at or head is not None)


def _lists(words: Words, at: int, index: int, stop: int) -> bool:
    """Whether behind an "and" the same phrase goes on (`smaller or exiled governments`): a plural soon follows."""
    if index == at or words.all[index].lower not in {"and", "or"} or words.all[index - 1].lower in HARMED:
        return False
    for i in range(index + 1, min(index + _LIST_REACH, stop)):
        word = words.all[i]
        if word.kind != "word" or word.lower in _STOP or word.lower in HARMED:
            return False
        if is_plural(words, i):
            return True
    return False


def _single(words: Words, at: int, stop: int) -> int | None:
    """The head of a singular noun phrase that begins at `at`."""
    end = at
    if words.lower(at) == "shot" and any(words.lower(i) in figure_words("firing") for i in range(at - _REACH, at)):
        return at
    while end < min(at + _SINGULAR_REACH, stop):
        word = words.all[end]
        if word.kind != "word" or (word.lower in _STOP and word.lower != "more"):
            break
        if end > at and word.lower in HARMED and not _adjective(words, end, stop):
            break
        if end > at and word.lower.endswith("ed") and _object_follows(words, end + 1, stop):
            break
        end += 1
    while end > at and _no_noun(words.all[end - 1].lower):
        end -= 1
    return end - 1 if end > at else None


def _object_follows(words: Words, at: int, stop: int) -> bool:
    """Whether a number or determiner stands there: what ends in "ed" before it is a verb (`one raid destroyed two`)."""
    return at < stop and (_is_number(words, at) or words.all[at].lower in figure_words("determiner"))


def _no_noun(word: str) -> bool:
    return word in HARMED or word in {"more", "other"} or (word.endswith(("ly", "ing", "ed")) and word not in people())


def _adjective(words: Words, index: int, stop: int) -> bool:
    """Whether a participle goes with a noun behind it (`one damaged truck`)."""
    return index + 1 < stop and words.all[index + 1].kind == "word" and words.all[index + 1].lower not in _STOP


def _listed(words: Words, end: int, stop: int) -> int:
    """The end of a list of people that one number counts (`women, children and elderly`)."""
    if kin(words, end - 1) is None:
        return end
    at = end
    while at + 1 < stop:
        comma = words.all[at].text == ","
        last = words.all[at + comma].lower in {"and", "or"}
        if not comma and not last:
            return end
        at += comma + last
        if at >= stop or not is_plural(words, at) or kin(words, at) is None:
            return end
        if words.all[at].lower in figure_words("not_noun_plural"):
            return end
        at += 1
        if last:
            return at
    return end


def _with_members(words: Words, end: int, stop: int) -> int:
    """The end of the phrase with what "members of" takes: the name or noun behind it."""
    if end >= stop or words.all[end].lower != "of" or words.all[end - 1].lower not in {"members", "member"}:
        return end
    index = end + 1
    while index < min(end + _REACH, stop):
        word = words.all[index]
        if word.kind == "sign" and word.text not in "-’'":
            break
        if word.kind == "word" and word.lower in _STOP and word.lower not in {"the", "of", "and"}:
            break
        index += 1
    while index > end + 1 and words.all[index - 1].lower in {"the", "of", "and"}:
        index -= 1
    return index if index > end + 1 else end
