"""Contest* -> text for a terminal."""

from __future__ import annotations

import io
from collections.abc import Sequence

from rich.console import Console
from rich.text import Text

from accordingto.records import Claim, Comparison, Contest, Verdict
from accordingto.report.wording import counted, visible_controls

_HEADS: dict[Verdict, tuple[str, str]] = {
    "conflict": ("In conflict", "red"),
    "agree": ("In agreement", "green"),
    "incomparable": ("Not comparable", "yellow"),
    "undecided": ("Not to be told", ""),
}
_SHOWN = 8
"""So many comparisons of one verdict are shown; JSON has all of them."""


def contests_view(contests: Sequence[Contest], *, width: int = 80, colour: bool) -> str:
    """The contests as lines of at most `width` columns: what is counted, who says how many, and how they compare.

    Of each verdict the first comparisons are shown, and how many more there are. With `colour`, ANSI codes of the
    terminal's own palette mark the verdicts.
    """
    view = _View(width=max(width, 40), colour=colour)
    if not contests:
        view.write("No two figures speak of the same thing.")
    for place, contest in enumerate(contests, 1):
        view.contest(place, contest)
    return view.out.getvalue()


class _View:
    """The lines, written to a console of a given width."""

    def __init__(self, *, width: int, colour: bool) -> None:
        self.width = width
        self.out = io.StringIO()
        self.console = Console(
            file=self.out,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )

    def contest(self, place: int, contest: Contest) -> None:
        """One contest: its subject and sum, its topics with their claims, its comparisons by verdict."""
        if place > 1:
            self.write("")
        self.write(f"{place}  {contest.subject}", style="bold")
        self.write(f"{counted(len(contest.figures), 'figure')} from {contest.summary}", "   ", style="dim")
        for topic in contest.topics:
            self.write(topic.words, "   ", style="bold")
            for claim in sorted(topic.claims, key=_size):
                self.write(_row(claim), "     ", "         ")
        for verdict, (head, style) in _HEADS.items():
            self.comparisons([c for c in contest.comparisons if c.verdict == verdict], head, style)

    def comparisons(self, found: Sequence[Comparison], head: str, style: str) -> None:
        """The comparisons of one verdict, left out where there are none."""
        if not found:
            return
        self.write(f"{head} ({len(found):,})", "   ", style=f"bold {style}".strip())
        for comparison in found[:_SHOWN]:
            codes = f" [{', '.join(comparison.reasons)}]" if comparison.reasons else ""
            self.write(f"{comparison.sentence}{codes}", "     – ", "       ")
        if len(found) > _SHOWN:
            self.write(f"and {len(found) - _SHOWN:,} more", "     – ", style="dim")

    def write(self, words: str, first: str = "", rest: str | None = None, style: str = "") -> None:
        """`words` wrapped to the width, `first` before the first line and `rest` before the others."""
        under = first if rest is None else rest
        text = Text(visible_controls(" ".join(words.split())), style=style)
        lines = text.wrap(self.console, self.width - max(len(first), len(under)))
        for number, line in enumerate(lines or [Text("")]):
            line.rstrip()
            self.console.print(Text.assemble(under if number else first, line), soft_wrap=True)


def _row(claim: Claim) -> str:
    reports = len({figure.partition("/")[0] for figure in claim.figures})
    first = f", first {claim.first}" if claim.first else ""
    speaker = f"{claim.speaker} (denies it)" if claim.denied else claim.speaker
    return f"{_range(claim)}  {speaker} · {counted(reports, 'report')}{first}"


def _range(claim: Claim) -> str:
    low, high = (None if end is None else f"{end:,}" for end in (claim.low, claim.high))
    if low is None or high is None:
        return "unknown" if low == high else f"up to {high}" if low is None else f"{low} or more"
    return f"{'about ' if claim.approx else ''}{low if low == high else f'{low} to {high}'}"


def _size(claim: Claim) -> tuple[float, float, str]:
    low, high = claim.low, claim.high
    return (low if low is not None else high or 0, high if high is not None else float("inf"), claim.id)
