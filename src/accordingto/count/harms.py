"""What happened to those whom a figure counts: killed, injured, missing … and the words that tell it."""

from __future__ import annotations

from collections.abc import Sequence

from accordingto.count.forms import singular
from accordingto.count.harm_ahead import HarmAhead
from accordingto.count.harm_behind import HarmBehind
from accordingto.count.harm_phrases import Hits, Told
from accordingto.count.parts import lists_on
from accordingto.count.quantity import Quantity
from accordingto.language.en.quantities import figure_words, people
from accordingto.records import Harm

_WEAK: frozenset[Harm] = frozenset({"detained", "displaced", "casualties"})
_TALLIES = 4
"""So many figures back the one is looked for that another tally gives anew."""
_FREED_BEFORE, _FREED_BEHIND = 2, 4


class Harms:
    """The harm of each quantity of a text."""

    def __init__(self, hits: Hits, found: Sequence[Quantity], parts: Sequence[int | None]) -> None:
        """`hits` are the phrases of harm of a text, `found` all its quantities, `parts` what each is a part of."""
        self._words = hits.words
        self._found = found
        self._hits = hits
        self._behind = HarmBehind(self._hits, {q.start for q in found})
        self._ahead = HarmAhead(self._hits)
        bases = {whole for i, whole in enumerate(parts) if whole is not None and whole > i}
        self._told: list[Told | None] = [self._own(q, base=i in bases) for i, q in enumerate(found)]
        self._parts = parts
        self._share_with_parts(later=True)
        self._share()
        self._share_with_parts(later=False)

    def of(self, index: int) -> Told | None:
        """What is told of quantity `index`."""
        return self._told[index]

    def _own(self, quantity: Quantity, *, base: bool) -> Told | None:
        """What the words around one quantity tell of it; of a `base` only what a relative clause or its noun says."""
        if quantity.unit is not None and quantity.unit != "percent":
            return None
        if quantity.phrase is None and self._is_household(quantity):
            return None
        inside = self._inside(quantity)
        if inside and not self._weak(inside):
            return inside
        relative = self._words.lower(quantity.last) in {"who", "that"}
        if base and not relative and not self._hits.at(quantity.last):
            return inside
        behind = self._behind.told(quantity)
        if behind is not None and behind.side == "agent":
            return inside or (self._ahead.told(quantity) if relative else None)
        told = behind or self._ahead.told(quantity)
        if told is None and inside and self._freed(quantity):
            return None
        return told or inside or self._ahead.toll(quantity)

    def _is_household(self, quantity: Quantity) -> bool:
        """Whether a parent's children are counted, to whom nothing is said to have happened: `a father of three`."""
        of = self._words.lower(quantity.start - 1) == "of"
        return of and self._words.lower(quantity.start - 2) in figure_words("parent")

    def _weak(self, inside: Told) -> bool:
        """Whether a noun names people by what was done to them before (`hostages`), so that a verb tells more."""
        noun = self._words.all[inside.end - 1].lower
        return inside.harm in _WEAK and (noun in people() or singular(noun) in people()) and noun != "casualties"

    def _freed(self, quantity: Quantity) -> bool:
        """Whether those counted were let go."""
        ahead = self._words.all[max(0, quantity.start - _FREED_BEFORE) : quantity.start]
        behind = self._words.all[quantity.last : quantity.last + _FREED_BEHIND]
        return any(w.lower in figure_words("freed") for w in ahead + behind)

    def _inside(self, quantity: Quantity) -> Told | None:
        """Harm in the phrase itself: its head (`12 deaths`) or a participle in it (`wounded soldiers`)."""
        if quantity.phrase is None:
            return None
        for at in range(quantity.phrase.head, quantity.phrase.start - 1, -1):
            hit = self._hits.at(at)
            if hit is None:
                continue
            head = at == quantity.phrase.head or hit.end == quantity.phrase.head + 1
            noun = hit.of("noun") if head else None
            if noun:
                saved = noun.harm == "killed" and self._words.lower(quantity.start - 1) in figure_words("saved")
                return None if saved else Told(noun.harm, hit.start, hit.end, "inside", noun=True)
            state = hit.of("state") or hit.of("object")
            if not head and state and (state.use == "state" or state.form in {"part", "both"}):
                return Told(state.harm, hit.start, hit.end, "inside")
        return None

    def _share_with_parts(self, *, later: bool) -> None:
        """A part has the harm of its whole: `30 of the 80 wounded` (`later`), `12 died, including five children`."""
        for index, whole in enumerate(self._parts):
            if whole is None or (whole > index) != later or self._told[index] is not None:
                continue
            if self._found[index].kind != "zero" and self._found[index].unit is None:
                self._told[index] = self._told[whole]

    def _share(self) -> None:
        """Harm goes on along lists (`two soldiers and two civilians died`) and to parts (`including five children`)."""
        for index in range(len(self._found) - 2, -1, -1):
            told = self._told[index + 1]
            if self._told[index] is None and told and told.side == "right" and self._leads(index):
                self._told[index] = told
        for index in range(1, len(self._found)):
            told = self._told[index - 1]
            if self._told[index] is None and told is not None and self._found[index].unit is None:
                self._told[index] = told if self._follows(index, told) else None
            if self._told[index] is None:
                self._told[index] = self._retold(index)

    def _retold(self, index: int) -> Told | None:
        """What was told of a figure that another tally gives anew: `killed 31; the ministry put the number at nine`."""
        words, other = self._words, self._found[index]
        if other.phrase is not None or other.unit is not None or other.kind == "zero":
            return None
        first, _ = words.sentence(other.start)
        before = words.lower(other.start - 1)
        for back in range(index - 1, max(-1, index - _TALLIES), -1):
            one = self._found[back]
            told = self._told[back]
            if one.start < first or told is None:
                continue
            between = {w.lower for w in words.all[one.last : other.start]}
            anew = before in figure_words("tally") or (before == "at" and between & figure_words("tally_noun"))
            return told if anew and between & figure_words("tally") else None
        return None

    def _leads(self, index: int) -> bool:
        """Whether nothing but a joining word stands between a figure and the next, which has what is told of both."""
        one, other = self._found[index], self._found[index + 1]
        if not self._alike(one, other):
            return False
        between = [w.lower for w in self._words.all[one.last : other.start]]
        if one.phrase is None:
            return len(between) == 1 and between[0] in {"and", "or", "to"}
        return lists_on(self._words, self._found, index + 1)

    def _follows(self, index: int, told: Told) -> bool:
        """Whether a figure goes on the list of the one before it: `killed 12 soldiers and two civilians`."""
        one, other = self._found[index - 1], self._found[index]
        if not self._alike(one, other):
            return False
        begin = one.last if told.side != "right" else max(one.last, told.end)
        between = [w.lower for w in self._words.all[begin : other.start]]
        if told.side == "right":
            return "with" in between and _joins(between)
        return _joins(between) or self._more_of_them(other, begin)

    def _more_of_them(self, other: Quantity, begin: int) -> bool:
        """`killed 170 in the capital and dozens more in the hills`: no verb stands between."""
        more = "added" in other.effects or (
            other.phrase is not None and self._words.lower(other.phrase.head) in figure_words("generic")
        )
        if not more or self._words.lower(other.start - 1) != "and":
            return False
        aux = figure_words("aux")
        return not any(self._hits.at(i) or self._words.lower(i) in aux for i in range(begin, other.start))

    def _alike(self, one: Quantity, other: Quantity) -> bool:
        """Whether two figures stand in one sentence and neither is a share, a sum or a measure."""
        same = self._words.sentence(one.start) == self._words.sentence(other.start)
        return same and one.unit is None and other.unit is None


def _joins(between: list[str]) -> bool:
    joins = figure_words("join")
    return bool(between) and all(word in joins for word in between)
