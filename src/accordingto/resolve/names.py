"""Text -> the names in it: runs of capitalised words, with what the word lists tell of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Literal

from accordingto.language.en import speakers, word_class
from accordingto.resolve.words import Word, particles, plain, words

Sort = Literal["person", "organisation", "media", "country", "unknown"]

_LINK = re.compile(r"[ \u00a0](?:of|for|on|at)(?:[ \u00a0]the)?[ \u00a0]|[ \u00a0]&[ \u00a0]")
_AND = re.compile(r"[ \u00a0]and(?:[ \u00a0]the)?[ \u00a0]")
_SUFFIXES = frozenset(("jr", "sr"))
_MAX_NAME = 5
"""Persons bear no more words than that, particles left out."""


@dataclass(frozen=True, slots=False)
class Name:
    """A run of capitalised words of the text, with the small words inside it."""

    words: tuple[Word, ...]

    @property
    def start(self) -> int:
        """Where it begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where it ends, a possessive ending and the full stop of a sentence left out."""
        return self.words[-1].start + len(self.words[-1].bare)

    @property
    def text(self) -> str:
        """Its words with a blank between them."""
        return " ".join((*(w.text for w in self.words[:-1]), self.words[-1].bare))

    @cached_property
    def key(self) -> str:
        """Its words for comparison."""
        return plain(self.text)

    @cached_property
    def sort(self) -> Sort:
        """What it is the name of, as far as the lists tell; a person only by a given name or a title before it."""
        return _sort(self)

    @property
    def possessive(self) -> bool:
        """Whether it ends in 's."""
        return self.words[-1].possessive


def names(text: str, some: Iterable[Word], lower: frozenset[str]) -> Iterator[Name]:
    """The names among `some` words of `text`, in order.

    `lower` are words that the text also writes small: such a word at the beginning of a sentence is no name.
    """
    run: list[Word] = []
    for word in some:
        if not word.capital or (not run and _opens(text, word, lower)):
            continue
        gap = _joined(text, run, word) if run else None
        if gap is None:
            if run:
                yield Name(tuple(run))
            run = [] if _opens(text, word, lower) else [word]
        else:
            run += [*gap, word]
    if run:
        yield Name(tuple(run))


def _opens(text: str, word: Word, lower: frozenset[str]) -> bool:
    """Whether `word` is capitalised for another reason than being a name."""
    if _small(word) or word.key in word_class("opens_caption"):
        return True
    if word.key not in lower or word.role is not None:
        return False
    before = text[max(0, word.start - 3) : word.start].rstrip()
    return not before or before[-1] in ".!?:\"“”'‘’\n—–-(" or "\n" in text[max(0, word.start - 3) : word.start]


def _small(word: Word) -> bool:
    """Whether a word is none of a name although it begins with a capital; acronyms are."""
    return word.key in speakers.not_names() and not (word.text.isupper() and len(word.text) > 1)


def _joined(text: str, run: Sequence[Word], word: Word) -> list[Word] | None:
    """The small words between a run and the next capitalised word; None where the run ends."""
    last = run[-1]
    gap = text[last.end : word.start]
    if last.possessive or not gap or len(gap) > 20:
        return None
    saint = len(run) == 1 and last.key in {"ft", "mt", "st"}
    if last.text.endswith(".") and last.bare != last.text and not (saint or _abbreviated(last)):
        return None
    if _small(word):
        return None
    if _gap().fullmatch(gap):
        return words(text, last.end, word.start)
    linked = _LINK.fullmatch(gap) or (_AND.fullmatch(gap) and any(w.key in {"of", "for"} for w in run))
    if linked and (last.role is not None or any(_body(w) for w in run)):
        return words(text, last.end, word.start)
    return None


@cache
def _gap() -> re.Pattern[str]:
    """What may part two words of one name: blanks, small words, a nickname in quotation marks or brackets."""
    small = "|".join(sorted(particles()))
    nick = r"[\"“‘'(][^\W\d_][\w.'’ -]{0,18}[\"”’')]"
    return re.compile(rf"[ \u00a0]+(?:(?:(?:{small})|{nick})[ \u00a0]+)*")


def _abbreviated(word: Word) -> bool:
    return word.key in speakers.titles() or word.key in _SUFFIXES or len(word.bare) == 1 or _dotted(word)


def _dotted(word: Word) -> bool:
    return word.bare.endswith(".") and "." in word.bare[:-1]


def _body(word: Word) -> bool:
    return word.key in speakers.organisation_nouns() or word.key in {"state", "states", "secretary"}


@dataclass(frozen=True, slots=True)
class Person:
    """A name taken apart: what stands before it (titles, functions, where from), and the words of the name itself."""

    before: tuple[Word, ...]
    name: tuple[Word, ...]


def person(name: Name, *, sure: bool = False) -> Person | None:
    """The person whom a run of words names; None where it looks like no person.

    `sure` says that the words around tell of a person (a title before it, an apposition, a verb of speech).
    """
    run = list(name.words)
    at = _behind_roles(run)
    before, rest = run[:at], run[at:]
    if not before or not rest:
        cut = _behind_place(run)
        before, rest = (before, rest) if not cut else (run[:cut], run[cut:])
    bare = [w for w in rest if w.key not in particles()]
    if not bare or len(bare) > _MAX_NAME or not rest[-1].capital or any(w.key in {"of", "for", "&"} for w in rest):
        return None
    titled = bool(before) and before[-1].role is not None
    if not (titled or sure or _given(bare)) or _impersonal(rest, titled=titled):
        return None
    return Person(tuple(before), tuple(rest))


def _behind_roles(run: Sequence[Word]) -> int:
    """Where the name begins behind the last title or function before it."""
    for i in range(len(run) - 2, -1, -1):
        word = run[i]
        if word.key in speakers.titles() or (word.role is not None and not word.plural and not _is_given(word)):
            # "State Hillary Clinton" behind "Secretary of"
            j = i + 1
            while j < len(run) - 1 and run[j].key in {"of", "for", "on", "at", "the"}:
                j += 1
            return _behind_object(run, j) if j > i + 1 else j
    return 0


def _behind_object(run: Sequence[Word], at: int) -> int:
    """Behind what a function is of: up to the first given name, else to the last two words."""
    for i in range(at + 1, len(run)):
        if _is_given(run[i]):
            return i
    return len(run) - 2 if len(run) - at >= 3 else len(run)


def _behind_place(run: Sequence[Word]) -> int:
    """Where a person's name begins behind a country's or a body's in the same run (`Iraq Elbrus Kutrashev`)."""
    if _named_as_land(run):
        return 0
    for size in (3, 2, 1):
        head = " ".join(w.key for w in run[:size])
        if len(run) - size >= 1 and (head in speakers.countries() or head in speakers.demonyms()):
            return size
    return next((i for i in range(1, len(run) - 1) if _is_given(run[i]) and not _is_given(run[0]) and _word(run, i)), 0)


def _word(run: Sequence[Word], at: int) -> bool:
    """Whether what stands before a given name is no first name or initial itself: a body's or a land's name."""
    return any(_body(w) or w.country or (w.text.isupper() and len(w.bare) > 2) for w in run[:at])


def _is_given(word: Word) -> bool:
    return word.key in speakers.given_names() and word.capital and not word.possessive


def _given(bare: Sequence[Word]) -> bool:
    """Whether a name of several words begins with a given name or initial."""
    first = bare[0]
    return len(bare) > 1 and (_is_given(first) or bool(re.fullmatch(r"(?:[^\W\d_]\.?){1,2}", first.text)))


def _impersonal(rest: Sequence[Word], *, titled: bool) -> bool:
    """Whether a name is a body's, a land's or an outlet's rather than a person's."""
    key = plain(" ".join(w.bare for w in rest))
    if key in speakers.country_names() or key in outlets() or key in _known_bodies():
        return True
    if key in speakers.countries() and not titled:
        return True
    last = rest[-1]
    if last.plural and (last.role is not None or last.singular in speakers.demonyms()):
        return True
    caps = [_shouts(w) for w in rest]
    if any(caps) and not all(caps):
        return True
    if _body(last) and len(rest) > 1 and not _is_given(rest[0]):
        return True
    land = rest[0].country is not None and not _named_as_land(rest)
    body = any(_body(w) for w in rest[1:]) or last.key in speakers.media_words() or land
    return body and not titled


def _named_as_land(run: Sequence[Word]) -> bool:
    """Whether a land's name is a given name here: one other word follows, which is no function (`Georgia Tarn`)."""
    if len(run) != 2 or not _is_given(run[0]) or run[0].country is None:
        return False
    last = run[1]
    return last.capital and last.role is None and last.country is None and not _body(last)


def _sort(name: Name) -> Sort:
    key = name.key
    if key in speakers.country_names():
        return "country"
    if key in outlets() or _outlet(name):
        return "media"
    if key in _known_bodies():
        return "organisation"
    if person(name) is not None:
        return "person"
    if key in speakers.countries():
        return "country"
    if any(_body(w) for w in name.words) or acronym(name) or _capitals_within(name) or _of_land(name):
        return "organisation"
    return "unknown"


@cache
def outlets() -> frozenset[str]:
    """The outlets of the word lists, for comparison."""
    return frozenset(map(plain, speakers.media_names()))


@cache
def _known_bodies() -> frozenset[str]:
    return frozenset(map(plain, speakers.organisation_names()))


def _outlet(name: Name) -> bool:
    last = name.words[-1].key
    return (
        len(name.words) > 1 and last in speakers.media_words() - {"agency", "today", "post", "star", "standard"}
    ) or (last == "post" and len(name.words) == 2 and name.words[0].role is None and not _is_given(name.words[0]))


def acronym(name: Name) -> bool:
    """Whether a name is one word of two or more capitals."""
    word = name.words[-1].bare.replace(".", "")
    if word.isupper() and "-" in word:  # "CJTF-OIR"
        word = max(word.split("-"), key=len)
    capitals = sum(c.isupper() for c in word)
    return len(name.words) == 1 and 1 < len(word) <= 6 and 2 <= capitals >= len(word) - capitals and word.isalnum()


def _of_land(name: Name) -> bool:
    """Whether a name begins with a land's and goes on in capitals: bodies are called so (`Iraq Body Count`)."""
    first, *rest = name.words
    whole = len(rest) > 1 and all(w.capital and w.role is None for w in rest)
    return whole and first.key in speakers.country_names() and not first.possessive


def _capitals_within(name: Name) -> bool:
    """Whether a word in capitals stands beside others (`FIRST Global`): bodies write themselves so."""
    return len({_shouts(w) for w in name.words}) == 2


def _shouts(word: Word) -> bool:
    """Whether a word is written in capitals throughout and is no initials (`K.C.`)."""
    return word.bare.isupper() and len(word.bare) > 2 and not _dotted(word)


def initials(name: Name) -> str:
    """The first letters of a name's capitalised words."""
    return "".join(w.text[0] for w in name.words if w.text[0].isupper()).upper()
