"""A figure <-> the fields of its form."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, get_args

import msgspec

from accordingto.gazetteer import find
from accordingto.records import Age, Attribution, Basis, Figure, Harm, Ledger, Place, Reported, Sex, Who
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_spans import span_of
from accordingto.serve.pages.deciding_voice import same_speaker, speaker_of

CHOICES: dict[str, tuple[str, ...]] = {
    "harm": get_args(Harm), "who": get_args(Who), "age": get_args(Age), "sex": get_args(Sex), "basis": get_args(Basis),
}  # fmt: skip
PARTS = {
    "counted": "What is counted",
    "harm_words": "What tells the harm",
    "place_words": "What tells the place",
    "period_words": "What tells the time",
}
"""The words of the report that a figure's parts rest on."""
FLAGS = ("approx", "vague", "denied", "since_last")
_TEXTS = ("group", "per", "period", "as_of")


def figure_fields(one: Reported) -> dict[str, str]:
    """What the fields of the form say of a figure as it is taken; what is missing here is empty."""
    figure = one.figure
    told: dict[str, object] = {name: getattr(figure, name) for name in (*CHOICES, *_TEXTS, "unit")}
    told |= {"low": _written(figure.low), "high": _written(figure.high)}
    told |= {"span": figure.span.text, "span_at": figure.span.start}
    for name in PARTS:
        span = getattr(figure, name)
        told |= {name: span.text, f"{name}_at": span.start} if span else {}
    told |= {name: "yes" for name in FLAGS if getattr(figure, name)}
    if figure.place:
        told |= {"place": figure.place.name, "country": figure.place.country}
    if one.speaker:
        told |= {"speaker": one.speaker.name}
    return {name: str(value) for name, value in told.items() if value not in (None, "")}


def figure_changes(fields: Fields, one: Reported, ledger: Ledger) -> dict[str, Any]:
    """The fields of a correction: those in which the form differs from the figure as it is taken."""
    now = msgspec.to_builtins(one.figure)
    told = _told(fields, ledger, one.figure)
    changes = {name: value for name, value in told.items() if value != now[name]}
    speaker = speaker_of(fields, ledger.sources)
    if not same_speaker(speaker, one.speaker):
        changes["speaker"] = speaker
    return changes


def new_figure(fields: Fields, ledger: Ledger) -> dict[str, Any]:
    """What adds a figure that the program missed: `Casebook.decide` takes it for `add`."""
    figure = {
        name: value for name, value in _told(fields, ledger, None).items() if value is not None and value is not False
    }
    if "span" not in figure and "span" not in fields.errors:
        fields.errors["span"] = "give the words of the figure as they stand in the report"
    elif figure.get("low") is None and figure.get("high") is None and not {"low", "high"} & set(fields.errors):
        fields.errors["low"] = "give the least, the most, or both: how many does it say?"
    figure |= {"low": figure.get("low"), "high": figure.get("high")}
    if "span" in figure:
        around = statement_around(ledger.attributions, figure["span"]["start"], figure["span"]["end"])
        figure |= {"attribution": around.id} if around else {}
    return {"figure": figure, "speaker": speaker_of(fields, ledger.sources)}


def statement_around(attributions: Sequence[Attribution], start: int, end: int) -> Attribution | None:
    """The innermost statement whose content holds a place of the text, None where it is the outlet's own words."""
    holding = [
        (part.end - part.start, one.id, one)
        for one in attributions
        for part in one.content
        if part.start <= start and end <= part.end
    ]
    return min(holding, key=lambda held: held[:2])[2] if holding else None


def _told(fields: Fields, ledger: Ledger, now: Figure | None) -> dict[str, Any]:
    """The values of all fields but the speaker, as a figure's record has them."""
    told: dict[str, Any] = {name: fields.choice(name, choices) for name, choices in CHOICES.items()}
    told |= {name: fields.flag(name) for name in FLAGS}
    told |= {name: fields.number(name) for name in ("low", "high")}
    told |= {"group": fields.text("group") or None, "per": fields.duration("per")}
    told |= {name: fields.time(name) for name in ("period", "as_of")}
    told |= {"unit": fields.text("unit"), "place": _place(fields, now.place if now else None)}
    for name in ("span", *PARTS):
        told[name] = span_of(fields, name, ledger.document.text, near=getattr(now, name) if now else None)
    if not told["unit"]:
        fields.errors["unit"] = "say what is counted: people, percent, a currency such as USD, or the thing"
    if now is not None and told["span"] is None:
        fields.errors.setdefault("span", "give the words of the figure; to take the figure away, reject it")
    if told["low"] is not None and told["high"] is not None and told["low"] > told["high"]:
        fields.errors["high"] = f"from {told['low']} to {told['high']} there is no number: give the smaller one first"
    return told


def _place(fields: Fields, now: Place | None) -> dict[str, Any] | None:
    name, country = fields.text("place"), fields.text("country").upper() or None
    if country and not (len(country) == 2 and country.isascii() and country.isalpha()):
        fields.errors["country"] = f"{country!r} is no code of a country: write two letters, such as IQ"
    if not name:
        return None
    if country is None and (now is None or name != now.name):
        found = find(name)
        country = found.country if found else None
    return msgspec.to_builtins(Place(name=name, country=country))  # type: ignore[no-any-return]


def _written(number: float | None) -> str | None:
    """A number as a field shows it: whole ones without a point."""
    return None if number is None else str(int(number) if float(number).is_integer() else number)
