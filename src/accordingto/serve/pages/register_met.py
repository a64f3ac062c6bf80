"""A row of the register -> the figures of the casebook that were held against it, and what came out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from accordingto.records import Reported
from accordingto.register import Row
from accordingto.report.figure_rows import how_many
from accordingto.report.site.contests import Words, words
from accordingto.serve.desk import Desk
from accordingto.serve.pages.figures_rows import words_of

SAME = frozenset({"matches_record", "rounding"})
"""Findings that say that a figure is the source's; every other says how it differs."""
NEAR = 0.06
"""A rounded number is at most so far from the one that it stands for, as a part of it."""
LOOKED = 100
"""So many figures near each number of a row are looked at for one page."""


class Met(NamedTuple):
    """A figure that was held against a row: the finding's code and sentence, and the figure's words."""

    target: str
    how_many: str
    code: str
    message: str
    same: bool
    words: Words
    says: str
    report: str


def met(desk: Desk, row: Row, page: int = 1) -> tuple[list[Met], bool]:
    """What holding figures against a row found, those that match first; and whether there are more to look at.

    Only figures near one of the row's numbers can rest on it: `LOOKED` of each are looked at for a page.
    """
    near: dict[str, Reported] = {}
    more = False
    for value in sorted({n for n in (row.low, row.point, row.high) if n is not None}):
        some = list(_near(desk, value, page))
        more = more or len(some) > LOOKED
        near.update((one.id, one) for one in some[:LOOKED])
    found = [
        _met(near[identifier], check.code, check.message)
        for document, checks in desk.held.checks(dict.fromkeys(one.document for one in near.values())).items()
        for check in checks
        if check.register == row.id
        for figure in check.figures
        if (identifier := f"{document[:16]}/{figure}") in near
    ]
    return sorted(found, key=lambda m: not m.same), more


def _near(desk: Desk, value: int, page: int) -> Iterator[Reported]:
    """The figures near a number, from the page's first on, one more than the page has."""
    found = desk.casebook.figures(unit="people", low=value * (1 - NEAR), high=value * (1 + NEAR))
    start = (page - 1) * LOOKED
    return islice(found, start, start + LOOKED + 1)


def _met(one: Reported, code: str, message: str) -> Met:
    return Met(
        target=f"figure:{one.id}",
        how_many=how_many(one.figure),
        code=code,
        message=message,
        same=code in SAME,
        words=words(one, words_of(one.id)),
        says=one.speaker.name if one.speaker else "the outlet",
        report=f"/reports/{one.document[:16]}",
    )
