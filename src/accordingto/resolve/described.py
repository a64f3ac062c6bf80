"""A source without a person's name: what its noun says of it."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.language.en import speakers, word_class
from accordingto.resolve.names import Name, names
from accordingto.resolve.phrase import Phrase, Sort
from accordingto.resolve.words import Word

_FIGURES = frozenset(("data", "estimates", "figures", "numbers", "records", "statistics"))
_NEWS = frozenset(("news", "radio", "television", "tv"))
_DOES = ("ant", "er", "ian", "ist", "man", "or", "woman")
"""A noun with such an ending is for somebody who does something; another one unknown to the lists is for a thing."""
_SOMEBODY = frozenset(("anybody", "anyone", "somebody", "someone"))
_MANY = frozenset(("both", "few", "many", "most", "others", "several", "some", "those"))
_THINGS = ("ages", "ics", "ings", "ities", "laws", "ments", "rules", "sions", "tions")
_PLAIN = frozenset(("latest", "new", "other", "recent", "some"))


def function(segment: Sequence[Word]) -> Word | None:
    """The noun for a person that heads a segment; None where another word does."""
    head = head_of(segment)
    return head if head is not None and head.role is not None and not head.possessive else None


def head_of(segment: Sequence[Word]) -> Word | None:
    """The noun that a phrase without relative clause is about: the last word before a preposition or participle."""
    head = None
    for word in segment:
        ends = word.key in word_class("preposition") or word.key in word_class("after_noun")
        if head is not None and (word.key in speakers.not_names() if word.capital else ends):
            break
        head = word
    return head


def described(text: str, segment: Sequence[Word], lower: frozenset[str]) -> Phrase:
    """The phrase of a segment in which no person's name stands."""
    first = segment[0].key
    alone = len(segment) == 1 or segment[1].key in word_class("preposition")
    if first in _SOMEBODY or (first in _MANY and alone):
        sort: Sort = "people" if first in _MANY else "name"
        return Phrase(segment[0].start, segment[-1].end, sort, head=first, plural=first in _MANY)
    rest, many = _counted(segment)
    found = list(names(text, rest, lower))
    head = head_of(rest) or rest[-1]
    phrase = Phrase(rest[0].start, rest[-1].end, "name", head=head.singular)
    phrase.definite, phrase.indefinite = first in word_class("definite"), first in word_class("indefinite")
    phrase.owned = first in {"his", "her", "their"}
    phrase.plural = head.plural or many
    phrase.modifiers = frozenset(w.singular for w in rest if w is not head and w.key not in word_class("preposition"))
    phrase.common = frozenset(w.singular for w in rest if w is not head and w.text.islower() and special(w))
    phrase.country = next((w.country for w in rest if w.country is not None), None)
    phrase.owner = next((n for n in found if n.words[0] != head), None)
    behind = next((w for w in rest if w.start > head.start), None)
    until = rest[-1].start if behind is not None and behind.key in {"of", "for"} else head.start
    phrase.name = next((n for n in found if n.start <= rest[0].start and n.end > until), None)
    phrase.sort = _sort(phrase, rest, head)
    if first == "one" and len(segment) > 1 and segment[1].key == "of" and phrase.sort == "people":
        phrase.sort, phrase.plural, phrase.indefinite = "name", False, True
    if phrase.name is None and found and found[-1].end >= rest[-1].start:
        _called(phrase, rest, found[-1])
    return phrase


def _called(phrase: Phrase, rest: Sequence[Word], name: Name) -> None:
    """Take the name that stands behind a noun for a body: `the weekly magazine Ferry`, `a group known as Tarn`."""
    before = [w for w in rest if w.end <= name.start and w.key not in {"as", "called", "known", "named", "the"}]
    noun = speakers.organisation_nouns().get(before[-1].key) if before and before[-1].text.islower() else None
    if noun is not None:
        phrase.name = name
        phrase.sort = "media" if noun.party == "media" or name.sort == "media" else "organisation"


def special(word: Word) -> bool:
    """Whether a word in a function tells it from others: no preposition, rank or article."""
    return not any(word.key in word_class(c) for c in ("preposition", "rank", "definite", "indefinite"))


def _counted(segment: Sequence[Word]) -> tuple[list[Word], bool]:
    """A phrase without article and without what only says how many (`a lot of people`), and whether there are many."""
    rest, many = list(segment), False
    if rest[0].key == "not" and len(rest) > 1:
        rest = rest[1:]
    for i in range(min(4, len(rest) - 2)):
        if rest[i].key in word_class("quantity") and rest[i + 1].key == "of":
            rest, many = rest[i + 2 :], True
            break
    while len(rest) > 1 and rest[0].key in word_class("definite") | word_class("indefinite"):
        rest = rest[1:]
    return rest, many


def _sort(phrase: Phrase, rest: Sequence[Word], head: Word) -> Sort:
    if phrase.name is not None and (sort := _sort_of_name(phrase, phrase.name, head)) is not None:
        return sort
    if head.key in speakers.media_names() and head.capital:
        return "media"
    if phrase.head in {"source", "insider"}:
        return "anonymous"
    owner = phrase.owner
    if head.key in _FIGURES and owner is not None and owner.end + 1 == head.start and len(owner.text) > 2:
        sort_of_owner = owner.sort
        if sort_of_owner in {"organisation", "country"} and owner.key not in speakers.organisation_nouns():
            phrase.name = owner
            return "country" if sort_of_owner == "country" else "organisation"
    return _sort_of_noun(phrase, rest, head)


def _sort_of_name(phrase: Phrase, name: Name, head: Word) -> Sort | None:
    sort = name.sort
    if sort == "country":
        return "country"
    if head.plural and head.singular in speakers.demonyms():
        return "people"
    if sort == "media":
        return "media"
    if sort == "organisation" and head.role is None:
        return "organisation"
    if phrase.definite and len(name.words) == 1 and head.key in speakers.media_words():
        return "media"
    if sort == "unknown" and (phrase.definite or phrase.indefinite) and len(name.words) == 1 and _many(head.key):
        phrase.plural = True
        return "people"
    if sort == "unknown" and head.role is None and head.key not in speakers.document_nouns():
        return "organisation" if phrase.definite and len(name.words) > 1 else "name"
    return None


def _sort_of_noun(phrase: Phrase, rest: Sequence[Word], head: Word) -> Sort:
    key = head.key
    if key in speakers.document_nouns() or key in speakers.hearsay_nouns() or key in _FIGURES:
        return _statement(phrase, key, bare=len(rest) == 1)
    if key in word_class("collective") and not (key == "group" and phrase.definite):
        phrase.plural = True
        return "people"
    noun = speakers.organisation_nouns().get(key) or speakers.organisation_nouns().get(_without_s(key))
    if noun is not None and not (head.role is not None and "former" in phrase.modifiers):
        return _sort_of_body(phrase, key, media=noun.party == "media")
    if head.role is not None or head.singular in speakers.demonyms():
        return "people" if phrase.plural or (head.role is None and not phrase.indefinite) else "role"
    if key.endswith(_THINGS) and not head.capital:
        return "document"
    if phrase.plural or key in word_class("quantity") or key in {"others", "those"} or _many(key):
        phrase.plural = True
        return "people"
    if head.capital or key.endswith(_DOES):
        return "name"
    return "document"


def _sort_of_body(phrase: Phrase, key: str, *, media: bool) -> Sort:
    owner = phrase.owner
    if key in {"government", "administration"} and owner is not None and _land(owner):
        return "country"
    return "media" if media or (phrase.modifiers & _NEWS and key in {"agency", "network"}) else "organisation"


def _many(key: str) -> bool:
    return key.endswith("s") and not key.endswith(("ss", "us", "is", "'s"))


def _land(name: Name) -> bool:
    return name.key in speakers.demonyms() or name.key in speakers.country_names()


def _without_s(key: str) -> str:
    return key[:-3] + "y" if key.endswith("ies") else key.removesuffix("s")


def _statement(phrase: Phrase, key: str, *, bare: bool) -> Sort:
    """A document, or hearsay: a statement that nobody is said to have made."""
    hearsay = key in speakers.hearsay_nouns() and phrase.owner is None and not phrase.modifiers - _PLAIN
    bare = bare and not phrase.definite
    if hearsay and (key not in speakers.document_nouns() or bare or key.endswith("s")):
        return "hearsay"
    return "document"
