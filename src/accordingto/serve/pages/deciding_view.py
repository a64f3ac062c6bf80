"""What is decided about, and what a form holds -> what the form's template shows."""

from __future__ import annotations

from typing import Any

from accordingto.records import Decision
from accordingto.serve.desk import Desk
from accordingto.serve.pages import decisions_words
from accordingto.serve.pages.deciding_about import About
from accordingto.serve.pages.deciding_contests import others_like
from accordingto.serve.pages.deciding_context import figure_context, statement_context
from accordingto.serve.pages.deciding_entered import entered
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.deciding_figure import CHOICES as FIGURE_CHOICES
from accordingto.serve.pages.deciding_figure import PARTS
from accordingto.serve.pages.deciding_reasons import usual
from accordingto.serve.pages.deciding_source import likely_name, others
from accordingto.serve.pages.deciding_statement import CHOICES as STATEMENT_CHOICES
from accordingto.serve.pages.deciding_value import GRADES, RESPONSIBLE
from accordingto.serve.pages.deciding_voice import KINDS
from accordingto.serve.targets import WAYS, noun

TITLES = {
    "accept": "Accept this {}",
    "correct": "Correct this {}",
    "reject": "Reject this {}",
    "merge": "Merge this {} with others",
    "split": "Split this {}",
    "join": "Join this {} with others",
    "part": "Part figures from this {}",
    "grade": "Grade this {}",
    "add": "Add what the program missed",
    "undo": "Undo a decision about this {}",
}


def title(about: About, do: str) -> str:
    """The heading of a form."""
    return TITLES.get(do, "This {} and the decisions about it").format(noun(about.target))


def form_values(
    desk: Desk,
    about: About,
    do: str,
    fields: Fields,
    *,
    back: str,
    sent: bool = False,
    since: tuple[Decision, ...] = (),
) -> dict[str, Any]:
    """What the template of a form takes.

    `fields` are those that were `sent`, with their errors, or those of the address; `back` is where to go afterwards;
    `since` what others have decided since the form was first shown.
    """
    shown = {name: values[-1] for name, values in fields.sent.items()} if sent else dict(entered(about, do, fields))
    return {
        "about": about,
        "do": do if do in WAYS[about.kind] else "",
        "ways": WAYS[about.kind],
        "entered": shown,
        "errors": fields.errors,
        "places": fields.places,
        "back": back,
        "since": since,
        "usual": usual(about.kind, do),
        "context": _context(about),
        "choices": FIGURE_CHOICES | STATEMENT_CHOICES | {"speaker_kind": KINDS},
        "parts": PARTS,
        "grades": GRADES,
        "responsible": RESPONSIBLE,
        "told": decisions_words,
        "pieces": _pieces(shown),
        "chosen": frozenset(fields.all("with")),
        **_offered(desk, about, do, fields),
    }


def _offered(desk: Desk, about: About, do: str, fields: Fields) -> dict[str, Any]:
    """What can be chosen beside the target, and what was looked for."""
    if do == "merge" and about.voice:
        name = fields.text("q") or likely_name(about.voice)
        return {"others": others(desk.casebook, about.voice, name), "looked_for": name}
    if do == "join" and about.contest:
        return {"others": others_like(desk, about.contest, fields.text("q")), "looked_for": fields.text("q")}
    return {}


def _context(about: About) -> Any:  # noqa: ANN401  a Context, or nothing
    if about.ledger and about.figure:
        return figure_context(about.ledger.document.text, about.figure)
    if about.ledger and about.statement:
        return statement_context(about.ledger.document.text, about.statement)
    return None


def _pieces(shown: dict[str, str]) -> int:
    """How many parts of what is said the form has room for: one more than are there."""
    there = [name.removeprefix("content_") for name, value in shown.items() if name.startswith("content_") and value]
    return 2 + max((int(number) for number in there if number.isdecimal()), default=-1)
