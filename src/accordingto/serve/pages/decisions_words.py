"""A decision -> plain words."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from accordingto.records import Decision
from accordingto.serve.targets import noun

_DONE = {
    "accept": "accepted",
    "correct": "corrected",
    "reject": "rejected",
    "merge": "merged",
    "split": "split",
    "join": "joined",
    "part": "parted",
    "grade": "graded",
    "add": "added to",
    "undo": "undid a decision about",
}
_FIELDS = {
    "span": "words",
    "low": "least",
    "high": "most",
    "approx": "about",
    "harm": "what happened",
    "who": "who",
    "period": "when",
    "as_of": "counted up to",
    "place": "where",
    "basis": "how counted",
    "since_last": "on top of an earlier figure",
    "per": "for each",
    "content": "what is said",
    "source": "words for the source",
    "counted": "what is counted",
    "harm_words": "what tells the harm",
    "place_words": "what tells the place",
    "period_words": "what tells the time",
    "grade": "grade",
    "responsible": "who did it",
}


def done(decision: Decision) -> str:
    """What was done, as a verb: `rejected`."""
    return _DONE[decision.kind]


def label(kind: str) -> str:
    """A reviewer's word, as a verb; a grade is its own word."""
    return _DONE.get(kind, kind)


def field(name: str) -> str:
    """The name of a field of a figure or statement."""
    return _FIELDS.get(name, name)


def changes(decision: Decision) -> tuple[tuple[str, str], ...]:
    """What a decision holds besides its kind: names of fields and their values, in words."""
    value = decision.value
    if decision.kind == "add":
        value = {**value.get("figure", {}), **value.get("statement", {}), "speaker": value.get("speaker")}
        value.pop("attribution", None)
    if decision.kind == "undo":
        return (("decision", str(value.get("decision", ""))),)
    order = {name: place for place, name in enumerate(_FIELDS)}
    told = sorted(value.items(), key=lambda one: order.get(one[0], len(order)))
    return tuple((field(name), in_words(one)) for name, one in told)


def in_words(value: Any) -> str:  # noqa: ANN401  a value of a decision is what JSON can hold
    """A value as a reader takes it: `not known` for null, words in quotation marks, names without their record."""
    if value is None:
        return "not known"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        return ", ".join(map(in_words, value))
    if isinstance(value, dict):
        if "text" in value:
            return f"“{' '.join(str(value['text']).split())}”"
        country = f" ({value['country']})" if value.get("country") else ""
        return f"{value.get('name', '')}{country}" or str(value)
    return f"{value:,}" if isinstance(value, int) else str(value)


def when(decision: Decision) -> str:
    """The day and minute of a decision, in UTC: `24 Nov 2026, 16:05`."""
    at = datetime.fromisoformat(decision.at)
    return f"{at.day} {at:%b %Y, %H:%M}"


def sentence(decision: Decision) -> str:
    """Who did what to what: `Ana rejected a figure`."""
    if decision.kind == "add":
        return f"{decision.by} added a {'figure' if 'figure' in decision.value else 'statement'}"
    return f"{decision.by} {done(decision)} a {noun(decision.target)}"
