"""Figures in words, one row each, the same in every view."""

from __future__ import annotations

import re
from typing import NamedTuple

from accordingto.records import Figure, Ledger
from accordingto.report.calendar_words import when
from accordingto.report.chains import Chains
from accordingto.report.voices import Account
from accordingto.report.wording import one_line

_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_CLASSES = {
    ("children", None): "children",
    ("children", "female"): "girls",
    ("children", "male"): "boys",
    ("elderly", None): "elderly",
    ("elderly", "female"): "elderly women",
    ("elderly", "male"): "elderly men",
    (None, "female"): "women",
    (None, "male"): "men",
    ("adults", None): "adults",
    ("adults", "female"): "women",
    ("adults", "male"): "men",
}


class FigureRow(NamedTuple):
    """One figure in words; a cell that nothing is known for is empty. `number` counts figures in text order, from 1.

    `chain` leads from the outlet to who says so, whose place among the voices is `voice`, None for the outlet and for
    a speaker of no statement. `size` is what it sorts by.
    """

    number: int
    figure: Figure
    words: str
    says: str
    chain: tuple[str, ...]
    voice: int | None
    how_many: str
    of_whom: str
    harm: str
    where: str
    when: str
    size: float


def figure_rows(ledger: Ledger, account: Account, chains: Chains) -> list[FigureRow]:
    """The figures of a ledger in text order."""
    order = sorted(ledger.figures, key=lambda f: (f.span.start, f.span.end))
    number = {f.id: place for place, f in enumerate(order, start=1)}
    speakers = {a.speaker: account.voice_of[a.id] for a in reversed(ledger.attributions) if a.speaker}
    rows = []
    for figure in order:
        chain = chains.of_figure(figure)
        voice = speakers.get(figure.speaker) if figure.speaker else None
        if voice is None and figure.attribution and not figure.speaker:
            voice = account.voice_of[figure.attribution]
        rows.append(
            FigureRow(
                number=number[figure.id],
                figure=figure,
                words=one_line(figure.span.text),
                says=one_line(chain[-1]),
                chain=chain,
                voice=voice,
                how_many=how_many(figure),
                of_whom=_of_whom(figure),
                harm=_harm(figure, number),
                where=_where(figure),
                when=_when(figure),
                size=next((end for end in (figure.low, figure.high) if end is not None), -1.0),
            )
        )
    return rows


def how_many(figure: Figure) -> str:
    """A figure's range in words, with its currency, its percent sign and its rate.

    >>> from accordingto.records import Span
    >>> how_many(Figure(id="f1", span=Span.of("31", 0, 2), low=31, high=None, unit="people", confidence=1.0))
    '31 or more'
    """
    words = _range(figure)
    if figure.unit == "percent":
        words += " %"
    elif len(figure.unit) == 3 and figure.unit.isupper():
        words = f"{figure.unit} {words}"
    return "".join(
        (
            "another " if figure.since_last else "",
            "about " if figure.approx else "",
            words,
            f" per {_rate(figure.per)}" if figure.per else "",
            ", vague" if figure.vague else "",
        )
    )


def _range(figure: Figure) -> str:
    low, high = figure.low, figure.high
    if low is None and high is None:
        return "not told"
    if low is not None and high is not None:
        return f"{low:,}" if low == high else f"{low:,} to {high:,}"
    # "More than 70" is 71 or more for what comes whole; the views say it as the report does.
    if low is not None:
        return f"over {low - 1:,}" if _names(figure, low - 1) else f"{low:,} or more"
    end = high or 0
    return f"under {end + 1:,}" if _names(figure, end + 1) else f"up to {end:,}"


def _names(figure: Figure, value: float) -> bool:
    """Whether the report's words hold this number in digits."""
    return f"{value:,}" in _NUMBER.findall(figure.span.text) or f"{value}" in _NUMBER.findall(figure.span.text)


def _rate(per: str) -> str:
    return when(per).removeprefix("1 ")


def _of_whom(figure: Figure) -> str:
    """Whom or what a figure counts: the report's words, and what is known of the people where these do not say it."""
    words = one_line(figure.counted.text) if figure.counted else "" if figure.unit == "people" else figure.unit
    known = [figure.group, figure.who if figure.who != "all" else None, _CLASSES.get((figure.age, figure.sex))]
    told = [k for k in known if k and k.casefold().removesuffix("s") not in words.casefold()]
    if figure.who == "all":
        told.append("civilians and combatants")
    if words:
        return ", ".join([words, *told])
    return " ".join(told) or ("people" if figure.unit == "people" else figure.unit)


def _harm(figure: Figure, number: dict[str, int]) -> str:
    parts = [
        figure.harm,
        figure.basis,
        f"part of {number[figure.part_of]}" if figure.part_of else None,
        "denied" if figure.denied else None,
    ]
    return ", ".join(part for part in parts if part)


def _where(figure: Figure) -> str:
    if figure.place is None:
        return ""
    return one_line(figure.place.name)


def _when(figure: Figure) -> str:
    parts = [when(figure.period) if figure.period else None, f"as of {when(figure.as_of)}" if figure.as_of else None]
    return ", ".join(part for part in parts if part)
