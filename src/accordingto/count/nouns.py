"""The noun phrase that a number counts, and whether it names people."""

from __future__ import annotations

from dataclasses import dataclass

from accordingto.count.words import Words
from accordingto.language.en.quantities import Kin, figure_words, harms, people

_REACH = 9
_SINGULAR_REACH = 5
_WHOLE_PLURALS = frozenset(
    """people men women children troops dead wounded injured missing elderly others lives folk folks townspeople wives kids
    rohingya displaced homeless""".split()
)
_COLLECTIVE = frozenset(
    "police personnel staff crew infantry cavalry cattle aircraft sheep military youth faithful".split()
)
_NOT_PLURAL_ENDS = ("ss", "us", "is", "'s")


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
    (`dozens of`), else it makes a part of what follows (`three of the bodies`).
    """
    if at >= stop:
        return None
    partitive = False
    begin = at
    if words.all[at].lower == "of":
        partitive = not of
        begin = at + 1
        while begin < stop and words.all[begin].lower in _DETERMINERS:
            begin += 1
    elif words.all[at].text == "-" and (words.joined(at - 1) and words.joined(at) or _member(words, at + 1, stop)):
        return Phrase(at + 1, at + 2, at + 1) if at + 1 < stop and words.all[at + 1].kind == "word" else None
    elif words.all[at].text in "\"“‘'" and at + 1 < stop:
        begin = at + 1
    head = _single(words, begin, stop) if single and not partitive else _plural(words, begin, stop)
    if head is None:
        return None
    end = _with_members(words, _listed(words, head + 1, stop), stop)
    return Phrase(begin, end, head, partitive)


_DETERMINERS = frozenset("the a an its his her their our my these those this that whose some all".split())


def _member(words: Words, at: int, stop: int) -> bool:
    """Whether a noun for people stands there, so that the dash before it is a hyphen (`six - member`)."""
    return at + 1 < stop and words.all[at].lower in people()


def _plural(words: Words, at: int, stop: int) -> int | None:
    """The head of a plural noun phrase that begins at `at`: the last of the first plurals that stand together."""
    head: int | None = None
    weak: int | None = None
    joined = False
    for index in range(at, min(at + _REACH, stop)):
        word = words.all[index]
        if word.kind == "sign":
            if word.text == "-" and words.joined(index) and head is None:
                continue
            if word.text == "(" and head is None and _closes(words, index, stop):
                continue
            if word.text == ")" and head is None:
                continue
            break
        if word.kind == "digits":
            if head is None and words.joined(index):
                continue
            break
        if word.lower in _STOP:
            if (
                word.lower in {"and", "or"}
                and head is None
                and not joined
                and index > at
                and _lists(words, index, stop)
            ):
                joined = True
                continue
            break
        if word.lower in _COLLECTIVE:
            weak = index
            if head is not None and index == head + 1:
                head = index
        elif is_plural(words, index):
            if (head is not None and index != head + 1) or (
                word.lower in _HARMED and (index == at or head is not None)
            ):
                break
            head = index
        elif head is not None:
            break
    if head is None and weak is not None:
        head = weak
    if head is None and at < stop and _is_people_word(words, at):
        return at
    return head


def _closes(words: Words, index: int, stop: int) -> bool:
    return any(words.all[i].text == ")" for i in range(index + 1, min(index + 4, stop)))


def _lists(words: Words, index: int, stop: int) -> bool:
    """Whether behind an "and" the same phrase goes on (`smaller or exiled governments`): a plural soon follows."""
    if words.all[index - 1].lower in _HARMED:
        return False
    for i in range(index + 1, min(index + 4, stop)):
        word = words.all[i]
        if word.kind != "word" or word.lower in _STOP or word.lower in _HARMED:
            return False
        if is_plural(words, i):
            return True
    return False


def _single(words: Words, at: int, stop: int) -> int | None:
    """The head of a singular noun phrase that begins at `at`."""
    end = at
    while end < min(at + _SINGULAR_REACH, stop):
        word = words.all[end]
        if word.kind != "word" or (word.lower in _STOP and word.lower != "more"):
            break
        if end > at and word.lower in _HARMED and not _adjective(words, end, stop):
            break
        end += 1
    while end > at and _no_noun(words.all[end - 1].lower):
        end -= 1
    return end - 1 if end > at else None


def _no_noun(word: str) -> bool:
    return word in _HARMED or word in {"more", "other"} or (word.endswith(("ly", "ing")) and word not in people())


def _adjective(words: Words, index: int, stop: int) -> bool:
    """Whether a participle goes with a noun behind it (`one damaged truck`)."""
    return index + 1 < stop and words.all[index + 1].kind == "word" and words.all[index + 1].lower not in _STOP


def _listed(words: Words, end: int, stop: int) -> int:
    """The end of a list of people that one number counts (`women, children and elderly`)."""
    if kin(words, end - 1) is None:
        return end
    at, last = end, None
    while at + 1 < stop:
        if words.all[at].text == "," and words.all[at + 1].lower != "and":
            at += 1
        elif words.all[at].lower in {"and", "or"}:
            last = at
            at += 1
        elif words.all[at].text == ",":
            last = at + 1
            at += 2
        else:
            return end
        if at >= stop or not is_plural(words, at) or words.all[at].lower in _VERBS or kin(words, at) is None:
            return end
        at += 1
        if last is not None:
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


def is_plural(words: Words, index: int) -> bool:
    """Whether word `index` looks like a plural noun."""
    word = words.all[index]
    lower = word.lower
    if lower in _WHOLE_PLURALS:
        return not (lower in _HARMED and index + 1 < len(words.all) and words.all[index + 1].kind == "word")
    if len(lower) > 3 and lower.endswith("s") and not lower.endswith(_NOT_PLURAL_ENDS):  # noqa: PLR2004
        return True
    if lower.endswith("is") and word.text[0].isupper() and len(lower) > 4:  # noqa: PLR2004
        return lower not in {"paris", "tunis"}
    return lower.endswith(("men", "women", "people", "children")) and len(lower) > 3  # noqa: PLR2004


def _is_people_word(words: Words, index: int) -> bool:
    """Whether a word that is no plural by its form names people (`Chinese`, `Rohingya`)."""
    word = words.all[index]
    return word.text[0].isupper() and not word.text.isupper() and word.lower.endswith(("ese", "ish", "yar", "ya"))


def singular(noun: str) -> str:
    """The singular of a plural noun in lower case, by rule."""
    irregular = {
        "people": "people",
        "men": "man",
        "women": "woman",
        "children": "child",
        "lives": "life",
        "wives": "wife",
    }
    if noun in irregular:
        return irregular[noun]
    for ending, instead in (("women", "woman"), ("men", "man"), ("children", "child")):
        if noun.endswith(ending):
            return noun[: -len(ending)] + instead
    if noun.endswith("ies") and len(noun) > 4:  # noqa: PLR2004
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us")):
        return noun[:-1]
    return noun


def kin(words: Words, head: int) -> Kin | None:
    """What the noun tells of people; None where it names none."""
    word = words.all[head]
    listed = people()
    for form in (
        word.lower,
        singular(word.lower),
        word.lower.rsplit("-", 1)[-1],
        singular(word.lower.rsplit("-", 1)[-1]),
    ):
        if form in listed:
            return listed[form]
    lower = word.lower
    if lower.endswith(("men", "man", "women", "woman", "people")):
        return Kin(None, None, "female" if lower.endswith(("women", "woman")) else None)
    capital = word.text[0].isupper() and not word.text.isupper()
    if (capital or word.text.isupper()) and lower.endswith(("ans", "ese", "lis", "nis", "qis", "tis", "mis", "bis")):
        return Kin(None, None, None)
    if lower not in figure_words("thing") and lower.endswith(("ists", "ist")):
        return Kin(None, None, None)
    return None


_STOP = figure_words("stop")
_VERBS = frozenset("guards leads officials sources".split())
_HARMED = frozenset(
    p[0]
    for first in harms().values()
    for p, of in first.items()
    if len(p) == 1 and any(h.use == "state" or h.form in {"part", "both", "past"} for h in of)
)
