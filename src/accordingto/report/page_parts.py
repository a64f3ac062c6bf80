"""What the page shows of figures, dates and findings, and where in the text they lead."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from accordingto.records import Check, Harm, Ledger
from accordingto.report.figure_rows import FigureRow
from accordingto.report.marked_text import Anchor
from accordingto.report.page_model import look
from accordingto.report.range_plot import panels
from accordingto.report.svg import NARROW, WIDE, drawing, symbol
from accordingto.report.timeline import Dated, Timeline
from accordingto.report.voices import Account
from accordingto.report.wording import one_line

_OUTLET_LOOK = "hx lx"


class PageFigure(NamedTuple):
    """A figure's row with the classes of its voice, the shape of its harm, and the findings that rest on it."""

    row: FigureRow
    look: str
    symbol: Markup | None
    findings: tuple[int, ...]


class Plot(NamedTuple):
    """A panel of the range plot, drawn for a wide and for a narrow page."""

    title: str
    wide: Markup
    narrow: Markup


class Finding(NamedTuple):
    """A check with its number, and its words as (id in the text, words)."""

    number: int
    check: Check
    words: tuple[tuple[str, str], ...]


class PageDate(NamedTuple):
    """A dated expression with the classes of its voice; `first` where its time differs from the one before."""

    dated: Dated
    look: str
    first: bool


def figures_of(rows: Sequence[FigureRow], account: Account, findings: Sequence[Finding]) -> list[PageFigure]:
    """The rows of the figures, as the page shows them."""
    on: dict[str, list[int]] = {}
    for finding in findings:
        for identifier in finding.check.figures:
            on.setdefault(identifier, []).append(finding.number)
    return [
        PageFigure(
            row=row,
            look=_look(account, row.voice),
            symbol=symbol(row.figure.harm) if row.figure.harm else None,
            findings=tuple(on.get(row.figure.id, ())),
        )
        for row in rows
    ]


def plots_of(figures: Sequence[PageFigure]) -> list[Plot]:
    """The range plots, one for each unit with figures to compare."""
    looks = {figure.row.number: figure.look for figure in figures}
    plots = []
    for panel in panels([figure.row for figure in figures]):
        scaled = "on a logarithmic scale" if panel.scale.log else "on one scale"
        label = f"{panel.title}: the ranges of {sum(len(g.rows) for g in panel.groups)} figures {scaled}"
        wide, narrow = (drawing(panel, layout, looks, label) for layout in (WIDE, NARROW))
        plots.append(Plot(panel.title + (", logarithmic scale" if panel.scale.log else ""), wide, narrow))
    return plots


def harms_of(figures: Sequence[PageFigure]) -> list[tuple[Harm, Markup]]:
    """The harms among the figures, each with its shape."""
    return list({f.row.figure.harm: f.symbol for f in figures if f.row.figure.harm and f.symbol}.items())


def findings_of(ledger: Ledger, rows: Sequence[FigureRow]) -> list[Finding]:
    """The checks, each with links to its words: a figure's own where they are the same, else places of their own."""
    of_figure = {(r.figure.span.start, r.figure.span.end): f"q{r.number}" for r in reversed(rows)}
    findings = []
    for number, check in enumerate(ledger.checks, start=1):
        words = tuple(
            (of_figure.get((span.start, span.end), f"k{number}-{place}"), one_line(span.text))
            for place, span in enumerate(check.spans, start=1)
        )
        findings.append(Finding(number, check, words))
    return findings


def dates_of(timeline: Timeline, account: Account) -> tuple[list[PageDate], list[PageDate]]:
    """The dates with a place in time, and those without."""
    placed = [
        PageDate(dated, _look(account, dated.voice), place == 0 or timeline.placed[place - 1].when != dated.when)
        for place, dated in enumerate(timeline.placed)
    ]
    return placed, [PageDate(dated, _look(account, dated.voice), False) for dated in timeline.loose]  # noqa: FBT003


def anchors_of(rows: Sequence[FigureRow], timeline: Timeline, findings: Sequence[Finding]) -> list[Anchor]:
    """What in the text other parts lead to: dates, words of findings, and figures, which lie inside of the others."""
    dates = [Anchor(d.date.span, f"d{d.number}") for d in (*timeline.placed, *timeline.loose)]
    words = [
        Anchor(span, identifier)
        for finding in findings
        for (identifier, _), span in zip(finding.words, finding.check.spans, strict=True)
        if identifier.startswith("k")
    ]
    return [*dates, *words, *(Anchor(r.figure.span, f"q{r.number}", r.number, r.figure.harm or "") for r in rows)]


def _look(account: Account, voice: int | None) -> str:
    return _OUTLET_LOOK if voice is None else look(account, voice)
