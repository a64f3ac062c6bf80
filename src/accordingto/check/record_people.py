"""Figure, Row -> whether the report speaks of other people than the record counts.

What a report says of them stands behind the number (`4,550 soldiers of the army and its allies`), or before it, in its
sentence or the one before, as the losses, deaths or casualties of somebody.
"""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from accordingto.language.en.accounts import account_pattern, account_words, whole_words
from accordingto.language.en.speakers import demonyms
from accordingto.records import Reported, Span
from accordingto.register import Register, Row

_STOP = re.compile(r"[.,;:()\d“”\"—–]|\b(?:" + "|".join(sorted(account_words("phrase_end"))) + r")\b", re.IGNORECASE)
_OF = re.compile(r"\s+(?:of|among|for|suffered by)\s+(?:the\s+)?", re.IGNORECASE)
_PLAIN = frozenset({"dead", "deaths", "fatalities", "lives", "people", "persons", "victims"})
"""Words for everybody whom a source counts."""
_LENGTH = 90
"""So many characters may describe the people counted."""


class Others(NamedTuple):
    """The people that the report speaks of differ: how, the words that say so, and the row that counts the others."""

    code: Literal["different_population", "nested_population"]
    words: Span | None
    beside: Row | None
    said: str


def others(one: Reported, before: Span | None, row: Row, register: Register) -> Others | None:
    """How the people of the report differ from those of the row, None where they do not, or where it cannot be told."""
    own = _behind(one)
    if account_pattern("apart").search(one.sentence.text):
        return None
    lost = _lost(_until(one))
    if lost is None and before is not None and not _names(own.text, row) and any(register.named(before.text)):
        lost = _lost(before)
    for words, alone in ((own, True), (lost, False)):
        found = _apart(words, row, register, alone=alone) if words is not None else None
        if found:
            return found
    return _by_fields(one, row) or _everybody(one, before, row, register)


def named_people(one: Reported, row: Row) -> bool:
    """Whether the report names the people that the row counts, in the words behind the number or the figure's own."""
    return _names(_behind(one).text, row) or _names(one.figure.group or "", row)


def _behind(one: Reported) -> Span:
    """The number with the words behind it that tell whom it counts."""
    span = one.figure.span
    rest = one.sentence.text[span.end - one.sentence.start :][:_LENGTH]
    stop = _STOP.search(rest)
    words = rest[: stop.start() if stop else len(rest)].rstrip()
    return Span(start=span.start, end=span.end + len(words), text=span.text + words)


def _until(one: Reported) -> Span | None:
    """The sentence up to the figure, None where the figure begins it."""
    start, end = one.sentence.start, one.figure.span.start
    return Span(start=start, end=end, text=one.sentence.text[: end - start]) if start < end else None


def _lost(words: Span | None) -> Span | None:
    """Those whose losses, deaths or casualties `words` speak of."""
    if words is None:
        return None
    for noun in account_pattern("loss").finditer(words.text):
        of = _OF.match(words.text, noun.end())
        if of:
            rest = words.text[of.end() : of.end() + _LENGTH]
            stop = _STOP.search(rest)
            people = rest[: stop.start() if stop else len(rest)].rstrip()
            if people:
                start = words.start + of.end()
                return Span(start=start, end=start + len(people), text=people)
    return None


def _apart(words: Span, row: Row, register: Register, *, alone: bool) -> Others | None:
    """Whom the words name though the row's source counts them apart.

    Where the words name them beside the row's own people, or as its allies, the report takes in more than the record
    counts; where they name them `alone` behind the number, it speaks of somebody else.
    """
    terms = {t.casefold() for t in row.population.terms}
    own = _names(words.text, row)
    for other in register.beside(row):
        theirs = frozenset(t for t in other.population.terms if t.casefold() not in terms)
        match = whole_words(theirs).search(words.text) if theirs else None
        if match is None:
            continue
        # A nation has soldiers and contractors: by its name alone the row's people are not named.
        own = own and (_by_terms(words.text, row) or not _of_nation(match[0], words.text, row))
        if own and not _joined(words.text, match):
            continue
        if own or alone:
            return Others("nested_population" if own else "different_population", words, other, words.text)
    return None


def _joined(words: str, match: re.Match[str]) -> bool:
    """Whether the words found stand in a list (`and its allies`), not as a part of another name (`the allied army`)."""
    return bool(re.search(r"\b(?:and|or|with|plus|nor|as well as)\b", words[: match.start()], re.IGNORECASE)) or bool(
        re.match(r"\s+(?:and|or|plus)\b", words[match.end() :], re.IGNORECASE)
    )


def _names(words: str, row: Row) -> bool:
    """Whether the words name the people of the row, by a term or by their nationality."""
    nationality = row.population.nationality
    return _by_terms(words, row) or (nationality is not None and nationality in _nationalities(words))


def _by_terms(words: str, row: Row) -> bool:
    """Whether a term for the people of the row stands in the words."""
    terms = row.population.terms
    return bool(terms) and whole_words(frozenset(terms)).search(words) is not None


def _of_nation(others: str, words: str, row: Row) -> bool:
    """Whether the words for others are all that the nation is named for: `Iraqi insurgents` for Iraqi police."""
    nation = row.population.nationality
    if nation is None or not row.population.terms:
        return False
    before = words[: words.index(others)].split()
    return nation in _nationalities(others) or (bool(before) and nation in _nationalities(before[-1]))


def _nationalities(words: str) -> frozenset[str]:
    """The countries whose people the words name."""
    known = demonyms()
    parts = re.findall(r"[^\W\d_]+", words)
    found = {known.get(p.casefold()) or known.get(p.casefold().removesuffix("s")) for p in parts if p[0].isupper()}
    return frozenset(code for code in found if code)


def _by_fields(one: Reported, row: Row) -> Others | None:
    """What the figure's own fields say against the row: another nation, or civilians for all."""
    figure, people = one.figure, row.population
    nations = _nationalities(" ".join(filter(None, (figure.group, figure.counted.text if figure.counted else None))))
    if people.nationality and len(nations) == 1 and people.nationality not in nations:
        return Others("different_population", figure.counted, None, figure.group or figure.span.text)
    if figure.who is None or people.who is None or figure.who == people.who:
        return None
    nested = "all" in (figure.who, people.who)
    words = figure.counted
    return Others(
        "nested_population" if nested else "different_population", words, None, words.text if words else figure.who
    )


def _everybody(one: Reported, before: Span | None, row: Row, register: Register) -> Others | None:
    """That the report says `people` of a number that its source gives for some, beside another one for everybody."""
    figure, whole = one.figure, register.whole(row)
    if whole is None or whole.population.who != "all" or row.population.who == "all" or not row.population.terms:
        return None
    told = any(_names(words.text, row) for words in (one.sentence, before) if words is not None)
    if figure.counted is None or figure.counted.text.casefold().split()[-1] not in _PLAIN or told:
        return None
    if figure.who or figure.group or figure.age or figure.sex:
        return None
    return Others("nested_population", figure.counted, whole, figure.counted.text)
