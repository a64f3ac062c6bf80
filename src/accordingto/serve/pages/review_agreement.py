"""How far reviewers agree, and where they do not."""

from __future__ import annotations

from collections.abc import Sequence

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParams
from litestar.response import Template

from accordingto.records import Decision, in_force
from accordingto.review import Disagreement, agreement
from accordingto.serve.desk import Desk
from accordingto.serve.pages import decisions_words
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.pages.decisions_said import said_of
from accordingto.serve.rendering import shown
from accordingto.serve.targets import noun

ROWS = 50


@get("/review/agreement", sync_to_thread=True)
def reviewers(desk: NamedDependency[Desk], query: QueryParams) -> Template:
    """Cohen's kappa of each two reviewers, and a page of what they disagree about, the latest first."""
    page = max(1, Fields(query.dict()).whole("page") or 1)
    every = desk.casebook.decisions()
    found = agreement(every)
    last = last_words(every)
    apart = found.disagreements[(page - 1) * ROWS : page * ROWS]
    return shown(
        "review_agreement",
        title="Agreement of reviewers",
        pairs=found.pairs,
        apart=apart,
        total=len(found.disagreements),
        page=page,
        pages=max(1, -(-len(found.disagreements) // ROWS)),
        told=decisions_words,
        noun=noun,
        settled=[_settled(one, last) for one in apart],
        said=said_of(desk.casebook, [one.target for one in apart]),
    )


def last_words(decisions: Sequence[Decision]) -> dict[tuple[str, str], Decision]:
    """The last decision that counts about each target, by the target and whether it is a grade (`review`, `grade`)."""
    return {
        (one.target, "grade" if one.kind == "grade" else "review"): one
        for one in in_force(decisions)
        if one.kind in {"accept", "correct", "reject", "grade"}
    }


def _settled(one: Disagreement, last: dict[tuple[str, str], Decision]) -> Decision | None:
    """The decision by a third person that came after both words of a disagreement, None where there is none."""
    word = last.get((one.target, one.question))
    if word is None or word.by in {one.first.by, one.second.by}:
        return None
    return word if word.number > max(one.first.number, one.second.number) else None


ROUTES = [reviewers]
