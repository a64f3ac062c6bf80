"""A casebook -> its contests, for forms and the queue."""

from __future__ import annotations

from accordingto.casebook import Casebook
from accordingto.compare import Text, compare, copies
from accordingto.contesting import contests_up_to_date
from accordingto.errors import UnknownTarget
from accordingto.records import Contest

MOST = 40
"""So many are offered at most; a search narrows them down."""


def contest_of(casebook: Casebook, id_: str) -> Contest | None:
    """The contest with this id, None where its figures make none any more."""
    contests_up_to_date(casebook)
    try:
        found = casebook.contest(id_)
    except UnknownTarget:
        return None
    return found if found.id == id_ else None


def others_like(casebook: Casebook, contest: Contest, words: str) -> tuple[Contest, ...]:
    """At most 40 other contests whose subject has all these words."""
    wanted = words.casefold().split()
    found = [one for one in contests(casebook) if one.id != contest.id]
    return tuple(one for one in found if all(word in one.subject.casefold() for word in wanted))[:MOST]


def contests(casebook: Casebook) -> tuple[Contest, ...]:
    """All contests, with the decisions about figures applied, those with the most figures first."""
    texts = copies(Text(one.id, one.text, one.published) for one in casebook.documents())
    return compare(list(casebook.figures()), copies=texts)
