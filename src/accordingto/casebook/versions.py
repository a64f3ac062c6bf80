"""A new report beside those that are there -> of which it is another version, and what changed in the figures.

Two reports are versions of one another where they have one address, or where one outlet gave both the same title and
their texts share much: a title alone may come back each week.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence

from sqlalchemy import Connection, Row, select

from accordingto.casebook.outcomes import Change
from accordingto.casebook.schema import REPORT
from accordingto.records import Reported
from accordingto.records.base import Record

_RUN = 5
_SHARED = 0.3
"""Versions of a report share this part of their runs of five words, counted on the shorter one; a new report under an
old title hardly any."""
_LOOK_BACK = 20


class Kinship(Record, frozen=True, kw_only=True):
    """Which of two documents is the earlier version, and why they are taken for versions."""

    earlier: str
    later: str
    because: str


def kinship(connection: Connection, document: str, text: Callable[[str], str]) -> Kinship | None:
    """Of which report the document, added last, is another version; `text` gives a document's text by its id."""
    new = connection.execute(select(REPORT).where(REPORT.c.document == document)).one()
    for other, because in _candidates(connection, new, text):
        if _is_later(new, other):
            return Kinship(earlier=other.document, later=document, because=because)
        return Kinship(earlier=document, later=other.document, because=because)
    return None


def changes(earlier: Sequence[Reported], later: Sequence[Reported]) -> tuple[Change, ...]:
    """What changed from the figures of one version to those of another; figures that stayed are left out.

    Figures are paired by what they count and who says so, then by what they count; among those alike in the order of
    the text.
    """
    left, right = list(earlier), list(later)
    changed: list[Change] = []
    for key in (_everything, _said, _counted):
        pairs = _paired(left, right, key)
        if key is not _everything:
            changed += [Change(kind="changed", before=a, after=b) for a, b in pairs]
        paired = {one.id for one, _ in pairs}, {one.id for _, one in pairs}
        left = [one for one in left if one.id not in paired[0]]
        right = [one for one in right if one.id not in paired[1]]
    gone = (Change(kind="gone", before=one) for one in left)
    new = (Change(kind="new", after=one) for one in right)
    return (*changed, *gone, *new)


def _candidates(
    connection: Connection, new: Row[tuple[object, ...]], text: Callable[[str], str]
) -> Iterator[tuple[Row[tuple[object, ...]], str]]:
    """The newest version of each report that `new` may be a version of, with the reason."""
    others = select(REPORT).where(REPORT.c.document != new.document, REPORT.c.outdated.is_(False))
    latest = REPORT.c.number.desc()
    if new.url_key:
        for row in connection.execute(others.where(REPORT.c.url_key == new.url_key).order_by(latest).limit(1)):
            yield row, f"the same address ({new.url_key})"
    if new.title_key:
        own = _runs(text(new.document))
        for row in connection.execute(
            others.where(REPORT.c.title_key == new.title_key).order_by(latest).limit(_LOOK_BACK)
        ).all():
            theirs = _runs(text(row.document))
            shared = len(own & theirs) / max(1, min(len(own), len(theirs)))
            if shared >= _SHARED:
                yield row, f"the same outlet and title, and {shared:.0%} of the words in the same order"


def _is_later(new: Row[tuple[object, ...]], old: Row[tuple[object, ...]]) -> bool:
    """By what the two say of when they were published or changed, else by when they were fetched, else by adding."""
    for a, b in (
        (new.modified or new.published, old.modified or old.published),
        (new.published, old.published),
        (new.retrieved, old.retrieved),
    ):
        if a and b and a[:10] != b[:10]:
            return bool(a[:10] > b[:10])
        if a and b and len(a) > 10 and len(b) > 10 and a != b and a[19:] == b[19:]:
            return bool(a > b)
    return True


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    words = text.casefold().split()
    return frozenset(tuple(words[i : i + _RUN]) for i in range(max(1, len(words) - _RUN + 1)))


def _paired(
    left: Sequence[Reported], right: Sequence[Reported], key: Callable[[Reported], tuple[object, ...]]
) -> list[tuple[Reported, Reported]]:
    waiting: dict[tuple[object, ...], list[Reported]] = defaultdict(list)
    for one in reversed(right):
        waiting[key(one)].append(one)
    return [(one, waiting[key(one)].pop()) for one in left if waiting[key(one)]]


def _everything(one: Reported) -> tuple[object, ...]:
    f = one.figure
    return (*_said(one), f.low, f.high, f.approx, f.denied)


def _said(one: Reported) -> tuple[object, ...]:
    f = one.figure
    return (*_counted(one), f.place, f.period, one.speaker.name.casefold() if one.speaker else None)


def _counted(one: Reported) -> tuple[object, ...]:
    f = one.figure
    return (f.unit, f.harm, f.who, f.group, f.age, f.sex)
