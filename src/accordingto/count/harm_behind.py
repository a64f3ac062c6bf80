"""Harm told behind a figure: `were killed`, `died`, `dead`, `, who …, were wounded`."""

from __future__ import annotations

from accordingto.count.harm_phrases import Hit, Hits, Told
from accordingto.count.quantity import Quantity
from accordingto.language.en.quantities import figure_words

_CLAUSE = 14
_REACH = 3 * _CLAUSE
_QUOTES = frozenset("\"“”'")
_CLOSING = {",": ",", "(": ")", "–": "–", "—": "—", "-": "-"}
_INNER_SIGNS = frozenset("-’'\"()")


class HarmBehind:
    """Looks for the predicate behind a figure."""

    def __init__(self, hits: Hits, numbers: set[int]) -> None:
        """`numbers` are the words at which quantities begin."""
        self._hits = hits
        self._words = hits.words
        self._numbers = numbers
        self._be = figure_words("be")
        self._aux = figure_words("aux")

    def told(self, quantity: Quantity) -> Told | None:
        """What is told of a quantity by what stands behind it."""
        words = self._words
        _, stop = words.sentence(quantity.start)
        at = quantity.last
        passive = skipped = False
        limit = min(stop, at + _REACH)
        while at < limit:
            lower = words.all[at].lower
            hit = self._hits.at(at)
            if hit:
                return self._judged(hit, stop, passive=passive, skipped=skipped)
            if lower in self._be or (lower in self._aux and passive):
                passive, skipped = True, False
                at += 1
            elif self._light(at):
                at += 1
            elif passive and lower != "in":
                return self._among(at, limit) if lower == "among" else None
            else:
                jumped = self._past(at, limit, quantity)
                if jumped is None:
                    return None
                at, skipped = jumped, True
        return None

    def _light(self, at: int) -> bool:
        """Whether a word between a figure and its predicate changes nothing."""
        word = self._words.all[at]
        if word.lower in figure_words("adverb") or word.lower.endswith("ly") or word.lower in {"who", "that"}:
            return True
        return word.text in _QUOTES

    def _among(self, at: int, limit: int) -> Told | None:
        """`were among those killed`, `were among the dead`."""
        for i in range(at + 1, min(at + 5, limit)):
            hit = self._hits.at(i)
            reading = hit.of("object", "state", "noun") if hit else None
            if hit and reading:
                return Told(reading.harm, hit.start, hit.end, "right")
        return None

    def _past_relative(self, at: int, limit: int) -> int | None:
        """Behind a relative clause that tells no harm: `two women who worked for them were killed`."""
        words = self._words
        for i in range(at, min(at + _CLAUSE, limit)):
            if i in self._numbers or words.all[i].kind == "sign" or self._hits.at(i):
                return None
            if i > at and words.all[i].lower in self._be:
                return i
        return None

    def _past(self, at: int, limit: int, quantity: Quantity) -> int | None:
        """Where the predicate goes on behind what stands between it and the figure; None where it does not."""
        words = self._words
        text = words.all[at].text
        if text == "-" and words.lower(at + 1) == "-":
            return self._past_dashes(at + 2, limit)
        if words.lower(at - 1) in {"who", "that"} and words.all[at].kind == "word":
            return self._past_relative(at, limit)
        if text in _CLOSING and not (text == "-" and words.joined(at)):
            return self._past_inserted(at, limit, quantity)
        if words.all[at].lower in figure_words("leads_on") and at not in self._numbers:
            return self._past_adjunct(at, limit)
        return None

    def _past_dashes(self, at: int, limit: int) -> int | None:
        """Behind two hyphens that stand for a dash, up to the next two."""
        for i in range(at, min(at + _CLAUSE, limit - 1)):
            if self._words.all[i].text == "-" and self._words.all[i + 1].text == "-":
                return i + 2
        return None

    def _past_inserted(self, at: int, limit: int, quantity: Quantity) -> int | None:
        """Behind what stands between commas, brackets or dashes: `12 people, three of them boys, were hurt`."""
        words = self._words
        text = words.all[at].text
        follows = self._hits.at(at + 1)
        if text == "," and follows and follows.end not in self._numbers:
            verb = follows.of("object", "state")
            if verb and verb.form in {"part", "both", "-"}:
                return at + 1
        if text == "," and at + 1 < limit and words.all[at + 1].lower == "including":
            return self._resumed(at + 2, limit)
        if text == "," and words.lower(at + 1) in self._be and self._closes_insertion(quantity):
            return at + 1
        for i in range(at + 1, min(at + _CLAUSE, limit)):
            if words.all[i].text == _CLOSING[text] and not (text == "-" and words.joined(i)):
                goes_on = i + 1 < limit and (words.all[i + 1].lower in self._aux or self._hits.at(i + 1))
                if goes_on:
                    return i + 1
                if text != ",":
                    return None
            elif words.all[i].text == ";":
                return None
        return None

    def _closes_insertion(self, quantity: Quantity) -> bool:
        """Whether a comma before the figure opens what the one behind it closes: `ten people, two of them women,`."""
        first, _ = self._words.sentence(quantity.start)
        return any(self._words.all[i].text == "," for i in range(max(first, quantity.start - _CLAUSE), quantity.start))

    def _past_adjunct(self, at: int, limit: int) -> int | None:
        """Behind words with a preposition: `12 people in two villages were killed`."""
        words = self._words
        lower = words.all[at].lower
        for i in range(at + 1, min(at + _CLAUSE, limit)):
            word = words.all[i]
            if i in self._numbers or (word.kind == "sign" and word.text not in _INNER_SIGNS):
                return None
            hit = self._hits.at(i)
            if lower == "with" and hit and i > at + 3:
                return None
            if hit or word.lower in self._aux:
                return None if lower == "and" and (i == at + 1 or self._acts(hit)) else i
        return None

    def _resumed(self, at: int, limit: int) -> int | None:
        """Where the predicate stands behind an ", including …": at the verb behind its closing comma, or at an aux."""
        for i in range(at, min(at + _CLAUSE, limit)):
            if self._words.all[i].lower in self._aux or (self._hits.at(i) and self._words.all[i - 1].text == ","):
                return i
        return None

    def _acts(self, hit: Hit | None) -> bool:
        """Whether a verb tells what somebody does, in a clause joined by "and": `… and injuring five`."""
        return hit is not None and hit.of("subject", "state") is None

    def _judged(self, hit: Hit, stop: int, *, passive: bool, skipped: bool) -> Told | None:
        """What the hit behind a figure tells of those whom it counts; side `agent` where they did it to others."""
        state, subject, verb = hit.of("state"), hit.of("subject"), hit.of("object")
        if subject and not passive:
            return self._with_joined(Told(subject.harm, hit.start, hit.end, "right"), stop)
        done = verb is not None and verb.form in {"part", "both"}
        if verb and done and (passive or not self._hits.takes_object(hit.end, stop, self._numbers)):
            if skipped and not passive and verb.harm == "casualties":
                return None
            return self._with_joined(Told(verb.harm, hit.start, hit.end, "right"), stop)
        if state and not passive and not self._hits.takes_object(hit.end, stop, self._numbers):
            return self._with_joined(Told(state.harm, hit.start, hit.end, "right"), stop)
        if verb and not passive:
            return None if skipped and verb.form == "ing" else Told(verb.harm, hit.start, hit.end, "agent")
        if state:
            return self._with_joined(Told(state.harm, hit.start, hit.end, "right"), stop)
        if subject:
            return Told(subject.harm, hit.start, hit.end, "right")
        return self._by_noun(hit) if not passive else None

    def _by_noun(self, hit: Hit) -> Told | None:
        """`12 people with wounds`: a noun of harm, right behind the figure or behind "with"."""
        noun = hit.of("noun")
        near = "with" in {self._words.lower(hit.start - 1), self._words.lower(hit.start - 2)}
        return Told(noun.harm, hit.start, hit.end, "right") if noun and near else None

    def _with_joined(self, told: Told, stop: int) -> Told:
        return self._hits.joined_behind(told, stop, self._numbers)
