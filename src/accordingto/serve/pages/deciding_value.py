"""What a form sends -> the value of the decision, by its kind."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from accordingto.serve.pages.deciding_about import About
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_figure import figure_changes, new_figure
from accordingto.serve.pages.deciding_statement import new_statement, statement_changes

GRADES = {
    "confirmed": "a belligerent accepts that it happened",
    "fair": "two or more credible sources report it",
    "weak": "a single source reports it",
    "discounted": "only combatants, or another party",
}
"""Whether it happened, by Airwars' grades: see docs/profiles.md. Who did it is a field of its own."""
RESPONSIBLE = {
    "accepted": "a belligerent accepts that it did it",
    "contested": "sources name several who may have done it",
}


def value_of(do: str, fields: Fields, about: About) -> dict[str, Any]:
    """The value that `Casebook.decide` takes; what does not fit is in `fields.errors`, under "" what is of no field."""
    value = _VALUES.get(do, _nothing)(fields, about)
    if not value and do in _VALUES:
        fields.errors.setdefault("", _NOTHING[do])
    return value


def aimed(do: str, value: dict[str, Any], about: About) -> tuple[str, dict[str, Any]]:
    """The target and the value of the decision itself: what is undone is a decision, and what is split off leads it."""
    if do == "undo":
        return f"decision:{value['decision']}", {}
    if do == "split":
        lead = about.target if about.target in value["with"] else value["with"][0]
        return lead, {"with": [one for one in value["with"] if one != lead]}
    return about.target, value


def _nothing(_fields: Fields, _about: About) -> dict[str, Any]:
    return {}


def _correct(fields: Fields, about: About) -> dict[str, Any]:
    if about.figure and about.ledger:
        return figure_changes(fields, about.figure, about.ledger)
    if about.statement and about.ledger:
        return statement_changes(fields, about.statement, about.ledger)
    return {}


def _add(fields: Fields, about: About) -> dict[str, Any]:
    if about.ledger is None:
        return {}
    return (new_statement if fields.text("what") == "statement" else new_figure)(fields, about.ledger)


def _grade(fields: Fields, _about: About) -> dict[str, Any]:
    told = {"grade": fields.choice("grade", GRADES), "responsible": fields.choice("responsible", RESPONSIBLE)}
    return {name: value for name, value in told.items() if value}


def _with(fields: Fields, about: About) -> dict[str, Any]:
    others = [one for one in dict.fromkeys(fields.all("with")) if one != about.target]
    return {"with": others} if others else {}


def _split(fields: Fields, about: About) -> dict[str, Any]:
    chosen = list(dict.fromkeys(fields.all("with")))
    names = {one.id for one in about.voice.spellings} if about.voice else set()
    if names and names <= set(chosen):
        fields.errors["with"] = "these are all its names: leave those that are the speaker as before"
    return {"with": chosen} if chosen else {}


def _undo(fields: Fields, _about: About) -> dict[str, Any]:
    number = fields.whole("decision")
    return {} if number is None else {"decision": number}


_VALUES: dict[str, Callable[[Fields, About], dict[str, Any]]] = {
    "correct": _correct, "add": _add, "grade": _grade, "merge": _with, "split": _split, "join": _with, "part": _with,
    "undo": _undo,
}  # fmt: skip
_NOTHING = {
    "correct": "nothing is changed: change a field, or accept it as it is",
    "add": "nothing is given: give the words and what they say",
    "grade": "choose a grade, or who did it",
    "merge": "choose the other names of this speaker",
    "split": "choose the names that are somebody else",
    "join": "choose what speaks of the same",
    "part": "choose the figures that do not speak of the same",
    "undo": "choose the decision that is to be undone",
}
