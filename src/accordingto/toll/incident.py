"""Reported* -> the amounts that tell the toll of the incident which each report is about, and what was left out.

A report is about the incident whose toll it gives first, or calls the toll or the total. Left out are parts of another
figure, figures that come on top of an earlier one, and those of other times, places and incidents.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from accordingto.edtf import Bounds, InvalidDate, bounds
from accordingto.language.en.accounts import account_pattern
from accordingto.records import Harm, Reported
from accordingto.toll.amounts import Amount, amounts

_LONG = 45
"""A period of more days than these is that of a series or a war, not of an incident."""
_APART = 10
"""So many days may lie between two figures of one incident: people die in hospital later."""
_LEAD = 1200
"""The toll of its own incident stands in the first so many characters of a report; a later one is of something else."""
_FEWER, _MORE = 2, 4
"""Another voice's number for the same dead is over half of the first, and at most four times as much."""
_FURTHER = re.compile(r"\b(?:another|others?)\b|\bmore\b(?!\s+than)", re.IGNORECASE)


@dataclass(slots=True)
class Chosen:
    """The amounts kept, and a sentence for each figure that was left out."""

    amounts: list[Amount] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def chosen(figures: Iterable[Reported], harm: Harm) -> Chosen:
    """The amounts of `harm` for the incident, report by report in the order given."""
    reports: dict[str, list[Reported]] = {}
    for one in figures:
        reports.setdefault(one.document, []).append(one)
    out = Chosen()
    for of_report in reports.values():
        _of_report(sorted(of_report, key=lambda r: r.figure.span.start), harm, out)
    return out


def _of_report(figures: Sequence[Reported], harm: Harm, out: Chosen) -> None:
    wholes = {r.figure.id: r for r in figures}
    kept: list[Reported] = []
    for place, one in enumerate(figures):
        if one.figure.unit != "people" or one.figure.harm != harm:
            continue
        why = _not_a_total(one, wholes.get(one.figure.part_of or "")) or _further(figures, place)
        if why:
            out.notes.append(f"“{one.figure.span.text}” left out: {why}")
        else:
            kept.append(one)
    now = [r for r in kept if not _background(r)]
    if now:
        others = {r.id for r in kept} - {r.id for r in now}
        out.notes += [f"“{r.figure.span.text}” left out: of another time or incident" for r in kept if r.id in others]
    elif kept:
        out.notes.append("the report gives only figures of a longer or another time, which were taken")
    found = amounts(now or kept)
    if found and found[0].first.figure.span.start >= _LEAD:
        out.notes += [f"“{a.words}” left out: the report does not begin with it" for a in found]
    else:
        _totals(found, out)


def _not_a_total(one: Reported, whole: Reported | None) -> str | None:
    """Why a figure cannot be a total, None where it can."""
    figure = one.figure
    if whole is not None and whole.figure.harm == figure.harm:
        return f"a part of “{whole.figure.span.text}”"
    if figure.denied:
        return "its source denies it"
    if figure.per is not None:
        return "a rate"
    if figure.span.text[:4].casefold() == "both":
        return "it speaks of two who were named before"
    return None


def _further(figures: Sequence[Reported], place: int) -> str | None:
    """Why `two others` is no total: it comes on top of an earlier figure.

    It is one where those others suffered another harm: `one was killed and two others hurt`.
    """
    one = figures[place]
    if not one.figure.since_last and not _FURTHER.search(one.figure.span.text):
        return None
    for before in reversed(figures[max(0, place - 5) : place]):
        if before.sentence != one.sentence:
            break
        if before.figure.harm:
            return "it comes on top of an earlier figure" if before.figure.harm == one.figure.harm else None
    return "it comes on top of an earlier figure" if one.figure.harm == "killed" else None


def _background(one: Reported) -> bool:
    """Whether a figure is of another time or incident than the report's own."""
    if account_pattern("another_incident").search(one.sentence.text):
        return True
    period, day = _bounds(one.figure.period), _bounds(one.published)
    if period is not None and period.earliest is not None and period.latest is not None:
        if (period.latest - period.earliest).days > _LONG and "-" in (one.figure.period or ""):
            return True
        if day is not None and day.earliest is not None and period.latest < day.earliest - dt.timedelta(days=_LONG):
            return True
    elif period is not None and (period.open_end or period.open_start):
        return True
    return bool(account_pattern("background").search(one.sentence.text))


def _bounds(edtf: str | None) -> Bounds | None:
    try:
        return bounds(edtf) if edtf else None
    except InvalidDate:
        return None


def _totals(found: Sequence[Amount], out: Chosen) -> None:
    """The toll of the report's own incident, and what other voices give for it."""
    if not found:
        return
    # That nobody else came to harm is no toll where one is given.
    found = [a for a in found if a.high != 0] or list(found)
    lead = next((a for a in found[:6] if _is_called_total(a)), found[0])
    # A headline may have "father, two daughters"; the sentence below it says the rest: "a man and two girls".
    lead = next((a for a in found[:6] if a.singles and a.low == (lead.low or 0) + a.singles), lead)
    for amount in found:
        why = None if amount is lead else _no_rival(amount, lead)
        if why is None:
            out.amounts.append(amount)
        else:
            out.notes.append(f"“{amount.words}” left out: {why}")


def _no_rival(amount: Amount, lead: Amount) -> str | None:
    """Why an amount is not another voice's number for what the lead counts; None where it is."""
    if not _same_place(amount, lead):
        return "of another country"
    if not _same_time(amount, lead):
        return "of another time"
    if (amount.low, amount.high) == (lead.low, lead.high):
        return None
    if amount.origin == lead.origin and not _is_called_total(amount):
        return f"of the same voice as “{lead.words}”, so a part of it, or of something else"
    least, most = _size(amount), _size(lead)
    if least is None or most is None or (amount.vague == lead.vague and least * _FEWER <= most):
        return f"no more than half of “{lead.words}”: a part of it, or of something else"
    if amount.vague == lead.vague and least > most * _MORE:
        return f"far more than “{lead.words}”: of something else"
    if least < most and any(p.figure.part_of for p in amount.parts):
        return "a part of another figure"
    return f"of some of those whom “{lead.words}” counts" if least < most and amount.of_some else None


def _is_called_total(amount: Amount) -> bool:
    return bool(account_pattern("total").search(amount.first.sentence.text))


def _size(amount: Amount) -> int | None:
    return amount.low if amount.low is not None else amount.high


def _same_place(one: Amount, other: Amount) -> bool:
    countries = {p.figure.place.country for a in (one, other) for p in a.parts if p.figure.place} - {None}
    return len(countries) < 2


def _same_time(one: Amount, other: Amount) -> bool:
    a, b = (_bounds(x.first.figure.period) for x in (one, other))
    if a is None or b is None:
        return True
    if a.latest is None or b.latest is None or a.earliest is None or b.earliest is None:
        return True
    return max(a.earliest - b.latest, b.earliest - a.latest).days <= _APART
