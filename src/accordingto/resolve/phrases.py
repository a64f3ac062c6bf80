"""The words that name a source -> what kind of phrase they are: whose name, what function, one or many."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from accordingto.language.en import speakers, word_class
from accordingto.resolve.described import described, function, head_of
from accordingto.resolve.names import Name, Person, names, person
from accordingto.resolve.phrase import Phrase, determiners
from accordingto.resolve.words import Word, words

_BREAK = re.compile(r"[,;:()\[\]–—\n]|\s-\s|--")
_UNNAMED = re.compile(
    r"anonym|condition of|declin\w+ to be (?:named|identified)|unnamed|unidentified|with (?:direct )?knowledge of|"
    r"(?:asked|wish\w*|want\w*|request\w+|insist\w+|prefer\w*) (?:not to be|to remain|that)|"
    r"not (?:be )?(?:authori[sz]ed|named|identified)|familiar with|close to",
    re.IGNORECASE,
)
_UNNAMED_BEHIND = re.compile(
    r"[\s,(]*(?:who\s+|speaking\s+|and\s+)?(?:(?:also|both|has|have|had|was|were|is|are)\s+)*"
    r"(?:(?:asked|wish\w*|want\w*|request\w+|insist\w+|prefer\w*)\s+(?:not\s+to\s+be\s+\w+|to\s+remain\s+anonymous|anonymity|that)|"
    r"(?:spoke|speaking)?\s*(?:only\s+)?(?:on|under)\s+(?:the\s+)?condition\s+of|requested\s+anonymity|"
    r"declin\w+\s+to\s+be\s+(?:named|identified)|not\s+(?:be\s+)?(?:authori[sz]ed|allowed|permitted)\s+to)",
    re.IGNORECASE,
)
"""What a relative clause behind a function says of one who is not to be named."""
_BEFORE_NAMES = frozenset(("by", "from", "to", "of"))
_BESIDE_PRONOUN = frozenset("all also both each himself herself itself themselves too".split())  # noqa: SIM905
_MOST_PARTS = 12
_MANY = frozenset("both several some three two".split())  # noqa: SIM905
_CLAUSE = 90
"""So far behind a phrase a clause about it may say that it is not to be named, in code points."""


def parse(text: str, start: int, end: int, lower: frozenset[str]) -> Phrase:
    """What kind of phrase stands in `text` between two offsets; `lower` as for `names`."""
    parts = _joint(text, start, end, lower)
    if not parts:
        return _one(text, start, end, lower)
    bodies = all(p.sort in {"organisation", "country", "media"} for p in parts)
    return Phrase(start, end, "organisation" if bodies else "people", parts=parts, plural=True)


def _one(text: str, start: int, end: int, lower: frozenset[str]) -> Phrase:
    some = words(text, start, end)
    while len(some) > 1 and some[0].text in _BEFORE_NAMES:
        some = some[1:]
    if not some:
        return Phrase(start, end, "name", core=end)
    first = some[0].key
    alone = len(some) == 1
    body = _acronym(some[0], lower)
    if first in word_class("personal_pronoun") and (alone or (len(some) == 2 and some[1].key in _BESIDE_PRONOUN)):
        return Phrase(start, end, "pronoun", head=first)
    if first in word_class("relative_pronoun") and alone and not body:
        return Phrase(start, end, "pronoun", head=first)
    segments = _segments(text, some, lower)
    phrase = _named(text, segments, lower) or described(text, segments[0], lower)
    if phrase.sort == "name" and phrase.name is not None and len(segments) > 1 and _is_body(segments[1]):
        phrase.sort = "organisation"
    if phrase.sort in {"role", "people", "name", "anonymous"} and _unnamed(text, start, end, first):
        phrase.sort = "anonymous"
    phrase.core = segments[0][-1].start + len(segments[0][-1].bare)
    phrase.start, phrase.end = start, end
    return phrase


def _is_body(segment: Sequence[Word]) -> bool:
    """Whether an apposition says that a body is named before it (`, a rights group`)."""
    head = head_of(segment)
    return head is not None and segment[0].key in determiners() and head.key in speakers.organisation_nouns()


def _unnamed(text: str, start: int, end: int, first: str) -> bool:
    """Whether the words, or a clause right behind those that bring somebody in, say that no name is to be told."""
    if _UNNAMED.search(text, start, end):
        return True
    brings_in = first in word_class("indefinite") or first.isdigit() or first in _MANY
    return brings_in and _UNNAMED_BEHIND.match(text, end, min(len(text), end + _CLAUSE)) is not None


def _acronym(word: Word, lower: frozenset[str]) -> bool:
    """Whether a word in capitals is a name and no small word (`the WHO`): in a text that writes others small."""
    return bool(lower) and len(word.bare) > 1 and word.bare.isupper()


def _segments(text: str, some: Sequence[Word], lower: frozenset[str]) -> list[list[Word]]:
    """The words parted at commas, brackets and dashes, without relative clauses."""
    out: list[list[Word]] = [[]]
    for i, word in enumerate(some):
        if i and out[-1] and _BREAK.search(text, some[i - 1].end, word.start):
            out.append([])
        relative = word.key in word_class("relative_pronoun") and not _acronym(word, lower)
        if i and (relative or word.key == "including"):
            break
        out[-1].append(word)
    return [s for s in out if s] or [list(some)]


def _named(text: str, segments: Sequence[Sequence[Word]], lower: frozenset[str]) -> Phrase | None:
    """A phrase with a person's name in it."""
    for place, segment in enumerate(segments):
        others = (*segments[:place], *segments[place + 1 :])
        found = _person_in(segment, text, lower, apposed=any(function(s) is not None for s in others))
        if found is None:
            continue
        name, who = found
        if len(who.name) == 1 and who.name[0].role is not None and _full_name(segments[place + 1 :], text, lower):
            continue  # "Sheriff Investigator, Dan Tarn"
        phrase = Phrase(segment[0].start, segment[-1].end, "person", name=name, person=who)
        before = [w for w in segment if w.end <= who.name[0].start]
        if before:
            phrase.roles.append((before[0].start, before[-1].end))
        for other in others:
            if function(other) is not None:
                phrase.roles.append((other[0].start, other[-1].start + len(other[-1].bare)))
        return phrase
    return None


def _full_name(segments: Sequence[Sequence[Word]], text: str, lower: frozenset[str]) -> bool:
    """Whether the next segment is a person's name in full."""
    found = _person_in(segments[0], text, lower, apposed=True) if segments else None
    return found is not None and len(found[1].name) > 1 and found[1].name[0].start == segments[0][0].start


def _person_in(
    segment: Sequence[Word], text: str, lower: frozenset[str], *, apposed: bool
) -> tuple[Name, Person] | None:
    """The run of capitals in a segment that is a person's name and what the segment is about."""
    for name in names(text, segment, lower):
        behind = [w for w in segment if w.start >= name.end]
        before = [w for w in segment if w.end <= name.start]
        if (name.possessive and behind) or (behind and behind[0].key not in word_class("preposition")):
            continue
        who = person(name, sure=apposed or _introduced(before, name))
        if who is None or (
            any(w.key in word_class("preposition") for w in before)
            and (not who.before or who.before[-1].role is not None)
        ):
            continue
        return name, who
    return None


def _introduced(before: Sequence[Word], name: Name) -> bool:
    """Whether the words before a name say that a person follows: a function, or any noun before a full name."""
    if not before or before[-1].possessive or before[-1].key in word_class("preposition"):
        return False
    if before[-1].role is not None:
        return True
    noun = before[-1].key not in determiners() and before[-1].key not in speakers.organisation_nouns()
    return noun and len(name.words) > 1 and not before[-1].capital and name.sort == "unknown"


def _joint(text: str, start: int, end: int, lower: frozenset[str]) -> tuple[Phrase, ...]:
    """The parts of a phrase that names several speakers; empty where it names one."""
    some = words(text, start, end)
    joints = [i for i, w in enumerate(some) if w.key == "and" and 0 < i < len(some) - 1]
    relative = word_class("relative_pronoun")
    if not joints or any(w.key in relative and not _acronym(w, lower) for w in some[: joints[-1]]):
        return ()
    cuts = _cuts(text, some, joints[-1])
    if len(cuts) > _MOST_PARTS or not all(_stands_alone(text, a, b, lower) for a, b in cuts):
        return ()
    parts = tuple(_one(text, a, b, lower) for a, b in cuts)
    apposed = parts[0].sort == "person" and any(start > parts[0].name_end for start, _ in parts[0].roles)
    if any(p.sort in {"document", "hearsay"} or (apposed and p.sort == "role" and p.indefinite) for p in parts):
        return ()
    return parts if all(p.name is not None or p.definite for p in parts if p.sort == "name") else ()


def _cuts(text: str, some: Sequence[Word], at: int) -> list[tuple[int, int]]:
    """Where the parts stand of a list whose last "and" is word `at`."""
    left = [i for i in range(1, at) if "," in text[some[i - 1].end : some[i].start]]
    listed = (left and "," not in text[some[at - 1].end : some[at].start]) or len(left) > 1
    bounds = [0, *(left if listed else []), at]
    return [(some[a].start, some[b - 1].end) for a, b in pairwise(bounds)] + [(some[at + 1].start, some[-1].end)]


def _stands_alone(text: str, start: int, end: int, lower: frozenset[str]) -> bool:
    """Whether a part of a coordination is a speaker by itself: with an article, a name, or many."""
    some = words(text, start, end)
    if not some:
        return False
    if some[0].key in {"he", "she"}:
        return len(some) == 1
    if some[0].key in determiners():
        return len(some) > 1
    found = names(text, some, lower)
    if function(some) is None and any(n.start == some[0].start and n.end >= some[-1].start for n in found):
        return True
    phrase = _one(text, start, end, lower)
    return phrase.sort == "person" or (phrase.sort == "people" and function(some) is not None)
