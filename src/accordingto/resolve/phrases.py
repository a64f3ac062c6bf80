"""The words that name a source -> what kind of phrase they are: whose name, what function, one or many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from accordingto.language.en import speakers, word_class
from accordingto.records import Party
from accordingto.resolve.names import Name, Person, names, person, sort_of
from accordingto.resolve.words import Word, words

Sort = Literal[
    "pronoun",
    "person",
    "role",
    "people",
    "organisation",
    "country",
    "media",
    "document",
    "hearsay",
    "anonymous",
    "name",
]
Offsets = tuple[int, int]

PRONOUNS = frozenset(["he", "him", "his", "she", "her", "it", "they", "them", "we", "us", "i", "me", "you", "himself", "herself", "themselves", "itself"])
RELATIVES = frozenset(["who", "which", "whom", "whose", "that"])
DEFINITE = frozenset(["the", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my"])
INDEFINITE = frozenset(["a", "an", "one", "another", "some", "any", "many", "several", "most", "few", "other", "others", "two", "three", "both"])
PREPOSITIONS = frozenset(
    ["of", "for", "in", "from", "at", "with", "on", "near", "to", "by", "inside", "outside", "within", "around", "across", "behind", "among", "against", "about", "close", "over", "under", "between", "into", "during", "after", "before", "since", "than", "as", "like", "familiar"]
)
_BREAK = re.compile(r"[,;:()\[\]–—\n]|\s-\s|--")
_UNNAMED = re.compile(
    r"anonym|condition of|declin\w+ to be (?:named|identified)|(?:asked|wish\w*|want\w*|request\w+|insist\w+|prefer\w*) "
    r"(?:not to be|to remain|that)|not (?:be )?(?:authori[sz]ed|named|identified)|familiar with|unnamed|unidentified|"
    r"with (?:direct )?knowledge of|close to",
    re.IGNORECASE,
)
_FIGURES = frozenset(["data", "figures", "statistics", "estimates", "numbers", "records"])


@dataclass(slots=True)
class Phrase:
    """What the words of a source tell by themselves.

    `name` is where the name of a person or body stands in them, `roles` where functions do, `head` the singular of the
    noun that they are about, `modifiers` the other words that describe it.
    """

    start: int
    end: int
    text: str
    sort: Sort
    head: str = ""
    name: Name | None = None
    person: Person | None = None
    roles: list[Offsets] = field(default_factory=list)
    modifiers: frozenset[str] = frozenset()
    definite: bool = False
    indefinite: bool = False
    plural: bool = False
    possessor: Name | None = None
    owner: Name | None = None
    parts: tuple[Phrase, ...] = ()

    @property
    def noun(self) -> speakers.Noun:
        """What lies in its head noun."""
        return speakers.role_nouns().get(self.head) or speakers.organisation_nouns().get(self.head) or speakers.Noun()

    @property
    def party(self) -> Party | None:
        """What side the head noun speaks for."""
        return self.noun.party


def parse(text: str, start: int, end: int, lower: frozenset[str]) -> Phrase:
    """What kind of phrase stands in `text` between two offsets; `lower` as for `names`."""
    parts = _joint(text, start, end, lower)
    if parts:
        bodies = all(p.sort in {"organisation", "country", "media"} for p in parts)
        sort: Sort = "organisation" if bodies else "people"
        return Phrase(start, end, text[start:end], sort, parts=parts, plural=True)
    return _one(text, start, end, lower)


def _one(text: str, start: int, end: int, lower: frozenset[str]) -> Phrase:
    some = words(text, start, end)
    while len(some) > 1 and some[0].key in {"by", "from", "to", "of"} and some[0].text.islower():
        some = some[1:]
    whole = text[start:end]
    if not some:
        return Phrase(start, end, whole, "name")
    if some[0].key in PRONOUNS and len(some) <= 2:
        return Phrase(start, end, whole, "pronoun", head=some[0].key)
    if some[0].key in RELATIVES and len(some) == 1:
        return Phrase(start, end, whole, "pronoun", head=some[0].key)
    segments = _segments(text, some)
    named = _named(text, segments, lower)
    if named is not None:
        phrase = named
    else:
        phrase = _described(text, segments[0], lower)
    if _UNNAMED.search(whole) and phrase.sort in {"role", "people", "name", "anonymous"}:
        phrase.sort = "anonymous"
    phrase.start, phrase.end, phrase.text = start, end, whole
    return phrase


def _segments(text: str, some: Sequence[Word]) -> list[list[Word]]:
    """The words parted at commas, brackets and dashes, without relative clauses."""
    out: list[list[Word]] = [[]]
    for i, word in enumerate(some):
        if i and out[-1] and _BREAK.search(text, some[i - 1].end, word.start):
            out.append([])
        if word.key in RELATIVES and i:
            break
        out[-1].append(word)
    return [s for s in out if s] or [list(some)]


def _named(text: str, segments: Sequence[Sequence[Word]], lower: frozenset[str]) -> Phrase | None:
    """A phrase with a person's name in it."""
    for place, segment in enumerate(segments):
        found = _person_in(text, segment, lower, apposed=_apposed(segments, place))
        if found is None:
            continue
        name, who = found
        phrase = Phrase(segment[0].start, segment[-1].end, "", "person", name=name, person=who)
        before = [w for w in segment if w.end <= who.name[0].start]
        if before:
            phrase.roles.append((before[0].start, before[-1].end))
        for other in (*segments[:place], *segments[place + 1 :]):
            if _function(other) is not None:
                phrase.roles.append((other[0].start, other[-1].start + len(other[-1].bare)))
        return phrase
    return None


def _apposed(segments: Sequence[Sequence[Word]], place: int) -> bool:
    """Whether a segment beside this one is a person's function."""
    near = (*segments[max(0, place - 1) : place], *segments[place + 1 : place + 2])
    return any(_function(s) is not None for s in near)


def _function(segment: Sequence[Word]) -> Word | None:
    """The noun for a person that heads a segment; None where it has none."""
    head = head_of(segment)
    return head if head is not None and head.role is not None and not head.possessive else None


def head_of(segment: Sequence[Word]) -> Word | None:
    """The noun that a phrase without relative clause is about: the last word before its first preposition."""
    head = None
    for word in segment:
        if head is not None and not word.capital and (word.key in PREPOSITIONS or word.key in word_class("after_noun")):
            break
        head = word
    return head


def _person_in(
    text: str, segment: Sequence[Word], lower: frozenset[str], *, apposed: bool
) -> tuple[Name, Person] | None:
    """The last run of capitals in a segment that is a person's name and what the segment is about."""
    found = list(names(text, segment, lower))
    for name in found:
        behind = [w for w in segment if w.start >= name.end]
        before = [w for w in segment if w.end <= name.start]
        if (name.possessive and behind) or (behind and behind[0].key not in PREPOSITIONS):
            continue
        sure = apposed or _introduced(before, name)
        who = person(name, sure=sure)
        if who is None:
            continue
        if any(w.key in PREPOSITIONS for w in before) and (not who.before or who.before[-1].role is not None):
            continue
        return name, who
    return None


def _introduced(before: Sequence[Word], name: Name) -> bool:
    """Whether the words before a name say that a person follows: a function, or any noun before a full name."""
    if not before or before[-1].possessive or before[-1].key in PREPOSITIONS:
        return False
    if before[-1].role is not None:
        return True
    noun = before[-1].key not in DEFINITE | INDEFINITE and before[-1].key not in speakers.organisation_nouns()
    return noun and len(name.words) > 1 and not before[-1].capital and sort_of(name) == "unknown"


def _described(text: str, segment: Sequence[Word], lower: frozenset[str]) -> Phrase:
    """A phrase without a person's name: what it is about."""
    first = segment[0].key
    rest = list(segment)
    while len(rest) > 1 and (rest[0].key in DEFINITE or rest[0].key in INDEFINITE) and not _proper(rest):
        rest = rest[1:]
    found = list(names(text, rest, lower))
    whole = next((n for n in found if n.start <= rest[0].start and n.end >= rest[-1].start), None)
    head = head_of(rest) or rest[-1]
    phrase = Phrase(rest[0].start, rest[-1].end, "", "name", head=head.singular)
    phrase.definite, phrase.indefinite = first in DEFINITE, first in INDEFINITE
    phrase.plural = head.plural
    phrase.modifiers = frozenset(w.singular for w in rest if w is not head and w.key not in PREPOSITIONS)
    phrase.owner = next((n for n in found if n.words[0] != head), None)
    phrase.possessor = next((n for n in found if n.possessive), None)
    phrase.name = whole
    phrase.sort = _sort(phrase, rest, head)
    return phrase


def _proper(rest: Sequence[Word]) -> bool:
    """Whether an article belongs to a name in capitals (`Two Rivers`)."""
    return rest[0].key not in DEFINITE and rest[0].text[0].isupper() and rest[1].capital and rest[0].text.isupper()


def _sort(phrase: Phrase, rest: Sequence[Word], head: Word) -> Sort:
    key = head.key
    if phrase.name is not None:
        sort = _sort_of_name(phrase, phrase.name, head)
        if sort is not None:
            return sort
    if key in speakers.media_names() and head.capital:
        return "media"
    if phrase.head in {"source", "insider"}:
        return "anonymous"
    if key in _FIGURES and phrase.owner is not None and sort_of(phrase.owner) in {"organisation", "country"}:
        phrase.name = phrase.owner
        return "country" if sort_of(phrase.owner) == "country" else "organisation"
    return _sort_of_noun(phrase, rest, head)


def _sort_of_name(phrase: Phrase, name: Name, head: Word) -> Sort | None:
    sort = sort_of(name)
    if sort == "country":
        return "country"
    if head.plural and head.singular in speakers.demonyms():
        return "people"
    if sort in {"organisation", "media"} and head.role is None:
        return "media" if sort == "media" else "organisation"
    if sort == "unknown" and head.role is None and head.key not in speakers.document_nouns():
        return "organisation" if phrase.definite and len(name.words) > 1 else "name"
    return None


def _sort_of_noun(phrase: Phrase, rest: Sequence[Word], head: Word) -> Sort:
    key = head.key
    if key in speakers.document_nouns() or key in speakers.hearsay_nouns() or key in _FIGURES:
        return _statement(phrase, key, bare=len(rest) == 1)
    noun = speakers.organisation_nouns().get(key) or speakers.organisation_nouns().get(_without_s(key))
    if noun is not None and not (head.role is not None and "former" in phrase.modifiers):
        if key in {"government", "administration"} and phrase.owner is not None and _land(phrase.owner):
            return "country"
        news = phrase.modifiers & {"news", "television", "tv", "radio", "media"}
        return "media" if noun.party == "media" or (news and key in {"agency", "network"}) else "organisation"
    if head.role is not None:
        return "people" if phrase.plural else "role"
    if key in {"some", "many", "others", "those", "most", "several", "few"} or head.plural or key.endswith("s"):
        phrase.plural = True
        return "people"
    if head.singular in speakers.demonyms():
        return "people" if not phrase.indefinite else "role"
    return "name"


def _land(name: Name) -> bool:
    return len(name.words) <= 3 and (name.key in speakers.demonyms() or name.key in speakers.country_names())


def _without_s(key: str) -> str:
    return key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")


def _statement(phrase: Phrase, key: str, *, bare: bool) -> Sort:
    """A document, or hearsay: a statement that nobody is said to have made."""
    if key in speakers.hearsay_nouns() and phrase.owner is None and not phrase.modifiers - {"recent", "some", "new"}:
        if key not in speakers.document_nouns() or bare or key.endswith("s"):
            return "hearsay"
    return "document"


def _joint(text: str, start: int, end: int, lower: frozenset[str]) -> tuple[Phrase, ...]:
    """The parts of a phrase that names several speakers; empty where it names one."""
    some = words(text, start, end)
    joints = [i for i, w in enumerate(some) if w.key == "and" and 0 < i < len(some) - 1]
    if not joints or any(w.key in {"who", "which"} for w in some[: joints[-1]]):
        return ()
    at = joints[-1]
    cuts = [(some[0].start, some[at - 1].end), (some[at + 1].start, end)]
    left = [i for i in range(1, at) if "," in text[some[i - 1].end : some[i].start]]
    if (left and "," not in text[some[at - 1].end : some[at].start]) or len(left) > 1:
        bounds = [0, *left, at]
        cuts = [(some[a].start, some[b - 1].end) for a, b in zip(bounds, bounds[1:], strict=False) if a < b] + cuts[1:]
    if not all(_stands_alone(text, a, b, lower, first=a == start) for a, b in cuts):
        return ()
    parts = tuple(_one(text, a, b, lower) for a, b in cuts)
    sorts = {p.sort for p in parts}
    if "name" in sorts and not all(p.name is not None for p in parts):
        return ()
    return parts if not (sorts & {"document", "hearsay"}) else ()


def _stands_alone(text: str, start: int, end: int, lower: frozenset[str], *, first: bool) -> bool:
    """Whether a part of a coordination is a speaker by itself: with an article, a name, or a bare plural."""
    some = words(text, start, end)
    if not some:
        return False
    if some[0].key in DEFINITE or some[0].key in INDEFINITE or some[0].key in {"he", "she"}:
        return len(some) > 1 or some[0].key in {"he", "she"}
    found = list(names(text, some, lower))
    whole = any(n.start == some[0].start and n.end >= some[-1].start for n in found)
    if whole and _function(some) is None:
        return True
    phrase = _one(text, start, end, lower)
    return phrase.sort == "person" or (not first and phrase.sort == "people" and phrase.plural)
