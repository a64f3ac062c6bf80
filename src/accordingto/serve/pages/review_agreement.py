"""How far reviewers agree, and where they do not."""

from __future__ import annotations

from litestar import get
from litestar.di import NamedDependency
from litestar.params import QueryParams
from litestar.response import Template

from accordingto.review import agreement
from accordingto.serve.desk import Desk
from accordingto.serve.pages import decisions_words
from accordingto.serve.pages.deciding_fields import Fields
from accordingto.serve.rendering import shown
from accordingto.serve.targets import noun

ROWS = 50


@get("/review/agreement", sync_to_thread=True)
def reviewers(desk: NamedDependency[Desk], query: QueryParams) -> Template:
    """Cohen's kappa of each two reviewers, and a page of what they disagree about, the latest first."""
    page = max(1, Fields(query.dict()).whole("page") or 1)
    found = agreement(desk.casebook.decisions())
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
    )


ROUTES = [reviewers]
