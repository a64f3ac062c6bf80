"""Quantities with their meaning -> figures."""

from __future__ import annotations

from accordingto.count.forms import kin, singular
from accordingto.count.harm_phrases import Told
from accordingto.count.harms import Harms
from accordingto.count.parts import parts
from accordingto.count.periods import Periods
from accordingto.count.quantities import quantities
from accordingto.count.quantity import Quantity
from accordingto.count.skips import Skips
from accordingto.count.speech import Speech
from accordingto.count.words import Words, words
from accordingto.language.en.quantities import Kin, figure_words
from accordingto.records import Attribution, Date, Document, Figure, Harm, Reading, Span, via

_OF_PEOPLE: frozenset[Harm] = frozenset({"killed", "injured"})
"""Harms that happen to people, so that an unknown noun they are told of names people."""


def count(
    document: Document, reading: Reading, attributions: tuple[Attribution, ...], dates: tuple[Date, ...]
) -> tuple[Figure, ...]:
    """The figures of `document` in text order, with ids `f1`, `f2` and so on."""
    text = document.text
    tokens = words(text)
    found = quantities(tokens, Skips(text, [(d.span.start, d.span.end) for d in dates]))
    harms = Harms(tokens, found)
    speech = Speech(attributions)
    periods = Periods(dates)
    wholes = parts(tokens, found)
    by_id = {a.id: a for a in attributions}
    out: list[Figure] = []
    places: dict[int, str] = {}
    for index, quantity in enumerate(found):
        told = harms.of(index)
        people = _people(tokens, quantity)
        unit = _unit(tokens, quantity, people, told, out)
        if unit is None:
            continue
        start, end = tokens.all[quantity.start].start, _end(tokens, quantity)
        attribution = speech.around(tokens.all[quantity.number[0]].start)
        first, stop = tokens.sentence(quantity.start)
        date = periods.of(start, (tokens.all[first].start, tokens.all[stop - 1].end), attribution)
        low, high = quantity.bounds()
        part_of = wholes[index]
        places[index] = f"f{len(out) + 1}"
        out.append(
            Figure(
                id=places[index],
                span=Span.of(text, start, end),
                low=low,
                high=high,
                approx=quantity.approx,
                vague=quantity.vague,
                unit=unit,
                counted=_counted(tokens, quantity),
                harm=told.harm if told and unit == "people" else None,
                harm_words=_span(tokens, told.start, told.end) if told and unit == "people" else None,
                who=people.who if people else None,
                age=people.age if people else None,
                sex=people.sex if people else None,
                period=date.value if date else None,
                period_words=date.span if date else None,
                since_last="added" in quantity.effects,
                part_of=places.get(part_of) if part_of is not None else None,
                attribution=attribution.id if attribution else None,
                speaker=attribution.speaker if attribution else None,
                via=via(attribution, by_id) if attribution else (),
                denied=attribution is not None and attribution.stance == "denies",
                confidence=0.8,
            )
        )
    return tuple(out)


def _people(tokens: Words, quantity: Quantity) -> Kin | None:
    if quantity.phrase is None or quantity.unit is not None:
        return None
    for at in range(quantity.phrase.head, quantity.phrase.start - 1, -1):
        if at == quantity.phrase.head or tokens.all[at].lower in {"members", "member"}:
            found = kin(tokens, at)
            if found:
                return found
    return None


def _unit(tokens: Words, quantity: Quantity, people: Kin | None, told: Told | None, before: list[Figure]) -> str | None:
    """The unit; None where the number turns out to be no figure."""
    if quantity.unit is not None:
        return quantity.unit
    if quantity.kind in {"zero", "both"} and told is None:
        return None
    if people is not None:
        return "people"
    if quantity.phrase is not None:
        head = singular(tokens.all[quantity.phrase.head].lower)
        plural = tokens.all[quantity.phrase.head].lower
        if (
            told is not None
            and told.harm is not None
            and plural not in figure_words("thing")
            and plural not in figure_words("animal")
        ):
            return "people"
        return head
    if told is not None:
        return "people"
    return _of_before(tokens, quantity, before)


def _in_list(tokens: Words, quantity: Quantity, before: list[Figure]) -> bool:
    """Whether another figure stands before this one in its sentence."""
    first, _ = tokens.sentence(quantity.start)
    return bool(before) and before[-1].span.start >= tokens.all[first].start


def _of_before(tokens: Words, quantity: Quantity, before: list[Figure]) -> str:
    """The unit of a bare number: that of the figure before it in its sentence, else what the words before it tell."""
    first, _ = tokens.sentence(quantity.start)
    if {w.lower for w in tokens.all[max(first, quantity.start - 4) : quantity.start]} & figure_words("crowd"):
        return "people"
    start = tokens.all[first].start
    for figure in reversed(before):
        if figure.span.start < start:
            break
        if figure.counted is not None and not figure.unit.isupper() and figure.unit != "percent":
            return figure.unit
    return (
        "people"
        if quantity.number[1] - quantity.number[0] == 1 and tokens.all[quantity.start].kind == "word"
        else "thing"
    )


def _end(tokens: Words, quantity: Quantity) -> int:
    last = quantity.end
    if quantity.phrase is not None:
        last = max(last, quantity.phrase.end)
    return tokens.all[last - 1].end


def _counted(tokens: Words, quantity: Quantity) -> Span | None:
    return _span(tokens, quantity.phrase.start, quantity.phrase.end) if quantity.phrase else None


def _span(tokens: Words, start: int, end: int) -> Span:
    return Span.of(tokens.text, tokens.all[start].start, tokens.all[end - 1].end)


__all__ = ["count"]
