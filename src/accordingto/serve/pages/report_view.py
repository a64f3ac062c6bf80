"""A report's id -> the report as it is now taken, and what the casebook has beside it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from litestar.exceptions import NotFoundException

from accordingto.casebook import ContestRow, Version, VoiceRow
from accordingto.check.anew import held
from accordingto.errors import UnknownTarget
from accordingto.records import Decision, Ledger, Reported, Stated
from accordingto.report import wording
from accordingto.report.figure_rows import how_many
from accordingto.report.html_page import Beside, To
from accordingto.serve.addresses import voice_href
from accordingto.serve.desk import Desk
from accordingto.serve.lookup import contests_with, voices_in


class Turned(NamedTuple):
    """A figure or statement that a decision rejected: its target, and its words."""

    target: str
    words: str


class Moved(NamedTuple):
    """Another version of the report: its address, whether it is the later one, its day, why, and what changed."""

    href: str
    later: bool
    published: str | None
    because: str
    changes: tuple[str, ...]


class Opened(NamedTuple):
    """A report with the decisions about it applied, and its neighbours in the casebook.

    `key` are the first 16 digits of its id. `voices` has the voice of each of its sources, by the source's id.
    """

    ledger: Ledger
    key: str
    to: To
    beside: Beside
    voices: dict[str, VoiceRow]
    versions: tuple[Moved, ...]
    rejected: tuple[Turned, ...]
    decisions: tuple[Decision, ...]


def opened(desk: Desk, report_id: str) -> Opened:
    """The report with that id, which may be shortened; raises NotFoundException where there is none."""
    casebook = desk.casebook
    try:
        ledger = held(next(casebook.decided(report_id)), desk.register)
    except (UnknownTarget, StopIteration):
        raise NotFoundException(f"No report here begins with {report_id}: look for it in the list of reports") from None
    document = ledger.document
    key = document.id[:16]
    contests = contests_with(desk, ledger)
    voices = voices_in(casebook, ledger)
    return Opened(
        ledger=ledger,
        key=key,
        to=To(f"/reports/{key}/statement/", f"/reports/{key}/figure/"),
        beside=_beside(desk, ledger, contests, voices),
        voices=voices,
        versions=tuple(_moved(one, document.id) for one in casebook.versions(document.id)),
        rejected=tuple(_rejected(desk, ledger)),
        decisions=casebook.decisions(f"report:{document.id}"),
    )


def _beside(
    desk: Desk, ledger: Ledger, contests: list[tuple[ContestRow, tuple[str, ...]]], voices: dict[str, VoiceRow]
) -> Beside:
    key = ledger.document.id[:16]
    order = sorted(ledger.figures, key=lambda f: (f.span.start, f.span.end))
    number = {f"{key}/{f.id}": place for place, f in enumerate(order, 1)}
    here = [
        (
            f"/contests/{row.id}",
            wording.capital(row.subject),
            ", ".join(
                wording.counted(n, noun)
                for n, noun in ((row.reports, "report"), (row.publishers, "publisher"), (row.origins, "origin"))
            ),
            tuple(sorted(number[id_] for id_ in figures if id_ in number)),
        )
        for row, figures in contests
    ]
    distinct = {voice.id: voice for voice in voices.values() if voice.reports > 1}
    others = tuple(
        (voice_href(voice), f"{voice.name} ({wording.counted(voice.reports, 'report')})") for voice in distinct.values()
    )
    return Beside(desk.name, "/", (), tuple(here), others)


def _rejected(desk: Desk, ledger: Ledger) -> Iterator[Turned]:
    """The figures and statements of the report that were rejected, so that they can be found again."""
    document, key = ledger.document.id, ledger.document.id[:16]
    statements = {f"{key}/{a.id}" for a in ledger.attributions}
    figures = {f"{key}/{f.id}" for f in ledger.figures}
    every: list[Stated | Reported] = [
        *desk.casebook.statements(document=document, outdated=True, rejected=True),
        *desk.casebook.figures(document=document, outdated=True, rejected=True),
    ]
    for one in every:
        if isinstance(one, Stated) and one.id not in statements:
            yield Turned(f"statement:{one.id}", one.words)
        elif isinstance(one, Reported) and one.id not in figures:
            yield Turned(f"figure:{one.id}", one.figure.span.text)


def _moved(version: Version, here: str) -> Moved:
    later = version.earlier == here
    other = version.later if later else version.earlier
    published = version.later_published if later else version.earlier_published
    return Moved(f"/reports/{other[:16]}", later, published, version.because, tuple(_changes(version)))


def _changes(version: Version) -> Iterator[str]:
    """What became of the figures, a line each."""
    for change in version.changes:
        one = change.after or change.before
        if one is not None:
            what = " ".join(part for part in (one.figure.harm, one.figure.counted and one.figure.counted.text) if part)
            ends = [how_many(side.figure) for side in (change.before, change.after) if side is not None]
            who = f", says {one.speaker.name}" if one.speaker else ""
            yield wording.one_line(f"{change.kind}: {what}{': ' if what else ''}{' → '.join(ends)}{who}")
