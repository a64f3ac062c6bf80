"""Quantities with their meaning -> figures."""

from __future__ import annotations

from collections.abc import Mapping

from accordingto.count.basis import basis_of, rate_of
from accordingto.count.confidence import confidence
from accordingto.count.harm_phrases import Hits
from accordingto.count.harms import Harms
from accordingto.count.kinds import PEOPLE, unit_of
from accordingto.count.parts import parts
from accordingto.count.periods import Periods
from accordingto.count.places import Places
from accordingto.count.population import Populations
from accordingto.count.quantities import quantities
from accordingto.count.skips import Skips
from accordingto.count.speech import Speech
from accordingto.count.spoken import Spoken
from accordingto.count.words import Words, words
from accordingto.records import Attribution, Date, Document, Figure, Reading, Span, via


def count(
    document: Document, reading: Reading, attributions: tuple[Attribution, ...], dates: tuple[Date, ...]
) -> tuple[Figure, ...]:
    """The figures of `document` in text order, with ids `f1`, `f2` and so on.

    Each is given the attribution whose content holds it, the innermost one. Dates tell when things happened, and are
    no figures themselves; without them years and days of the month are told from counts by their form.
    """
    return _Counting(document, reading, attributions, dates).figures()


class _Counting:
    """One document with everything that its figures are read from."""

    def __init__(
        self, document: Document, reading: Reading, attributions: tuple[Attribution, ...], dates: tuple[Date, ...]
    ) -> None:
        self._words = words(document.text)
        self._found = quantities(self._words, Skips(document.text, [(d.span.start, d.span.end) for d in dates]))
        hits = Hits(self._words)
        self._parts = parts(self._words, self._found)
        self._harms = Harms(hits, self._found, self._parts)
        cues = [t.span for t in reading.spans if t.label == "cue"] + [a.cue for a in attributions if a.cue]
        harmed = {self._words.sentence(q.start)[0] for i, q in enumerate(self._found) if self._harms.of(i)}
        spoken = Spoken(self._words, hits, cues, attributions)
        self._periods = Periods(document, self._words, hits, dates, spoken, harmed)
        self._places = Places(self._words, harmed, attributions)
        self._populations = Populations(self._words, self._found)
        self._speech = Speech(attributions)
        self._by_id = {a.id: a for a in attributions}

    def figures(self) -> tuple[Figure, ...]:
        """All figures, in order."""
        units: list[str] = []
        for index in range(len(self._found)):
            units.append(unit_of(self._words, self._found, index, self._harms.of(index), units) or "")
        ids = _ids(units)
        return tuple(self._figure(index, units[index], ids) for index in ids)

    def _figure(self, index: int, unit: str, ids: Mapping[int, str]) -> Figure:
        quantity = self._found[index]
        text = self._words
        harmed = self._harms.of(index) if unit == PEOPLE else None
        population = self._populations.of(index, harmed) if unit == PEOPLE else None
        attribution = self._speech.around(text.all[quantity.number[0]].start)
        period = self._periods.of(quantity, attribution, event=harmed is not None)
        placed = self._places.of(quantity, attribution, event=harmed is not None)
        per = rate_of(text, quantity)
        low, high = quantity.bounds()
        whole = self._parts[index]
        return Figure(
            id=ids[index],
            span=_span(text, quantity.start, quantity.last),
            low=low,
            high=high,
            approx=quantity.approx,
            vague=quantity.vague,
            unit=unit,
            counted=_span(text, quantity.phrase.start, quantity.phrase.end) if quantity.phrase else None,
            harm=harmed.harm if harmed else None,
            harm_words=_span(text, harmed.start, harmed.end) if harmed else None,
            who=population.who if population else None,
            group=population.group if population else None,
            age=population.age if population else None,
            sex=population.sex if population else None,
            place=placed[0] if placed else None,
            place_words=placed[1] if placed else None,
            period=period.value,
            period_words=period.words,
            as_of=period.as_of,
            basis=basis_of(text, quantity),
            since_last="added" in quantity.effects,
            per=per,
            part_of=ids.get(whole) if whole is not None else None,
            attribution=attribution.id if attribution else None,
            speaker=attribution.speaker if attribution else None,
            via=via(attribution, self._by_id) if attribution else (),
            denied=attribution is not None and attribution.stance == "denies",
            confidence=confidence(quantity, unit, harmed),
        )


def _ids(units: list[str]) -> dict[int, str]:
    """The id of each quantity that is a figure, by its index."""
    kept = [index for index, unit in enumerate(units) if unit]
    return {index: f"f{number}" for number, index in enumerate(kept, 1)}


def _span(text: Words, start: int, end: int) -> Span:
    return Span.of(text.text, text.all[start].start, text.all[end - 1].end)
