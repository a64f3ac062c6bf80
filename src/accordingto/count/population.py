"""Who those counted are: civilians or combatants, of what group, how old, of which sex."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

from accordingto.count.forms import is_plural, kin, singular
from accordingto.count.harm_phrases import Told
from accordingto.count.quantity import Quantity
from accordingto.count.words import Words
from accordingto.language.en.quantities import Kin, figure_words, people
from accordingto.language.en.speakers import demonyms
from accordingto.records import Age, Harm, Sex, Who

_BEHIND = 10
_NOUN_REACH = 5
_SUBJECT_REACH = 6
_SUFFERED = frozenset({"suffered", "sustained", "lost", "took", "with", "had", "have"})
_T = TypeVar("_T")
_SUFFERABLE: frozenset[Harm] = frozenset({"killed", "injured", "casualties"})
_ALL: frozenset[Who] = frozenset({"civilians", "combatants"})


@dataclass(frozen=True, slots=True)
class Population:
    """What the text tells of those counted; None for what it does not."""

    who: Who | None = None
    group: str | None = None
    age: Age | None = None
    sex: Sex | None = None


class Populations:
    """Asked quantity by quantity in text order: an elliptic figure counts those of the figure before it."""

    def __init__(self, words: Words, found: Sequence[Quantity]) -> None:
        self._words = words
        self._found = found
        self._at_war = any(_who(words, at) == "combatants" for at in range(len(words.all)))
        self._last: tuple[int, Population] | None = None
        """The first word of the sentence of the last figure that told of its people, and what it told."""

    def of(self, index: int, told: Told | None) -> Population:
        """Who quantity `index`, of which `told` is told, counts."""
        quantity = self._found[index]
        first, _ = self._words.sentence(quantity.start)
        known = self._named(quantity)
        who = known.who or self._told_who(told) or self._behind(quantity)
        if who is None and self._last and self._last[0] == first and self._elliptic(quantity):
            who = self._last[1].who
        known = Population(who, known.group, known.age, known.sex)
        if known.who or known.group:
            self._last = first, known
        return known

    def _named(self, quantity: Quantity) -> Population:
        """What the counted phrase itself tells, head and modifiers, every noun of a list."""
        if quantity.phrase is None:
            return Population()
        words = self._words
        kins: list[Kin] = []
        adjectives: set[Who | None] = set()
        for at in range(quantity.phrase.start, quantity.phrase.end):
            lower = words.all[at].lower
            found = kin(words, at)
            if lower == "man" and words.lower(at - 1) == "-":
                continue
            if found is not None and (at == quantity.phrase.head or is_plural(words, at)):
                kins.append(found)
            adjectives.add(_adjective(lower))
            if self._at_war and lower in figure_words("civil_work"):
                adjectives.add("civilians")
        ages: list[Age | None] = [k.age for k in kins]
        sexes: list[Sex | None] = [k.sex for k in kins]
        whos = {k.who for k in kins if k.who} | {a for a in adjectives if a}
        plain = words.all[quantity.phrase.head].lower in figure_words("civil_work")
        who = "civilians" if plain and whos == {"civilians"} else _one_of(whos)
        return Population(
            who,
            self._group(quantity),
            _same(ages),
            _same(sexes),
        )

    def _group(self, quantity: Quantity) -> str | None:
        """The words of the phrase that name a nation or another group: those with capitals, and demonyms."""
        if quantity.phrase is None:
            return None
        words = self._words
        named = [
            at
            for at in range(quantity.phrase.start, quantity.phrase.end)
            if words.all[at].kind == "word"
            and (_demonym(words.all[at].lower) or (words.all[at].text[0].isupper() and not words.shouted))
        ]
        if not named:
            return None
        return words.text[words.all[named[0]].start : words.all[named[-1]].end]

    def _told_who(self, told: Told | None) -> Who | None:
        """Who the noun of harm names: `civilian fatalities numbered`, `casualties among soldiers`."""
        if told is None or not told.noun:
            return None
        words = self._words
        before = _adjective(words.lower(told.start - 1))
        if before is not None and told.start:
            return before
        if words.lower(told.end) in {"of", "among", "for", "figure", "toll"} and told.side == "left":
            _, stop = words.sentence(told.end)
            for at in range(told.end, min(told.end + _NOUN_REACH + 1, stop)):
                who = _who(words, at)
                if who:
                    return who
        had = _SUFFERED & {words.lower(told.start - 2), words.lower(told.start - 3)}
        return self._subject(told.start - 2) if had and told.harm in _SUFFERABLE else None

    def _subject(self, at: int) -> Who | None:
        """Whom a noun shortly before word `at` names: `the guerrillas suffered 29 casualties`."""
        first, _ = self._words.sentence(at)
        for i in range(at, max(first, at - _SUBJECT_REACH) - 1, -1):
            who = _who(self._words, i)
            if who:
                return who
        return None

    def _behind(self, quantity: Quantity) -> Who | None:
        """`all` where civilians are said to be among those counted, or both kinds are named in apposition."""
        words = self._words
        _, stop = words.sentence(quantity.start)
        found: set[Who] = set()
        listing = words.lower(quantity.last) in {",", "-", "–", "—", "(", "including"}
        for at in range(quantity.last, min(quantity.last + _BEHIND, stop) if listing else quantity.last):
            if words.lower(at) in figure_words("be"):
                break
            who = _who(words, at)
            if who:
                found.add(who)
        inclusive = "including" in {words.lower(quantity.last), words.lower(quantity.last + 1)}
        return "all" if found == _ALL or (inclusive and found == {"civilians"}) else None

    def _elliptic(self, quantity: Quantity) -> bool:
        """Whether a figure names nobody of its own: a bare number, or `others`."""
        if quantity.unit is not None:
            return False
        if quantity.phrase is None:
            return True
        return self._words.lower(quantity.phrase.head) in {"others", "more"}


def _who(words: Words, at: int) -> Who | None:
    """Whom a plural noun, or an adjective before one, names."""
    word = words.all[at]
    if word.kind != "word":
        return None
    listed = people()
    found = listed.get(word.lower) or listed.get(singular(word.lower))
    return (found.who if found else None) or ("civilians" if word.lower in figure_words("civilian_adjective") else None)


def _adjective(word: str) -> Who | None:
    if word in figure_words("civilian_adjective"):
        return "civilians"
    return "combatants" if word in figure_words("combatant_adjective") else None


def _demonym(word: str) -> bool:
    return word in demonyms() or singular(word) in demonyms()


def _one_of(whos: set[Who]) -> Who | None:
    if not whos:
        return None
    return next(iter(whos)) if len(whos) == 1 else "all"


def _same(values: list[_T | None]) -> _T | None:
    """The value that all have in common."""
    return values[0] if values and all(v == values[0] for v in values) else None
