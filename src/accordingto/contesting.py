"""Casebook -> Contest*

Where casebook and comparing meet: the contests among a casebook's figures, made from scratch for figures that are
chosen, or kept as they stand and made anew only where something changed.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from accordingto.casebook.contest_keeping import Kept, Stale
from accordingto.casebook.rows import ContestRow
from accordingto.compare import Copy, Text, compare, contest, contest_id, copies, country_of, grouped, zones
from accordingto.records import Claim, Contest, Reported, Ruling

if TYPE_CHECKING:
    from accordingto.casebook import Casebook

_AT_ONCE = 500


def contests_among(casebook: Casebook, figures: Sequence[Reported]) -> tuple[Contest, ...]:
    """The contests among figures of a casebook, as decided, copies among their reports known by the texts."""
    return compare(figures, copies=copies_among(casebook, {f.document for f in figures}), rulings=casebook.rulings())


def copies_among(casebook: Casebook, documents: set[str]) -> Mapping[str, Copy]:
    """Which of these reports are copies of one text."""
    texts = (d for d in casebook.documents(outdated=True) if d.id in documents)
    return copies(Text(d.id, d.text, d.published) for d in texts)


def contests_up_to_date(casebook: Casebook) -> int:
    """Bring the contests that a casebook keeps up to date; how many were made anew.

    Only zones (see `compare.zones`) with a report that is new or was decided about are grouped again, and only groups
    that changed are compared again. What was done is kept zone by zone, so that a run which is cut off goes on from
    there. Two that run at once do no harm. Who speaks in a contest, and which of its reports are copies, is told by
    what stands in it alone; so the contests are the same however they came about. They differ from those of
    `compare` where one speaker's large number is placed in two zones.
    """
    entry, documents = casebook.changed_reports()
    for at in range(0, len(documents), _AT_ONCE):
        some = documents[at : at + _AT_ONCE]
        figures = casebook.figures_in(some)
        casebook.place(some, zones(figures), {f.id: f.document for f in figures}, entry=entry)
    casebook.placed(entry=entry)
    rulings = casebook.rulings()
    number = 0
    while (stale := casebook.stale()) is not None:
        number += _renew(casebook, stale, rulings)
    return number


def _renew(casebook: Casebook, stale: Stale, rulings: Sequence[Ruling]) -> int:
    """Make the contests of some zones anew, as far as they changed; how many these are."""
    groups = {contest_id(f.id for f in some): some for some in grouped(stale.figures, rulings=rulings)}
    changed = {id_: some for id_, some in groups.items() if _changed(id_, some, stale)}
    made = [_kept(casebook, some, stale) for some in changed.values()]
    casebook.keep(stale, {id_: [f.id for f in some] for id_, some in groups.items()}, made)
    return len(made)


def _changed(id_: str, figures: Sequence[Reported], stale: Stale) -> bool:
    made = stale.kept.get(id_)
    return made is None or any(stale.since[figure.id] > made for figure in figures)


def _kept(casebook: Casebook, figures: Sequence[Reported], stale: Stale) -> Kept:
    documents = {figure.document for figure in figures}
    texts = casebook.texts_of(documents) if len(documents) > 1 else ()
    made = contest(figures, copies=copies(Text(d.id, d.text, d.published) for d in texts))
    zone = stale.zone_of[figures[0].id]
    first = {figure.id: figure for figure in figures}[made.topics[0].claims[0].figures[0]]
    days = sorted(figure.published[:10] for figure in figures if figure.published)
    conflicts = [one for one in made.comparisons if one.verdict == "conflict"]
    claims = {claim.id: claim for topic in made.topics for claim in topic.claims}
    gaps = [_gap(claims[one.first], claims[one.second]) for one in conflicts if one.first in claims]
    row = ContestRow(
        id=made.id,
        subject=made.subject,
        harm=first.figure.harm,
        country=country_of(zone),
        figures=len(figures),
        reports=len(documents),
        publishers=sum(one.level == "publisher" for one in made.origins),
        origins=sum(one.level == "statement" for one in made.origins),
        conflicts=len(conflicts),
        widest=max(gaps, default=None),
        earliest=days[0] if days else None,
        latest=days[-1] if days else None,
        reasons=tuple(dict.fromkeys(reason for one in made.comparisons for reason in one.reasons)),
        entry=stale.entry,
    )
    return Kept(row=row, zone=zone, contest=made)


def _gap(a: Claim, b: Claim) -> float:
    """The distance between the ranges of two claims; 0 where they meet, or where an end is open towards the other."""
    gaps = [
        above.low - below.high for above, below in ((a, b), (b, a)) if above.low is not None and below.high is not None
    ]
    return float(max(0, *gaps)) if gaps else 0.0
