"""What can be decided about what, how it is called, and where it stands."""

from __future__ import annotations

from typing import Any

from litestar import Request

from accordingto.serve.security.users import Role

WAYS: dict[str, tuple[str, ...]] = {
    "figure": ("accept", "correct", "reject", "grade", "undo"),
    "statement": ("accept", "correct", "reject", "grade", "undo"),
    "source": ("merge", "split", "grade", "undo"),
    "report": ("add", "accept", "reject", "grade", "undo"),
    "contest": ("accept", "reject", "join", "part", "grade", "undo"),
}
"""What can be done about what, in the order in which it is offered."""
DEEDS: dict[str, tuple[str, ...]] = {
    "figure": ("accept", "correct", "reject"),
    "statement": ("accept", "correct", "reject"),
    "source": ("merge", "split"),
    "report": ("add", "accept"),
    "contest": ("accept", "join", "part", "grade"),
}
"""Those that stand beside it on every page; all others are one step away."""
NAMES = {
    "accept": "Accept",
    "correct": "Correct",
    "reject": "Reject",
    "merge": "Merge",
    "split": "Split",
    "join": "Join",
    "part": "Part",
    "grade": "Grade",
    "add": "Add what is missed",
    "undo": "Undo",
}
"""What the buttons say."""


def noun(target: str) -> str:
    """What a target is called: `figure`, `speaker`."""
    kind = target.partition(":")[0]
    return "speaker" if kind == "source" else kind


def target_id(target: str) -> str:
    """The id of the element that a target has on a page, which other pages lead to.

    >>> target_id("figure:1f3c0a7b2d4e5f60/f2")
    'about-figure-1f3c0a7b2d4e5f60-f2'
    """
    return "about-" + target.replace(":", "-").replace("/", "-")


def address_of(target: str) -> str:
    """The page that a target is on.

    >>> address_of("figure:1f3c0a7b2d4e5f60/f2"), address_of("contest:c1")
    ('/reports/1f3c0a7b2d4e5f60/figure/f2', '/contests/c1')
    """
    kind, _, id_ = target.partition(":")
    report, _, inner = id_.partition("/")
    if kind in {"figure", "statement"}:
        return f"/reports/{report}/{kind}/{inner}"
    return {"report": f"/reports/{id_}", "contest": f"/contests/{id_}"}.get(kind, f"/voices/{id_}")


def user_may(request: Request[Any, Any, Any], role: Role) -> bool:
    """Whether the user of a request may do what a role may, for templates."""
    user = request.scope.get("user")
    return bool(user and user.may(role))
